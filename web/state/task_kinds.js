// What the page has to know of a task besides its options: how results are shown, and whether there is data. Pure.

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
 * The data that a task can read: corpus ids, "own" among them where the reader may bring some.
 * @param {Kind | undefined} kind
 */
export function dataOf(kind) {
  return kind?.options.find(({name}) => name === 'corpus')?.choices ?? [];
}

/** Headings of the list of tasks, by how their results look. */
const GROUPS = /** @type {const} */ ([
  ['text', 'Texts'],
  ['positions', 'An answer at every position'],
  ['labels', 'One answer for a sequence'],
  ['pairs', 'From one sequence to another'],
  ['waves', 'Numbers over time'],
  ['images', 'Images'],
  ['sets', 'Sets'],
]);

/**
 * Tasks under headings, those of describe() in its order; empty headings are left out.
 * @param {Description} describe @returns {{title: string, tasks: Kind[]}[]}
 */
export function groupedTasks({tasks}) {
  const known = GROUPS.map(([view, title]) => ({title, tasks: tasks.filter((task) => (task.view ?? 'text') === view)}));
  const titled = new Set(known.flatMap((group) => group.tasks));
  const others = tasks.filter((task) => !titled.has(task));
  return [...known, {title: 'Others', tasks: others}].filter((group) => group.tasks.length > 0);
}
