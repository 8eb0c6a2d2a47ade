// One receipt out of a file: what it says, or why it cannot be read, in a sentence.
import {checkExercise} from '../exercise/check.js';
import {canonical, exerciseHash, hashOf} from '../exercise/canonical.js';
import {isWhole} from '../exercise/receipt_of.js';
import {takenFrom} from '../exercise/taken.js';
import {parseHarmless} from '../state/experiment.js';
import {isObject} from '../state/objects.js';
import {NAMES_LIMIT} from '../shape/check.js';
import {checkReceipt, RECEIPT_FORMAT} from '../store/receipt.js';
import {BYTES_LIMIT} from './limits.js';

/** @typedef {import('./types').Arrival} Arrival @typedef {import('./types').Student} Student @typedef {import('../words/words.js').Saying} Saying */

/** Why it cannot be read. */
export class Refusal extends Error {
  /** @param {string} key @param {Record<string, string | number>} [values] */
  constructor(key, values = {}) {
    super(key);
    this.saying = {key: `class.${key}`, values};
  }
}

/** @param {Arrival} arrival @param {import('../runtime/types').Description} describe @returns {Promise<Omit<Student, 'id'>>} @throws Refusal */
export async function readReceipt({name, bytes}, describe) {
  if (bytes.length > BYTES_LIMIT) throw new Refusal('too_large', {megabytes: BYTES_LIMIT / 2 ** 20});
  const value = receiptIn(textOf(bytes));
  const {experiment} = value.page;
  const {exercise, taken} = value.exercise;
  const hash = await exerciseHash({experiment, exercise});
  if (isObject(taken) && taken.exercise !== hash) throw new Refusal('other_answers');
  const read = {experiment, exercise: exerciseOf(exercise, experiment, describe), hash};
  const said = wholeTaken(taken, read);
  const {data, arithmetic} = value;
  const intact = await isWhole(value.exercise);
  const lock = lockIn(value.page.shape);
  return {
    source: name,
    code: false,
    ...read,
    taken: said,
    lock,
    data,
    arithmetic,
    digest: await digestOf(said),
    intact,
  };
}

/** Names that are none lock nothing. @param {unknown} shape @returns {string[]} */
const lockIn = (shape) =>
  isObject(shape) && Array.isArray(shape.lock)
    ? shape.lock.filter((name) => typeof name === 'string').slice(0, NAMES_LIMIT)
    : [];

/** The same of what was done, however it was written down. @param {Student['taken']} taken */
export const digestOf = (taken) => hashOf(taken);

/** @param {Uint8Array} bytes */
function textOf(bytes) {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch {
    throw new Refusal('no_text');
  }
}

/** @param {string} text @returns {any} */
function receiptIn(text) {
  if (!text.trim()) throw new Refusal('empty');
  const value = jsonIn(text);
  if (!isObject(value) || value.format !== RECEIPT_FORMAT) throw new Refusal('no_receipt');
  try {
    checkReceipt(value);
  } catch {
    throw new Refusal('damaged');
  }
  if (!isObject(value.exercise) || !isObject(value.exercise.exercise)) throw new Refusal('no_exercise');
  return value;
}

/** @param {string} text */
function jsonIn(text) {
  try {
    return parseHarmless(text);
  } catch {
    throw new Refusal(text.trimStart().startsWith('{') ? 'cut' : 'no_receipt');
  }
}

/** @param {unknown} exercise @param {Student['experiment']} experiment @param {import('../runtime/types').Description} describe */
function exerciseOf(exercise, experiment, describe) {
  try {
    return checkExercise(exercise, experiment, describe).exercise;
  } catch (error) {
    throw new Refusal('no_such_exercise', {why: error instanceof Error ? error.message : ''});
  }
}

/** What of it does not fit would be left out: then it is not what was handed in. @param {unknown} taken @param {{exercise: Student['exercise'], hash: string}} of */
function wholeTaken(taken, {exercise, hash}) {
  const read = takenFrom(taken, exercise, hash);
  const known = isObject(taken) && read && Object.fromEntries(Object.keys(read).map((name) => [name, taken[name]]));
  if (!read || canonical(known) !== canonical(read)) throw new Refusal('damaged');
  return read;
}
