// What a chapter wants seen on the unrolled networks.
import {placeAt} from './axis.js';
import {sharesOf} from './chosen.js';
import {layoutOf} from './layout.js';
import {placeName} from './words.js';

/** @typedef {import('../compare/runs.js').Run} Run @typedef {import('../compare/runs.js').Options} Options @typedef {import('../compare/runs.js').Mark} Mark */
/** @typedef {import('./layout.js').View} View @typedef {import('./layout.js').Band} Band */

/**
 * "unheard": the place on which the last answer of one hangs most, in the first of those for which it counts exactly nothing.
 * @param {Run[]} runs @param {Options} options @param {string} selector @returns {Mark | null}
 */
export function mark(runs, options, selector) {
  const view = layoutOf(runs, {...options, mark: selector});
  const {axis, bands, chosen} = view;
  if (chosen.why !== 'unheard') return null;
  const deaf = bands.find((band) => sharesOf(band, axis, band.answer)[chosen.column] === 0);
  const place = deaf && placeAt(axis, deaf.net, chosen.column);
  if (!deaf || !place) return null;
  const values = {name: deaf.run.name, place: placeName(deaf, options, place)};
  const words = {key: 'compare.network_unheard', values};
  const spot = {column: chosen.column, row: deaf.first + deaf.rows - 1, x: axis.xs[chosen.column], y: deaf.y(0)};
  return {...spot, label: {key: 'compare.nothing'}, words};
}
