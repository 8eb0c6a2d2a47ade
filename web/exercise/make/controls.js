// Every control and part of the page that can be hidden, locked or opened, by its name with its title, in groups that a teacher
// recognises. Pure.
import {PARTS} from '../../shape/parts.js';

/** @typedef {import('../../runtime/types').Description} Description @typedef {import('../../runtime/types').Experiment} Experiment */
/** @typedef {import('../../runtime/types').Option} Option @typedef {import('../../shape/shape.js').Shape} Shape */
/** key: of its title, where that is the page's own word; title: where the engine says it. @typedef {{name: string, title?: string, key?: string, verbs: readonly ('hide' | 'lock' | 'open')[]}} Control */
/** @typedef {{id: string, title?: string, key?: string, controls: Control[]}} Group used: of the kinds that the experiment has */

/** What belongs to a chapter shows in the player, the rest where it is opened in the lab. */
const OF_PLAYER = ['verdict', 'lab_link', 'background', 'onward', 'recall'];
/** An exercise has nothing of these. */
const NEVER = ['background', 'onward', 'recall'];
const VERBS = /** @type {const} */ (['hide', 'lock', 'open']);

/** @param {Description} describe @param {Experiment} experiment @returns {Group[]} those of the kinds that it has first */
export function controlGroups(describe, experiment) {
  const {tasks, train, models} = describe;
  const kinds = new Set(experiment.models.map(({kind}) => kind));
  const ofModels = [...models].sort((a, b) => Number(kinds.has(b.kind)) - Number(kinds.has(a.kind)));
  const task = tasks.find(({kind}) => kind === experiment.task.kind);
  return [
    {id: 'player', key: 'make.group_player', controls: partsNamed((name) => OF_PLAYER.includes(name))},
    {id: 'page', key: 'make.group_page', controls: partsNamed((name) => !OF_PLAYER.includes(name))},
    {id: 'task', title: task?.title ?? experiment.task.kind, controls: options('task', task?.options ?? [])},
    {id: 'training', key: 'make.group_training', controls: trainControls(train)},
    ...ofModels.map(({kind, title, options: own}) => ({
      id: kind,
      title: title ?? kind,
      controls: options(`models.${kind}`, own),
    })),
  ];
}

/** @param {(name: string) => boolean} wanted @returns {Control[]} */
const partsNamed = (wanted) =>
  Object.entries(PARTS)
    .filter(([name]) => wanted(name) && !NEVER.includes(name))
    .map(([name, verbs]) => ({name, key: `make.part_${name}`, verbs}));

/** @param {string} place @param {readonly Option[]} own @returns {Control[]} */
const options = (place, own) => [
  {name: `${place}.kind`, key: 'make.kind', verbs: VERBS},
  ...own.map(({name, title}) => ({name: `${place}.${name}`, title: title ?? name, verbs: VERBS})),
];

/** Options that several kinds share stand there once. @param {Description['train']} train @returns {Control[]} */
function trainControls({options: own, optimizers, schedules}) {
  const shared = (/** @type {string} */ place, /** @type {{options: Option[]}[]} */ kinds) =>
    unique([
      {name: `${place}.kind`, key: `make.kind_${place.split('.')[1]}`, verbs: VERBS},
      ...kinds.flatMap(({options: of}) =>
        of.map(({name, title}) => ({name: `${place}.${name}`, title: title ?? name, verbs: VERBS})),
      ),
    ]);
  const plain = own.map(({name, title}) => ({name: `train.${name}`, title: title ?? name, verbs: VERBS}));
  return [...plain, ...shared('train.optimizer', optimizers), ...shared('train.schedule', schedules)];
}

/** @param {Control[]} controls */
const unique = (controls) => controls.filter(({name}, i) => controls.findIndex((one) => one.name === name) === i);

/** With a name in one of its lists, or without it. @param {Shape} shape @param {'hide' | 'lock' | 'open'} verb @param {string} name @param {boolean} on @returns {Shape} */
export function marked(shape, verb, name, on) {
  const others = shape[verb].filter((one) => one !== name);
  return {...shape, [verb]: on ? [...others, name] : others};
}

/** What is searched for in a control: its title as it is told, and its name. @param {{name: string}} control @param {string} told @param {string} search */
export function matches({name}, told, search) {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const text = `${told} ${name}`.toLowerCase().replaceAll('_', ' ');
  return words.every((word) => text.includes(word.replaceAll('_', ' ')));
}
