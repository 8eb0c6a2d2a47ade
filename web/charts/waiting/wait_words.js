// What the picture of what must wait says, made from the numbers.
import {percent} from '../compare/numbers.js';
import {strung} from '../grid.js';
import {FARTHEST, byKind, crossingsOf, halfAt, modelOf} from './growth.js';
import {layout, takenAt, unitOf} from './wait_layout.js';

/** @typedef {import('../compare/runs.js').Run} Run @typedef {import('../compare/runs.js').Options} Options @typedef {import('../compare/runs.js').Saying} Saying */
/** @typedef {import('./growth.js').Model} Model @typedef {import('./growth.js').Crossing} Crossing */

/** A kind of part that takes less of the time is not named. */
const BAR = 1 / 3;

/** @param {number} waits @returns {Saying} */
export function chainOf(waits) {
  return Number.isFinite(waits) ? {key: 'compare.wait.steps', values: {waits}} : {key: 'compare.unknown'};
}

/** To two digits. @param {number} ms @returns {Saying} */
export function durationOf(ms) {
  if (!Number.isFinite(ms)) return {key: 'compare.unknown'};
  const two = (/** @type {number} */ value) => Number(value.toPrecision(2));
  if (ms < 1) return {key: 'compare.wait.us', values: {n: two(1000 * ms)}};
  return ms < 1000
    ? {key: 'compare.wait.ms', values: {n: two(ms)}}
    : {key: 'compare.wait.s', values: {n: two(ms / 1000)}};
}

/** Up to ten thousand exactly, else to three digits. @param {number} count @returns {Saying} */
export function countOf(count) {
  if (!Number.isFinite(count)) return {key: 'compare.unknown'};
  const three = (/** @type {number} */ value) => Number(value.toPrecision(3));
  if (count < 9999.5) return {key: 'compare.wait.plain', values: {n: Math.round(count)}};
  if (three(count) < 1e6) return {key: 'compare.wait.plain', values: {n: three(count)}};
  if (three(count) < 1e9) return {key: 'number.million', values: {n: three(count / 1e6)}};
  return {key: 'number.billion', values: {n: three(count / 1e9)}};
}

/** @param {Run[]} runs @param {Options} options @returns {import('../compare/runs.js').Words} */
export function describe(runs, options) {
  const models = runs.map(modelOf);
  const each = runs.map(({name}, i) => sentence(name, models[i]));
  return {found: [...crossed(runs, models, options), ...each], phenomenon: {key: 'compare.wait.phenomenon'}};
}

/** Who comes to take more than whom. @param {Run[]} runs @param {Model[]} models @param {Options} options @returns {Saying[]} */
function crossed(runs, models, options) {
  const unit = unitOf(options);
  const crossings = crossingsOf(models, unit);
  if (runs.length === 1) return alone(runs[0].name, models[0]);
  if (models.every(({known, quadratic}) => known && !quadratic)) return [{key: 'compare.wait.linear'}];
  return runs.flatMap(({name}, i) => {
    const all = beside(crossings.filter(({more}) => more === i), runs); // prettier-ignore
    const key = `compare.wait.needs_${unit}`;
    return all.length ? [{key, values: {name, all: strung(all, 'list.comma')}}] : [];
  });
}

/** Those that it always, and those that it never takes more than, are named together. @param {Crossing[]} crossings of one model @param {Run[]} runs @returns {Saying[]} */
function beside(crossings, runs) {
  const named = (/** @type {Crossing[]} */ those, /** @type {string} */ key) => {
    const names = strung(those.map(({less}) => runs[less].name), 'list.comma'); // prettier-ignore
    return those.length ? [{key, values: {names, farthest: FARTHEST}}] : [];
  };
  const always = crossings.filter(({length}) => length === 1);
  const never = crossings.filter(({length}) => !Number.isFinite(length));
  const from = crossings.filter(({length}) => length > 1 && Number.isFinite(length));
  return [
    ...named(always, 'compare.wait.than_always'),
    ...from.map(({less, length}) => ({key: 'compare.wait.than_from', values: {names: runs[less].name, length}})),
    ...named(never, 'compare.wait.than_never'),
  ];
}

