// The race that the page opens with, and how an experiment gets every option spelt out.

import {versioned} from './runs.js';

/** @typedef {import('../runtime/types').Experiment} Experiment */
/** @typedef {import('../runtime/types').Description} Description */
/** @typedef {import('../runtime/types').Option} Option */

/** @type {Experiment} */
export const DEFAULT_EXPERIMENT = {
  version: 1,
  name: 'Reading dates',
  task: {kind: 'dates'},
  train: {
    batch_size: 32,
    steps: 400,
    seed: 1,
    eval_every: 25,
    clip_norm: 1,
    tier: 'strict',
    optimizer: {kind: 'adam', lr: 0.005},
    schedule: {kind: 'constant'},
  },
  models: [
    {kind: 'seq2seq', cell: 'gru', hidden_size: 48, attention: 'additive'},
    {kind: 'seq2seq', cell: 'gru', hidden_size: 48, attention: 'none'},
  ],
};

/** @param {Option} option @param {Record<string, unknown>} values @returns {boolean} whether the option applies */
export function applies(option, values) {
  return Object.entries(option.when ?? {}).every(([name, accepted]) => accepted.includes(values[name]));
}

/**
 * The same experiment with the default of every option that it leaves out and that applies. What it says itself is
 * left as it is, wrong or not: the engine is who refuses.
 * @param {Experiment} experiment @param {Description} describe @returns {Experiment}
 */
export function complete(experiment, describe) {
  const {task, train, models} = experiment;
  return versioned({
    ...experiment,
    task: fill(task, optionsOf(describe.tasks, task.kind)),
    train: {
      ...fill(train, describe.train.options),
      optimizer: fillKind(train.optimizer, describe.train.optimizers),
      schedule: fillKind(train.schedule, describe.train.schedules),
    },
    models: models.map((model) => fill(model, optionsOf(describe.models, model.kind))),
  });
}

/** A model with nothing but its kind and its defaults. @param {string} kind @param {Description} describe */
export function defaultModel(kind, describe) {
  return fill({kind}, optionsOf(describe.models, kind));
}

/** @param {{kind: string, options: Option[]}[]} kinds @param {string} kind */
function optionsOf(kinds, kind) {
  return kinds.find((one) => one.kind === kind)?.options ?? [];
}

/** @param {{kind: string} | undefined} value @param {{kind: string, options: Option[]}[]} kinds */
function fillKind(value, kinds) {
  const chosen = value ?? {kind: kinds[0].kind};
  return fill(chosen, optionsOf(kinds, chosen.kind));
}

/**
 * @template {object} T
 * @param {T} values @param {Option[]} options @returns {T}
 */
function fill(values, options) {
  /** @type {any} */
  const filled = {...values};
  for (const option of options)
    if (!(option.name in filled) && option.default !== undefined && applies(option, filled))
      filled[option.name] = option.default;
  return filled;
}
