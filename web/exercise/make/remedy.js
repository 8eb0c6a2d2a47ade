// What would have made every seed reach a goal, by the very runs that were made: another bound, or more steps. Each proposal is judged once
// more as the player judges, and is none where a run still fails. Pure.
import {bestOf, valueAt} from '../../facts/curves.js';
import {lowIsBetter, metricNamed} from '../../facts/metrics.js';
import {curveOf, reading} from '../../facts/readings.js';
import {keptBy} from './bounds.js';
import {isFind, reaches} from './tried.js';

/** @typedef {import('../types').Goal} Goal @typedef {import('../../facts/types').Predicate} Predicate */
/** @typedef {import('../../facts/types').ModelFacts} ModelFacts @typedef {import('./types').Tried} Tried */
/** @typedef {{kind: 'bound' | 'steps', goal: Goal}} Remedy */

/** @param {Goal} goal @param {readonly Tried[]} runs @returns {Remedy[]} none where all reached it, or nothing that is known helps */
export function remedies(goal, runs) {
  if (!runs.length || runs.every((run) => reaches(goal, run))) return [];
  const possible = isFind(goal) ? [easierFind(goal, runs)] : [easier(goal, runs), later(goal, runs)];
  return possible.filter((one) => one !== null).filter((one) => runs.every((run) => reaches(one.goal, run)));
}

/** @param {import('../types').Find} goal @param {readonly Tried[]} runs @returns {Remedy | null} */
function easierFind(goal, runs) {
  const best = runs.map(({heads}) => heads[goal.model]?.[goal.score] ?? NaN);
  const at_least = Math.floor(100 * Math.min(...best)) / 100;
  return at_least > 0 ? {kind: 'bound', goal: {...goal, at_least}} : null;
}

/** Whose numbers are looked at, and which way they are to go. @typedef {{low: boolean, hardest: (...values: number[]) => number, easiest: (...values: number[]) => number}} Way */

/** @param {Predicate} goal @returns {Way} */
function wayOf({op, never}) {
  const low = op === '<' || op === '<=';
  const [hardest, easiest] = low !== (never === true) ? [Math.max, Math.min] : [Math.min, Math.max];
  return {low, hardest, easiest};
}

/** @param {Predicate} goal @param {readonly Tried[]} runs @returns {Remedy | null} */
function easier(goal, runs) {
  if (goal.op === 'within' || Array.isArray(goal.value)) return null;
  const way = wayOf(goal);
  const worst = way.hardest(...runs.map((run) => extremeOf(goal, run, way)));
  if (!Number.isFinite(worst)) return null;
  const bound = goal.never ? beyond(goal, worst, way.low) : keptBy(goal.metric, goal.op, worst);
  const value = typeof goal.value === 'number' ? bound : {...goal.value, plus: bound};
  return {kind: 'bound', goal: {...goal, value}};
}

/** What is never to be reached lies a little beyond the nearest that anybody came. @param {Predicate} goal @param {number} worst @param {boolean} low */
const beyond = ({metric}, worst, low) => keptBy(metric, low ? '>' : '<', worst);

/** How far a run goes in what decides: towards the bound where that is to be reached, away from it where it is to be kept. With a rival
 *  it is how far ahead it is. @param {Predicate} goal @param {Tried} run @param {Way} way */
function extremeOf(goal, {facts}, {low, hardest, easiest}) {
  const metric = metricNamed(goal.metric);
  const models = facts.models.filter((model) => !model.refused && isMeant(goal.model, model));
  if (!metric || !models.length) return NaN;
  const furthest = low !== (goal.from_step !== undefined) ? Math.min : Math.max;
  const each = models.map((model) => {
    const values = valuesOf(goal, metric, model, facts.models);
    return values.length ? furthest(...values) : NaN;
  });
  const forAll = goal.model === 'all' || typeof goal.model === 'number';
  return (forAll ? hardest : easiest)(...each);
}

/** @param {Predicate['model']} whom @param {ModelFacts} model */
function isMeant(whom, {index, kind}) {
  if (typeof whom === 'number') return whom === index;
  return typeof whom === 'object' ? whom.kind === kind : true;
}

/** @param {Predicate} goal @param {import('../../facts/metrics.js').Metric} metric @param {ModelFacts} model @param {ModelFacts[]} all @returns {number[]} */
function valuesOf(goal, metric, model, all) {
  const {from_step: from = 0, by_step: by = Infinity} = goal;
  if (metric.how !== 'curve') {
    const value = reading(model, metric, by)?.value;
    return value === undefined ? [] : [value];
  }
  const curve = curveOf(model, metric);
  if (!curve) return [];
  const at = Array.from(curve.step, (step, i) => ({step, value: curve.value[i]}));
  const known = at.filter(({step, value}) => step >= from && step <= by && Number.isFinite(value));
  return known.map(({step, value}) => value - against(goal, step, all));
}

/** What its rival has at a step, 0 where the bound is a number. @param {Predicate} goal @param {number} step @param {ModelFacts[]} all */
function against({value, metric}, step, all) {
  if (typeof value === 'number' || Array.isArray(value)) return 0;
  const rival = typeof value.model === 'number' ? all[value.model] : undefined;
  const of = metricNamed(value.metric ?? metric);
  const curve = rival && of && curveOf(rival, of);
  return curve ? (value.times ?? 1) * valueAt(curve, step) : NaN;
}

/** The step by which the last of them was there, on a step at which there is a test. @param {Predicate} goal @param {readonly Tried[]} runs @returns {Remedy | null} */
function later(goal, runs) {
  if (goal.by_step === undefined || goal.from_step !== undefined || goal.never) return null;
  const {by_step: _, ...whenever} = goal;
  const steps = runs.map((run) => firstStep(whenever, run));
  const last = Math.max(...steps);
  return Number.isFinite(last) && last > goal.by_step ? {kind: 'steps', goal: {...goal, by_step: last}} : null;
}

/** @param {Predicate} goal without a last step @param {Tried} run */
function firstStep(goal, run) {
  const metric = metricNamed(goal.metric);
  if (metric?.how !== 'curve' && metric?.how !== 'best') return Infinity;
  const [model] = run.facts.models.filter((one) => isMeant(goal.model, one));
  const curve = model && curveOf(model, metric);
  if (!curve) return Infinity;
  const at = Array.from(curve.step).find((step) => reaches({...goal, by_step: step}, run));
  return at ?? Infinity;
}

/** The best that any seed came to, for whoever chooses a bound by hand. @param {string} score @param {number} model @param {readonly Tried[]} runs */
export function rangeOf(score, model, runs) {
  const metric = metricNamed(score);
  const values = runs.map(({facts}) => {
    const curve = metric && facts.models[model] ? curveOf(facts.models[model], metric) : undefined;
    return (curve && bestOf(curve, lowIsBetter(score))?.value) ?? NaN;
  });
  const known = values.filter(Number.isFinite);
  return known.length ? {low: Math.min(...known), high: Math.max(...known)} : null;
}
