// What one place of the unrolled networks says: what is read there, what a box is made of, what was answered.
import {spoken} from '../grid.js';
import {fraction, percent} from '../compare/numbers.js';
import {columnOf, placeAt} from './axis.js';
import {sharesOf} from './chosen.js';
import {measuredWay} from './fitted.js';
import {chainedTo, seenFrom} from './levels.js';
import {bandAt, isAnswers, layoutOf, levelIn, tickAt} from './layout.js';
import {FLOWS, answerOf, forwards, heldBy} from './values.js';
import {answerName, placeName, rowName} from './words.js';

/** @typedef {import('../compare/runs.js').Run} Run @typedef {import('../compare/runs.js').Options} Options @typedef {import('../grid.js').Saying} Saying */
/** @typedef {import('./layout.js').View} View @typedef {import('./layout.js').Band} Band @typedef {import('./axis.js').Place} Place */
/** @typedef {import('./levels.js').Level} Level */

/** @param {Run[]} runs @param {Options} options @param {import('../grid.js').Cursor} cursor @returns {Saying[]} */
export function readout(runs, options, {column, row}) {
  const view = layoutOf(runs, options);
  const here = bandAt(view, row);
  if (!here) return [];
  const {band} = here;
  const place = placeAt(view.axis, band.net, column);
  if (!place) return [{key: 'compare.network_reading_nowhere', values: {name: band.run.name}}];
  const found = readAt(view, band, here.row, place, options);
  return view.flow === FLOWS.order ? [...found, progress(view, band, column)] : found;
}

/** @param {View} view @param {Band} band @param {number} row @param {Place} place @param {Options} options @returns {Saying[]} */
function readAt(view, band, row, place, options) {
  const values = {name: band.run.name, place: placeName(band, options, place)};
  if (isAnswers(band, row)) return [readAnswer(band, place, values)];
  if (row === 0) return [readRead(view, band, place, values, options)];
  const level = levelIn(band, place.stream, row);
  return [level ? readBox(band, level, place, values) : {key: 'compare.network_reading_empty', values}];
}

/** @typedef {{name: string, place: Saying}} Values */

/** @param {Band} band @param {Place} place @param {Values} values @returns {Saying} */
function readAnswer(band, {stream, at}, values) {
  const {run, example} = band;
  if (stream !== 'input' || !example.answers.includes(at)) return {key: 'compare.network_reading_unasked', values};
  const [answer, asked] = [answerOf(band, at), run.look?.asked?.[at]];
  if (!answer) return {key: 'compare.network_reading_answer', values};
  const written = spoken(answer);
  if (!asked) return {key: 'compare.network_reading_wrote', values: {...values, written}};
  return {key: 'compare.network_reading_written', values: {...values, written, asked: spoken(asked)}};
}

/** @param {View} view @param {Band} band @param {Place} place @param {Values} values @param {Options} options @returns {Saying} */
function readRead(view, band, place, values, options) {
  const {net, answer} = band;
  const count = measuredWay(band, place, answer);
  const more = {...values, answer: answerName(band, options)};
  if (Number.isNaN(count)) return {key: 'compare.network_reading_no_way', values: more};
  const shares = sharesOf(band, view.axis, answer);
  const most = Math.max(0, ...shares.filter(Number.isFinite));
  const share = shares[columnOf(view.axis, net, place)];
  if (!(most > 0) || !Number.isFinite(share)) return {key: 'compare.network_reading_way', values: {...more, count}};
  return {key: 'compare.network_reading_counts', values: {...more, count, weight: fraction(share / most)}};
}

/** What it is made of, and how much of the most it holds. @param {Band} band @param {Level} level @param {Place} place @param {Values} values @returns {Saying} */
function readBox(band, level, {at}, values) {
  const {net} = band;
  const node = level.rule === 'gather' ? 0 : at;
  const count = seenFrom(net, level, node).length * level.below.length;
  const begun = level.rule === 'chain' && (level.begin.length > 0 || !Number.isNaN(chainedTo(net, level, at)));
  const held = heldBy(band, level) ? forwards(band)(level, node) : NaN;
  const share = {share: percent(held)};
  if (begun) {
    const more = {...values, row: rowName(level)};
    if (!Number.isFinite(held)) return {key: 'compare.network_reading_chain', values: more};
    return {key: 'compare.network_reading_chain_held', values: {...more, ...share}};
  }
  const more = {...values, row: rowName(level), count};
  if (!Number.isFinite(held)) return {key: 'compare.network_reading_box', values: more};
  return {key: 'compare.network_reading_box_held', values: {...more, ...share}};
}

/** @param {View} view @param {Band} band @param {number} column @returns {Saying} */
function progress(view, {run: {name}, ticks}, column) {
  const tick = tickAt(view, column);
  const boxes = ticks.slice().flatMap((of) => of.filter((one) => one > 0));
  return {
    key: 'compare.network_reading_order',
    values: {name, tick, count: boxes.filter((one) => one <= tick).length, all: boxes.length},
  };
}
