// Where points stand: a panel a model, all of one size, each with a scale of its own that is the same in both directions.
import {symbolsRead} from '../expect/example_read.js';
import {lensOf, truthOf} from '../expect/expectations.js';
import {cloudOf, CHOICES} from './cloud_points.js';

/** @typedef {import('../compare/runs.js').Run} Run */
/** @typedef {import('../compare/runs.js').Options} Options */
/** @typedef {import('../grid.js').Cursor} Cursor @typedef {import('./cloud_points.js').Cloud} Cloud @typedef {import('./closeness.js').Read} Read */
/** @typedef {{x: number, y: number, width: number, height: number}} Box */
/** place: of a point, in pixels @typedef {{run: Run, row: number, cloud: Cloud, x: number, y: number, width: number, box: Box, read: Read | null, place: (i: number) => [number, number]}} Panel */

const [NAME, ABOVE, BELOW, GAP, DOWN, LEAST, INSIDE] = [20, 18, 20, 28, 24, 236, 16];
const TALLEST = 380;

/** @param {Run[]} runs @param {Options} options */
export function layout(runs, options) {
  const {width} = options;
  const most = Math.max(1, Math.floor((width + GAP) / (LEAST + GAP)));
  const across = Math.max(1, Math.ceil(runs.length / Math.ceil(Math.max(1, runs.length) / most)));
  const wide = (width - (across - 1) * GAP) / across;
  const tall = Math.min(TALLEST, 0.86 * wide);
  const whole = NAME + ABOVE + tall + BELOW + DOWN;
  const asked = askedOf(options);
  const panels = runs.map((run, row) => {
    const [x, y] = [(row % across) * (wide + GAP), Math.floor(row / across) * whole];
    const box = {x, y: y + NAME + ABOVE, width: wide, height: tall};
    const cloud = cloudOf(run.found, asked);
    const read = cloud.of === 'states' ? readOf(run, runs, options) : null;
    return {run, row, cloud, x, y, width: wide, box, read, place: placing(cloud, box)};
  });
  return {panels, height: Math.ceil(runs.length / across) * whole - DOWN + 2};
}

/** @param {Pick<Options, 'choice'>} options */
export const askedOf = ({choice}) => CHOICES[choice?.of ?? 0] ?? CHOICES[0];

/** @param {Cloud} cloud @param {Box} box @returns {(i: number) => [number, number]} */
function placing({at}, {x, y, width, height}) {
  const [across, upward] = [0, 1].map((k) => {
    const all = at.map((point) => point[k]).filter(Number.isFinite);
    return {low: all.reduce((a, b) => Math.min(a, b), Infinity), high: all.reduce((a, b) => Math.max(a, b), -Infinity)};
  });
  const span = (/** @type {{low: number, high: number}} */ {low, high}) => (high > low ? high - low : 1e-9);
  const scale = Math.min((width - 2 * INSIDE) / span(across), (height - 2 * INSIDE) / span(upward));
  const middle = (/** @type {{low: number, high: number}} */ {low, high}) => (high >= low ? (low + high) / 2 : 0);
  return (i) => [
    x + width / 2 + scale * (at[i][0] - middle(across)),
    y + height / 2 - scale * (at[i][1] - middle(upward)),
  ];
}

/** Symbols beyond this length are not written at points: they are numbers. */
const SHORT = 3;

/**
 * The example that all models look at, with its symbols where they are known.
 * @param {Run} run @param {Run[]} runs @param {Options} options @returns {Read | null}
 */
export function readOf({look}, runs, {example = 0}) {
  if (!look) return null;
  const symbols = look.asked ? symbolsRead(look) : look.source ? [] : continued(runs, example);
  if (!symbols.length || symbols.some((symbol) => [...symbol].length > SHORT)) return null;
  return {example, symbols};
}

/**
 * A look at a text is at another passage than held-out example; what stands in that one is what each answer of it has to be, one place later.
 * @param {Run[]} runs @param {number} example
 */
function continued(runs, example) {
  const known = runs.map(({beside}) => beside?.lens).find((lens) => lens?.numbers.example === example);
  if (!known) return [];
  const lens = lensOf(known);
  if (lens.at.some((at, i) => at !== i)) return [];
  const answers = lens.at.map((_, answer) => lens.names[truthOf([lens], answer)] ?? '');
  return ['', ...answers.slice(0, -1)];
}
