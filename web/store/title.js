// What a kept race is called: by the name that its reader gave it, else by what it learned from and by what sort of race it is.
import {PRESETS} from '../state/presets.js';
import {say} from '../words/words.js';

/** @typedef {import('./kept_race.js').Row} Row @typedef {Pick<import('../runtime/types').Description, 'tasks'>} Tasks */

/** Told apart from others on the shelf. @param {Row} row @param {Tasks} describe */
export function titleOf(row, describe) {
  const {name, number = 1} = row;
  const title = name || commonTitle(row, describe);
  return name || number < 2 ? title : say('runs.numbered', {title, number});
}

/** What others may be called, too. @param {Row} row @param {Tasks} describe @returns {string} */
function commonTitle({receipt, own}, {tasks}) {
  const {name, task} = receipt.page.experiment;
  const told = typeof name === 'string' ? name : '';
  if (own) return isOrdinary(told, tasks) ? own : say('runs.named_of', {name: told, title: own});
  return told || (tasks.find(({kind}) => kind === task.kind)?.title ?? task.kind);
}

/** Whether an experiment has no name of its own, but that of its preset or task. @param {string} name @param {Tasks['tasks']} tasks */
function isOrdinary(name, tasks) {
  return !name || PRESETS.some(({experiment}) => experiment.name === name) || tasks.some(({title}) => title === name);
}

/**
 * With a number where others are called so already. It stays for as long as the race is called so, whoever else goes: then
 * nobody else is read.
 * @param {Row} row @param {Row | undefined} before the same as it stands there @param {{list: () => Promise<Row[]>}} shelf @param {Tasks} describe
 * @returns {Promise<Row>}
 */
export async function numbered(row, before, shelf, describe) {
  const title = commonTitle(row, describe);
  const {number: _, ...plain} = row;
  if (before && commonTitle(before, describe) === title) return withNumber(plain, before.number);
  const alike = (await shelf.list()).filter((other) => other.id !== row.id && commonTitle(other, describe) === title);
  return withNumber(plain, alike.length && 1 + Math.max(alike.length, ...alike.map(({number = 1}) => number)));
}

/** @param {Row} row @param {number | undefined} number @returns {Row} */
const withNumber = (row, number) => (number ? {...row, number} : row);
