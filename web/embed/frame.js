// What a race does besides in a frame: it trains only in view, and the frame talks with the page around it.
import {speakFor} from './messages.js';
import {parametersIn} from './parameters.js';
import {followScreen, screenOf} from './presence.js';

/** @param {import('../runtime/race.js').Race} race @param {import('../shape/show.js').Showing} app the element that shows it @param {{chapter?: boolean}} [how] */
export function speakInFrame(race, app, {chapter = false} = {}) {
  const {parent} = window;
  const {height} = parametersIn(location.hash); // then the page around it can rely on it
  const presence = followScreen(race, screenOf(document.documentElement));
  const voice = speakFor(race, app, {
    // The host's origin is unknown to a frame that may be put anywhere; only numbers of the race are sent.
    post: (message) => parent.postMessage(message, '*'),
    listen: (receive) => window.addEventListener('message', (event) => event.source === parent && receive(event.data)),
    now: () => performance.now(),
    height: () => height ?? Math.ceil(document.documentElement.getBoundingClientRect().height),
    decide: presence.decide,
    chapter,
  });
  new ResizeObserver(() => voice.resized()).observe(document.documentElement);
}
