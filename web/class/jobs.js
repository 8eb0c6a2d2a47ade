// What is to be trained again of a receipt: each model of each run by itself, so that workers are evenly busy. Who trained the same is
// trained once. Pure.
import {isFind} from '../exercise/taken.js';
import {withPaths} from '../exercise/changes.js';
import {needsFile, versioned} from '../state/runs.js';

/** @typedef {import('./types').Job} Job @typedef {import('./types').Student} Student */

/** The experiment of a run, as the student had it. @param {Student} student @param {number} run */
export function experimentOf({experiment, taken}, run) {
  const {changes, seed} = taken.runs[run];
  return withPaths(experiment, changes, seed);
}

/** In the order of the run's models. @param {Student} student @param {number} run @returns {Job[]} */
export function jobsOf(student, run) {
  const experiment = experimentOf(student, run);
  const measured = headsWanted(student, run);
  return student.taken.runs[run].models.map(({step}, k) => {
    const {name: _, ...alone} = versioned({...experiment, models: [experiment.models[k]]});
    const heads = measured.has(k);
    const own = alone.task.corpus === 'own' ? (student.data?.sha256 ?? '') : '';
    return {key: JSON.stringify([alone, step, heads, own]), experiment: alone, step, heads, data: student.data};
  });
}

/** The models of a run at whose heads somebody pointed. @param {Student} student @param {number} run @returns {Set<number>} */
function headsWanted({exercise, taken}, run) {
  const found = exercise.goal.flatMap((goal, i) => (isFind(goal) && taken.goals[i]?.run === run ? [goal.model] : []));
  return new Set(found);
}

/** Whether it learns from data of its author's that did not come with it. @param {Student['experiment']} experiment */
export const needsData = ({task}) => task.corpus === 'own' && !task.text;

/**
 * Why a receipt cannot be trained again here; null: it can.
 * @param {Student} student @param {number | undefined} arithmetic of this page's engine @param {(sha256: string) => boolean} has data of one's own
 * @returns {import('../words/words.js').Saying | null}
 */
export function hindrance({taken, experiment, arithmetic: theirs, data}, arithmetic, has) {
  if (!taken.runs.length) return {key: 'class.no_runs'};
  if (theirs !== arithmetic) return {key: 'class.other_arithmetic', values: {theirs, ours: Number(arithmetic)}};
  if (experiment.train.tier === 'fast') return {key: 'class.fast'};
  if (experiment.models.some(({start}) => needsFile(/** @type {any} */ (start)))) return {key: 'class.needs_file'};
  if (needsData(experiment) && !has(data?.sha256 ?? '')) return {key: 'class.own_data'};
  return null;
}
