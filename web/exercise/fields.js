// What the parts of an exercise may be, as readers that are put together: each takes what somebody wrote and gives what is kept of it.
// What is no such thing is refused in a sentence with its place; a name that nobody knows is left out, and named. Pure.
import '../words/exercise.js';
import {isObject} from '../state/objects.js';
import {LinkError} from '../state/packed.js';
import {plain, plainLine} from './plain.js';

const MOST_NAMES = 8;

/** Where one reads, and what was left out so far, by its place. @typedef {{place: string, unknown: string[]}} At */
/** i: of a list its place. @template T @typedef {(value: unknown, at: At, i?: number) => T} Reader */

/** @param {At} at @param {string | number} name @returns {At} */
export const below = ({place, unknown}, name) => ({place: `${place}.${name}`, unknown});

/** Of an option, a model, a control: nothing else is called so. @param {string} name */
export const isName = (name) => /^[\w.-]{1,60}$/.test(name);

/** @param {string} key @param {At} at @param {Record<string, string | number>} [values] @returns {never} */
export function refuse(key, {place}, values = {}) {
  throw new LinkError(`exercise.fault.${key}`, {place, ...values});
}

/** @param {unknown} value @param {number} limit @param {At} at */
function written(value, limit, at) {
  if (typeof value !== 'string' || value.length > limit) refuse('text', at, {limit});
  return /** @type {string} */ (value);
}

/** A text in one line that says something. @param {number} limit characters @returns {Reader<string>} */
export const line = (limit) => (value, at) => plainLine(written(value, limit, at)) || refuse('text', at, {limit});

/** A text of several lines that says something. @param {number} limit characters @returns {Reader<string>} */
export const passage = (limit) => (value, at) => plain(written(value, limit, at)) || refuse('text', at, {limit});

/** The same where it may say nothing: then it is left out. @param {number} limit characters @returns {Reader<string | undefined>} */
export const lines = (limit) => (value, at) => plain(written(value, limit, at)) || undefined;

/** @param {number} low @param {number} high @returns {Reader<number>} */
export const number = (low, high) => (value, at) =>
  typeof value === 'number' && value >= low && value <= high ? value : refuse('number', at, {low, high});

/** @param {number} low @param {number} high @returns {Reader<number>} */
export const whole = (low, high) => (value, at) =>
  Number.isInteger(value) && Number(value) >= low && Number(value) <= high
    ? Number(value)
    : refuse('whole', at, {low, high});

/** A name of a list that may grow: one that is not known is left out. @param {readonly string[]} names @returns {Reader<string | undefined>} */
export const knownOf = (names) => (value, at) => {
  if (typeof value !== 'string') return refuse('choice', at, {choices: names.join(', ')});
  if (!names.includes(value)) at.unknown.push(at.place);
  return names.includes(value) ? value : undefined;
};

/** By names of any kind, a few. @template T @param {Reader<T>} item @returns {Reader<Record<string, T>>} */
export const named = (item) => (value, at) => {
  if (!isObject(value) || Object.keys(value).length > MOST_NAMES || !Object.keys(value).every(isName))
    return refuse('object', at);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, item(one, below(at, name))]));
};

/** @template T @param {readonly T[]} values @returns {Reader<T>} */
export const oneOf = (values) => (value, at) =>
  values.includes(/** @type {T} */ (value))
    ? /** @type {T} */ (value)
    : refuse('choice', at, {choices: values.join(', ')});

/** @template T @param {Reader<T>} item @param {number} least @param {number} most @returns {Reader<T[]>} */
export const list = (item, least, most) => (value, at) => {
  if (!Array.isArray(value) || value.length < least || value.length > most) return refuse('list', at, {least, most});
  return value.map((one, i) => item(one, below(at, i + 1), i));
};

/**
 * Of its fields those that are there; what is undefined when it was read is left out.
 * @template {Record<string, Reader<any>>} F @template {keyof F & string} N
 * @param {F} fields @param {readonly N[]} needed
 * @returns {Reader<{[name in N]: ReturnType<F[name]>} & {[name in keyof F]?: ReturnType<F[name]>}>}
 */
export const object = (fields, needed) => (value, at) => {
  if (!isObject(value)) return refuse('object', at);
  for (const name of needed) if (value[name] === undefined) refuse('missing', below(at, name));
  const names = Object.keys(value);
  at.unknown.push(...names.filter((name) => !Object.hasOwn(fields, name)).map((name) => below(at, name).place));
  const known = Object.keys(fields).filter((name) => Object.hasOwn(value, name) && value[name] !== undefined);
  const read = known.map((name) => [name, fields[name](value[name], below(at, name))]);
  return /** @type {any} */ (Object.fromEntries(read.filter(([, one]) => one !== undefined)));
};
