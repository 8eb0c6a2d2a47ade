// Where everything stands of what models expect: a model below another; of each its guesses, layers upward and answers to the right,
// and beside or below them what it expects at one place over training.
import {courseOf, livelyAnswer, namingFor} from './expectations.js';

/** @typedef {import('../compare/runs.js').Run} Run @typedef {import('./expectations.js').Lens} Lens @typedef {import('../grid.js').Cursor} Cursor */
/** @typedef {import('../compare/runs.js').Options} Options */
/** Answers of one line: they wrap like text. @typedef {{from: number, count: number, x: number, y: number}} Band */
/** @typedef {{x: number, y: number, width: number, height: number, left: number}} Panel where the course of one place stands; left: room for symbols */
/**
 * @typedef {object} Block
 * @property {Run} run @property {Lens[]} course @property {Lens} lens what is shown @property {Lens[]} naming what may say which symbols are right @property {number} first row of it among all rows
 * @property {number} y @property {number} pitch @property {Band[]} bands @property {number} layer of the panel @property {Panel} panel @property {number} bottom
 */

export const [NAME, LAYER, EDGE, HEAT] = [24, 24, 18, 16];
/** So many symbols of one place. */
export const SYMBOLS = 8;
const [DOWN, BAND, BESIDE, BETWEEN, MOST_BANDS] = [30, 10, 640, 36, 4];
const HEAD = 22;

/** @param {Run[]} runs @param {Options} options */
export function layout(runs, options) {
  const courses = runs.map(courseOf);
  const answers = Math.max(0, ...courses.map((course) => course[course.length - 1].at.length));
  const chosen = chosenOf(courses, answers, options);
  let [y, first] = [0, 0];
  const blocks = runs.map((run, i) => {
    const block = {...blockOf(run, courses[i], {y, first, chosen, options}), naming: namingFor(courses, i)};
    y = block.bottom + DOWN;
    first += block.lens.layers.length;
    return block;
  });
  const steps = Math.max(0, ...courses.map((course) => course.length));
  return {blocks, answers, steps, rows: first, chosen, height: Math.max(0, y - DOWN)};
}

/**
 * What is picked: an answer with its layer, or a step to go back to; else the answer that changed most.
 * @param {Lens[][]} courses @param {number} answers @param {Options} options
 */
function chosenOf(courses, answers, {picked}) {
  if (!courses.length) return {answer: 0, changed: false, picked: false, row: -1, step: NaN};
  if (picked && picked.column < answers)
    return {answer: picked.column, changed: true, picked: true, row: picked.row, step: NaN};
  const lively = {...livelyAnswer(courses), picked: false, row: -1};
  if (!picked) return {...lively, step: NaN};
  let row = picked.row;
  const course = courses.find((one) => (row -= one[0].layers.length) < 0) ?? courses[0];
  return {...lively, step: course[Math.min(course.length - 1, picked.column - answers)].step};
}

/** @typedef {ReturnType<typeof chosenOf>} Chosen */

/** @param {Run} run @param {Lens[]} course @param {{y: number, first: number, chosen: Chosen, options: Options}} where @returns {Omit<Block, 'naming'>} */
function blockOf(run, course, {y, first, chosen, options}) {
  const {width} = options;
  const latest = course[course.length - 1];
  const lens = course.findLast(({step}) => step <= chosen.step) ?? (Number.isNaN(chosen.step) ? latest : course[0]);
  const beside = width >= BESIDE;
  const label = beside ? 70 : 56;
  const wide = (beside ? Math.round(0.62 * width) : width) - label - 2;
  const {bands, pitch, bottom} = bandsOf(lens, {x: label, y: y + NAME, wide});
  const longest = longestOf(lens);
  const panel = {
    x: beside ? label + wide + BETWEEN : 0,
    y: beside ? y + NAME : bottom + 12,
    width: beside ? width - label - wide - BETWEEN : width,
    height: HEAD + SYMBOLS * HEAT + 18,
    left: longest > 2 ? 70 : 26,
  };
  const own = chosen.row - first;
  const top = lens.layers.length - 1;
  const layer = own >= 0 && own <= top ? top - own : top;
  return {run, course, lens, first, y, pitch, bands, layer, panel, bottom: Math.max(bottom, panel.y + panel.height)};
}

/** @param {Lens} lens @param {{x: number, y: number, wide: number}} where */
function bandsOf(lens, {x, y, wide}) {
  const answers = Math.max(1, lens.at.length);
  const least = longestOf(lens) > 2 ? 46 : 13;
  const count = Math.max(1, Math.min(MOST_BANDS, Math.ceil((answers * least) / wide)));
  const each = Math.ceil(answers / count);
  const tall = bandHeight(lens.layers.length);
  const bands = Array.from({length: Math.ceil(answers / each)}, (_, i) => {
    return {from: i * each, count: Math.min(each, lens.at.length - i * each), x, y: y + i * (tall + BAND)};
  });
  const pitch = Math.min(least > 40 ? 90 : 34, wide / each);
  return {bands, pitch, bottom: y + bands.length * (tall + BAND) - BAND};
}

/** Between what is right above and what was read below. @param {number} layers */
export const bandHeight = (layers) => EDGE + layers * LAYER + EDGE;

/** Characters of the longest symbol. @param {Lens} lens */
const longestOf = ({names}) => Math.max(1, ...names.map((name) => [...name].length));

/** Where the columns of the panel stand: steps, evenly apart as they were measured, and what is expected now. @param {Panel} panel @param {number} steps */
export function panelParts({x, y, width, left}, steps) {
  const bars = Math.max(90, Math.min(150, 0.4 * width));
  const room = width - left - bars - 12;
  const pitch = Math.min(26, room / Math.max(1, steps));
  return {
    cells: {x: x + left, y: y + HEAD, width: pitch * steps, height: SYMBOLS * HEAT},
    pitch,
    bars: {x: x + left + pitch * steps + 10, width: bars},
  };
}
