// What came of a race of one model at several rates, or with several seeds: which was best, or how far they lie apart. Pure.
import {strung} from '../../charts/grid.js';
import {lowIsBetter, measureOf} from '../../facts/metrics.js';
import '../../words/late.js';
import {figure, loss, percent} from '../parts/format.js';

/** @typedef {import('../../facts/types').Facts} Facts @typedef {import('../../words/words.js').Saying} Saying */
/** @typedef {import('../../state/variants.js').Varied} Varied */
/** value: what was varied; number: what came of it @typedef {{value: number, number: number, written: string}} One */

/** Of the best score: what two rates are apart by, one test after the next or another seed may turn around. */
const CLOSE = 0.05;

/** @param {Facts} facts @param {Varied} varied @returns {Saying[]} none while they train, or before anything was tested */
export function seriesSaid({state, main, models}, {by, values}) {
  const write = main === 'val_loss' ? loss : percent;
  const all = models.map((model, k) => ({model, value: values[k], number: model.scores[main]?.latest?.value ?? NaN}));
  const arrived = all.filter(({model, number}) => model.state === 'done' && Number.isFinite(number));
  const lost = all.filter(({model, number}) => model.over && !(model.state === 'done' && Number.isFinite(number)));
  const ones = arrived.map(({value, number}) => ({value, number, written: write(number)}));
  if (state === 'training' || ones.length < 2) return [];
  const about = {main: measureOf(main), low: lowIsBetter(main)};
  const said = by === 'rates' ? rates(ones, about, values) : [seeds(ones, about, write)];
  return [...said, ...missing(by, lost, all.length - ones.length - lost.length)];
}

/** @param {One[]} ones @param {{main: string, low: boolean}} about @param {number[]} tried @returns {Saying[]} */
function rates(ones, {main, low}, tried) {
  const sorted = ones.toSorted((a, b) => (low ? a.number - b.number : b.number - a.number));
  const [best, next] = sorted;
  const alike = sorted.filter(({written}) => written === best.written);
  const score = scoreIn(main, best.written);
  if (alike.length > 1) return [{key: 'varied.tie', values: {rates: listed(inOrder(alike)), score}}];
  const second = {next: figure(next.value), next_score: scoreIn(main, next.written)};
  const said = {key: 'varied.best', values: {count: ones.length, rate: figure(best.value), score, ...second}};
  const edge = best.value === Math.max(...tried) ? 'highest' : best.value === Math.min(...tried) ? 'lowest' : '';
  const close = Math.abs(best.number - next.number) <= CLOSE * Math.abs(best.number);
  return [said, ...(close ? [{key: 'varied.close'}] : []), ...(edge ? [{key: `varied.${edge}`}] : [])];
}

/** @param {One[]} ones @param {{main: string}} about @param {(value: number) => string} write @returns {Saying} */
function seeds(ones, {main}, write) {
  const numbers = ones.map(({number}) => number);
  const mean = numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  const off = numbers.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  const deviation = write(Math.sqrt(off / (numbers.length - 1)));
  const ends = {low: write(Math.min(...numbers)), high: write(Math.max(...numbers))};
  return {key: 'varied.seeds', values: {count: ones.length, score: scoreIn(main, write(mean)), deviation, ...ends}};
}

/** @param {'rates' | 'seeds'} by @param {{value: number}[]} lost @param {number} behind how many are not there yet @returns {Saying[]} */
function missing(by, lost, behind) {
  const values = {which: listed(inOrder(lost)), by};
  return [
    ...(lost.length ? [{key: 'varied.lost', values}] : []),
    ...(behind ? [{key: 'varied.behind', values: {count: behind}}] : []),
  ];
}

/** @param {string} main @param {string} value @returns {Saying} */
const scoreIn = (main, value) => ({key: `varied.${main}`, values: {value}});

/** @param {{value: number}[]} ones */
const inOrder = (ones) => ones.toSorted((a, b) => a.value - b.value).map(({value}) => figure(value));

/** @param {string[]} parts */
const listed = (parts) => strung(parts, 'list.comma');
