// What a failure says to a reader: place, finding, remedy, in the page's words. Failures are plain data, {key, where, values}:
// the engine's keys have their English in describe().refusals, the page's own ("trouble.…", "link.…") in en.js; a language
// file has the engine's as refusal-<key>. No path and no bracket of the experiment's JSON comes out of here.
import {language, say, told, written} from './words.js';

/** @typedef {import('../runtime/types').Description} Description */
/** @typedef {import('../runtime/types').Experiment} Experiment */
/** @typedef {import('../runtime/types').Option} Option */
/** @typedef {{key: string, values?: Record<string, string | number>, where?: string, message?: string,
 *   then?: import('./words.js').Saying[]}} Told a Failure, a Message, or an Error that has their fields */
/** @typedef {{experiment?: Experiment | null, names?: string[], describe?: Description | null}} Context what a race has */

/** Values that are the name of an option of the same table as the place. */
const OPTION_NAMES = new Set(['other', 'option']);
/** What the engine found where a value should be, and how a person calls it. @type {Record<string, string>} */
const FOUND = {'[]': 'found.list', '{}': 'found.object', null: 'found.nothing', '""': 'found.nothing'};

/**
 * "Hidden size of LSTM 128: 0 is not a whole number from 1 to 1,024. Choose one in this range."
 * @param {unknown} failure whatever was thrown or told @param {Context} [context] such as a Race
 */
export function refusal(failure, context = {}) {
  const told = asTold(failure);
  const place = placeOf(told, context);
  return place ? say('place.before', {place, sentence: refusalHere(told, context)}) : refusalHere(told, context);
}

/** The same where the model is named already: beside "LSTM 128". @param {unknown} failure @param {Context} [context] */
export function refusalOfModel(failure, context = {}) {
  const {where = ''} = asTold(failure);
  if (/^models\[\d+\]$/.test(where)) return refusalHere(failure, context);
  if (!where.startsWith('models[')) return refusal(failure, context);
  return say('place.before', {place: optionTitle(where, context), sentence: refusalHere(failure, context)});
}

/** The same without its place, beside the field or list that it is about. @param {unknown} failure @param {Context} [context] */
export function refusalHere(failure, context = {}) {
  const {key, values = {}, where = '', then = []} = asTold(failure);
  const options = optionsAt(where, context);
  const words = Object.entries(values).map(([name, value]) => [name, wording(name, value, key, where, options)]);
  return [sentenceOf(key, Object.fromEntries(words), context), ...then.map(told)].join(' ');
}

/** @param {any} failure @returns {Told} */
function asTold(failure) {
  if (typeof failure?.key === 'string') return failure;
  return {key: 'trouble.internal', values: {reason: String(failure?.message ?? failure)}};
}

/** @param {string} key @param {Record<string, string>} values @param {Context} context */
function sentenceOf(key, values, {describe}) {
  const translated = `refusal.${key}`;
  if (language.words.has(translated)) return say(translated, values);
  const english = describe?.refusals?.[key];
  return english ? english.replace(/\{ \$(\w+) \}/g, (whole, name) => values[name] ?? whole) : say(key, values);
}

/**
 * @param {string} name @param {string | number} value @param {string} key @param {string} where @param {Option[]} options
 * @returns {string}
 */
function wording(name, value, key, where, options) {
  if (typeof value === 'number') return numberText(value);
  if (OPTION_NAMES.has(name)) return quoted(options.find((option) => option.name === value)?.title ?? value);
  if (name === 'found' && Object.hasOwn(FOUND, value)) return say(FOUND[value]);
  if (key === 'fit.form')
    return value
      .split(', ')
      .map((form) => say(`form.${form}`))
      .join(', ');
  if (name === 'known' || name === 'near') return choiceTitles(value, where, options);
  return value;
}

/** What a value of an option is called, where it is one of its choices. @param {string} value @param {string} where @param {Context} context */
export const choiceName = (value, where, context) => choiceTitles(value, where, optionsAt(where, context));

