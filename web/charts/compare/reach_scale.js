// The logarithmic axis on which it is drawn how far back models learn. What is less than it shows has a strip of its own below it.
import {partsOf} from './reach_parts.js';

/** @typedef {import('./plot.js').Frame} Frame */
/** power: of ten, at the lower end @typedef {{power: number, y: (part: number, row: number) => number, strip: Frame}} Scale */

/** Three powers of ten at once, so that the axis stands still for long; not more than can be told apart. */
const [COARSE, LOWEST] = [3, -18];
const ROW = 4;

/** What the strip takes: room for its name below that of the last rung. @param {number} rows a line of a model each */
export const stripHeight = (rows) => Math.max(20, 10 + ROW * rows);

/** As low as what was measured of any model goes, at any step. @param {import('./runs.js').Run[]} runs */
export function lowestPower(runs) {
  const all = runs.flatMap(({found, course}) => [found, ...course]).map(partsOf);
  const positive = all.flatMap(({source, back}) => [...source, ...back]).filter((part) => part > 0);
  const power = Math.floor(Math.log10(Math.min(1, ...positive)) / COARSE) * COARSE;
  return Math.max(LOWEST, Math.min(-COARSE, power));
}

/** @param {number} power @param {Frame} frame of the axis; the strip comes below it @param {number} rows @returns {Scale} */
export function scaleOf(power, frame, rows) {
  const {left, right, top, bottom} = frame;
  const strip = {left, right, top: bottom, bottom: bottom + stripHeight(rows)};
  const y = (/** @type {number} */ part, /** @type {number} */ row) => {
    if (part < 10 ** power) return strip.top + 7 + ROW * row;
    return top + (bottom - top) * (Math.log10(part) / power);
  };
  return {power, y, strip};
}

/** Powers of ten with room for what is written beside them. @param {Scale} scale @param {number} height */
export function decades({power}, height) {
  const every = [1, 3, 6, 9].find((step) => (height * step) / -power >= 26) ?? -power;
  return Array.from({length: Math.floor(-power / every) + 1}, (_, i) => -i * every);
}
