// Where the bars of what parts are worth stand: models side by side as far as there is room, their parts below one another, and one
// scale of the loss for all of them.
import {shownOf, worthOf} from './part_values.js';
import {openHeight} from './with_without.js';

/** @typedef {import('../compare/runs.js').Run} Run @typedef {import('../compare/runs.js').Options} Options */
/** @typedef {import('./part_values.js').Worth} Worth @typedef {import('./part_values.js').Part} Part */
/** A part's place in a block: `y` its upper edge, `tall` what it takes with what is opened below it. @typedef {{part: Part, at: number, y: number, tall: number, open: boolean}} Row */
/** @typedef {{run: Run, row: number, worth: Worth, rows: Row[], hidden: number, below: number, x: number, y: number, width: number, bottom: number}} Block */
/** From the least to the most change of the loss that is drawn, in pixels of a block. @typedef {{low: number, high: number}} Range */

export const [NAME, ROW, AXIS] = [40, 28, 32];
const [LEAST, GAP, DOWN, REST] = [240, 36, 26, 15];
/** What a block keeps free at its ends. */
const EDGE = 4;

/** @param {Run[]} runs @param {Options} options */
export function layout(runs, {width, picked}) {
  const most = Math.max(1, Math.floor((width + GAP) / (LEAST + GAP)));
  const across = Math.max(1, Math.ceil(runs.length / Math.ceil(Math.max(1, runs.length) / most)));
  const wide = (width - (across - 1) * GAP) / across;
  let [y, bottom] = [0, 0];
  const blocks = runs.map((run, row) => {
    if (row % across === 0) [y, bottom] = [row ? bottom + DOWN : 0, 0];
    const at = picked?.row === row ? picked.column : undefined;
    const block = blockOf(run, row, at, {x: (row % across) * (wide + GAP), y, width: wide});
    bottom = Math.max(bottom, block.bottom);
    return block;
  });
  return {blocks, range: rangeOf(blocks), height: bottom + 2};
}

/** @param {Run} run @param {number} row @param {number | undefined} picked @param {{x: number, y: number, width: number}} place @returns {Block} */
function blockOf(run, row, picked, place) {
  const worth = worthOf(run.found);
  const {shown, hidden, below} = shownOf(worth, picked);
  let y = place.y + NAME;
  const rows = shown.map((at) => {
    const open = at === picked;
    const one = {part: worth.parts[at], at, y, tall: ROW + (open ? openHeight(place.width) : 0), open};
    y += one.tall;
    return one;
  });
  return {
    run,
    row,
    worth,
    rows,
    hidden,
    below,
    ...place,
    bottom: y + AXIS + REST * (Number(hidden > 0) + Number(worth.untried > 0)),
  };
}

/** Nothing is always on it. @param {Block[]} blocks @returns {Range} */
function rangeOf(blocks) {
  const all = blocks.flatMap(({rows}) => rows.map(({part}) => part.rise)).filter(Number.isFinite);
  const [low, high] = [Math.min(0, ...all), Math.max(0, ...all)];
  return high > low ? {low, high} : {low: 0, high: 1};
}

/** @param {Block} block @param {Range} range @param {number} rise */
export function placeOf({x, width}, {low, high}, rise) {
  const room = width - 2 * EDGE;
  return x + EDGE + (room * (Math.max(low, Math.min(high, rise)) - low)) / (high - low);
}

/** Of the losses that stand beside each other where a part is opened: the same for all models. @param {Block[]} blocks */
export function mostLoss(blocks) {
  const all = blocks.flatMap(({worth, rows}) => rows.map(({part}) => worth.loss + Math.max(0, part.rise)));
  return Math.max(1e-9, ...all.filter(Number.isFinite));
}
