// What colour and shape points have, the same for all models: classes a colour and a shape each, numbers a scale from the least to the
// largest that any model has.
import {colourScale} from '../colour.js';
import {asked, traitsOf} from './traits.js';

/** @typedef {import('./cloud_points.js').Cloud} Cloud @typedef {import('./traits.js').Trait} Trait @typedef {import('../grid.js').Saying} Saying */
/** @typedef {{value: number, title: Saying}} Class in the order of its colours and shapes */
/**
 * @typedef {object} Colouring
 * @property {Trait[]} all what can be chosen
 * @property {number} id of what is
 * @property {Saying} title @property {boolean} ordered
 * @property {Class[]} classes those that have a colour; of a number none
 * @property {boolean} rest whether there are classes without @property {boolean} unknown whether of some points nothing is known
 * @property {number} low @property {number} high
 */

/** Tol's muted colours, darkened on white and lightened on black to a contrast of 3:1: apart from those of models, and for the colour-blind apart. */
const COLOURS = {
  light: ['#332288', '#c2405a', '#12826f', '#8a7a14', '#aa4499', '#3b7ea8', '#6a3d1c'],
  dark: ['#a99bf2', '#f08a9b', '#4fd0b8', '#d9cb6a', '#dd8ccf', '#8cc8ee', '#d6a27a'],
};
export const MOST = COLOURS.light.length;
/** The palest colours of a scale are lost on paper. */
export const PALE = -0.45;

/** @param {Cloud[]} clouds @param {number | undefined} chosen @returns {Colouring} */
export function colouringOf(clouds, chosen) {
  const {all, id} = asked(clouds, chosen);
  const traits = clouds.flatMap((cloud) => traitsOf(cloud).filter((one) => one.id === id));
  const values = traits.flatMap((trait) => trait.values);
  const known = values.filter(Number.isFinite);
  const [trait] = traits;
  const ordered = trait?.ordered ?? true;
  const classes = trait && !ordered ? commonest(known).map((value) => ({value, title: trait.named(value)})) : [];
  return {
    all,
    id,
    title: trait?.title ?? {key: 'compare.scatter.trait_time'},
    ordered,
    classes,
    rest: !ordered && new Set(known).size > classes.length,
    unknown: known.length < values.length,
    low: known.reduce((a, b) => Math.min(a, b), Infinity),
    high: known.reduce((a, b) => Math.max(a, b), -Infinity),
  };
}

/** As many as there are colours, the commonest, in their order. @param {number[]} values */
function commonest(values) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const sorted = [...counts].sort(([a, often], [b, more]) => more - often || a - b);
  return sorted
    .slice(0, MOST)
    .map(([value]) => value)
    .sort((a, b) => a - b);
}

/** @param {number} i of a class @param {boolean} dark */
export const classColour = (i, dark) => COLOURS[dark ? 'dark' : 'light'][i];

/**
 * What a value looks like. @param {Colouring} colouring @param {import('../grid.js').Colours} colours
 * @returns {(value: number) => {fill: string, shape: number}} shape -1: of those without a colour
 */
export function looksOf({ordered, classes, low, high}, colours) {
  if (!ordered)
    return (value) => {
      const i = classes.findIndex((one) => one.value === value);
      return {fill: i < 0 ? colours.muted : classColour(i, colours.dark), shape: i};
    };
  const range = high > low ? high - low : 1;
  const scale = colourScale('sequential', low + PALE * range, high, colours.dark);
  return (value) => (Number.isFinite(value) ? {fill: scale(value), shape: 0} : {fill: colours.muted, shape: -1});
}
