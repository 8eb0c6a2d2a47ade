// Named experiments, in the order of the story: each shows why something was invented. Each is to be small enough to show
// it within some twenty seconds of training. Their words are in web/words: preset.<id>.title, .story, .watch; what each
// claims is in claims.js, and docs/presets.md has the proof.
import {complete, DEFAULT_EXPERIMENT} from './defaults.js';
import {subjectOf} from './subject.js';

/** @typedef {import('../runtime/types').Experiment} Experiment */
/** @typedef {import('../runtime/types').ModelJson} ModelJson */
/** @typedef {import('../runtime/types').Description} Description */
/**
 * What a page shows of it (web/shape/page.js), by a name.
 * @typedef {object} Preset
 * @property {string} id
 * @property {Experiment} experiment its name is the English title: by this a race knows its preset
 * @property {import('../shape/page.js').Page['view']} [view]
 * @property {import('../shape/page.js').Shape} [shape]
 * @property {{preset: string}} text
 */

/**
 * @param {string} id @param {string} name
 * @param {{task: Experiment['task'], train?: object, lr?: number, models: ModelJson[], view?: Preset['view']}} what
 * @returns {Preset}
 */
function preset(id, name, {task, train = {}, lr = 0.003, models, view}) {
  const defaults = {batch_size: 32, steps: 1000, seed: 1, eval_every: 50, clip_norm: 1, tier: 'strict'};
  const optimizer = {kind: 'adam', lr};
  const whole = /** @type {Experiment['train']} */ ({...defaults, optimizer, schedule: {kind: 'constant'}, ...train});
  const version = /** @type {Experiment['version']} */ (models.some(({start}) => start) ? 2 : 1);
  const experiment = {version, name, task, train: whole, models};
  return {id, experiment, ...(view && {view}), text: {preset: id}};
}

const SMALL_ENCODER = {kind: 'transformer', topology: 'encoder', d_model: 64, num_heads: 4, num_layers: 1, d_ff: 128};
const REVIEWS_ENCODER = {...SMALL_ENCODER, d_model: 32, num_heads: 2, num_layers: 2, d_ff: 64, position: 'rope'};

const PRE_TRAIN = preset('pre-train', 'Pre-train: fill in the blanks', {
  task: {kind: 'masked_reviews', longer_clauses: 0},
  lr: 0.004,
  train: {steps: 2500, eval_every: 100, schedule: {kind: 'cosine', warmup: 100}},
  models: [REVIEWS_ENCODER],
});

const PRE_TRAINED = {experiment: PRE_TRAIN.experiment, model: 0, step: PRE_TRAIN.experiment.train.steps};

