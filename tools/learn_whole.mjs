// Runs to their last step, of every model of a race: what chapters show and what other seeds give is judged at the end.
import {mainMetric} from '../web/facts/metrics.js';
import {seeded, trained} from './learn_run.mjs';

/** @import {Goal} from '../tests/learning/goals.mjs' */
/** @import {Run} from '../web/facts/command_history.js' */
/** @import {Description, Experiment} from '../web/runtime/types' */

export const SEEDS = [1, 2, 3, 4, 5];

/** One a model, with one seed; what was trained once is told again. @param {Experiment} experiment @param {number} seed @param {string} command @returns {Promise<Run[]>} */
export async function wholeRuns(experiment, seed, command) {
  const whole = seeded(experiment, seed);
  const run = /** @type {import('../tests/learning/goals.mjs').Run} */ (/** @type {unknown} */ ({}));
  const goal = /** @type {Goal} */ (/** @type {unknown} */ ({name: 'whole', runs: [run], predicates: []}));
  /** @type {Run[]} */
  const runs = [];
  for (const model of whole.models) {
    const one = {...whole, models: [model]};
    const {lines} = await trained({goal, run, seed, experiment: one, command, enough: () => false});
    runs.push({experiment: one, lines});
  }
  return runs;
}

/** The last line with scores. @param {Run} run @returns {Record<string, any>} */
export const lastScores = ({lines}) => lines.findLast(({done, step}) => !done && step !== undefined) ?? {};

const short = (/** @type {number} */ value) => Number(value.toPrecision(4));

/** The score that tells most of a race, at its end, by model. @param {Experiment} experiment @param {Run[][]} seeds runs of each @param {Description} describe */
export function spreadOf({task}, seeds, describe) {
  const view = describe.tasks.find(({kind}) => kind === task.kind)?.view ?? '';
  return seeds[0].map((_, model) => {
    const last = seeds.map((runs) => lastScores(runs[model]));
    const metric = `val_${mainMetric(last[0], view)}`;
    return {model, metric, values: last.map((scores) => short(scores[metric]))};
  });
}
