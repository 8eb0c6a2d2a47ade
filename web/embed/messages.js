// What an embedded lab and the page around it tell each other: {type: 'unrolled:…', v: 1, id, data}.
// A sandboxed frame has no origin to compare, so messages are matched by the window they come from.
import {parseExperiment, withoutText} from '../state/link.js';

export const MESSAGE_VERSION = 1;
const PREFIX = 'unrolled:';
const PROGRESS_MS = 250; // at most 4 a second
const COMMANDS = ['start', 'pause', 'reset', 'getState', 'setState'];

/** @typedef {import('../runtime/race.js').Race} Race */

/**
 * @param {any} message anything that arrived
 * @returns {{command: string, id: string | number | null, data: any} | null} null: not ours, or malformed
 */
export function readCommand(message) {
  if (typeof message !== 'object' || message === null || message.v !== MESSAGE_VERSION) return null;
  const {type, id = null, data = null} = message;
  if (typeof type !== 'string' || !type.startsWith(PREFIX)) return null;
  const command = type.slice(PREFIX.length);
  const named = id === null || typeof id === 'number' || (typeof id === 'string' && id.length <= 100);
  return COMMANDS.includes(command) && named ? {command, id, data} : null;
}

/** What the host page learns about a race: numbers and names, never the reader's text. @param {Race} race */
export function summary(race) {
  return {
    state: race.state,
    models: race.runners.map(({name, state, latest}) => ({
      name,
      state,
      step: latest.step,
      loss: latest.loss,
      val_loss: latest.val_loss,
      val_accuracy: latest.val_accuracy,
      val_exact: latest.val_exact,
      seconds: latest.seconds,
    })),
  };
}

/**
 * Speaks for a race to one window and obeys it.
 * @param {Race} race
 * @param {{post: (message: object) => void, listen: (receive: (message: any) => void) => void,
 *          now: () => number, height: () => number}} host `post` and `listen` reach the embedding window alone
 * @returns {{resized: () => void}} to call whenever the content's height may have changed
 */
export function speakFor(race, {post, listen, now, height}) {
  /** @param {string} type @param {object} [data] @param {string | number | null} [id] */
  const say = (type, data = {}, id = null) => post({type: PREFIX + type, v: MESSAGE_VERSION, id, data});
  let state = race.state;
  let reported = -Infinity;
  let tall = -1;
  race.addEventListener('change', () => {
    if (race.state === state) return;
    state = race.state;
    if (state === 'training') say('started', summary(race));
    if (state === 'done') say('done', summary(race));
  });
  race.addEventListener('progress', () => {
    if (now() - reported < PROGRESS_MS) return;
    reported = now();
    say('progress', summary(race));
  });
  race.addEventListener('error', (event) => say('error', /** @type {CustomEvent} */ (event).detail));
  listen((message) => {
    const command = readCommand(message);
    if (command) obey(race, command, say);
  });
  say('ready', summary(race));
  return {
    resized: () => {
      if (height() === tall) return;
      tall = height();
      say('height', {height: tall});
      post({subject: 'lti.frameResize', height: tall});
    },
  };
}

/**
 * @param {Race} race @param {{command: string, id: string | number | null, data: any}} command
 * @param {(type: string, data?: object, id?: string | number | null) => void} say
 */
async function obey(race, {command, id, data}, say) {
  try {
    if (command === 'start') race.train();
    else if (command === 'pause') race.pause();
    else if (command === 'reset') await race.reset();
    else if (command === 'setState')
      await race.setExperiment(parseExperiment(JSON.stringify(data?.experiment ?? null)));
    say('state', {...summary(race), experiment: withoutText(race.experiment)}, id);
  } catch (error) {
    const {code = 'internal', message = 'failed', where = ''} = /** @type {any} */ (error);
    say('error', {code, message, where}, id);
  }
}
