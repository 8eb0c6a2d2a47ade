// What the page has to know of a task besides its options: how results are shown, and whether there is data. Pure.
import {say} from '../words/words.js';

/** @typedef {import('../runtime/types').Description} Description */
/** @typedef {import('../runtime/types').Kind} Kind */
/** @typedef {import('../runtime/types').View} View */

/** @param {{kind: string}} task @param {Description} describe @returns {Kind | undefined} */
export function kindOfTask({kind}, {tasks}) {
  return tasks.find((one) => one.kind === kind);
}

/** @param {{kind: string}} task @param {Description} describe @returns {View} */
export function viewOf(task, describe) {
  return kindOfTask(task, describe)?.view ?? 'text';
}

/** Whether the data is a text whose characters are the vocabulary. @param {{kind: string}} task @param {Description} describe */
export function isText(task, describe) {
  return kindOfTask(task, describe)?.text === true;
}

/** Whether there is a file to load. @param {{kind: string}} task @param {Description} describe */
export function readsData(task, describe) {
  return kindOfTask(task, describe)?.reads_data === true;
}

/**
 * What the places of its sequences are: of what is given, and of an answer that is written.
 * @param {Record<string, unknown> & {kind: string}} task @param {Description} describe @returns {{given: string, written: string}}
 */
export function placesOf(task, describe) {
  const kind = kindOfTask(task, describe);
  const usual = (/** @type {string} */ name) => kind?.options.find((option) => option.name === name)?.default;
  const word = (/** @type {string} */ place) =>
    place.replace(/^\{(\w+)\}$/, (_, name) => String(task[name] ?? usual(name) ?? 'symbols'));
  const {given = 'symbols', written = given} = kind?.places ?? {};
  return {given: word(given), written: word(written)};
}

/**
 * The data that a task can read: corpus ids, "own" among them where the reader may bring some.
 * @param {Kind | undefined} kind
 */
export function dataOf(kind) {
  return kind?.options.find(({name}) => name === 'corpus')?.choices ?? [];
}

/** Keys of the headings of the list of tasks, by how their results look. */
const GROUPS = /** @type {const} */ ([
  ['text', 'tasks.text'],
  ['positions', 'tasks.positions'],
  ['labels', 'tasks.labels'],
  ['pairs', 'tasks.pairs'],
  ['waves', 'tasks.waves'],
  ['images', 'tasks.images'],
  ['sets', 'tasks.sets'],
]);

/**
 * Tasks under headings, those of describe() in its order; empty headings are left out.
 * @param {Description} describe @returns {{title: string, tasks: Kind[]}[]}
 */
export function groupedTasks({tasks}) {
  const known = GROUPS.map(([view, key]) => ({
    title: say(key),
    tasks: tasks.filter((task) => (task.view ?? 'text') === view),
  }));
  const titled = new Set(known.flatMap((group) => group.tasks));
  const others = tasks.filter((task) => !titled.has(task));
  return [...known, {title: say('tasks.others'), tasks: others}].filter((group) => group.tasks.length > 0);
}
