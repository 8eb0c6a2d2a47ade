// What of the page can be named: its parts, and its options by their path in describe(). docs/shape.md lists them.

/** @typedef {import('../runtime/types').Description} Description */
/** @typedef {'hide' | 'lock' | 'open'} Verb */

/** The parts, and what can be done to each. @type {Readonly<Record<string, readonly Verb[]>>} */
export const PARTS = Object.freeze({
  gallery: ['hide', 'lock'],
  story: ['hide'],
  task: ['hide', 'lock', 'open'],
  data: ['hide', 'lock', 'open'],
  training: ['hide', 'lock', 'open'],
  pace: ['hide', 'lock'],
  early_end: ['hide', 'lock', 'open'],
  chart: ['hide'],
  chart_options: ['hide'],
  verdict: ['hide'],
  models: ['hide', 'lock'],
  add_model: ['hide', 'lock'],
  model_menu: ['hide', 'lock'],
  model_editor: ['hide', 'lock', 'open'],
  numbers: ['hide'],
  answers: ['hide'],
  prompt: ['hide', 'open'],
  inside: ['hide', 'open'],
  compare: ['hide', 'open'],
  share: ['hide'],
  lab_link: ['hide'],
  recall: ['hide'],
  background: ['hide'],
  onward: ['hide'],
});

/** What a part has inside. @type {Readonly<Record<string, readonly string[]>>} */
const INSIDE = Object.freeze({
  task: ['data', 'task.*'],
  data: ['task.corpus', 'task.text'],
  training: ['early_end', 'train.*'],
  models: ['add_model', 'model_menu', 'model_editor', 'numbers', 'answers'],
  model_editor: ['models.*'],
});

/**
 * Whether what is said of `entry` holds for `name` too: for what lies inside a part, for what a star stands for. A name
 * may have stars as well: then for anything among what it names.
 * @param {string} entry @param {string} name @returns {boolean}
 */
export function covers(entry, name) {
  if (entry === name) return true;
  if (entry.includes('.') && name.includes('.') && meets(entry.split('.'), name.split('.'))) return true;
  return Object.hasOwn(INSIDE, entry) && INSIDE[entry].some((inner) => covers(inner, name));
}

/** A star is any one step of a path; at the end, everything below. @param {string[]} a @param {string[]} b @returns {boolean} */
function meets([first, ...rest], [other, ...others]) {
  if (first === undefined || other === undefined) return first === other;
  if ((first === '*' && !rest.length) || (other === '*' && !others.length)) return true;
  return (first === other || first === '*' || other === '*') && meets(rest, others);
}

/** What of its training a model may have of its own: models.lstm.train.seed, models.lstm.train.optimizer.lr. */
const OWN = ['seed', 'optimizer'];

/** Every option by its path: task.length, train.optimizer.lr, models.lstm.hidden_size. @param {Description} describe @returns {string[]} */
export function optionPaths({tasks, train, models}) {
  const of = (/** @type {string} */ place, /** @type {{options: {name: string}[]}[]} */ kinds) =>
    ['kind', ...kinds.flatMap(({options}) => options.map(({name}) => name))].map((name) => `${place}.${name}`);
  const training = [
    ...train.options.map(({name}) => `train.${name}`),
    ...of('train.optimizer', train.optimizers),
    ...of('train.schedule', train.schedules),
  ];
  const own = training.filter((path) => OWN.includes(path.split('.')[1]));
  const ofModel = (/** @type {Description['models'][number]} */ model) => [
    ...of(`models.${model.kind}`, [model]),
    ...own.map((path) => `models.${model.kind}.${path}`),
  ];
  return [...of('task', tasks), ...training, ...models.flatMap(ofModel)];
}