/** Of one model without others. @param {string} name @param {Model} model @returns {Saying[]} */
function alone(name, model) {
  const length = halfAt(model);
  return Number.isNaN(length) ? [] : [{key: 'compare.wait.half', values: {name, length}}];
}

/** @param {string} name @param {Model} model @returns {Saying} */
function sentence(name, model) {
  const {length, chained, waits, own, known, parts} = model;
  if (!parts.length) return {key: 'compare.wait.nothing', values: {name}};
  const values = {name, waits: chainOf(waits), operations: countOf(own.operations), time: timeOf(model)};
  if (!known) return {key: 'compare.wait.found_only', values};
  if (chained === length) return {key: 'compare.wait.found', values: {...values, length}};
  return {key: 'compare.wait.found_apart', values: {...values, length, chained}};
}

/** @param {Model} model @returns {Saying} */
function timeOf(model) {
  const {ms} = model.own;
  if (!(ms > 0)) return {key: 'compare.wait.untimed'};
  const most = byKind(model).reduce((a, b) => (b.ms > a.ms ? b : a));
  const values = {time: durationOf(ms)};
  if (!(most.ms >= BAR * ms)) return {key: 'compare.wait.timed_even', values};
  const kind = {key: `compare.wait.kind.${most.kind}`};
  return {key: 'compare.wait.timed', values: {...values, kind, share: percent(most.ms / ms)}};
}

/** @param {Run[]} runs @param {Options} options @param {import('../grid.js').Cursor} cursor @returns {Saying[]} */
export function readout(runs, options, {column, row}) {
  const view = layout(runs, options);
  const {name} = runs[row];
  const model = view.models[row];
  if (column < view.lengths.length) return [atLength(name, view, row, view.lengths[column])];
  if (column === view.lengths.length) return chain(name, model);
  return [atKind(name, model, view.kinds[column - view.lengths.length - 1])];
}

/** @param {string} name @param {import('./wait_layout.js').View} view @param {number} row @param {number} length @returns {Saying} */
function atLength(name, view, row, length) {
  const {unit} = view;
  const model = view.models[row];
  const value = takenAt(view, row, length);
  if (Number.isNaN(value)) return {key: 'compare.wait.reading_none', values: {name, length}};
  if (unit === 'operations')
    return {key: 'compare.wait.reading_operations', values: {name, length, count: countOf(value)}};
  const how = length === model.length ? 'measured' : 'reckoned';
  return {key: `compare.wait.reading_${how}`, values: {name, length, time: durationOf(value)}};
}

/** @param {string} name @param {Model} model @returns {Saying[]} */
function chain(name, {waits, chained, parallelism, length}) {
  if (!Number.isFinite(waits)) return [{key: 'compare.wait.reading_none', values: {name, length}}];
  const first = {key: 'compare.wait.reading_chain', values: {name, chained, waits: chainOf(waits)}};
  if (!(parallelism >= 1.5 && Number.isFinite(parallelism))) return [first]; // no faster is no news
  return [first, {key: 'compare.wait.reading_faster', values: {times: Number(parallelism.toPrecision(2))}}];
}

/** @param {string} name @param {Model} model @param {string} of @returns {Saying} */
function atKind(name, model, of) {
  const kind = {key: `compare.wait.kind.${of}`};
  const found = byKind(model).find((one) => one.kind === of);
  if (!found) return {key: 'compare.wait.reading_without', values: {name, kind}};
  const {ms, operations, count} = found;
  const work = percent(model.own.operations > 0 ? operations / model.own.operations : NaN);
  if (!(model.own.ms > 0)) return {key: 'compare.wait.reading_work', values: {name, kind, count, work}};
  const values = {name, kind, count, work, time: durationOf(ms), share: percent(ms / model.own.ms)};
  return {key: 'compare.wait.reading_kind', values};
}
