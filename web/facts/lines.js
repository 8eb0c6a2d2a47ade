// The lines that a score is held against: what comes of not looking, what counting or a rule reaches, what nobody can beat. Pure.
import {lowIsBetter} from './metrics.js';

/** @typedef {import('./types').ModelFacts} ModelFacts */
/** @typedef {import('./types').LineFacts} Line */
/** @typedef {import('./types').Score} Score */

/** Of baselines, by their names: what is reached without looking at what is given. */
const BLIND = new Set(['chance', 'mean', 'silence', 'memoryless', 'one', 'order_0']);
/** And what no model can be better than. */
const BEST = new Set(['truth', 'noise']);

/** What comes of not looking; of several the best. @param {ModelFacts} model @param {Score} score @returns {Line | null} */
export function blindLine({lines}, score) {
  return hardest(lines.filter((line) => line.score === score && BLIND.has(line.name)));
}

/** The hardest line that a value is beyond. @param {ModelFacts} model @param {Score} score @param {number} value */
export function hardestBeaten({lines}, score, value) {
  const low = lowIsBetter(score);
  const beaten = lines.filter((line) => (low ? value < line.value : value > line.value));
  return hardest(beaten.filter((line) => line.score === score && !BEST.has(line.name)));
}

/** The easiest line. @param {ModelFacts} model @param {Score} score */
export function easiest({lines}, score) {
  const all = lines.filter((line) => line.score === score && !BEST.has(line.name));
  return sorted(all)[0] ?? null;
}

/** What nobody can be better than, where that is known. @param {ModelFacts} model @param {Score} score */
export function bestPossible({lines}, score) {
  return lines.find((line) => line.score === score && BEST.has(line.name)) ?? null;
}

/** @param {Line[]} lines */
const hardest = (lines) => sorted(lines).at(-1) ?? null;

/** Easy ones first. @param {Line[]} lines */
function sorted(lines) {
  return lines.toSorted((a, b) => (lowIsBetter(a.score) ? b.value - a.value : a.value - b.value));
}
