// How a model is told from others in words: what it has that they have not ("without residuals", "with an open forget gate").
import {say, written} from '../words/words.js';

/** @typedef {import('../runtime/types').Description} Description */
/** @typedef {{name: string, title?: string, choices?: {value: unknown, title?: string}[]}} Option of describe() */

/** Of an option of its kind. @param {string} kind @param {string} id @param {unknown} value @param {Description} describe @returns {string} */
export function optionWords(kind, id, value, {models}) {
  return having(
    id,
    value,
    models.find((one) => one.kind === kind)?.options?.find(({name}) => name === id),
  );
}

/** Of a training of its own, where an optimizer goes by its kind. @param {string} id @param {unknown} value @param {Description} describe @returns {string} */
export function trainingWords(id, value, {train}) {
  if (id === 'lr') return say('name.rate', {rate: plain(value)});
  const title = id === 'optimizer' && train.optimizers.find(({kind}) => kind === value)?.title;
  const kinds = [train, ...train.optimizers, ...train.schedules];
  const option = kinds.flatMap(({options}) => /** @type {Option[]} */ (options ?? [])).find(({name}) => name === id);
  return title || say('name.option', {option: titled(id, option), value: plain(value)});
}

/** Some have words of their own, by option and value; the others are said by what the page calls them. @param {string} id @param {unknown} value @param {Option} [option] */
function having(id, value, option) {
  const apart = typeof value !== 'number' || value === 0 || value === 1;
  const chosen = option?.choices?.find((one) => one.value === value)?.title;
  return say('name.has', {
    what: apart ? `${id}_${value}` : id,
    form: formOf(value),
    option: titled(id, option),
    value: chosen ? within(chosen.replace(/ \(.*/, '')) : plain(value),
  });
}

/** @param {unknown} value */
function formOf(value) {
  if (value === 'none' || value === false) return 'without';
  return value === true ? 'with' : typeof value;
}

/** @param {string} id @param {Option} [option] */
const titled = (id, option) => (option?.title ? within(option.title) : id.replaceAll('_', ' '));

/** A title as it stands within a sentence: "Atención" is "atención", "LSTM", "ReLU" and "Witten-Bell" stay. @param {string} title */
const within = (title) => title.replace(/^\p{Lu}(?=[\p{Ll}-]*(?![\p{L}-]))/u, (first) => first.toLowerCase());

/** @param {unknown} value */
const plain = (value) =>
  typeof value === 'number' ? written(value, {maximumSignificantDigits: 8, useGrouping: false}) : String(value);
