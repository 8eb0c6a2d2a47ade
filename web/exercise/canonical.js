// One and the same text for the same JSON, so that it can be hashed: no spaces, keys in the order of their bytes. docs/files.md
// says it for others.
import {isObject} from '../state/objects.js';
import {withoutText} from '../state/experiment.js';
import {sha256} from '../store/sha256.js';

/** @typedef {import('./types').Exercise} Exercise @typedef {import('../runtime/types').Experiment} Experiment */
/** What is done: an exercise and what it is about. @typedef {{experiment: Experiment, exercise: Exercise}} Page */

/** @param {unknown} value as JSON can carry it @returns {string} */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const names = Object.keys(value).filter((name) => value[name] !== undefined);
  return `{${names
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`)
    .join()}}`;
}

/** @param {unknown} value @returns {Promise<string>} SHA-256 of its canonical JSON, in hexadecimal */
export const hashOf = (value) => sha256(new TextEncoder().encode(canonical(value)));

/** By what an exercise is known again, whatever it is called and wherever it stands. @param {Page} page @returns {Promise<string>} */
export const exerciseHash = ({experiment, exercise}) => hashOf({exercise, experiment: withoutText(experiment)});
