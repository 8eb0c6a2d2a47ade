// A Vite plugin: of what the engine describes the page carries what it shows before it has an engine. Which measures can be taken the
// engine is asked, for each model (runner.measures()), and what tasks know is for them alone. What is said at length, in summaries and
// refusals, comes with the lab, or after the home (web/words/described.js).

import {readFileSync} from 'node:fs';

const DESCRIPTION = new URL('../build/describe.json', import.meta.url);

/** @param {Record<string, any>} description @returns {Record<string, any>} */
export function briefly({measures: _, ...rest}) {
  return {...rest, tasks: rest.tasks.map((/** @type {any} */ {hidden: _, cues: __, ...task}) => task)};
}

/** What is said at length, by its name. */
const LONG = ['summary', 'refusals'];

/** @param {any} value @returns {any} the same without what is said at length */
export function inShort(value) {
  if (Array.isArray(value)) return value.map(inShort);
  if (!value || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(([name]) => !LONG.includes(name));
  return Object.fromEntries(kept.map(([name, inner]) => [name, inShort(inner)]));
}

/** @param {any} value @returns {any} what is said at length alone, where it stands; 0: nothing there */
export function atLength(value) {
  if (!value || typeof value !== 'object') return 0;
  if (Array.isArray(value)) {
    const all = value.map(atLength);
    return all.some(Boolean) ? all : 0;
  }
  const told = Object.entries(value).map(([name, inner]) => [name, LONG.includes(name) ? inner : atLength(inner)]);
  const some = told.filter(([, inner]) => inner);
  return some.length ? Object.fromEntries(some) : 0;
}

/** The engine's description, and the module in which stands what is said at length: without this plugin nothing. */
const [WHOLE, REST] = [/build\/describe\.json$/, /web\/words\/long\.js$/];

/** @param {{apart?: boolean}} [how] apart: what is said at length is a module of its own @returns {import('vite').Plugin} */
export function describedBriefly({apart = false} = {}) {
  const read = (/** @type {string} */ code) => briefly(JSON.parse(code));
  return {
    name: 'unrolled-described-briefly',
    enforce: 'pre',
    transform(code, id) {
      if (WHOLE.test(id)) return {code: JSON.stringify(apart ? inShort(read(code)) : read(code)), map: null};
      if (!REST.test(id) || !apart) return null;
      const text = JSON.stringify(atLength(read(readFileSync(DESCRIPTION, 'utf8'))));
      return {code: `export default JSON.parse(${JSON.stringify(text)});`, map: null};
    },
  };
}
