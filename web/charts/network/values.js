// What lights a network: the values of the example that is looked at, how strongly an answer hangs on what came before, or when a
// box can be there at the earliest; each from 0 to 1.
import {arrayOf} from '../compare/runs.js';
import {besideOf} from './chosen.js';
import {ticksOf, waitsOf} from './ways.js';

/** @typedef {import('./chosen.js').Looked} Looked @typedef {import('./levels.js').Level} Level */
/** @typedef {{name?: string, axes?: string[], shape: number[], data: ArrayLike<number>}} Tap */
/** @typedef {(level: Level, at: number) => number} Light NaN: not known */

/** How the networks are lit. */
export const FLOWS = /** @type {const} */ ({forwards: 0, backwards: 1, order: 2});
/** Backwards a tenth is a step less bright, and this many tenths are nothing. */
export const DECADES = 4;

/** One example's numbers, by the axes that are asked for. @param {Tap} tap @param {string[]} wanted the last axes, in order @returns {Tap | null} without the batch */
export function tapIn(tap, wanted) {
  const axes = tap.axes ?? [];
  const kept = axes.flatMap((name, i) => (name === 'batch' ? [] : [i]));
  if (kept.length !== wanted.length || !kept.every((i, k) => axes[i] === wanted[k])) return null;
  return {...tap, axes: wanted, shape: kept.map((i) => tap.shape[i])};
}

/** @param {Looked} looked @param {string} name @param {string[]} axes @returns {Tap | null} */
export function lookedAt({run}, name, axes) {
  const tap = run.look?.taps.find((/** @type {Tap} */ one) => one.name === name);
  return tap ? tapIn(tap, axes) : null;
}

/** The root mean square of the units of a layer at a place. @param {Tap} tap [time, unit] @param {number} at */
export function sizeAt({data, shape: [, units]}, at) {
  let sum = 0;
  for (let u = 0; u < units; u++) sum += data[at * units + u] ** 2;
  return Math.sqrt(sum / units);
}

/** What a level holds, if a tap shows it: only the last pass of its part. @param {Looked} looked @param {Level} level */
export function heldBy(looked, {part, pass}) {
  if (!part || pass < part.times - 1) return null;
  return lookedAt(looked, `${part.name}.hidden`, ['time', 'unit']);
}

/** Of the level's largest. @param {Looked} looked @returns {Light} */
export function forwards(looked) {
  /** @type {Map<number, number[]>} */
  const known = new Map();
  return (level, at) => {
    let sizes = known.get(level.index);
    if (!sizes) {
      const tap = heldBy(looked, level);
      const all = tap ? Array.from({length: tap.shape[0]}, (_, i) => sizeAt(tap, i)) : [];
      const most = Math.max(0, ...all.filter(Number.isFinite));
      known.set(level.index, (sizes = all.map((size) => (most > 0 ? size / most : 0))));
    }
    return sizes[at] ?? NaN;
  };
}

/** A part of the most as a brightness. @param {number} part */
export function bright(part) {
  if (!(part > 0)) return part === 0 ? 0 : NaN;
  return Math.max(0, 1 + Math.log10(Math.min(1, part)) / DECADES);
}

/** Of what the step has that counts most: from the measure reach, so many positions before the answer. @param {Looked} looked @param {number} answer its position @returns {Light} */
export function backwards({run}, answer) {
  const reach = besideOf(run, 'reach');
  return ({part, stream}, at) => {
    const found = reach && part && stream === 'input' && arrayOf(reach, `${part.name}.hidden_grad`);
    if (!found) return NaN;
    const all = Array.from(found.data);
    const most = Math.max(...all.filter(Number.isFinite));
    const back = answer - at;
    return back < 0 ? 0 : bright(most > 0 ? all[back] / most : 0);
  };
}

/** The earliest last. @param {Looked} looked @param {number} most of all models @returns {Light} */
export function inOrder({net}, most) {
  const ticks = ticksOf(net);
  return ({index}, at) => ticks[index][Math.min(at, ticks[index].length - 1)] / Math.max(1, most);
}

/** @param {Looked[]} looked */
export const clockOf = (looked) => Math.max(1, ...looked.map(({net}) => waitsOf(ticksOf(net))));

/** Heads of attention, or which of the source a pool took. @param {Looked} looked @param {string} name of a part @returns {Tap | null} [head, query, key] */
function weightsOf(looked, name) {
  const pooled = name === 'pervasive.pool' ? lookedAt(looked, 'pervasive.alignment', ['query', 'key']) : null;
  if (pooled) return {...pooled, shape: [1, ...pooled.shape]};
  return lookedAt(looked, name, ['head', 'query', 'key']);
}

/** How much of its attention a box gives each position, all heads together; none where no tap shows it. @param {Looked} looked @param {Level} level @param {number} at @returns {number[] | null} */
export function attended(looked, {part, below}, at) {
  const tap = part && weightsOf(looked, part.name);
  if (!tap || below.some((level) => looked.net.levels[level].rule === 'gather')) return null; // it looks at points
  const [heads, queries, keys] = tap.shape;
  if (at >= queries) return null;
  return Array.from({length: keys}, (_, k) => {
    let sum = 0;
    for (let h = 0; h < heads; h++) sum += tap.data[(h * queries + at) * keys + k];
    return sum / heads;
  });
}

/** What a model answers at a place: what it wrote there, or holds to be most probable; nothing where that is not known. @param {Looked} looked @param {number} at @returns {string} */
export function answerOf(looked, at) {
  const {look, vocab} = looked.run;
  if (look?.written) return look.written[at] ?? '';
  const all = lookedAt(looked, 'probabilities', ['time', 'token']);
  const tap = looked.net.whole ? lookedAt(looked, 'probabilities', ['token']) : all;
  if (!tap || !vocab) return '';
  const width = tap.shape[tap.shape.length - 1];
  const first = tap.shape.length > 1 ? at * width : 0;
  if (first + width > tap.data.length) return '';
  let best = 0;
  for (let i = 1; i < width; i++) if (tap.data[first + i] > tap.data[first + best]) best = i;
  return vocab[best] ?? '';
}
