// Facts: a race as numbers. Everything that judges (goals, claims, news, verdicts) reads these, and nothing else judges.
// Pure: no clock, no page. Units are those of types.d.ts: steps, nats, shares of 1, seconds of training.
import {bestOf, firstBeyond, latestOf} from './curves.js';
import {SCORES, lowIsBetter, mainMetric, measureOf} from './metrics.js';
import {raceHistory} from './race_history.js';
import {fastestOf, plateausOf, sliced, spikesOf} from './shapes.js';
import {trendOf} from './trend.js';

/** @typedef {import('./types').Facts} Facts */
/** @typedef {import('./types').History} History */
/** @typedef {import('./types').ModelFacts} ModelFacts */
/** @typedef {import('./types').ModelHistory} ModelHistory */
/** @typedef {import('./types').Score} Score */
/** @typedef {import('../runtime/types').Baseline} Line */

/** @param {import('./race_history.js').Race | History} of a race of the page, or what stands for one @returns {Facts} */
export function facts(of) {
  const {state, view, models: histories, baselines, floors} = 'runners' in of ? raceHistory(of) : of;
  const lines = [...baselines, ...floors.map(floorLine)].filter(({value}) => Number.isFinite(value));
  const linesOf = (/** @type {string} */ name) => lines.filter(({of}) => !of || of.includes(name));
  const models = histories.map((model, index) => modelFacts(model, index, linesOf(model.name)));
  return {
    state,
    view,
    main: mainScore(models, view),
    models,
    lines,
    order: ofScores(SCORES, (score) => orderOf(models, score)),
    spread: spreadOf(models),
    repeats: repeatsOf(histories, models),
  };
}

/** @param {History['floors'][number]} floor @returns {Line} */
function floorLine({order, val_loss}) {
  return {name: `order_${order}`, title: '', metric: 'loss', value: val_loss};
}

/** @param {ModelHistory} history @param {number} index @param {Line[]} lines @returns {ModelFacts} */
function modelFacts(history, index, lines) {
  const {losses, signals, clip_norm, sameness: _, ...same} = history;
  const {step, steps, curves, finite} = history;
  const scores = ofScores(SCORES, (score) => scoreFacts(history, score, lines));
  return {
    ...same,
    index,
    progress: steps ? Math.min(1, step / steps) : 0,
    scores,
    lines: lines.map((line) => lineFacts(line, curves, scores)).filter((line) => line !== null),
    signals: {finite, spikes: spikesOf(losses ?? curves.loss ?? NOTHING), ...signalFacts(signals, clip_norm)},
  };
}

const NOTHING = {step: [], value: []};

/** @param {ModelHistory} history @param {Score} score @param {Line[]} lines @returns {import('./types').ScoreFacts | null} */
function scoreFacts({curves, losses, over, state}, score, lines) {
  const curve = curves[score];
  if (!curve) return null;
  const pieces = sliced(score === 'loss' && losses ? losses : curve);
  const latest = latestOf(curve);
  return {
    latest,
    best: bestOf(curve, lowIsBetter(score)),
    final: over && state === 'done' ? latest : null,
    plateaus: plateausOf(pieces).map((plateau) => ({...plateau, near: nearest(plateau.value, score, lines)})),
    fastest: fastestOf(pieces, lowIsBetter(score)),
    trend: trendOf(curve, lowIsBetter(score)),
  };
}

/** @param {number} value @param {Score} score @param {Line[]} lines */
function nearest(value, score, lines) {
  const [line] = lines
    .filter(({metric}) => metric === measureOf(score))
    .sort((a, b) => Math.abs(value - a.value) - Math.abs(value - b.value));
  return line ? {name: line.name, title: line.title, gap: value - line.value} : null;
}

/** @param {Line} line @param {ModelHistory['curves']} curves @param {ModelFacts['scores']} scores
 *  @returns {import('./types').LineFacts | null} null where the model has no such score */
