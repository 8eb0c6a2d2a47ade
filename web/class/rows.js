// The table of the class: one line a receipt, as numbers that can be sorted, shown and saved. Pure.
import {SCORES, lowIsBetter, mainMetric, metricNamed} from '../facts/metrics.js';
import {isRightAnswer} from '../exercise/result.js';
import {viewOf} from '../state/task_kinds.js';

/** @typedef {import('./types').Row} Row @typedef {import('./types').Student} Student */
/** @typedef {import('../exercise/types').Exercise} Exercise @typedef {import('../exercise/types').Run} Run */

/** @param {Student} student @param {string} score in which it is told how a run ended @param {import('./types').Standing} [standing] @returns {Row} */
export function rowOf(student, score, standing = 'waits') {
  const {taken, exercise} = student;
  const asks = exercise.asks ?? [];
  const right = asks.filter((ask, k) => isRightAnswer(ask, taken.answers[k] ?? null) === true).length;
  return {
    student,
    name: taken.name.trim(),
    prediction: {index: taken.prediction, right: predictedRight(exercise, taken.prediction)},
    reached: taken.goals.filter(Boolean).length,
    goals: exercise.goal.length,
    refuted: standing === 'refuted',
    outcome: outcomeOf(toldRun(student), score),
    runs: taken.runs.length,
    steps: taken.runs.reduce((sum, {models}) => sum + models.reduce((most, {step}) => Math.max(most, step), 0), 0),
    seconds: taken.seconds,
    right,
    judged: asks.filter(isJudged).length,
    answered: asks.filter((_, k) => isGiven(taken.answers[k])).length,
    asked: asks.length,
    hints: taken.hints,
  };
}

/** @param {unknown} answer */
export const isGiven = (answer) => answer !== null && answer !== undefined && answer !== '';

/** @param {Exercise} exercise @param {Row['prediction']['index']} index @returns {boolean | null} null: nothing was claimed, or nothing is right */
export function predictedRight({choices}, index) {
  if (typeof index !== 'number' || !choices.some(({right}) => right)) return null;
  return choices[index]?.right === true;
}

/** Whether there is a right answer. @param {import('../exercise/types').Ask} ask */
const isJudged = (ask) => ask.kind === 'number' || (ask.kind === 'choice' && ask.choices.some(({right}) => right));

/** The run that is told: the one with which the last goal was reached, else the last. @param {Student} student @returns {Run | undefined} */
export function toldRun({taken: {runs, goals}}) {
  const reached = goals.flatMap((goal) => (goal ? [goal.run] : []));
  return runs[reached.length ? Math.max(...reached) : runs.length - 1];
}

/** What each model came to. @param {Run | undefined} run @param {string} score @returns {Row['outcome']} */
export const outcomeOf = (run, score) =>
  (run?.models ?? []).flatMap(({name, scores}) => (score in scores ? [{name, value: scores[score]}] : []));

/** The score that a class is told in: that of the first goal that has one, else what tells most of the task. @param {Student} student @param {import('../runtime/types').Description} describe */
export function scoreOfClass({exercise, experiment, taken}, describe) {
  const known = Object.assign({}, ...taken.runs.flatMap(({models}) => models.map(({scores}) => scores)));
  for (const goal of exercise.goal) {
    const metric = 'metric' in goal ? metricNamed(goal.metric) : null;
    if (metric && metric.of !== 'loss' && isScore(metric.of)) return metric.of;
  }
  return `val_${mainMetric(known, viewOf(experiment.task, describe))}`;
}

/** @param {string} name */
const isScore = (name) => SCORES.includes(/** @type {any} */ (name));

/** By what the table is sorted: every column by a text or a number, the best outcome last in the order upward. @type {Record<string, (row: Row, score: string) => string | number>} */
export const COLUMNS = {
  name: ({name}) => name,
  prediction: ({prediction: {index}}) => (typeof index === 'number' ? index : index === null ? 1e9 : 1e8),
  outcome: ({outcome}, score) =>
    outcome.length ? (lowIsBetter(score) ? -1 : 1) * outcome[outcome.length - 1].value : -Infinity,
  reached: ({reached, refuted}) => (refuted ? -1 : reached),
  runs: ({runs}) => runs,
  steps: ({steps}) => steps,
  seconds: ({seconds}) => seconds,
  right: ({right, answered}) => right + answered / 1000,
};

/** What needs to be looked at first. @type {readonly import('./types').Standing[]} */
const STANDINGS = ['refuted', 'claimed', 'waits', 'trains', 'proved'];

/**
 * Those alike stay as they came.
 * @param {Row[]} rows @param {{column: string, down: boolean}} by
 * @param {{score: string, language: string, standing: (row: Row) => import('./types').Standing}} how @returns {Row[]}
 */
export function sorted(rows, {column, down}, {score, language, standing}) {
  const collator = new Intl.Collator([language, 'en'], {numeric: true, sensitivity: 'base'});
  const of = column === 'standing' ? (/** @type {Row} */ row) => STANDINGS.indexOf(standing(row)) : COLUMNS[column];
  const compare = (/** @type {Row} */ a, /** @type {Row} */ b) => {
    const [one, other] = [of(a, score), of(b, score)];
    if (typeof one === 'string') return collator.compare(one, String(other));
    return one === other ? 0 : one < Number(other) ? -1 : 1;
  };
  return rows.toSorted((a, b) => (down ? compare(b, a) : compare(a, b)));
}
