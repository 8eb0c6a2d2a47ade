// An exercise that trains in no time, with everything that one can have.
import {MADE} from './made_chapter.js';

/** @type {import('../../web/exercise/canonical.js').Page & {exercise: import('../../web/exercise/types').Exercise}} */
export const MADE_EXERCISE = {
  experiment: MADE.experiment,
  exercise: {
    v: 1,
    title: 'Who remembers?',
    question: 'Which of the two adds up right?',
    choices: [{text: 'The RNN'}, {text: 'The GRU', right: true, reply: 'It can keep a number.'}],
    knob: {
      title: 'Length',
      values: [
        {name: 'short', change: {task: {length: 6}}},
        {name: 'long', change: {}},
      ],
      begin: 1,
    },
    goal: [
      {model: 1, metric: 'val_accuracy', op: '>=', value: 0},
      {model: 0, metric: 'parameters', op: '<=', value: 50_000},
    ],
    hints: ['Look at the gates.', 'Make it shorter.'],
    asks: [
      {kind: 'choice', text: 'What has a gate?', choices: [{text: 'RNN'}, {text: 'GRU', right: true}]},
      {kind: 'number', text: 'How many right, in %?', value: 97.5, tolerance: 0.5, unit: '%'},
      {kind: 'text', text: 'Why?'},
    ],
    seed: 'name',
  },
};

/** What stands for the browser's own. @param {Record<string, string>} [kept] */
export function shelfWith(kept = {}) {
  return {
    kept,
    /** @param {string} key */
    getItem: (key) => kept[key] ?? null,
    /** @param {string} key @param {string} value */
    setItem: (key, value) => void (kept[key] = value),
    /** @param {string} key */
    removeItem: (key) => void delete kept[key],
  };
}

/** A run of nobody. @param {number} [step] @param {number} [seed] @returns {import('../../web/exercise/types').Run} */
export const runAt = (step = 60, seed = 7) => ({
  position: 1,
  changes: {},
  seed,
  models: ['RNN', 'GRU'].map((name, k) => ({
    name,
    step,
    scores: {val_loss: 0.123456789 * (k + 1), val_accuracy: 0.5},
    weights_sha256: `${k}${String(seed).padStart(3, '0')}`.repeat(16),
  })),
});
