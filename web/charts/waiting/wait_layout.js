// Where everything stands in the picture of what must wait: the plot over length, the chains, and the bars of time.
import {namesHeight} from '../compare/names.js';
import {BELOW} from '../compare/plot.js';
import {byKind, crossingsOf, modelOf, valueAt} from './growth.js';

/** @typedef {import('../compare/runs.js').Run} Run @typedef {import('../compare/runs.js').Options} Options */
/** @typedef {import('./growth.js').Model} Model @typedef {import('./growth.js').Unit} Unit */
/** A row a model, from `top` on @typedef {{left: number, right: number, title: number, top: number}} Panel */
/** @typedef {ReturnType<typeof layout>} View */

const [LEFT, RIGHT, TITLE, TALL] = [44, 10, 30, 210];
/** The same where a chapter asks for what answers the question alone. */
const [MIDDLE, LOW] = [180, 110];
/** Below this width the two panels stand one below the other. */
const WIDE = 620;
const [BETWEEN, HEADING] = [36, 26];
export const [ROW, NAME, BAR] = [38, 14, 15];
/** The plot goes so many times as far as the longest model's own length, and farther where something crosses there. */
const [FAR, FARTHER] = [10, 100];

/** @param {Run[]} runs @param {Options} options */
export function layout(runs, options) {
  const models = runs.map(modelOf);
  const unit = unitOf(options);
  const crossings = crossingsOf(models, unit);
  const range = rangeOf(models, crossings);
  const top = namesHeight(runs, options) + TITLE;
  const frame = {left: LEFT, right: options.width - RIGHT, top, bottom: top + tallOf(options)};
  const lengths = lengthsAlong(models, range.high);
  const kinds = kindsOf(models);
  const panels = panelsBelow(frame.bottom + BELOW + 14, options, models);
  const fine = finely(models, range);
  return {models, unit, crossings, range, frame, lengths, fine, kinds, ...panels, powers: powersOf(models, unit, fine)};
}

/** @param {Options} options */
function tallOf({brief, width}) {
  return brief ? (width < 480 ? LOW : MIDDLE) : TALL;
}

/** @param {Options} options @returns {Unit} */
export function unitOf(options) {
  return options.choice?.unit === 1 ? 'ms' : 'operations';
}

/** @param {Model[]} models @param {import('./growth.js').Crossing[]} crossings */
function rangeOf(models, crossings) {
  const own = Math.max(1, ...models.map(({length}) => length));
  const crossed = crossings.map(({length}) => length).filter((length) => length <= FARTHER * own);
  return {low: 1, high: Math.max(10, FAR * own, ...crossed.map((length) => 1.6 * length))};
}

/** Round lengths, and those that models were made for: where the reading can stand. @param {Model[]} models @param {number} high */
function lengthsAlong(models, high) {
  const round = [1, 2, 5].flatMap((m) => Array.from({length: 9}, (_, power) => m * 10 ** power));
  const own = models.map(({length}) => length).filter((length) => length > 0);
  return [...new Set([...round, ...own])].filter((length) => length <= high).sort((a, b) => a - b);
}

/** Where the lines are drawn through: close enough for a bend. @param {Model[]} models @param {{low: number, high: number}} range */
function finely(models, {low, high}) {
  const even = Array.from({length: 49}, (_, i) => low * (high / low) ** (i / 48));
  return [...even, ...models.map(({length}) => length).filter((length) => length > 0)].sort((a, b) => a - b);
}

/** Of all models, in the order of the first that has them all. @param {Model[]} models */
function kindsOf(models) {
  return [...new Set(models.flatMap((model) => byKind(model).map(({kind}) => kind)))];
}

/** Powers of ten that hold all that is drawn. @param {Model[]} models @param {Unit} unit @param {number[]} lengths */
function powersOf(models, unit, lengths) {
  const all = models.flatMap((model) => [model.own[unit], ...lengths.map((n) => valueAt(model.curves[unit], n))]);
  const logs = all.filter((value) => value > 0 && value < Infinity).map(Math.log10);
  if (!logs.length) return {low: 0, high: 3};
  const [low, high] = [Math.floor(Math.min(...logs)), Math.ceil(Math.max(...logs))];
  return {low, high: Math.max(high, low + 1)};
}

/** In brief, what waits alone: where the time goes is another question. @param {number} y @param {Options} options @param {Model[]} models */
function panelsBelow(y, {width, brief}, models) {
  const tall = HEADING + models.length * ROW;
  const timed = !brief && models.some(({own}) => own.ms > 0);
  const beside = width >= WIDE && timed;
  const half = (width - BETWEEN) / 2;
  const panel = (/** @type {number} */ left, /** @type {number} */ right, /** @type {number} */ title) => ({
    left,
    right,
    title,
    top: title + HEADING - 8,
  });
  const chain = panel(0, beside ? half : width, y);
  const time = timed ? panel(beside ? half + BETWEEN : 0, width, beside ? y : y + tall + 16) : null;
  return {chain, time, height: (time ?? chain).title + tall + 4};
}

/** @param {View} view @param {number} length */
export function xOf({frame, range}, length) {
  const share = Math.log(length / range.low) / Math.log(range.high / range.low);
  return frame.left + 4 + (frame.right - frame.left - 8) * share;
}

/** @param {View} view @param {number} value */
export function yOf({frame, powers}, value) {
  const share = (Math.log10(value) - powers.low) / (powers.high - powers.low);
  return value > 0 && value < Infinity ? frame.bottom - (frame.bottom - frame.top) * share : NaN;
}

/** What a model takes at a length, counted at its own. @param {View} view @param {number} i of the model @param {number} length */
export function takenAt({models, unit}, i, length) {
  const {length: own, own: counted, curves} = models[i];
  return length === own ? counted[unit] : valueAt(curves[unit], length);
}

/** The bar of a row. @param {Panel} panel @param {number} row */
export const barTop = ({top}, row) => top + row * ROW + NAME + 4;

/** Pixels of a step in the chains, the same for all models. @param {View} view */
export function stepWidth({chain, models}) {
  const most = Math.max(1, ...models.map(({waits}) => waits).filter(Number.isFinite));
  return Math.min(14, (chain.right - chain.left) / most);
}

/** The parts of a model's bar of time, the same scale for all models. @param {View} view @param {number} row */
export function slices({time, models}, row) {
  const most = Math.max(...models.map(({own}) => (own.ms > 0 ? own.ms : 0)), 0);
  if (!time || !(most > 0) || !(models[row].own.ms > 0)) return [];
  let x = time.left;
  return byKind(models[row]).map((slice) => {
    const wide = ((time.right - time.left) * slice.ms) / most;
    const placed = {...slice, x, wide};
    x += wide;
    return placed;
  });
}