/** @type {Preset[]} */
export const PRESETS = [
  {id: 'dates', experiment: DEFAULT_EXPERIMENT, text: {preset: 'dates'}},
  preset('forgets', 'An RNN forgets', {
    task: {kind: 'adding', length: 50},
    lr: 0.01,
    train: {steps: 1200},
    models: [
      {kind: 'rnn', hidden_size: 32},
      {kind: 'gru', hidden_size: 32},
      {kind: 'lstm', hidden_size: 32},
    ],
  }),
  preset('silence', 'Through a long silence', {
    task: {kind: 'copy_memory', pause: 20, remembered: 3},
    lr: 0.005,
    train: {steps: 1200},
    models: [
      {kind: 'rnn', hidden_size: 64},
      {kind: 'gru', hidden_size: 64},
    ],
    view: {metric: 'exact'},
  }),
  preset('receptive-field', 'How far a convolution sees', {
    task: {kind: 'running_parity', min_length: 16, max_length: 16, longer_length: 32},
    lr: 0.01,
    train: {steps: 300, eval_every: 20},
    models: [
      {kind: 'lstm', hidden_size: 16},
      {kind: 'conv', channels: 32, kernel_size: 3, num_layers: 2, dilation_base: 2},
    ],
  }),
  preset('both-ways', 'Reading both ways', {
    task: {kind: 'palindrome_gap', symbols: 10, min_length: 4, max_length: 4, longer_length: 6},
    lr: 0.01,
    train: {batch_size: 64, steps: 700},
    models: [
      {kind: 'lstm', hidden_size: 48, bidirectional: false},
      {kind: 'lstm', hidden_size: 48, bidirectional: true},
    ],
  }),
  preset('one-vector', 'One vector for a sentence', {
    task: {kind: 'reverse', min_length: 3, max_length: 10, longer_length: 16},
    lr: 0.005,
    train: {steps: 800},
    models: [
      {kind: 'seq2seq', cell: 'gru', hidden_size: 48, attention: 'none'},
      {kind: 'seq2seq', cell: 'gru', hidden_size: 48, attention: 'additive'},
    ],
  }),
  preset('positions', 'Positions matter', {
    task: {kind: 'reverse', min_length: 12, max_length: 12, longer_length: 0},
    train: {batch_size: 64, steps: 100, eval_every: 5},
    models: [
      {...SMALL_ENCODER, position: 'learned'},
      {...SMALL_ENCODER, position: 'none'},
    ],
  }),
  preset('induction', 'Two layers make an induction head', {
    task: {kind: 'repeated_block'},
    train: {steps: 600},
    models: [
      {kind: 'transformer', topology: 'decoder', d_model: 64, num_heads: 2, d_ff: 128, num_layers: 1},
      {kind: 'transformer', topology: 'decoder', d_model: 64, num_heads: 2, d_ff: 128, num_layers: 2},
    ],
  }),
  preset('addition', 'Learning to add', {
    task: {kind: 'addition', digits: 2, longer_digits: 3, reversed_source: true, reversed_answer: true},
    train: {batch_size: 64, steps: 1200, schedule: {kind: 'cosine'}},
    models: [
      {kind: 'seq2seq', cell: 'lstm', hidden_size: 96, attention: 'none'},
      {kind: 'transformer', topology: 'decoder', d_model: 48, num_heads: 4, num_layers: 2, d_ff: 96},
    ],
  }),
  preset('translation', 'Translating a small language', {
    task: {kind: 'translation'},
    train: {steps: 600},
    models: [
      {kind: 'seq2seq', cell: 'gru', hidden_size: 48, attention: 'additive'},
      {kind: 'transformer', topology: 'encoder-decoder', d_model: 48, num_heads: 4, num_layers: 1, d_ff: 96},
    ],
  }),
  preset('grid', 'Translation by grid', {
    task: {kind: 'translation'},
    train: {batch_size: 24, steps: 400},
    models: [
      {kind: 'pervasive', embedding_size: 24, growth: 12, num_layers: 3},
      {kind: 'seq2seq', cell: 'gru', hidden_size: 48, attention: 'none'},
    ],
  }),
  preset('waves', 'Drawing waves', {
    task: {kind: 'waveform'},
    lr: 0.005,
    train: {steps: 400},
    models: [
      {kind: 'gru', hidden_size: 48},
      {kind: 'rnn', hidden_size: 48},
    ],
  }),
  preset('sets', 'Sets have no order', {
    task: {kind: 'set_unique'},
    lr: 0.001, // at 0.003 one seed of five stays where it began
    train: {steps: 800},
    models: [
      {kind: 'set_transformer', d_model: 48, num_heads: 4, num_layers: 2, d_ff: 96},
      {kind: 'gru', hidden_size: 48},
    ],
    view: {metric: 'accuracy'},
  }),
  preset('clouds', 'Finding clouds', {
    task: {kind: 'clustering'},
    train: {steps: 800},
    models: [{kind: 'set_transformer', d_model: 48, num_heads: 4, num_layers: 2, d_ff: 96}],
  }),
  preset('digits', 'Digits, row by row', {
    task: {kind: 'digits'},
    train: {steps: 400},
    models: [{kind: 'gru', hidden_size: 48}, {kind: 'image_conv'}],
  }),
  preset('forecast', 'Forecasting births', {
    task: {kind: 'forecast_csv', corpus: 'births'},
    train: {steps: 400},
    models: [
      {kind: 'gru', hidden_size: 32},
      {kind: 'conv', channels: 32},
    ],
  }),
  PRE_TRAIN,
  preset('fine-tune', 'Then fine-tune', {
    task: {kind: 'sentiment', labelled: 300, longer_clauses: 0},
    lr: 0.002,
    train: {batch_size: 16, steps: 400, eval_every: 20},
    models: [REVIEWS_ENCODER, {...REVIEWS_ENCODER, start: PRE_TRAINED}],
  }),
  preset('novel', 'Reading a novel', {
    task: {kind: 'text', corpus: 'moby-dick', length: 48},
    lr: 0.005,
    train: {batch_size: 16, steps: 600},
    models: [
      {kind: 'mlp', context: 1, hidden_size: 64},
      {kind: 'mlp', context: 3, hidden_size: 128},
      {kind: 'gru', hidden_size: 128},
    ],
  }),
  preset('what-came-after', 'What came after', {
    task: {kind: 'adding', length: 100, longer_length: 0},
    lr: 0.005,
    train: {steps: 400},
    models: [
      {kind: 'gru', hidden_size: 32},
      {kind: 'state_space', hidden_size: 32},
    ],
  }),
];

/**
 * Those whose task and models this engine has.
 * @param {Description} describe @returns {Preset[]}
 */
export function availablePresets(describe) {
  const tasks = new Set(describe.tasks.map(({kind}) => kind));
  const models = new Set(describe.models.map(({kind}) => kind));
  return PRESETS.filter(
    ({experiment}) => tasks.has(experiment.task.kind) && experiment.models.every(({kind}) => models.has(kind)),
  );
}

/** @param {Experiment} experiment @param {Description} describe @returns {Preset | undefined} the one it was made from */
export function presetOf({name, task}, describe) {
  const subject = (/** @type {Experiment} */ one) => subjectOf(complete(one, describe).task);
  const found = availablePresets(describe).find(({experiment}) => experiment.name === name);
  // A name may have come with another task or other data, in a link of an older page.
  return found && subject(found.experiment) === subject({...found.experiment, task}) ? found : undefined;
}

/**
 * What a task is begun with: its preset's models and training, or those of the present race.
 * @param {string} kind @param {Experiment} now @param {Description} describe @param {{keep?: boolean}} [how] keep: the present models
 * @returns {Experiment}
 */
export function experimentFor(kind, now, describe, {keep = false} = {}) {
  const found = availablePresets(describe).find(({experiment}) => experiment.task.kind === kind);
  const title = describe.tasks.find((task) => task.kind === kind)?.title ?? kind;
  if (found && !keep) return {...found.experiment, train: {...found.experiment.train, tier: now.train.tier}};
  return {...now, name: title, task: found ? found.experiment.task : {kind}};
}
