// What was done, as a short list: for the state that a host keeps, and for the code that is pasted. Pure.
import {SCORES} from '../runtime/meter.js';
import {isObject} from '../state/objects.js';

/** @typedef {import('./types').Taken} Taken @typedef {import('./types').Run} Run @typedef {import('./types').Exercise} Exercise */

const VERSION = 1;
const [NOTHING, UNSURE] = [-1, -2];

/** How much of it is told. digits: of scores, 0: all; hash: hexadecimal digits of weights @typedef {{digits: number, hash: number}} Detail */

/** @param {Taken} taken @param {Detail} detail @returns {unknown[]} */
export function briefly(
  {exercise, name, prediction, answers, found, runs, goals, hints, begun, seconds, finished},
  detail,
) {
  const places = Object.entries(found).map(([goal, {layer, head}]) => [Number(goal), layer, head]);
  const reached = goals.map((one) => one && [one.run, one.step, one.value]);
  const said = prediction === null ? NOTHING : prediction === 'unsure' ? UNSURE : prediction;
  return [
    ...[VERSION, exercise.slice(0, 16), name, said, answers, places],
    ...[runs.map((run) => briefRun(run, detail)), reached, hints, begun, seconds, Number(finished)],
  ];
}

/** @param {Run} run @param {Detail} detail */
function briefRun({position, changes, seed, models}, {digits, hash}) {
  const rounded = (/** @type {number} */ value) => (digits ? Number(value.toPrecision(digits)) : value);
  const scores = (/** @type {Record<string, number>} */ known) =>
    SCORES.map((name) => (Number.isFinite(known[name]) ? rounded(known[name]) : null));
  const brief = models.map((one) => [
    one.name,
    one.step,
    scores(one.scores),
    one.weights_sha256?.slice(0, hash) ?? null,
  ]);
  return [position ?? NOTHING, changes, seed, brief];
}

/** @param {unknown} list of anybody @param {string} hash of the exercise that it is to be of @returns {any} what is still to be looked at (takenFrom); null: it is no such list, or of another exercise */
export function atLength(list, hash) {
  if (!Array.isArray(list) || list[0] !== VERSION || list[1] !== hash.slice(0, 16)) return null;
  const [, , name, said, answers, places, runs, goals, hints, begun, seconds, finished] = list;
  return {
    exercise: hash,
    name,
    prediction: said === NOTHING ? null : said === UNSURE ? 'unsure' : said,
    answers,
    found: Object.fromEntries(lists(places).map(([goal, layer, head]) => [goal, {layer, head}])),
    runs: lists(runs).map(runAtLength),
    goals: Array.isArray(goals)
      ? goals.map((one) => (Array.isArray(one) ? {run: one[0], step: one[1], value: one[2]} : null))
      : [],
    ...{hints, begun, seconds, finished: finished === 1},
  };
}

/** @param {unknown} value @returns {any[][]} */
const lists = (value) => (Array.isArray(value) ? value.filter(Array.isArray) : []);

/** @param {any[]} run */
function runAtLength([position, changes, seed, models]) {
  const at = position === NOTHING ? null : position;
  return {
    position: at,
    changes: isObject(changes) ? changes : null,
    seed,
    models: lists(models).map(([name, step, scores, weights_sha256]) => ({
      name,
      step,
      scores: scoresOf(scores),
      weights_sha256,
    })),
  };
}

/** @param {unknown} values */
const scoresOf = (values) =>
  Object.fromEntries(
    SCORES.flatMap((name, i) => (Array.isArray(values) && typeof values[i] === 'number' ? [[name, values[i]]] : [])),
  );
