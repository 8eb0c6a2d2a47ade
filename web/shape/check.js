// Reads the one object from anywhere. What no page writes (wrong types, lists and texts without end) is refused; what a
// newer page may write and this one does not know is left out and said, since a lock less is better than no exercise.
import '../words/links.js';
import {checkExperiment, parseHarmless} from '../state/experiment.js';
import {isObject} from '../state/objects.js';
import {LinkError} from '../state/packed.js';
import {PRESETS} from '../state/presets.js';
import {checkView} from '../state/view.js';
import {say} from '../words/words.js';
import {NO_TEXT} from './page.js';
import {optionPaths, covers, PARTS} from './parts.js';
import {NO_SHAPE} from './shape.js';

/** @typedef {import('../runtime/types').Description} Description */
/** @typedef {import('./page.js').Page} Page */
/** @typedef {import('./page.js').Text} Text */
/** @typedef {import('./shape.js').Shape} Shape */
/** @typedef {import('./parts.js').Verb} Verb */
/** What was read, and by name what was left out. @typedef {{page: {experiment: Page['experiment']} & Partial<Page>, unknown: string[]}} Read */
/** Reads the part `exercise`: web/exercise/check.js, which comes with what shows exercises. @typedef {typeof import('../exercise/check.js').checkExercise} CheckExercise */

export const NAMES_LIMIT = 64; // of each list
export const NAME_LIMIT = 80; // characters
/** Characters. */
export const TEXT_LIMITS = Object.freeze({title: 120, story: 1000, watch: 1000});

const PATH = /^(task|train|models)(\.(\w+|\*)){1,4}$/;
/** All options of a place are its part. @type {Readonly<Record<string, string>>} */
const WHOLE = Object.freeze({'task.*': 'task', 'train.*': 'training', 'models.*': 'model_editor'});
// Plain text has lines, but nothing that writes over other text or turns it around.
const UNSEEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * A bare experiment, or the whole object; parts that it leaves out are left out of what is read too.
 * @param {string} json @param {Description} [describe] without it, no option is unknown
 * @param {CheckExercise} [checkExercise] without it, an exercise is left out
 * @returns {Read} @throws LinkError
 */
export function parsePage(json, describe, checkExercise) {
  const value = parseHarmless(json);
  if (!isObject(value) || !('experiment' in value)) return {page: {experiment: checkExperiment(value)}, unknown: []};
  const {experiment, view, shape, text, exercise, ...others} = value;
  /** @type {Read} */
  const read = {page: {experiment: checkExperiment(experiment)}, unknown: Object.keys(others)};
  if (!checkExercise && exercise !== undefined) read.unknown.push('exercise');
  if (view !== undefined) read.page.view = checkView(objectOr(view, 'view'));
  if (shape !== undefined) read.page.shape = checkShape(objectOr(shape, 'shape'), describe, read.unknown);
  if (text !== undefined) read.page.text = checkText(objectOr(text, 'text'), read.unknown);
  if (checkExercise && exercise !== undefined)
    read.page.exercise = checkExercise(exercise, read.page.experiment, describe, read.unknown).exercise;
  return read;
}

/** The sentence about what was left out; '' where nothing was. @param {string[]} unknown */
export function leftOut(unknown) {
  if (!unknown.length) return '';
  const names = unknown.slice(0, 3).map((name) => name.slice(0, 40));
  return say('link.left.out', {count: unknown.length, names: names.join(', '), more: unknown.length - names.length});
}

/** Names from the readable part of an address; unknown ones are as if they were not there. @param {string | null} list @param {Verb} verb @param {Description} [describe] */
export function readNames(list, verb, describe) {
  const names = (list ?? '')
    .slice(0, NAMES_LIMIT * NAME_LIMIT)
    .split(',')
    .slice(0, NAMES_LIMIT);
  return knownNames(names, verb, describe, []);
}

/** @param {any} value @param {string} name */
function objectOr(value, name) {
  if (isObject(value)) return value;
  throw new LinkError('link.page.part', {name});
}

/** @param {Record<string, unknown>} value @param {Description | undefined} describe @param {string[]} unknown @returns {Shape} */
function checkShape({hide = [], lock = [], open = [], ...others}, describe, unknown) {
  unknown.push(...Object.keys(others));
  const read = (/** @type {unknown} */ names, /** @type {Verb} */ verb) =>
    knownNames(checkNames(names, verb), verb, describe, unknown);
  const shape = {hide: read(hide, 'hide'), lock: read(lock, 'lock'), open: read(open, 'open')};
  return shape.hide.length + shape.lock.length + shape.open.length ? shape : NO_SHAPE;
}

/** @param {unknown} names @param {string} verb @returns {string[]} */
function checkNames(names, verb) {
  if (
    !Array.isArray(names) ||
    names.length > NAMES_LIMIT ||
    !names.every((name) => typeof name === 'string' && name.length <= NAME_LIMIT)
  )
    throw new LinkError('link.names', {list: `shape.${verb}`, count: NAMES_LIMIT, length: NAME_LIMIT});
  return names;
}

/** @param {string[]} names @param {Verb} verb @param {Description | undefined} describe @param {string[]} unknown */
function knownNames(names, verb, describe, unknown) {
  const paths = describe && optionPaths(describe);
  /** @type {Set<string>} */
  const known = new Set();
  for (const name of names.map((written) => (Object.hasOwn(WHOLE, written) ? WHOLE[written] : written))) {
    const isPart = Object.hasOwn(PARTS, name) && PARTS[name].includes(verb);
    const isOption = PATH.test(name) && (!paths || paths.some((path) => covers(name, path)));
    if (isPart || isOption) known.add(name);
    else unknown.push(name);
  }
  return [...known];
}

/** @param {Record<string, unknown>} value @param {string[]} unknown @returns {Text} */
function checkText({preset, title, story, watch, ...others}, unknown) {
  unknown.push(...Object.keys(others));
  if (typeof preset === 'string' && PRESETS.some(({id}) => id === preset)) return {preset};
  if (preset !== undefined) unknown.push(String(preset));
  const literal = Object.entries({title, story, watch}).filter(([, words]) => words !== undefined && words !== '');
  for (const [name, words] of literal) {
    const limit = TEXT_LIMITS[/** @type {'title'} */ (name)];
    if (typeof words !== 'string' || words.length > limit)
      throw new LinkError('link.text', {name: `text.${name}`, limit});
  }
  const plain = literal.map(([name, words]) => [name, String(words).replace(UNSEEN, '')]);
  return plain.length ? Object.fromEntries(plain) : NO_TEXT;
}
