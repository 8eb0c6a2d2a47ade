// The outline of an experiment that came from somewhere else; what its options may be is the engine's to say.
import '../words/links.js';
import {isObject} from './objects.js';
import {LinkError} from './packed.js';
import {NEWEST_VERSION} from './runs.js';

/** @typedef {import('../runtime/types').Experiment} Experiment */

const NESTING_LIMIT = 64;
const MODEL_LIMIT = 6;

/** JSON whose keys and depth are harmless. @param {string} json @returns {any} @throws LinkError */
export function parseHarmless(json) {
  let value;
  try {
    value = JSON.parse(json, refuseHostileKeys);
  } catch (error) {
    throw error instanceof LinkError ? error : new LinkError('link.not.json');
  }
  checkNesting(value, 0);
  return value;
}

/** @param {any} value harmless JSON @returns {Experiment} @throws LinkError */
export function checkExperiment(value) {
  if (!isObject(value)) throw new LinkError('link.no.experiment');
  checkVersion(value.version);
  const lists = Array.isArray(value.models) && value.models.every(hasKind);
  if (!lists || !hasKind(value.task) || !isObject(value.train)) throw new LinkError('link.no.whole.experiment');
  if (value.models.length < 1 || value.models.length > MODEL_LIMIT)
    throw new LinkError('link.models', {count: value.models.length, limit: MODEL_LIMIT});
  return /** @type {any} */ (value); // the rest is the engine's to say
}

/** @param {unknown} version */
function checkVersion(version) {
  if (Number.isInteger(version) && Number(version) > NEWEST_VERSION)
    throw new LinkError('link.newer', {version: String(version), newest: NEWEST_VERSION});
  if (!Number.isInteger(version) || Number(version) < 1)
    throw new LinkError('link.version', {found: String(JSON.stringify(version)).slice(0, 40)});
}

/** @param {string} key @param {unknown} value */
function refuseHostileKeys(key, value) {
  if (key === '__proto__' || key === 'constructor' || key === 'prototype') throw new LinkError('link.hostile', {key});
  return value;
}

/** @param {unknown} value @param {number} depth */
function checkNesting(value, depth) {
  if (depth > NESTING_LIMIT) throw new LinkError('link.nesting');
  if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) checkNesting(part, depth + 1);
}

/** @param {any} value */
function hasKind(value) {
  return isObject(value) && typeof value.kind === 'string';
}

/** The same experiment without the reader's own text. @param {Experiment} experiment @returns {Experiment} */
export function withoutText(experiment) {
  const {text: _, ...task} = experiment.task;
  return {...experiment, task};
}
