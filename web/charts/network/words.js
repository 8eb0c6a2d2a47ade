// What places, rows and answers of the unrolled networks are called.
import {spoken} from '../grid.js';
import {called} from '../places.js';
import {isNarrow, symbolsOf} from './layout.js';
import {placeAt} from './axis.js';

/** @typedef {import('./layout.js').View} View @typedef {import('./layout.js').Band} Band @typedef {import('./levels.js').Level} Level */
/** @typedef {import('../compare/runs.js').Options} Options @typedef {import('../grid.js').Saying} Saying @typedef {import('./axis.js').Place} Place */

/** “h” (character 3), number 3. @param {Band} band @param {Options} options @param {Place} place @returns {Saying} */
export function placeName(band, options, {stream, at}) {
  const values = {kind: called(options, stream, 1), place: String(at + 1)};
  const symbol = symbolsOf(band, stream)[at];
  /** @type {Saying} */
  const place = symbol
    ? {key: 'places.at.named', values: {...values, symbol: spoken(symbol)}}
    : {key: 'places.at', values};
  return stream === 'source' ? {key: 'compare.network_given', values: {place}} : place;
}

/** Which answer the way leads to. @param {Band} band @param {Options} options @returns {Saying} */
export function answerName(band, options) {
  const {example, answer} = band;
  if (example.answers.length === 1) return {key: 'compare.network_answer'};
  if (answer === example.answers.length - 1) return {key: 'compare.network_answer_last'};
  const place = placeName(band, options, {stream: 'input', at: example.answers[answer]});
  return {key: 'compare.network_answer_at', values: {place}};
}

/** What a row is. @param {Level | null} level null: the answers @returns {Saying} */
export function rowName(level) {
  if (!level) return {key: 'compare.network_row_answers'};
  const {rule, part, stream, pass} = level;
  if (rule === 'read' || !part) return {key: `compare.network_row_${stream === 'source' ? 'given' : 'read'}`};
  const {kind, heads, window, dilation, backward, times} = part;
  if (rule === 'chain') return {key: `compare.network_row_${backward ? 'back' : 'chain'}`};
  if (rule === 'window' && dilation > 1) return {key: 'compare.network_row_dilated', values: {window, dilation}};
  if (rule === 'window') return {key: 'compare.network_row_window', values: {window}};
  if (rule === 'across' && kind === 'pool') return {key: 'compare.network_row_across_pool'};
  if (rule === 'across') return {key: 'compare.network_row_across', values: {heads}};
  if (rule === 'gather' && times > 1 && pass < times - 1) return {key: 'compare.network_row_points'};
  if (rule === 'gather') return {key: `compare.network_row_${kind === 'attention' ? 'pooling' : 'all'}`};
  return {key: 'compare.network_row_look', values: {heads}};
}

/** Above a network: whose it is, and the length of its way. @param {View} view @param {Band} band @param {number} count NaN: no way @param {Options} options */
export function nameOf(view, band, count, options) {
  const {run, net} = band;
  const step = options.say({key: 'compare.at_step', values: {step: run.found.step}});
  const place = placeAt(view.axis, net, view.chosen.column);
  if (!place || options.unlit) return {name: run.name, step, count: ''};
  if (Number.isNaN(count)) return {name: run.name, step, count: options.say({key: 'compare.network_no_way'})};
  const key = `compare.network_count${isNarrow(options) ? '' : '_from'}`;
  return {name: run.name, step, count: options.say({key, values: {count, place: placeName(band, options, place)}})};
}
