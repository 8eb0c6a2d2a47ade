// The class as an experiment: runs with the same settings are repeats of one another, with other seeds. Pure.
import {spread} from '../facts/facts.js';
import {lowIsBetter} from '../facts/metrics.js';
import {wilson} from '../facts/wilson.js';

/** @typedef {import('./types').Setting} Setting @typedef {import('./types').Student} Student @typedef {import('../facts/types').Curve} Curve */

/** The same whatever order keys are in, and without the seed. @param {Record<string, unknown>} changes */
const keyOf = ({'train.seed': _, ...changes}) =>
  JSON.stringify(Object.entries(changes).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Those with most students first, of each student the last run. @param {Student[]} students @returns {Setting[]} */
export function settingsOf(students) {
  /** @type {Map<string, Setting>} */
  const all = new Map();
  for (const student of students)
    for (const [index, run] of student.taken.runs.entries()) {
      const key = keyOf(run.changes);
      const {runs, ...setting} = all.get(key) ?? {key, position: run.position, changes: run.changes, runs: []};
      const others = runs.filter((one) => one.student !== student);
      all.set(key, {...setting, runs: [...others, {student, run, index}]});
    }
  return [...all.values()].sort((a, b) => b.runs.length - a.runs.length);
}

/** What each model ended with over the class; those with no such score are none. @param {Setting} setting @param {string} score */
export function endsOf({runs}, score) {
  const names = [...new Set(runs.flatMap(({run}) => run.models.map(({name}) => name)))];
  return names.flatMap((name) => {
    const values = runs.flatMap(({run}) =>
      run.models.filter((one) => one.name === name).map(({scores}) => scores[score]),
    );
    const known = values.filter(Number.isFinite);
    if (!known.length) return [];
    const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
    return [{name, values: known, mean, ...spread(known)}];
  });
}

/** In how many runs each model ended best, by its name; where two are equal nobody did. @param {Setting} setting @param {string} score @returns {{name: string, best: number, of: number}[]} */
export function winnersOf({runs}, score) {
  const sign = lowIsBetter(score) ? -1 : 1;
  const raced = runs
    .map(({run}) => run.models.filter(({scores}) => Number.isFinite(scores[score])))
    .filter((models) => models.length > 1);
  const winners = raced.flatMap((models) => {
    const most = Math.max(...models.map(({scores}) => sign * scores[score]));
    const best = models.filter(({scores}) => sign * scores[score] === most);
    return best.length === 1 ? [best[0].name] : [];
  });
  return [...new Set(winners)]
    .map((name) => ({name, best: winners.filter((one) => one === name).length, of: raced.length}))
    .sort((a, b) => b.best - a.best);
}

/** @param {number} reached @param {number} count at least one */
export const shareOf = (reached, count) => ({share: reached / count, ...wilson(reached / count, count)});

/**
 * At each step at which at least half of them were tested: the middle one, the middle half, the least and the most.
 * @param {Curve[]} curves @returns {{step: number, count: number, low: number, first: number, median: number, third: number, high: number}[]}
 */
export function bandOf(curves) {
  /** @type {Map<number, number[]>} */
  const at = new Map();
  for (const {step, value} of curves)
    for (let i = 0; i < step.length; i++)
      if (Number.isFinite(value[i])) at.set(step[i], [...(at.get(step[i]) ?? []), value[i]]);
  return [...at]
    .filter(([, values]) => values.length >= curves.length / 2)
    .sort(([a], [b]) => a - b)
    .map(([step, values]) => {
      const ordered = values.toSorted((a, b) => a - b);
      const of = (/** @type {number} */ share) => quantile(ordered, share);
      return {step, count: values.length, low: of(0), first: of(0.25), median: of(0.5), third: of(0.75), high: of(1)};
    });
}

/** Between neighbours in proportion. @param {number[]} ordered at least one @param {number} share */
export function quantile(ordered, share) {
  const at = share * (ordered.length - 1);
  const [below, above] = [ordered[Math.floor(at)], ordered[Math.ceil(at)]];
  return below + (at % 1) * (above - below);
}
