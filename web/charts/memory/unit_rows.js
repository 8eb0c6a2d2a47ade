// Which units of a memory are drawn, in which order, and which of them is looked at alone: the one under the cursor, else the one
// that was picked, else the one that carries what the probe asks for, else the first.
import {bySlowness} from './slowness.js';
import {carries, toldIn, unitsOf, variable} from './carried.js';

/** @typedef {import('../grid.js').Tap} Tap @typedef {import('../grid.js').ViewOptions} ViewOptions @typedef {import('../grid.js').Saying} Saying */
/** @typedef {import('./carried.js').Told} Told */
/**
 * @typedef {object} UnitRows
 * @property {number[]} order the unit of each row
 * @property {number} stride every so many-th unit is drawn
 * @property {boolean} sorted whether it is not by number
 * @property {number} chosen the row looked at alone
 * @property {{unit: number, slow: number}} slowest
 * @property {Told | null} told of the chosen variable; null where nothing was measured
 * @property {number} marked the row of the unit that carries it; -1 where none does
 * @property {{name: string, title: Saying, choices: {value: number, title: Saying}[]}[]} controls
 */

/** First so many; then, where there are far more, so many; then all. */
const [FEW, MORE] = [16, 64];

/**
 * @param {Tap} memory [time, batch, unit] @param {ViewOptions} options @param {number} most rows that there is room for
 * @returns {UnitRows}
 */
export function unitRows(memory, options, most) {
  const units = memory.shape[2];
  const all = probed(memory, options);
  const at = Math.min(options.choice?.variable ?? 0, all.length - 1);
  const told = all[at] ?? null;
  const slow = bySlowness(memory);
  const sort = ORDERS[options.choice?.order ?? 0] === 'told' && !told ? 'slow' : ORDERS[options.choice?.order ?? 0];
  const sorted =
    sort === 'number' ? inOrder(units) : sort === 'told' ? byScore(options, at) : slow.map(({unit}) => unit);
  const counts = countsFor(units);
  const count = counts[Math.min(options.choice?.rows ?? 0, counts.length - 1)];
  const stride = count === units ? Math.max(1, Math.ceil(units / most)) : 1;
  const order = sorted.filter((_, i) => i % stride === 0).slice(0, count);
  const carrier = carries(told ?? undefined) ? /** @type {Told} */ (told).unit : -1;
  if (carrier >= 0 && !order.includes(carrier)) order[order.length - 1] = carrier;
  const marked = order.indexOf(carrier);
  return {
    order,
    stride,
    sorted: sort !== 'number',
    chosen: chosenRow(options, order.length, marked),
    slowest: slow[0],
    told,
    marked,
    controls: controlsFor(counts, all),
  };
}

/** @typedef {'slow' | 'number' | 'told'} Order */
/** By the value of the control. @type {Order[]} */
const ORDERS = ['slow', 'number', 'told'];

/** @param {number} units */
const inOrder = (units) => Array.from({length: units}, (_, unit) => unit);

/** What was found out about this very memory. @param {Tap} memory @param {ViewOptions} options */
function probed({shape}, {measured}) {
  const probe = measured?.probe;
  return probe && unitsOf(probe, 'unit_r2', 0).length === shape[2] ? toldIn(probe) : [];
}

/** The unit that tells most first. @param {ViewOptions} options @param {number} at of the variable */
function byScore({measured}, at) {
  const scores = measured?.probe ? unitsOf(measured.probe, 'unit_r2', at) : [];
  const score = (/** @type {number} */ unit) => (Number.isNaN(scores[unit]) ? -Infinity : scores[unit]);
  return inOrder(scores.length).sort((a, b) => (score(a) === score(b) ? 0 : score(b) - score(a)));
}

/** @param {number} units */
function countsFor(units) {
  return [...[FEW, MORE].filter((count) => count < units), units];
}

/** @param {ViewOptions} options @param {number} rows @param {number} marked */
function chosenRow({cursor, picked}, rows, marked) {
  const at = (cursor ?? picked)?.row;
  return at === undefined ? Math.max(0, marked) : at % rows;
}

/** @param {number[]} counts @param {Told[]} all */
function controlsFor(counts, all) {
  const order = [
    {value: 0, title: {key: 'inside.order.slow'}},
    {value: 1, title: {key: 'inside.order.stored'}},
    ...(all.length ? [{value: 2, title: {key: 'inside.order.told'}}] : []),
  ];
  const rows = counts.map((count, value) => {
    const key = value === counts.length - 1 ? 'inside.rows.all' : 'inside.rows.some';
    return {value, title: {key, values: {count: String(count)}}};
  });
  const variables = all.map(({name}, value) => ({value, title: variable(name)}));
  return [
    {name: 'order', title: {key: 'inside.order'}, choices: order},
    {name: 'rows', title: {key: 'inside.rows'}, choices: rows},
    ...(all.length > 1 ? [{name: 'variable', title: {key: 'inside.variable'}, choices: variables}] : []),
  ];
}
