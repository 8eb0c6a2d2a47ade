// How the experiment of a run differs from that of its exercise, by paths: {"task.length": 20, "models.2": {...}}; null takes
// something away. The command trains a run from that (docs/files.md). Pure.
import {isObject} from '../state/objects.js';

/** @typedef {import('../runtime/types').Experiment} Experiment @typedef {Record<string, any>} Changes */

/** Said beside them, or nobody's business. */
const APART = new Set(['name', 'train.seed', 'task.text']);
const LONGEST_PATH = 12; // steps

/** @param {Experiment} from with every option spelt out, as `to` @param {Experiment} to @returns {Changes} */
export function changesBetween(from, to) {
  /** @type {Changes} */
  const changes = {};
  compare(from, to, '', changes);
  return changes;
}

/** @param {any} from @param {any} to @param {string} path @param {Changes} changes */
function compare(from, to, path, changes) {
  if (APART.has(path) || JSON.stringify(from) === JSON.stringify(to)) return;
  if (!alike(from, to)) {
    changes[path] = to ?? null;
    return;
  }
  const names = new Set([...Object.keys(from), ...Object.keys(to)]);
  for (const name of names) compare(from[name], to[name], path ? `${path}.${name}` : name, changes);
}

/** Whether they can be told apart piece by piece: two lists, or two of one kind. @param {any} from @param {any} to */
function alike(from, to) {
  if (Array.isArray(from) && Array.isArray(to)) return true;
  return isObject(from) && isObject(to) && from.kind === to.kind;
}

/** The experiment of a run. @param {Experiment} from @param {Changes} changes @param {number} [seed] @returns {Experiment} */
export function withPaths(from, changes, seed) {
  const made = /** @type {any} */ (structuredClone(from));
  const paths = Object.keys(changes).sort((a, b) => Number(changes[a] === null) - Number(changes[b] === null));
  const taken = paths.filter((path) => changes[path] === null).reverse(); // of a list the last first
  for (const path of [...paths.filter((one) => changes[one] !== null), ...taken])
    set(made, path.split('.'), changes[path]);
  if (seed !== undefined) made.train.seed = seed;
  return made;
}

/** @param {any} whole @param {string[]} path @param {any} value */
function set(whole, path, value) {
  const last = /** @type {string} */ (path.at(-1));
  let place = whole;
  for (const step of path.slice(0, -1)) place = place[step] ??= {};
  if (value !== null) place[last] = structuredClone(value);
  else if (Array.isArray(place)) place.splice(Number(last), 1);
  else delete place[last];
}

/** Whether it may be what a run differs by, from anywhere. @param {unknown} value @returns {value is Changes} */
export function areChanges(value) {
  if (!isObject(value)) return false;
  return Object.keys(value).every((path) => {
    const steps = path.split('.');
    return (
      steps.length <= LONGEST_PATH && steps.every((step) => /^\w{1,40}$/.test(step) && !(step in Object.prototype))
    );
  });
}
