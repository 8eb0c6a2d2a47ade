// Which way is lit: from the position that was chosen to the answer that was. Where nothing was, from the one that counts most for
// the last answer, all models taken together, or where something is marked, from there; the selector is said with it.
import {arrayOf} from '../compare/runs.js';
import {columnOf, placeAt} from './axis.js';
import {isText} from './fitted.js';

/** @typedef {import('./levels.js').Network} Network @typedef {import('../compare/runs.js').Run} Run */
/** @typedef {import('./fitted.js').Example} Example */
/** @typedef {{run: Run, net: Network, example: Example}} Looked */
/** @typedef {{column: number, why: 'picked' | 'unheard' | 'matters' | 'first', answer: number}} Chosen columns; answer: -1: the last of each */

/** So many times an even share stands out. */
const BAR = 2;

/** What of other measures there is. @param {Run} run @param {string} measure @returns {import('../compare/runs.js').Measured | undefined} */
export const besideOf = (run, measure) => run.beside?.[measure];

/** The answer of a model that a column stands for: there, or the last before it, or the first. @param {Looked} looked @param {{columns: number}} axis @param {number} column @returns {number} its number */
export function answerNear({net, example}, axis, column) {
  const {answers} = example;
  if (column < 0) return answers.length - 1;
  const before = answers.filter((at) => columnOf(axis, net, {stream: 'input', at}) <= column).length;
  return Math.max(0, before - 1);
}

/** What each column counts for an answer of a model, as parts of all; NaN: nothing to know. @param {Looked} looked @param {{columns: number}} axis @param {number} answer its number */
export function sharesOf({run, net}, axis, answer) {
  const influence = run.look && isText(run.look) ? undefined : besideOf(run, 'influence');
  const of = (/** @type {string} */ name) => influence && arrayOf(influence, name);
  const found = {input: of('influence'), source: of('influence_source')};
  const values = Array.from({length: axis.columns}, (_, column) => {
    const place = placeAt(axis, net, column);
    const array = place && found[place.stream];
    return array ? array.data[answer * array.axes[1].count + place.at] : NaN;
  });
  const all = values.reduce((sum, value) => sum + (Number.isFinite(value) ? value : 0), 0);
  return values.map((value) => (all > 0 ? value / all : NaN));
}

/** @param {Looked[]} looked @param {{columns: number}} axis @param {{column: number, answers: boolean} | null} picked @param {string} [mark] what is to be marked @returns {Chosen} */
export function chosenOf(looked, axis, picked, mark) {
  if (picked && !picked.answers) return {column: picked.column, why: 'picked', answer: -1};
  const unheard = mark === 'unheard' && !picked ? unheardOf(looked, axis) : -1;
  if (unheard >= 0) return {column: unheard, why: 'unheard', answer: -1};
  const answer = picked ? picked.column : -1;
  const best = mattering(looked, axis, answer);
  return best >= 0 ? {column: best, why: 'matters', answer} : {column: 0, why: 'first', answer};
}

/** The answer's own position is left out. @param {Looked[]} looked @param {{columns: number}} axis @param {number} answer */
function mattering(looked, axis, answer) {
  const sums = Array(axis.columns).fill(0);
  let models = 0;
  for (const one of looked) {
    const which = answerNear(one, axis, answer);
    const own = columnOf(axis, one.net, {stream: 'input', at: one.example.answers[which]});
    const shares = sharesOf(one, axis, which);
    if (shares.some((share) => share > 0)) models++;
    shares.forEach((share, column) => (sums[column] += column !== own && share > 0 ? share : 0));
  }
  const most = Math.max(0, ...sums);
  return models && most / models >= BAR / axis.columns ? sums.indexOf(most) : -1;
}

/** What the last answer of one hangs on most, and counts exactly nothing for the last answer of another; of several the one on which most hangs. @param {Looked[]} looked @param {{columns: number}} axis @returns {number} its column; -1: none stands out */
function unheardOf(looked, axis) {
  const shares = looked.map((one) => sharesOf(one, axis, answerNear(one, axis, -1)));
  const tops = shares.map((all) => Math.max(0, ...all.filter(Number.isFinite)));
  const columns = shares.map((all, i) => all.indexOf(tops[i]));
  const unheard = tops.map((top, i) => (shares.some((all) => all[columns[i]] === 0) ? top : 0));
  const most = Math.max(0, ...unheard);
  return most >= BAR / axis.columns ? columns[unheard.indexOf(most)] : -1;
}
