// Named experiments, in the order of the story: each shows why something was invented. Each is to be small enough to
// learn what it promises in under a minute of training.
import {DEFAULT_EXPERIMENT} from './defaults.js';

/** @typedef {import('../runtime/types').Experiment} Experiment */
/** @typedef {import('../runtime/types').ModelJson} ModelJson */
/** @typedef {import('../runtime/types').Description} Description */
/**
 * @typedef {object} Preset
 * @property {string} id
 * @property {string} title a few words
 * @property {string} story what it is about, one or two sentences
 * @property {string} watch what to look for
 * @property {Experiment} experiment its name is the title
 */

/**
 * @param {string} id @param {string} title @param {{story: string, watch: string}} words
 * @param {{task: Experiment['task'], train?: object, lr?: number, models: ModelJson[]}} what
 * @returns {Preset}
 */
function preset(id, title, {story, watch}, {task, train = {}, lr = 0.003, models}) {
  const defaults = {batch_size: 32, steps: 1000, seed: 1, eval_every: 50, clip_norm: 1, tier: 'strict'};
  const optimizer = {kind: 'adam', lr};
  const whole = /** @type {Experiment['train']} */ ({...defaults, optimizer, schedule: {kind: 'constant'}, ...train});
  return {id, title, story, watch, experiment: {version: 1, name: title, task, train: whole, models}};
}

const SMALL_ENCODER = {kind: 'transformer', topology: 'encoder', d_model: 64, num_heads: 4, num_layers: 1, d_ff: 128};
const REVIEWS_ENCODER = {...SMALL_ENCODER, d_model: 32, num_heads: 2, num_layers: 2, d_ff: 64};

