// What a page shows as the hash of an address: #x=<deflate-raw, base64url of the JSON>&axis=seconds&…
// Readable parameters refine the view, and tighten what is hidden and locked; they never loosen it.
import '../words/links.js';
import {withoutText} from '../state/experiment.js';
import {ENCODED_LIMIT} from '../state/link_limit.js';
import {LinkError, pack, unpack} from '../state/packed.js';
import {inStrict} from '../state/tier.js';
import {DEFAULT_VIEW, partialView, readView, viewParameters} from '../state/view.js';
import {say} from '../words/words.js';
import {leftOut, parsePage, readNames} from './check.js';
import {NO_SETTING} from './page.js';
import {isEmptyShape, locks, tightened} from './shape.js';
import {readings} from './written.js';

/** @typedef {import('../runtime/types').Experiment} Experiment */
/** @typedef {import('../runtime/types').Description} Description */
/** @typedef {import('../state/view.js').View} View */
/** @typedef {import('./page.js').Setting} Setting @typedef {import('../exercise/types').Exercise} Exercise */
/**
 * What an address says: the experiment, null where it names none; how it is looked at now; what the page keeps besides;
 * and the number of the arithmetic that it was made with, where it says so.
 * @typedef {{experiment: Experiment | null, view: View, arithmetic?: number, exercise?: Exercise} & Setting} Address
 */

/**
 * A bare experiment where that is all there is, which older pages open too.
 * @param {{experiment: Experiment, view?: Partial<View>, arithmetic?: number, exercise?: Exercise} & Partial<Setting>} page view: as it is now
 * @returns {Promise<string>} a hash with its "#"; a text of one's own is left out where it would make it too long
 */
export async function encodeLink({experiment, view, arithmetic, exercise, ...kept}) {
  const {start, shape, text} = {...NO_SETTING, ...kept};
  const bare = isEmptyShape(shape) && !Object.keys(text).length && !exercise;
  const content = (/** @type {Experiment} */ of) =>
    JSON.stringify(bare ? of : {experiment: of, view: start, shape: filled(shape), text, exercise});
  let packed = await pack(content(experiment));
  if (packed.length > ENCODED_LIMIT) packed = await pack(content(withoutText(experiment)));
  if (packed.length > ENCODED_LIMIT) throw new LinkError('link.cannot.be.made');
  const begun = bare ? DEFAULT_VIEW : {...DEFAULT_VIEW, ...start};
  const readable = viewParameters({...DEFAULT_VIEW, ...start, ...view}, begun);
  const hint = arithmetic === undefined ? [] : [['a', String(arithmetic)]];
  return `#${[['x', packed], ...readable, ...hint].map(([name, value]) => `${name}=${value}`).join('&')}`;
}

/** Whether a link to this experiment can contain its own text. @param {Experiment} experiment @returns {Promise<boolean>} */
export async function textTravels(experiment) {
  return (await pack(JSON.stringify(experiment))).length <= ENCODED_LIMIT;
}

/**
 * @param {string} hash with or without its "#", or a whole address that has one, however it was written down
 * @param {Description} [describe] tells which options there are to hide and lock
 * @param {import('./check.js').CheckExercise} [checkExercise] without it, an exercise is left out
 * @returns {Promise<Address & {error: string, notice: string}>} error: why there is no experiment although the hash
 *     names one, or is none; notice: what of it this page does not know
 */
export async function decodeLink(hash, describe, checkExercise) {
  const possible = readings(hash);
  let message = '';
  for (const reading of possible)
    try {
      return await opened(reading, describe, checkExercise);
    } catch (error) {
      message ||= error instanceof LinkError ? error.message : say('link.damaged');
    }
  const {parameters} = possible[0];
  const setting = refined(NO_SETTING, parameters, describe);
  return {experiment: null, ...setting, ...arithmeticOf(parameters), error: message, notice: ''};
}

/** @param {ReturnType<typeof readings>[number]} reading @param {Description} [describe] @param {import('./check.js').CheckExercise} [checkExercise] */
async function opened({parameters, foreign}, describe, checkExercise) {
  if (foreign) throw new LinkError('link.not.one');
  const packed = parameters.get('x');
  const {page = null, unknown} =
    packed === null ? {unknown: []} : parsePage(await unpack(packed), describe, checkExercise);
  const experiment = page && reproducible(page.experiment);
  const setting = {
    ...NO_SETTING,
    ...(page?.view && {start: page.view}),
    ...(page?.shape && {shape: page.shape}),
    ...(page?.text && {text: page.text}),
    ...(page?.exercise && {exercise: page.exercise}),
  };
  const kept = refined(setting, parameters, describe);
  return {experiment, ...kept, ...arithmeticOf(parameters), error: '', notice: leftOut(unknown)};
}

/** @param {URLSearchParams} parameters */
function arithmeticOf(parameters) {
  const said = parameters.get('a') ?? '';
  return /^\d{1,6}$/.test(said) ? {arithmetic: Number(said)} : {};
}

/**
 * @param {Setting} packed @param {URLSearchParams} parameters @param {Description} [describe]
 * @returns {{view: View} & Setting}
 */
function refined(packed, parameters, describe) {
  const view = readView(withoutLocked(parameters, packed), {...DEFAULT_VIEW, ...packed.start});
  const hide = readNames(parameters.get('hide'), 'hide', describe);
  const lock = readNames(parameters.get('lock'), 'lock', describe);
  const shape = tightened(packed.shape, {hide, lock});
  // What was locked with these parameters begins with them: they are in the object from now on.
  return shape === packed.shape ? {view, ...packed} : {view, ...packed, shape, start: partialView(view)};
}

/** What the readable parameters say of a part. */
const SAID = {pace: ['pace', 'speed'], early_end: ['patience', 'goal']};

/** What is locked cannot be changed by the address either. @param {URLSearchParams} parameters @param {Setting} packed */
function withoutLocked(parameters, {shape}) {
  const locked = Object.entries(SAID).flatMap(([part, names]) => (locks(shape, part) ? names : []));
  return new URLSearchParams([...parameters].filter(([name]) => !locked.includes(name)));
}

/** @param {import('./shape.js').Shape} shape without its empty lists */
function filled(shape) {
  return Object.fromEntries(Object.entries(shape).filter(([, names]) => names.length));
}

/** A link that says nothing of the arithmetic means the strict one, whatever its reader used last. @param {Experiment} experiment */
function reproducible(experiment) {
  return experiment.train.tier === undefined ? inStrict(experiment) : experiment;
}

/**
 * What is to be said about an address: why it cannot be shown, what of it is left out, whose numbers it promises.
 * @param {Address & {error: string, notice: string}} address
 * @param {Description} describe
 */
export function noticeOf({experiment, arithmetic, error, notice}, {arithmetic: ours}) {
  const other = arithmetic !== undefined && ours !== undefined && arithmetic !== ours;
  const strict = experiment?.train.tier === 'strict'; // of the fast one nobody promised anything
  return [error, notice, other && strict ? say('link.arithmetic') : ''].filter(Boolean).join(' ');
}
