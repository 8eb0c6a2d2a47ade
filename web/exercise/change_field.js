// What a position of a knob changes: options of the task, of the training, of models, or one more model. Which options there are describe()
// knows; what their values may be is the engine's to say. Pure.
import {optionPaths} from '../shape/parts.js';
import {isObject} from '../state/objects.js';
import {below, isName, list, object, refuse} from './fields.js';
import {plain} from './plain.js';

/** @typedef {import('./fields.js').At} At @typedef {import('../runtime/types').Experiment} Experiment */
/** @typedef {import('../runtime/types').Description} Description @typedef {import('../learn/types').Change} Change */

const LONGEST = 200; // characters of a value
const MOST = 32; // values of a list, options of a part
/** Edits of a model, one a place: the chapter on induction has 96. */
const MOST_EDITS = 256;
const DEEPEST = 6;
/** Of a model beside its options: the engine reads these itself. */
const BESIDE = ['start', 'changes', 'edits'];

/**
 * @param {Experiment} experiment @param {Description} [describe] without it no option is unknown
 * @returns {import('./fields.js').Reader<Change>}
 */
export function changeField(experiment, describe) {
  const paths = describe && new Set(optionPaths(describe));
  const known = (/** @type {string} */ path) => !paths || paths.has(path);
  const of = (/** @type {string} */ part) => (/** @type {unknown} */ value, /** @type {At} */ at) =>
    options(value, at, (name) => known(`${part}.${name}`));
  const model = (/** @type {unknown} */ value, /** @type {At} */ at, /** @type {string | undefined} */ own) => {
    const kind = isObject(value) && typeof value.kind === 'string' ? value.kind : own;
    return kind === undefined ? refuse('missing', below(at, 'kind')) : of(`models.${kind}`)(value, at);
  };
  const {models} = experiment;
  const fields = {
    task: of('task'),
    train: of('train'),
    models: list((one, at, i = 0) => model(one, at, models[i].kind), 0, models.length),
    add: (/** @type {unknown} */ value, /** @type {At} */ at) => model(value, at, undefined),
  };
  return /** @type {any} */ (object(fields, []));
}

/** Options by their names; those of an optimizer stand below it. @param {unknown} value @param {At} at @param {(name: string) => boolean} known @returns {Record<string, unknown>} */
function options(value, at, known) {
  if (!isObject(value) || Object.keys(value).length > MOST) return refuse('object', at);
  const read = Object.entries(value).flatMap(([name, one]) => {
    const where = below(at, name);
    if (BESIDE.includes(name)) return [[name, harmless(one, where, 0)]];
    if (isObject(one)) return [[name, options(one, where, (more) => known(`${name}.${more}`))]];
    if (known(name)) return [[name, harmless(one, where, 0)]];
    at.unknown.push(where.place);
    return [];
  });
  return Object.fromEntries(read);
}

/** JSON of bounded size. @param {unknown} value @param {At} at @param {number} depth @returns {unknown} */
function harmless(value, at, depth) {
  if (depth > DEEPEST) return refuse('value', at);
  const inner = (/** @type {unknown} */ one, /** @type {string | number} */ name) => harmless(one, below(at, name), depth + 1); // prettier-ignore
  if (Array.isArray(value))
    return value.length > MOST_EDITS ? refuse('value', at) : value.map((one, i) => inner(one, i + 1));
  if (isObject(value)) {
    const names = Object.keys(value);
    if (names.length > MOST || !names.every(isName)) return refuse('value', at);
    return Object.fromEntries(names.map((name) => [name, inner(value[name], name)]));
  }
  if (typeof value === 'string') return value.length > LONGEST ? refuse('value', at) : plain(value);
  if (typeof value === 'number' && !Number.isFinite(value)) return refuse('value', at);
  return typeof value === 'number' || typeof value === 'boolean' || value === null ? value : refuse('value', at);
}
