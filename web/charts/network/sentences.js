// What the unrolled networks say in words: which way is lit and why, and how long it is in each model.
import {called} from '../places.js';
import {placeAt} from './axis.js';
import {measuredWay} from './fitted.js';
import {layoutOf} from './layout.js';
import {answerName, placeName} from './words.js';
import {ticksOf, waitsOf} from './ways.js';

/** @typedef {import('../compare/runs.js').Run} Run @typedef {import('../compare/runs.js').Options} Options @typedef {import('../grid.js').Saying} Saying */
/** @typedef {import('./layout.js').View} View @typedef {import('./layout.js').Band} Band */

/** @param {Run[]} runs @param {Options} options @returns {import('../compare/runs.js').Words} */
export function describe(runs, options) {
  const view = layoutOf(runs, options);
  const about = [...whence(view, options), ...hidden(view, options), ...view.bands.flatMap(notUnrolled)];
  return {
    found: [...about, ...view.bands.map((band) => sentence(view, band, options))],
    phenomenon: {key: 'compare.network_phenomenon'},
  };
}

/** Which position the ways begin at, and by what it was chosen. @param {View} view @param {Options} options @returns {Saying[]} */
function whence(view, options) {
  const band = view.bands.find(({net}) => placeAt(view.axis, net, view.chosen.column));
  const place = band && placeAt(view.axis, band.net, view.chosen.column);
  if (!band || !place) return [];
  const values = {place: placeName(band, options, place), answer: answerName(band, options)};
  return [{key: `compare.network_begins_${view.chosen.why}`, values}];
}

/** @param {View} view @param {Options} options @returns {Saying[]} */
function hidden({axis}, options) {
  const count = axis.shown.filter((one) => !one).length;
  const values = {count, all: axis.columns, kind: called(options, 'input', axis.columns)};
  return count ? [{key: 'compare.network_hidden', values}] : [];
}

/** What a picture of time does not show. @param {Band} band @returns {Saying[]} */
function notUnrolled({run: {name}, net}) {
  const has = (/** @type {RegExp} */ of) => net.parts.some((part) => of.test(part.name));
  if (has(/^image_conv/)) return [{key: 'compare.network_image', values: {name}}];
  return has(/^pervasive/) ? [{key: 'compare.network_grid', values: {name}}] : [];
}

/** @param {View} view @param {Band} band @param {Options} options @returns {Saying} */
function sentence(view, band, options) {
  const {run, net, answer} = band;
  const place = placeAt(view.axis, net, view.chosen.column);
  const waits = {key: 'compare.network_waits', values: {waits: waitsOf(ticksOf(net))}};
  if (options.unlit) return {key: 'compare.network_unlit', values: {name: run.name, waits}};
  if (!place) return {key: 'compare.network_elsewhere', values: {name: run.name, waits}};
  const count = measuredWay(band, place, answer);
  const values = {name: run.name, place: placeName(band, options, place), answer: answerName(band, options), waits};
  if (Number.isNaN(count)) return {key: 'compare.network_cannot', values};
  return {key: 'compare.network_found', values: {...values, count}};
}