function lineFacts({name, metric, value}, curves, scores) {
  const score = /** @type {Score} */ (`val_${metric}`);
  const curve = curves[score];
  if (!curve) return null;
  const better = lowIsBetter(score) ? (/** @type {number} */ v) => v < value : (/** @type {number} */ v) => v > value;
  const latest = scores[score]?.latest?.value ?? null;
  return {
    name,
    score,
    value,
    gap: latest === null ? null : latest - value,
    beyond: latest !== null && better(latest),
    since: firstBeyond(curve, better)?.step ?? null,
  };
}

/** @param {ModelHistory['signals']} signals @param {number | null} clip_norm */
function signalFacts(signals, clip_norm) {
  const known = signals ?? {step: [], grad_norm: [], lr: []};
  let [clipped, count] = [0, 0];
  for (let i = 0; i < known.grad_norm.length; i++)
    if (Number.isFinite(known.grad_norm[i])) {
      count++;
      if (clip_norm && known.grad_norm[i] > clip_norm) clipped++;
    }
  return {
    grad_norm: lastNumber(known.grad_norm),
    lr: lastNumber(known.lr),
    clipped: count > 0 && clip_norm ? clipped / count : null,
  };
}

/** @param {ArrayLike<number>} values */
function lastNumber(values) {
  const last = values[values.length - 1];
  return Number.isFinite(last) ? last : null;
}

/** @param {ModelFacts[]} models @param {History['view']} view @returns {Score} */
function mainScore(models, view) {
  const scored = models.find(({scores}) => scores.val_loss?.latest);
  const known = {val_exact: valueOf(scored, 'val_exact'), val_accuracy: valueOf(scored, 'val_accuracy')};
  return `val_${mainMetric(known, view)}`;
}

/** @param {ModelFacts | undefined} model @param {Score} score @returns {number} NaN where it is not known */
const valueOf = (model, score) => model?.scores[score]?.latest?.value ?? NaN;

/** @param {ModelFacts[]} models @param {Score} score @returns {number[][] | null} */
function orderOf(models, score) {
  const known = models.filter((model) => !model.refused && Number.isFinite(valueOf(model, score)));
  const sign = lowIsBetter(score) ? 1 : -1;
  known.sort((a, b) => sign * (valueOf(a, score) - valueOf(b, score)));
  /** @type {number[][]} */
  const places = [];
  known.forEach((model, i) => {
    if (i > 0 && valueOf(model, score) === valueOf(known[i - 1], score)) places.at(-1)?.push(model.index);
    else places.push([model.index]);
  });
  return places.length ? places : null;
}

/** @param {ModelFacts[]} models @returns {Facts['spread']} */
function spreadOf(models) {
  return ofScores(SCORES, (score) => {
    const values = models.map((model) => valueOf(model, score)).filter(Number.isFinite);
    return values.length ? spread(values) : null;
  });
}

/** Of an even number the middle is between the two in the middle. @param {number[]} values at least one @returns {import('./types').Spread} */
export function spread(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const half = (sorted.length - 1) / 2;
  const median = (sorted[Math.floor(half)] + sorted[Math.ceil(half)]) / 2;
  return {count: sorted.length, min: sorted[0], median, max: sorted[sorted.length - 1]};
}

/** @param {ModelHistory[]} histories @param {ModelFacts[]} models @returns {import('./types').Repeats[]} */
function repeatsOf(histories, models) {
  const kinds = [...new Set(histories.map(({sameness}) => sameness))];
  const groups = kinds.map((kind) => models.filter(({index}) => histories[index].sameness === kind));
  const repeated = groups.filter((group) => new Set(group.map(({seed}) => seed)).size > 1);
  return repeated.map((group) => ({
    name: group[0].name,
    models: group.map(({index}) => index),
    seeds: group.map(({seed}) => seed),
    spread: spreadOf(group),
  }));
}

/** @template T @param {readonly Score[]} scores @param {(score: Score) => T | null} make @returns {Partial<Record<Score, T>>} */
function ofScores(scores, make) {
  const known = scores.map((score) => /** @type {const} */ ([score, make(score)]));
  return /** @type {Partial<Record<Score, T>>} */ (Object.fromEntries(known.filter(([, value]) => value !== null)));
}
