// What the lab does besides in a frame: it offers the full lab, trains only in view, and talks with the page around it.
import '../elements/lab/lab_link.js';
import {speakFor} from './messages.js';
import {followScreen, screenOf} from './presence.js';

/** @param {import('../runtime/race.js').Race} race @param {import('../shape/show.js').Showing} app the element that shows it */
export function speakInFrame(race, app) {
  const {parent} = window;
  const presence = followScreen(race, screenOf(document.documentElement));
  const voice = speakFor(race, app, {
    // The host's origin is unknown to a frame that may be put anywhere; only numbers of the race are sent.
    post: (message) => parent.postMessage(message, '*'),
    listen: (receive) => window.addEventListener('message', (event) => event.source === parent && receive(event.data)),
    now: () => performance.now(),
    height: () => Math.ceil(document.documentElement.getBoundingClientRect().height),
    decide: presence.decide,
  });
  new ResizeObserver(() => voice.resized()).observe(document.documentElement);
}
