// What a race does besides in a frame: it trains only in view, and the frame talks with the page around it.
import {speakFor} from './messages.js';
import {followScreen, screenOf} from './presence.js';

/** @param {import('../runtime/race.js').Race} race @param {import('../shape/show.js').Showing} app the element that shows it @param {{chapter?: boolean, results?: Parameters<typeof speakFor>[2]['results']}} [how] */
export function speakInFrame(race, app, {chapter = false, results} = {}) {
  const {parent} = window;
  const presence = followScreen(race, screenOf(document.documentElement));
  const voice = speakFor(race, app, {
    // The host's origin is unknown to a frame that may be put anywhere; only numbers of the race are sent.
    post: (message) => parent.postMessage(message, '*'),
    listen: (receive) => window.addEventListener('message', (event) => event.source === parent && receive(event.data)),
    now: () => performance.now(),
    height: () => Math.ceil(document.documentElement.getBoundingClientRect().height),
    decide: presence.decide,
    chapter,
    results,
  });
  new ResizeObserver(() => voice.resized()).observe(document.documentElement);
}
