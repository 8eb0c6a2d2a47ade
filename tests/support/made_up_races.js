// Races that nobody trained: curves by formula, in the form that facts are computed from.
import {ColumnCurve} from '../../web/facts/curves.js';

/** @typedef {import('../../web/facts/types').ModelHistory} ModelHistory */
/** @typedef {import('../../web/facts/types').History} History */
/** @typedef {Partial<Record<import('../../web/facts/types').Score, (step: number) => number>>} Formulas */

/** @param {number} every @param {number} to @returns {number[]} */
export const stepsTo = (every, to) => Array.from({length: Math.floor(to / every)}, (_, i) => (i + 1) * every);

/**
 * A model of 1,000 steps, tested every 10, as far as it is told, and over there.
 * @param {Formulas} formulas @param {Partial<ModelHistory> & {every?: number}} [about] @returns {ModelHistory}
 */
export function madeModel(formulas, {every = 10, step = 1000, ...about} = {}) {
  const steps = stepsTo(every, step);
  const curves = Object.entries(formulas).map(([score, of]) => [score, new ColumnCurve(steps, steps.map(of))]);
  return {
    name: 'LSTM 32',
    kind: 'lstm',
    sameness: Math.random().toString(),
    seed: 1,
    state: 'done',
    refused: false,
    over: true,
    finite: true,
    message: null,
    ended: null,
    step,
    steps: 1000,
    seconds: step / 100,
    parameters: 5000,
    counts: false,
    held_out: 256,
    clip_norm: 1,
    losses: null,
    signals: null,
    ...about,
    curves: {...Object.fromEntries(curves), ...about.curves},
  };
}

/** @param {ModelHistory[]} models @param {Partial<History>} [about] @returns {History} */
export const madeRace = (models, about = {}) => ({
  state: 'done',
  view: '',
  models,
  baselines: [],
  floors: [],
  ...about,
});

const NOTHING = {step: [], value: []};

/** One model up to a step, as it was while it still trained. @param {ModelHistory} model @param {number} step @returns {ModelHistory} */
export function madeUpTo(model, step) {
  const curves = Object.entries(model.curves).map(([score, curve = NOTHING]) => {
    const n = Array.from(curve.step).filter((at) => at <= step).length;
    return [score, new ColumnCurve(Array.from(curve.step).slice(0, n), Array.from(curve.value).slice(0, n))];
  });
  return {...model, curves: Object.fromEntries(curves), step, state: 'training', over: false};
}

/** Random numbers that are the same each time. @param {number} seed @returns {() => number} 0 to 1 */
export function dice(seed) {
  let state = seed * 2654435761 + 1;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 374761393) | 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}
