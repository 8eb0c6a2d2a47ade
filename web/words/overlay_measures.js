// What the engine calls measures, and what tasks know, in the page's language, as overlay.js does it for the rest of describe():
//
//   measure.<kind>.title .summary, measure.<kind>.<option>…, measure.<kind>.array.<name>, task.<kind>.hidden.<name>
import {entry, kindEntries, partOf} from './overlay.js';

/** @typedef {import('./overlay.js').Entry} Entry */
/** Of describe(). @typedef {{measures?: any[], tasks: {kind: string, hidden?: {name: string, title: string}[]}[]}} Measures */

/** Every text of it that a language file may have. @param {Measures} of @returns {Entry[]} */
export function measureEntries({measures = [], tasks}) {
  const titles = (/** @type {string} */ key, /** @type {{name: string, title: string}[]} */ of) =>
    of.map((one) => entry(`${key}.${partOf(one.name.replace(/\{\w+\}\./g, ''))}`, one, 'title'));
  return [
    ...kindEntries('measure', measures),
    ...measures.flatMap(({kind, arrays}) => titles(`measure.${kind}.array`, arrays)),
    ...tasks.flatMap(({kind, hidden = []}) => titles(`task.${kind}.hidden`, hidden)),
  ];
}

/** The same with the words of a language where it has them. @param {Measures} of @param {import('./words.js').Words} words @returns {Measures} of its own */
export function overlaidMeasures(of, words) {
  const copy = structuredClone(of);
  for (const {key, put} of measureEntries(copy)) if (words.has(key)) put(words.say(key));
  return copy;
}
