// What an embedded lab and the page around it tell each other: {type: 'unrolled:…', v: 1, id, data}.
// A sandboxed frame has no origin to compare, so messages are matched by the window they come from.
import '../words/frames.js';
import {RuntimeError, failureOf} from '../runtime/protocol.js';
import {refusal} from '../words/refusals.js';
import {withoutText} from '../state/experiment.js';
import {DEFAULT_VIEW} from '../state/view.js';
import {parsePage} from '../shape/check.js';
import {showPage, shownNow} from '../shape/show.js';

export const MESSAGE_VERSION = 1;
const PREFIX = 'unrolled:';
const PROGRESS_MS = 250; // at most 4 a second
const COMMANDS = ['start', 'pause', 'reset', 'getState', 'setState', 'present'];
/** What would pass over the reader of a chapter, who says what he expects before anything trains. */
const OF_LABS = ['start', 'reset', 'setState'];
/** What the frame itself says; a host page that sends it on to everybody is not answered, or that would never end. */
const TOLD = ['ready', 'started', 'progress', 'done', 'state', 'result', 'height', 'error'];

/** @typedef {import('../runtime/race.js').Race} Race */
/** @typedef {import('../shape/show.js').Showing} Showing */
/** Of an exercise: result_messages.js, which comes with what shows them. @typedef {Pick<import('./result_messages.js').ResultVoice, 'result' | 'restore'>} Results */

/** @typedef {{command: string, id: string | number | null, data: any, fault: {key: string, values?: Record<string, string | number>} | null}} Command */

/**
 * @param {any} message anything that arrived
 * @returns {Command | null} null: nothing of ours; fault: why it is no command
 */
export function readCommand(message) {
  if (typeof message !== 'object' || message === null) return null;
  const {type, v, id: named, data = null} = message;
  if (typeof type !== 'string' || !type.startsWith(PREFIX)) return null;
  const command = type.slice(PREFIX.length);
  if (TOLD.includes(command)) return null;
  const id = typeof named === 'number' || (typeof named === 'string' && named.length <= 100) ? named : null;
  return {command, id, data, fault: faultOf(command, v, id === (named ?? null))};
}

/** @param {string} command @param {unknown} version @param {boolean} named @returns {Command['fault']} */
function faultOf(command, version, named) {
  if (version !== MESSAGE_VERSION)
    return {key: 'message.version', values: {version: String(MESSAGE_VERSION), found: brief(version)}};
  if (!COMMANDS.includes(command))
    return {key: 'message.command', values: {commands: COMMANDS.join(', '), found: brief(command)}};
  return named ? null : {key: 'message.id'};
}

/** As much of it as fits into a sentence. @param {unknown} found */
function brief(found) {
  return String(typeof found === 'object' ? typeof found : found).slice(0, 40);
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
 * @param {Race} race @param {Showing} app the element that shows it
 * @param {{post: (message: object) => void, listen: (receive: (message: any) => void) => void,
 *          now: () => number, height: () => number, decide?: (present: boolean) => void, chapter?: boolean,
 *          results?: (tell: (result: import('../exercise/types').Result) => void) => Results}} host `post` and `listen` reach the
 *     embedding window alone; decide: it says whether this frame may train and hold memory; chapter: it shows one, which goes on by what
 *     its reader does; results: it is an exercise, whose results are told
 * @returns {{resized: () => void}} to call whenever the content's height may have changed
 */
export function speakFor(race, app, {post, listen, now, height, decide = () => {}, chapter = false, results}) {
  /** @param {string} type @param {object} [data] @param {string | number | null} [id] */
  const tell = (type, data = {}, id = null) => post({type: PREFIX + type, v: MESSAGE_VERSION, id, data});
  let state = race.state;
  let reported = -Infinity;
  let tall = -1;
  const voice = results?.((result) => tell('result', result));
  race.addEventListener('change', () => {
    if (race.state === state) return;
    state = race.state;
    if (state === 'training') tell('started', summary(race));
    if (state === 'done') tell('done', summary(race));
  });
  race.addEventListener('progress', () => {
    if (now() - reported < PROGRESS_MS) return;
    reported = now();
    tell('progress', summary(race));
  });
  race.addEventListener('error', (event) => tell('error', told(/** @type {CustomEvent} */ (event).detail, race)));
  listen((message) => {
    const command = readCommand(message);
    if (command?.command === 'present' && !command.fault) decide(command.data?.present !== false);
    else if (command && voice && isResult(command)) bring(race, voice, command, tell);
    else if (command) obey(race, app, chapter ? withoutLabs(command) : command, tell);
  });
  if (app.unreadable) tell('error', {code: 'link', key: 'link', message: app.unreadable, where: ''});
  else tell('ready', summary(race));
  return {
    resized: () => {
      if (height() === tall) return;
      tall = height();
      tell('height', {height: tall});
      post({subject: 'lti.frameResize', height: tall});
    },
  };
}

/** @param {Command} command @returns {Command} */
const withoutLabs = (command) =>
  OF_LABS.includes(command.command) && !command.fault ? {...command, fault: {key: 'message.chapter'}} : command;

/** What was done before, as the page around has kept it. @param {Command} command */
const isResult = ({command, data, fault}) => command === 'setState' && !fault && data?.taken !== undefined;

/**
 * @param {Race} race @param {Results} results @param {Command} command
 * @param {(type: string, data?: object, id?: string | number | null) => void} tell
 */
async function bring(race, results, {data, id}, tell) {
  try {
    await results.restore(data.taken);
    tell('state', {...summary(race), result: await results.result()}, id);
  } catch (error) {
    tell('error', told(error, race), id);
  }
}

/**
 * @param {Race} race @param {Showing} app @param {Command} command
 * @param {(type: string, data?: object, id?: string | number | null) => void} tell
 */
async function obey(race, app, {command, id, data, fault}, tell) {
  try {
    if (fault) throw new RuntimeError('message', fault.key, fault);
    if (app.unreadable && command !== 'setState') throw new RuntimeError('message', 'message.nothing');
    if (command === 'start' || command === 'reset') await race.settled();
    if (command === 'start') race.train();
    else if (command === 'pause') race.pause();
    else if (command === 'reset') await race.reset();
    else if (command === 'setState') await setState(race, app, data);
    const {view, shape, text} = shownNow(race, app);
    tell('state', {...summary(race), experiment: withoutText(race.experiment), view, shape, text}, id);
  } catch (error) {
    tell('error', told(error, race), id);
  }
}

/** A failure for whoever embeds the lab: a sentence, and what a program can switch on. @param {unknown} error @param {Race} race */
function told(error, race) {
  const {code, key, where} = failureOf(error);
  return {code, key, message: refusal(error, race), where};
}

/** What is left out stays as it is. @param {Race} race @param {Showing} app @param {any} data */
async function setState(race, app, data) {
  const {experiment = null, view, shape, text} = data ?? {};
  const {page} = parsePage(JSON.stringify({experiment, view, shape, text}), race.describe);
  const now = shownNow(race, app);
  const next = {...now, ...page, experiment: page.experiment};
  if (page.view) [next.start, next.view] = [page.view, {...DEFAULT_VIEW, ...page.view}];
  await showPage(race, app, /** @type {typeof next & {view: import('../state/view.js').View}} */ (next));
}
