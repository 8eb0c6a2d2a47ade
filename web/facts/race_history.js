// A race of the page as facts are computed from it. Nothing is copied but what is a mean.
import {SCORES} from '../runtime/meter.js';
import {ColumnCurve, hasValues} from './curves.js';

/** @typedef {import('./types').Curve} Curve */
/** @typedef {import('./types').ModelHistory} ModelHistory */
/** @typedef {import('../runtime/shown_run.js').ShownRun} ShownRun */
/** @typedef {Pick<import('../runtime/race.js').Race, 'experiment' | 'state' | 'view' | 'baselines' | 'floors'> & {runners: ShownRun[]}} Race */

/** States in which a model waits for nobody. */
const OVER = new Set(['done', 'not_finite', 'failed', 'unavailable']);

/** @param {Race} race @returns {import('./types').History} */
export function raceHistory({experiment, state, view, runners, baselines, floors}) {
  const held_out = runners.find(({info}) => info?.held_out_examples)?.info?.held_out_examples ?? null;
  const models = runners.map((runner) => ({...modelHistory(runner, experiment.train), held_out}));
  return {state, view, models, baselines, floors: floors.levels};
}

/** @param {ShownRun} runner @param {Race['experiment']['train']} train @returns {Omit<ModelHistory, 'held_out'>} but for what all are tested on */
function modelHistory(runner, train) {
  const {name, model, state, refused, message, ended, steps, info, record} = runner;
  const own = {...train, .../** @type {typeof train | undefined} */ (model.train)};
  const over = OVER.has(state);
  const losses = record.training.views;
  return {
    name,
    kind: model.kind,
    ...sameButForSeed(model, own.seed ?? null),
    state,
    refused,
    over,
    finite: state !== 'not_finite',
    message,
    ended,
    step: record.meter.step,
    steps,
    seconds: record.meter.seconds,
    parameters: info?.parameters ?? null,
    counts: info?.flops_per_step === 0,
    clip_norm: own.clip_norm ?? null,
    curves: curvesOf(record, own.eval_every ?? Infinity, over),
    losses: new ColumnCurve(losses.step, losses.loss),
    signals: record.signals.views,
  };
}

/** @param {ShownRun['record']} record @param {number} eval_every @param {boolean} over @returns {ModelHistory['curves']} */
function curvesOf({heldOut, training}, eval_every, over) {
  const {step, ...scores} = heldOut.views;
  const {views} = training;
  /** @type {ModelHistory['curves']} */
  const curves = {loss: meansUpTo(views, eval_every, over), seconds: new ColumnCurve(views.step, views.seconds)};
  for (const score of SCORES) {
    const curve = new ColumnCurve(step, scores[score]);
    if (hasValues(curve)) curves[score] = curve;
  }
  return curves;
}

/**
 * The training loss as `unrolled train` tells it: at each multiple of `every` steps, and at the end of a run, the mean
 * since the one before.
 * @param {{step: Float64Array, loss: Float64Array}} points @param {number} every @param {boolean} over
 * @returns {Curve}
 */
export function meansUpTo({step, loss}, every, over) {
  /** @type {{step: number[], value: number[]}} */
  const means = {step: [], value: []};
  let [end, sum, count] = [every, 0, 0];
  const close = (/** @type {number} */ at) => {
    if (count > 0) (means.step.push(at), means.value.push(sum / count));
    sum = count = 0;
  };
  for (let i = 0; i < step.length; i++) {
    if (step[i] > end) {
      close(end);
      end = Math.ceil(step[i] / every) * every;
    }
    sum += loss[i];
    count++;
  }
  const last = step[step.length - 1];
  if (last === end || over) close(last);
  return new ColumnCurve(means.step, means.value);
}

/** @param {{[option: string]: any}} model @param {number | null} seed of the experiment, unless it has one of its own */
export function sameButForSeed({train, ...model}, seed) {
  const {seed: own, ...others} = train ?? {};
  return {sameness: JSON.stringify([model, others]), seed: own ?? seed};
}
