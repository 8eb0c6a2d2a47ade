// What one step does to the memory of each recurrent layer, as it was measured ("spectrum", "saturation"): by how much it stretches each
// direction (singular values of the mean Jacobian), and what is left of them in the long run (its spectral radius).
import {strung} from '../grid.js';
import {percent} from './numbers.js';

/** @typedef {import('./runs.js').Run} Run @typedef {import('../grid.js').Saying} Saying */
/**
 * @typedef {object} Step of one layer
 * @property {Run} run @property {string} place such as "gru.0" @property {boolean} alone whether the model has no other
 * @property {number} radius @property {number[]} stretches the largest first
 * @property {number} saturated the part of time in which its units stand at their ends, where they pass no gradient on; NaN: not known
 */

/** @param {Run[]} runs @returns {Step[]} layer by layer of those that have some */
export function stepsOf(runs) {
  return runs.flatMap((run) => {
    const {numbers = {}, arrays = []} = run.beside?.spectrum ?? {};
    const places = Object.keys(numbers).flatMap((name) => /^(.*)\.jacobian_radius$/.exec(name)?.[1] ?? []);
    return places.map((place) => ({
      run,
      place,
      alone: places.length === 1,
      radius: numbers[`${place}.jacobian_radius`],
      stretches: Array.from(arrays.find(({name}) => name === `${place}.jacobian`)?.data ?? []).filter(Number.isFinite),
      saturated: run.beside?.saturation?.arrays.find(({name}) => name === `${place}.hidden.high`)?.data[0] ?? NaN,
    }));
  });
}

/** Which of a model's layers. @param {Step} step @returns {Saying} */
export function layerOf({place}) {
  const [, number = '0'] = /\.(\d+)/.exec(place) ?? [];
  const of = place.includes('encoder') ? 'encoder' : place.includes('decoder') ? 'decoder' : 'layer';
  return {key: `compare.steps.${of}`, values: {number: String(Number(number) + 1)}};
}

/** A factor as it is written: to two digits, and finer where it is near one. @param {number} factor */
export function factorOf(factor) {
  if (!(factor > 0)) return '0';
  const away = Math.abs(1 - factor);
  if (away < 0.05) return factor.toFixed(away > 0.0005 ? 3 : 0);
  return factor < 0.1 ? String(Number(factor.toPrecision(1))) : factor.toFixed(2);
}

/** Nearer to one nothing comes of it in as many steps as anybody reads. */
const STILL = 0.0005;

/** What becomes of a memory that each step multiplies so. @param {number} radius @returns {Saying} */
function fateOf(radius) {
  if (!(radius > 0)) return {key: 'compare.steps.gone'};
  if (Math.abs(radius - 1) < STILL) return {key: 'compare.steps.stays'};
  const steps = Number(Math.abs(Math.log(2) / Math.log(radius)).toPrecision(2));
  if (steps < 1) return {key: radius < 1 ? 'compare.steps.shrinks_at_once' : 'compare.steps.grows_at_once'};
  return {key: radius < 1 ? 'compare.steps.halves' : 'compare.steps.doubles', values: {steps}};
}

/** Clipped less often than that, nobody needs to know. */
const SELDOM = 0.01;

/** What is said of a model after how far back it learns. @param {Run} run @returns {Saying[]} */
export function saidOfSteps(run) {
  const steps = stepsOf([run]);
  const {clipped = 0} = run;
  const clip = clipped >= SELDOM ? [{key: 'compare.steps.clipped', values: {share: percent(clipped)}}] : [];
  return [...(steps.length ? [radiusOf(steps)] : []), ...clip];
}

/** @param {Step[]} steps of one model @returns {Saying} */
function radiusOf(steps) {
  if (steps.length === 1) {
    const [{radius}] = steps;
    return {key: 'compare.steps.one', values: {radius: factorOf(radius), fate: fateOf(radius)}};
  }
  const all = steps.map((step) => {
    return {key: 'compare.steps.of_layer', values: {layer: layerOf(step), radius: factorOf(step.radius)}};
  });
  return {key: 'compare.steps.several', values: {all: strung(all, 'list.comma')}};
}

/** @param {Step} step @returns {Saying[]} */
export function readingOf(step) {
  const {run, radius, stretches, saturated} = step;
  const grow = stretches.filter((value) => value > 1).length;
  const values = {
    name: run.name,
    layer: layerOf(step),
    step: run.beside?.spectrum?.step ?? run.found.step,
    radius: factorOf(radius),
    fate: fateOf(radius),
    grow,
    count: stretches.length,
  };
  const ends = {key: 'compare.steps.saturated', values: {share: percent(saturated)}};
  const {clipped = NaN} = run;
  return [
    {key: 'compare.steps.reading', values},
    ...(Number.isNaN(saturated) ? [] : [ends]),
    ...(Number.isNaN(clipped) ? [] : [{key: 'compare.steps.clipped', values: {share: percent(clipped)}}]),
  ];
}
