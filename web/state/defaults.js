// The race that the page opens with, and how an experiment gets every option spelt out.

/** @typedef {import('../runtime/types').Experiment} Experiment */
/** @typedef {import('../runtime/types').Description} Description */
/** @typedef {import('../runtime/types').Option} Option */

/** @type {Experiment} */
export const DEFAULT_EXPERIMENT = {
  version: 1,
  name: 'Three models read Moby Dick',
  task: {kind: 'text', corpus: 'moby-dick', length: 64},
  train: {
    batch_size: 16,
    steps: 3000,
    seed: 1,
    eval_every: 100,
    clip_norm: 1,
    tier: 'strict',
    optimizer: {kind: 'adamw', lr: 0.002},
    schedule: {kind: 'constant'},
  },
  models: [
    {kind: 'rnn', embedding_size: 64, hidden_size: 128, num_layers: 1},
    {kind: 'lstm', embedding_size: 64, hidden_size: 128, num_layers: 1},
    {kind: 'transformer', topology: 'decoder', d_model: 64, num_heads: 4, num_layers: 2, d_ff: 256},
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
  return {
    ...experiment,
    task: fill(task, optionsOf(describe.tasks, task.kind)),
    train: {
      ...fill(train, describe.train.options),
      optimizer: fillKind(train.optimizer, describe.train.optimizers),
      schedule: fillKind(train.schedule, describe.train.schedules),
    },
    models: models.map((model) => fill(model, optionsOf(describe.models, model.kind))),
  };
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
