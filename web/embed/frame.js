// What a race does besides in a frame: it trains only in view, and the frame talks with the page around it.
import {speakSplice} from '../hosts/splice.js';
import {speakFor} from './messages.js';
import {parametersIn} from './parameters.js';
import {followScreen, screenOf} from './presence.js';

/** @param {import('../runtime/race.js').Race} race @param {import('../shape/show.js').Showing} app the element that shows it @param {{chapter?: boolean, results?: Parameters<typeof speakFor>[2]['results']}} [how] */
export function speakInFrame(race, app, {chapter = false, results} = {}) {
  const {parent} = window;
  const {height} = parametersIn(location.hash); // then the page around it can rely on it
  // The host's origin is unknown to a frame that may be put anywhere; only numbers of the race are sent.
  const post = (/** @type {object} */ message) => parent.postMessage(message, '*');
  const listen = (/** @type {(message: any) => void} */ receive) =>
    window.addEventListener('message', (event) => event.source === parent && receive(event.data));
  const presence = followScreen(race, screenOf(document.documentElement));
  const voice = speakFor(race, app, {
    post,
    listen,
    now: () => performance.now(),
    height: () => height ?? Math.ceil(document.documentElement.getBoundingClientRect().height),
    decide: presence.decide,
    chapter,
    results: results && withSplice(results, {post, listen}),
  });
  new ResizeObserver(() => voice.resized()).observe(document.documentElement);
}

/**
 * Results are told in SPLICE, too, for pages that know it.
 * @param {NonNullable<Parameters<typeof speakFor>[2]['results']>} results @param {Pick<Parameters<typeof speakSplice>[0], 'post' | 'listen'>} host
 * @returns {typeof results}
 */
const withSplice = (results, host) => (tell) => {
  const voice = results((result) => (tell(result), splice.result(result)));
  const restore = (/** @type {string} */ taken) => void voice.restore(taken).catch(() => {}); // of another exercise: this one begins
  const splice = speakSplice({...host, restore});
  return voice;
};
