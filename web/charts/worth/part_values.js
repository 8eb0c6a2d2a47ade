// What the parts of a model are worth: how much its loss on unseen examples rises, and how many right answers it loses, when one
// of them alone is off.

/** @typedef {import('../compare/runs.js').Measured} Measured @typedef {import('../compare/runs.js').Found} Found */
/** @typedef {'head' | 'gate' | 'unit' | 'layer' | 'together'} Kind */
/**
 * One thing that was switched off.
 * @typedef {object} Part
 * @property {Kind} kind together: several heads at once
 * @property {string} place the layer that it is of, as the engine calls it
 * @property {number} index in its layer, from 0; of `together` how many they are
 * @property {string} gate its letter, of gates
 * @property {'closed' | 'open' | 'off'} held
 * @property {number} rise of the loss @property {number} fall of the share of right answers; NaN where there is none
 */
/** @typedef {{parts: Part[], untried: number, loss: number, accuracy: number, examples: number}} Worth untried: so many were not switched off */

/** Rises are worth a name from this part of the whole model's loss on. */
export const BAR = 0.1;
/** So many bars a model. */
const MOST = 12;

/** @param {Measured} measured @returns {Worth} parts layer by layer, as the model has them */
export function worthOf({arrays, numbers}) {
  const {loss = NaN, accuracy = NaN, examples = NaN} = numbers;
  const rises = arrays.filter(({name}) => name.endsWith('.rise'));
  const parts = rises.flatMap((rise) => partsOf(rise, arrays));
  const untried = rises.reduce((sum, rise) => sum + untriedIn(rise), 0);
  return {parts: [...parts, ...together(numbers)], untried, loss, accuracy, examples};
}

/** A gate is one thing, held in two ways: tried if it was held in any. @param {Found} rise */
function untriedIn({shape: [count, ways = 1], data}) {
  let none = 0;
  for (let i = 0; i < count; i++) if (Number.isNaN(data[i * ways]) && Number.isNaN(data[(i + 1) * ways - 1])) none++;
  return none;
}

/** Those that were switched off. @param {Found} rise @param {Found[]} arrays @returns {Part[]} */
function partsOf({name, axes: [axis], shape: [count, ways = 1], data}, arrays) {
  const place = name.slice(0, -'.rise'.length);
  const fall = arrays.find((array) => array.name === `${place}.fall`)?.data;
  const kind = /** @type {Kind} */ (axis.name);
  /** @type {Part[]} */
  const parts = [];
  for (let i = 0; i < count * ways; i++) {
    if (Number.isNaN(data[i])) continue;
    const index = Math.floor(i / ways);
    const gate = axis.names?.[index] ?? '';
    const held = ways === 1 || Number.isNaN(data[(index + 1) * ways - 1]) ? 'off' : i % ways ? 'open' : 'closed';
    parts.push({kind, place, index, gate, held, rise: data[i], fall: fall?.[i] ?? NaN});
  }
  return parts;
}

/** @param {Record<string, number>} numbers @returns {Part[]} none where nothing was switched off together */
function together({together, together_rise: rise, together_fall: fall = NaN}) {
  if (!together) return [];
  return [{kind: 'together', place: '', index: together, gate: '', held: 'off', rise, fall}];
}

/**
 * Those that are drawn, most first: the ones that change the loss most, and the one that is picked.
 * @param {Worth} worth @param {number} [picked] number of a part
 * @returns {{shown: number[], hidden: number, below: number}} numbers of parts; below: none of the others changes the loss by more
 */
export function shownOf({parts}, picked) {
  const size = (/** @type {number} */ i) => Math.abs(parts[i].rise);
  const ranked = parts.map((_, i) => i).sort((a, b) => size(b) - size(a));
  const few = ranked.slice(0, MOST);
  if (picked !== undefined && parts[picked] && !few.includes(picked)) few.push(picked);
  const rest = ranked.filter((i) => !few.includes(i));
  few.sort((a, b) => parts[b].rise - parts[a].rise);
  return {shown: few, hidden: rest.length, below: Math.max(0, ...rest.map(size))};
}

/** The parts without which it answers worse by a tenth of its loss, and better. @param {Worth} worth */
export function named({parts, loss}) {
  const single = parts.filter(({kind}) => kind !== 'together').sort((a, b) => b.rise - a.rise);
  const [first, last] = [single[0], single[single.length - 1]];
  const bar = BAR * loss;
  return {
    most: first && first.rise >= bar && first.rise > 0 ? first : null,
    hinders: last && last.rise <= -bar && last.rise < 0 ? last : null,
    worth: single.filter(({rise}) => rise >= bar && rise > 0).length,
    of: single.length,
  };
}
