// Where points stand: a panel a model, all of one size, each with a scale of its own that is the same in both directions.
import {cloudOf, CHOICES} from './cloud_points.js';
import {colouringOf} from './colouring.js';
import {keyHeight} from './key.js';
import {traitsOf} from './traits.js';

/** @typedef {import('../compare/runs.js').Run} Run */
/** @typedef {import('../compare/runs.js').Options} Options */
/** @typedef {import('../grid.js').Cursor} Cursor @typedef {import('./cloud_points.js').Cloud} Cloud */
/** @typedef {import('./traits.js').Trait} Trait */
/** @typedef {{x: number, y: number, width: number, height: number}} Box */
/** trait: by which it is coloured; place: of a point, in pixels @typedef {{run: Run, row: number, cloud: Cloud, trait: Trait | undefined, x: number, y: number, width: number, box: Box, place: (i: number) => [number, number]}} Panel */

const [NAME, ABOVE, BELOW, GAP, DOWN, LEAST, INSIDE, KEY] = [20, 18, 20, 28, 24, 236, 16, 10];
const TALLEST = 380;

/** @param {Run[]} runs @param {Options} options */
export function layout(runs, options) {
  const {places, bottom} = panelsOf(runs, options);
  const colouring = colouringOf(cloudsOf(runs, options), options.choice?.by);
  const panels = places.map((panel) => ({...panel, trait: traitsOf(panel.cloud).find(({id}) => id === colouring.id)}));
  return {panels, colouring, bottom, height: bottom + keyHeight(colouring, options) + 2};
}

/** Where they stand, whatever their colours. @param {Run[]} runs @param {Options} options @returns {{places: Omit<Panel, 'trait'>[], bottom: number}} */
export function panelsOf(runs, options) {
  const {width} = options;
  const most = Math.max(1, Math.floor((width + GAP) / (LEAST + GAP)));
  const across = Math.max(1, Math.ceil(runs.length / Math.ceil(Math.max(1, runs.length) / most)));
  const wide = (width - (across - 1) * GAP) / across;
  const tall = Math.min(TALLEST, 0.86 * wide);
  const whole = NAME + ABOVE + tall + BELOW + DOWN;
  const clouds = cloudsOf(runs, options);
  const places = runs.map((run, row) => {
    const [x, y] = [(row % across) * (wide + GAP), Math.floor(row / across) * whole];
    const box = {x, y: y + NAME + ABOVE, width: wide, height: tall};
    return {run, row, cloud: clouds[row], x, y, width: wide, box, place: placing(clouds[row], box)};
  });
  return {places, bottom: Math.ceil(runs.length / across) * whole - DOWN + KEY};
}

/** @param {Run[]} runs @param {Pick<Options, 'choice'>} options */
export const cloudsOf = (runs, options) => runs.map(({found}) => cloudOf(found, askedOf(options)));

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
