// What somebody did with an exercise, as plain data from anywhere: what fits is kept, what does not is as if it had never been. Pure.
import {isObject} from '../state/objects.js';
import {areChanges} from './changes.js';
import {tidy} from './seed_of_name.js';

/** @typedef {import('./types').Taken} Taken @typedef {import('./types').Exercise} Exercise @typedef {import('./types').Run} Run @typedef {import('./types').Goal} Goal @typedef {import('./types').Find} Find */

export const RUN_LIMIT = 20;
export const TEXT_LIMIT = 4000;
const MODEL_LIMIT = 6;
const LONGEST = 120; // of a name of a model

/** @param {Goal} goal @returns {goal is Find} */
export const isFind = (goal) => 'find' in goal;

/** @param {Exercise} exercise @param {string} hash of it @param {number} now milliseconds since 1970 @returns {Taken} */
export function untouched({asks = [], goal}, hash, now) {
  return {
    exercise: hash,
    name: '',
    prediction: null,
    answers: asks.map(() => null),
    found: {},
    runs: [],
    goals: goal.map(() => null),
    hints: 0,
    begun: now,
    seconds: 0,
    finished: false,
  };
}

/** Whether anything was done that somebody would miss. @param {Taken} taken */
export const isTouched = ({prediction, answers, found, runs, hints, name}) =>
  prediction !== null ||
  answers.some((one) => one !== null) ||
  Object.keys(found).length + runs.length + hints > 0 ||
  name !== '';

/** @param {any} value harmless JSON @param {Exercise} exercise @param {string} hash of it @returns {Taken | null} null: of another exercise, or nothing of the kind */
export function takenFrom(value, exercise, hash) {
  if (!isObject(value) || value.exercise !== hash) return null;
  const {choices, asks = [], goal, hints = []} = exercise;
  const runs = listOf(value.runs).filter(isRun).slice(-RUN_LIMIT);
  const whole = runs.length === listOf(value.runs).length; // else goals name others
  const begun = isCount(value.begun) ? value.begun : 0;
  return {
    ...untouched(exercise, hash, begun),
    name: typeof value.name === 'string' ? tidy(value.name) : '',
    prediction: isPrediction(value.prediction, choices.length) ? value.prediction : null,
    answers: asks.map((ask, k) => (isAnswer(ask, value.answers?.[k]) ? value.answers[k] : null)),
    found: foundIn(value.found, goal),
    runs,
    goals: goal.map((_, i) => (whole && isReached(value.goals?.[i], runs.length) ? value.goals[i] : null)),
    hints: isCount(value.hints) ? Math.min(value.hints, hints.length) : 0,
    seconds: isCount(value.seconds) ? value.seconds : 0,
    finished: value.finished === true,
  };
}

/** @param {unknown} value @returns {any[]} */
const listOf = (value) => (Array.isArray(value) ? value : []);

/** @param {unknown} value @returns {value is number} */
const isCount = (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

/** @param {unknown} value @param {number} below */
const isIndex = (value, below) => isCount(value) && value < below;

/** @param {unknown} value @param {number} choices */
const isPrediction = (value, choices) => value === 'unsure' || isIndex(value, choices);

/** @param {import('./types').Ask} ask @param {unknown} value @returns {value is number | string} */
export function isAnswer(ask, value) {
  if (ask.kind === 'choice') return isIndex(value, ask.choices.length);
  if (ask.kind === 'number') return typeof value === 'number' && Number.isFinite(value);
  return typeof value === 'string' && value.length <= TEXT_LIMIT;
}

/** @param {unknown} value @param {Goal[]} goal @returns {Taken['found']} */
function foundIn(value, goal) {
  if (!isObject(value)) return {};
  const places = goal.flatMap((one, i) => {
    const {layer, head} = value[i] ?? {};
    return isFind(one) && isCount(layer) && isCount(head) ? [[i, {layer, head}]] : [];
  });
  return Object.fromEntries(places);
}

/** @param {any} value @param {number} runs */
function isReached(value, runs) {
  const known = (/** @type {unknown} */ one) => one === null || (typeof one === 'number' && Number.isFinite(one));
  return isObject(value) && isIndex(value.run, runs) && known(value.step) && known(value.value);
}

/** @param {any} value @returns {value is Run} */
function isRun(value) {
  if (!isObject(value) || !areChanges(value.changes) || !isCount(value.seed)) return false;
  const {models, position} = value;
  const several = Array.isArray(models) && models.length >= 1 && models.length <= MODEL_LIMIT;
  return several && models.every(isModel) && (position === null || isCount(position));
}

/** @param {any} model */
function isModel(model) {
  if (!isObject(model) || typeof model.name !== 'string' || model.name.length > LONGEST) return false;
  const {step, scores, weights_sha256: hash} = model;
  const numbers = isObject(scores) && Object.values(scores).every((score) => typeof score === 'number');
  return isCount(step) && numbers && (hash === null || (typeof hash === 'string' && /^[0-9a-f]{16,64}$/.test(hash)));
}