/** @type {Preset[]} */
export const PRESETS = [
  {
    id: 'language',
    title: 'Reading a novel',
    story:
      'Three models guess the next character of Moby Dick: one that remembers, one that guards its memory, one that looks back.',
    watch: 'Which curve falls below what mere counting reaches, and what each model writes on the way.',
    experiment: DEFAULT_EXPERIMENT,
  },
  preset(
    'forgets',
    'An RNN forgets',
    {
      story: 'Two of fifty numbers are marked; the answer is their sum. The first mark may lie forty steps back.',
      watch: 'The plain RNN stays on the line of whoever always answers 1. Gates keep what matters.',
    },
    {
      task: {kind: 'adding', length: 50},
      lr: 0.005,
      train: {steps: 1200},
      models: [
        {kind: 'rnn', hidden_size: 32},
        {kind: 'gru', hidden_size: 32},
        {kind: 'lstm', hidden_size: 32},
      ],
    },
  ),
  preset(
    'silence',
    'Through a long silence',
    {
      story: 'Ten digits, a long pause, then the same ten again: nothing but memory helps.',
      watch: 'The level line is the best anybody can do without memory.',
    },
    {
      task: {kind: 'copy_memory', pause: 20},
      lr: 0.005,
      train: {steps: 2000},
      models: [
        {kind: 'rnn', hidden_size: 64},
        {kind: 'gru', hidden_size: 64},
      ],
    },
  ),
  preset(
    'receptive-field',
    'How far a convolution sees',
    {
      story: 'Is the number of ones so far odd? A recurrent model carries one bit along; a convolution sees a window.',
      watch: 'Test lengths beyond the receptive field on the card, and how each model does on longer rows.',
    },
    {
      task: {kind: 'running_parity', min_length: 16, max_length: 16, longer_length: 32},
      lr: 0.01,
      train: {steps: 400, eval_every: 20},
      models: [
        {kind: 'lstm', hidden_size: 16},
        {kind: 'conv', channels: 32, kernel_size: 3, num_layers: 2, dilation_base: 2},
      ],
    },
  ),
  preset(
    'both-ways',
    'Reading both ways',
    {
      story: 'One letter of a palindrome is hidden. If it lies in the first half, only the second half gives it away.',
      watch: 'The level line is the most that reading from left to right allows; reading both ways passes it.',
    },
    {
      task: {kind: 'palindrome_gap', symbols: 10, min_length: 4, max_length: 4, longer_length: 6},
      lr: 0.01,
      train: {batch_size: 64, steps: 700},
      models: [
        {kind: 'lstm', hidden_size: 48, bidirectional: false},
        {kind: 'lstm', hidden_size: 48, bidirectional: true},
      ],
    },
  ),
  preset(
    'one-vector',
    'One vector for a sentence',
    {
      story: 'An encoder squeezes a word into one vector, a decoder writes it backwards. Attention lets it look again.',
      watch: 'Whole answers that are right, also on longer words; inside, the alignment runs down the other diagonal.',
    },
    {
      task: {kind: 'reverse', min_length: 3, max_length: 10, longer_length: 16},
      lr: 0.005,
      train: {steps: 1200},
      models: [
        {kind: 'seq2seq', cell: 'gru', hidden_size: 48, attention: 'none'},
        {kind: 'seq2seq', cell: 'gru', hidden_size: 48, attention: 'additive'},
      ],
    },
  ),
  preset(
    'positions',
    'Positions matter',
    {
      story:
        'Attention alone sees a bag of letters. To reverse a word a Transformer must be told where each letter stands.',
      watch: 'One encoder knows positions, the other does not.',
    },
    {
      task: {kind: 'reverse', min_length: 12, max_length: 12, longer_length: 0},
      train: {batch_size: 64, steps: 200, eval_every: 10},
      models: [
        {...SMALL_ENCODER, position: 'learned'},
        {...SMALL_ENCODER, position: 'none'},
      ],
    },
  ),
  preset(
    'induction',
    'Two layers make an induction head',
    {
      story:
        'A random block is repeated. Whoever finds where it began can copy on: “what came after this letter last time?”',
      watch: 'One layer gets stuck, two do not. Inside, a head of the second layer looks one beyond the earlier copy.',
    },
    {
      task: {kind: 'repeated_block'},
      train: {steps: 600},
      models: [
        {kind: 'transformer', topology: 'decoder', d_model: 64, num_heads: 2, d_ff: 128, num_layers: 1},
        {kind: 'transformer', topology: 'decoder', d_model: 64, num_heads: 2, d_ff: 128, num_layers: 2},
      ],
    },
  ),
  preset(
    'addition',
    'Learning to add',
    {
      story:
        '“12+45” in, “57” out, from examples alone; written backwards, as one adds by hand. As a question and an answer, or as one text that goes on.',
      watch: 'Ask for sums of your own below. Longer numbers than those learned go wrong.',
    },
    {
      task: {kind: 'addition', digits: 2, longer_digits: 3, reversed_source: true, reversed_answer: true},
      train: {batch_size: 64, steps: 1200, schedule: {kind: 'cosine'}},
      models: [
        {kind: 'seq2seq', cell: 'lstm', hidden_size: 96, attention: 'none'},
        {kind: 'transformer', topology: 'decoder', d_model: 48, num_heads: 4, num_layers: 2, d_ff: 96},
      ],
    },
  ),
  preset(
    'translation',
    'Translating a small language',
    {
      story: 'English sentences become sentences of a made-up language that orders its words differently.',
      watch: 'The alignments inside: which word each answer came from, with attention of a GRU and of a Transformer.',
    },
    {
      task: {kind: 'translation'},
      train: {steps: 800},
      models: [
        {kind: 'seq2seq', cell: 'gru', hidden_size: 48, attention: 'additive'},
        {kind: 'transformer', topology: 'encoder-decoder', d_model: 48, num_heads: 4, num_layers: 1, d_ff: 96},
      ],
    },
  ),
  preset(
    'grid',
    'Translation by grid',
    {
      story:
        'No encoder, no attention: a grid of source by target, read by two-dimensional convolutions, or columns of gated ones.',
      watch: 'The grid’s strongest column for each answer is an alignment that nobody asked for.',
    },
    {
      task: {kind: 'translation'},
      train: {batch_size: 24, steps: 400},
      models: [{kind: 'pervasive', embedding_size: 24, growth: 12, num_layers: 3}, {kind: 'conv_seq2seq'}],
    },
  ),
  preset(
    'dates',
    'Reading dates',
    {
      story: 'However a date is spelt, “3 May 2007” or “May 3rd, 07”, the answer is 2007-05-03.',
      watch: 'The alignment inside jumps to the year first, then to the month, then to the day.',
    },
    {
      task: {kind: 'dates'},
      lr: 0.005,
      train: {steps: 600},
      models: [
        {kind: 'seq2seq', cell: 'gru', hidden_size: 48, attention: 'additive'},
        {kind: 'seq2seq', cell: 'gru', hidden_size: 48, attention: 'none'},
      ],
    },
  ),
  preset(
    'waves',
    'Drawing waves',
    {
      story: 'From a shape and a speed to a wave: one description goes in, a whole sequence comes out.',
      watch: 'The corners of square and sawtooth are the last to come right.',
    },
    {
      task: {kind: 'waveform'},
      lr: 0.005,
      train: {steps: 800},
      models: [
        {kind: 'gru', hidden_size: 48},
        {kind: 'rnn', hidden_size: 48},
      ],
    },
  ),
  preset(
    'sets',
    'Sets have no order',
    {
      story:
        'How many different members has a set? The order in which they are listed should not matter, but to an RNN it does.',
      watch: 'The Set Transformer gives the same answer for every order.',
    },
    {
      task: {kind: 'set_unique'},
      train: {steps: 800},
      models: [
        {kind: 'set_transformer', d_model: 48, num_heads: 4, num_layers: 2, d_ff: 96},
        {kind: 'gru', hidden_size: 48},
      ],
    },
  ),
  preset(
    'clouds',
    'Finding clouds',
    {
      story: 'Points come from a few clouds. The answer is the clouds: their centres and their widths, all at once.',
      watch: 'The ellipses settle on the points; the lines are one single cloud, and the truth.',
    },
    {
      task: {kind: 'clustering'},
      train: {steps: 800},
      models: [{kind: 'set_transformer', d_model: 48, num_heads: 4, num_layers: 2, d_ff: 96}],
    },
  ),
  preset(
    'digits',
    'Digits, row by row',
    {
      story: 'A handwritten digit is a sequence too: fourteen rows, from top to bottom.',
      watch: 'A convolution knows that it is an image; the others have to find out.',
    },
    {
      task: {kind: 'digits'},
      train: {steps: 600},
      models: [{kind: 'gru', hidden_size: 48}, {kind: 'image_conv'}, {kind: 'mlp', hidden_size: 64}],
    },
  ),
  preset(
    'forecast',
    'Forecasting births',
    {
      story: 'How many children are born tomorrow? Weekdays and seasons help, holidays do not ask.',
      watch: 'The lines: the same as today, and the same as a week ago.',
    },
    {
      task: {kind: 'forecast_csv', corpus: 'births'},
      train: {steps: 800},
      models: [
        {kind: 'gru', hidden_size: 32},
        {kind: 'conv', channels: 32},
      ],
    },
  ),
  preset(
    'pre-train',
    'Pre-train: fill in the blanks',
    {
      story: 'First part: a model guesses hidden words of reviews. Nobody has labelled anything.',
      watch: 'When it is done, choose “Keep these weights” in the card’s menu, then open “Then fine-tune”.',
    },
    {
      task: {kind: 'masked_reviews', longer_clauses: 0},
      lr: 0.004,
      train: {steps: 3000, eval_every: 100, schedule: {kind: 'cosine', warmup: 100}},
      models: [REVIEWS_ENCODER],
    },
  ),
  preset(
    'fine-tune',
    'Then fine-tune',
    {
      story: 'Second part: is a review kind or not? There are only a hundred labelled ones.',
      watch: 'In one card’s menu choose “Start from kept weights”, leave the other fresh, and train both.',
    },
    {
      task: {kind: 'sentiment', labelled: 100, longer_clauses: 0},
      lr: 0.001,
      train: {batch_size: 16, steps: 100, eval_every: 10},
      models: [REVIEWS_ENCODER, {...REVIEWS_ENCODER}],
    },
  ),
  preset(
    'what-came-after',
    'What came after',
    {
      story: 'Recurrent again, but trained in parallel: gates that do not ask what is remembered, and waves that fade.',
      watch: 'How they compare with a GRU and a Transformer on English first names.',
    },
    {
      task: {kind: 'text', corpus: 'names', length: 48},
      train: {steps: 1000, eval_every: 100},
      models: [
        {kind: 'gru', hidden_size: 64},
        {kind: 'state_space'},
        {kind: 'transformer', topology: 'decoder', d_model: 48, num_heads: 4, num_layers: 2, d_ff: 96},
      ],
    },
  ),
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
export function presetOf({name}, describe) {
  return availablePresets(describe).find(({experiment}) => experiment.name === name);
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