/** The titles of choices, where the place is an option that has some. @param {string} value @param {string} where @param {Option[]} options */
function choiceTitles(value, where, options) {
  const choices = options.find(({name}) => name === last(where))?.choices ?? [];
  const title = (/** @type {string} */ name) => choices.find((choice) => String(choice.value) === name)?.title ?? name;
  return value.split(', ').map(title).join(', ');
}

/** @param {number} number @returns {string} whole ones in full, others with six digits */
const numberText = (number) => written(number, Number.isInteger(number) ? {} : {maximumSignificantDigits: 6});

/** @param {string} text */
const quoted = (text) => say('place.quoted', {text});

/** @param {string} where */
const last = (where) => where.split('.').at(-1) ?? '';

/** @param {Told} told @param {Context} context @returns {string} '' for none */
function placeOf({where = '', values = {}}, context) {
  const name = placeName(where, context);
  return values.line === undefined
    ? name
    : say('place.line', {line: numberText(Number(values.line)), of: lineOf(where)});
}

/** @param {string} where of something that has lines */
const lineOf = (where) => (HANDED.has(where) ? say(`place.in_${where}`) : where);

/** Places that are handed over, and no option. */
const HANDED = new Set(['text', 'table', 'experiment']);
/** Places that say no more than the button that was pressed. */
const SILENT = new Set(['', 'tap', 'next', 'excerpt', 'generate', 'adopt', 'lr', 'memory']);

/** What a place is called: "Hidden size of LSTM 128"; '' for none. @param {string} where @param {Context} context @returns {string} */
export function placeName(where, context) {
  if (SILENT.has(where)) return '';
  const model = /^models\[(\d+)\](?:\.(.*))?$/.exec(where);
  if (model) return modelPlace(Number(model[1]), model[2], where, context);
  if (/^[a-z]+$/.test(where)) {
    const place = say(`place.${where}`);
    return place === `place.${where}` ? titleOf(where) : place;
  }
  return optionTitle(where, context);
}

/** @param {number} k @param {string | undefined} option @param {string} where @param {Context} context */
function modelPlace(k, option, where, context) {
  const model = context.names?.[k] ?? say('place.model', {number: k + 1});
  return option ? say('place.of_model', {option: optionTitle(where, context), model}) : model;
}

/** @param {string} where @param {Context} context */
function optionTitle(where, context) {
  const name = last(where);
  if (name === 'kind') return kindTitle(where);
  return optionsAt(where, context).find((option) => option.name === name)?.title ?? titleOf(name);
}

/** "train.optimizer.kind" is the optimizer. @param {string} where */
const kindTitle = (where) => titleOf((where.split('.').at(-2) ?? '').replace(/\[\d+\]$/, ''));

/** "d_model" where no table has a title for it: cleaned of what is no letter or digit. @param {string} name */
const titleOf = (name) => name.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** The options of the table that a place is in. @param {string} where @param {Context} context @returns {Option[]} */
function optionsAt(where, {experiment, describe}) {
  if (!describe) return [];
  const own = /^models\[\d+\]\.(train\..*)/.exec(where); // of its own, with the names that the race's have
  if (own) return optionsAt(own[1], {experiment, describe});
  const model = /^models\[(\d+)\]/.exec(where);
  if (model) return kindOptions(describe.models, experiment?.models[Number(model[1])]?.kind);
  if (/^task\b/.test(where)) return kindOptions(describe.tasks, experiment?.task.kind);
  const {train} = describe;
  if (/^train\.optimizer\b/.test(where)) return kindOptions(train.optimizers, kindIn(experiment?.train.optimizer));
  if (/^train\.schedule\b/.test(where)) return kindOptions(train.schedules, kindIn(experiment?.train.schedule));
  return train.options;
}

/** @param {any} part */
const kindIn = (part) => part?.kind;

/** @param {{kind: string, options: Option[]}[]} groups @param {string | undefined} kind */
const kindOptions = (groups, kind) => groups.find((group) => group.kind === kind)?.options ?? [];
