// What stands out about a head, which map is drawn large, and how pointed and how far a map looks. Names are given by the highest
// score, above a bar that is said.
import {BAR, passes} from '../compare/head_scores.js';
import {isHead} from './maps.js';

/** @typedef {import('./maps.js').LookMap} LookMap @typedef {import('../compare/head_scores.js').Score} Score */
/** @typedef {{score: 'previous' | 'induction' | 'copying', value: number}} Named */

/** @type {readonly Named['score'][]} */
export const NAMES = ['induction', 'previous', 'copying'];

/** A score is so many times what it would be by looking everywhere alike, or nobody is named after it. */
const ABOVE = 2;
/** Nor who has more of the spread that it could have: of short examples even that gives much to each place. */
const EVEN = 0.9;

/** How a mark begins that is of those who look at a symbol. */
export const AT = 'surest_at ';

/** Why a map is drawn large. @typedef {'marked' | 'induction' | 'strongest' | 'pointed' | 'gradient'} Why */
/** Below so little of the spread that it could have, a head looks at nearly one place. */
const POINTED = BAR;

/** Whether it is named after a score: enough goes there, and far more than if it looked everywhere alike. @param {LookMap} map @param {Score} score */
export function isNamed({scores, chance}, score) {
  const even = (scores.entropy ?? 0) > EVEN;
  return !even && passes(scores, score) && (scores[score] ?? NaN) > ABOVE * chance(score);
}

/** The score after which it is named, if any. @param {LookMap} map @returns {Named | null} */
export function nameOfHead(map) {
  const named = NAMES.filter((score) => isNamed(map, score)).map((score) => ({score, value: map.scores[score] ?? NaN}));
  return named.reduce((/** @type {Named | null} */ most, one) => (!most || one.value > most.value ? one : most), null);
}

/** @param {LookMap} map */
export const isPointed = ({scores}) => (scores.entropy ?? NaN) < POINTED;

/** Which of the maps has most of something. @param {LookMap[]} maps @param {(map: LookMap) => number} of NaN: nothing @returns {number} -1 where none has any */
export function most(maps, of) {
  const values = maps.map(of);
  return values.reduce((best, value, i) => (value > (best < 0 ? -Infinity : values[best]) ? i : best), -1);
}

/** The head that looks most at one symbol, wherever that stands, on average over all that look. @param {LookMap[]} maps @param {string} symbol */
function lookingAt(maps, symbol) {
  return most(maps, (map) => {
    const keys = (map.columns.names ?? []).flatMap((name, key) => (name === symbol ? [key] : []));
    if (!isHead(map) || !keys.length) return NaN;
    const rows = rowsOf(map);
    return rows.reduce((sum, row) => sum + Math.max(...keys.map((key) => row[key] || 0)), 0) / rows.length;
  });
}

/**
 * Where a chapter marks what looks at a symbol, the head that does most; else the head with the highest induction score, if it deserves the name; else the one with most of any score; else the one that looks
 * at fewest places. Of a model without heads what it depends on.
 * @param {LookMap[]} maps @param {string} [marked] what a chapter marks @returns {{at: number, why: Why}} at: -1 where there is none
 */
export function chosenMap(maps, marked = '') {
  const asked = marked.startsWith(AT) ? lookingAt(maps, marked.slice(AT.length)) : -1;
  if (asked >= 0) return {at: asked, why: 'marked'};
  const induction = most(maps, (map) => (isNamed(map, 'induction') ? (map.scores.induction ?? NaN) : NaN));
  if (induction >= 0) return {at: induction, why: 'induction'};
  const strongest = most(maps, (map) => nameOfHead(map)?.value ?? NaN);
  if (strongest >= 0) return {at: strongest, why: 'strongest'};
  const pointed = most(maps, (map) => (isHead(map) ? pointedness(map) : NaN));
  return pointed >= 0 ? {at: pointed, why: 'pointed'} : {at: maps.length ? 0 : -1, why: 'gradient'};
}

/** How much of a row goes to its strongest place, on average over rows. @param {LookMap} map @returns {number} NaN where nothing is asked */
export function pointedness(map) {
  const rows = rowsOf(map);
  return rows.reduce(
    (sum, row) => sum + Math.max(...row.map((share) => share || 0)) / rows.length,
    rows.length ? 0 : NaN,
  );
}

/** How far away it looks on average; NaN where rows and columns are not the same places. @param {LookMap} map */
export function distance(map) {
  if (map.rows.stream !== map.columns.stream || map.rows.stream === null || map.queries === 1) return NaN;
  let [sum, rows] = [0, 0];
  for (let query = 0; query < map.queries; query++) {
    const row = rowOf(map, query);
    if (Number.isNaN(row[0])) continue;
    rows++;
    row.forEach((share, key) => (sum += (share || 0) * Math.abs(query - key)));
  }
  return rows ? sum / rows : NaN;
}

/** How far back an answer can see at all; null where nothing is out of sight but the future. @param {LookMap} map @returns {number | null} */
export function cliffOf(map) {
  if (map.rows.stream !== map.columns.stream || map.rows.stream === null) return null;
  let [least, seen] = [Infinity, -1];
  for (let query = 0; query < map.queries; query++)
    for (let key = 0; key < Math.min(query + 1, map.keys); key++) {
      if (Number.isNaN(map.share(query, key))) continue;
      if (map.blind(query, key)) least = Math.min(least, query - key);
      else seen = Math.max(seen, query - key);
    }
  return least < Infinity && seen >= 0 ? seen : null;
}

/** The place that looks most sharply, beyond looking everywhere alike. @param {LookMap} map @returns {number} */
export function sharpest(map) {
  let [best, at] = [-1, map.queries - 1];
  for (let query = 0; query < map.queries; query++) {
    const row = rowOf(map, query).filter((_, key) => !map.blind(query, key));
    const value = Math.max(...row) - 1 / Math.max(1, row.length);
    if (value > best) [best, at] = [value, query];
  }
  return Math.max(0, at);
}

/** @param {LookMap} map @param {number} query @returns {number[]} */
export function rowOf({keys, share}, query) {
  return Array.from({length: keys}, (_, key) => share(query, key));
}

/** Rows of which something is asked. @param {LookMap} map */
const rowsOf = (map) =>
  Array.from({length: map.queries}, (_, query) => rowOf(map, query)).filter((row) => !Number.isNaN(row[0]));

/** The columns that a row gives most to, the strongest first. @param {LookMap} map @param {number} query @param {number} count @returns {{key: number, share: number}[]} */
export function strongest(map, query, count) {
  return rowOf(map, query)
    .map((share, key) => ({key, share}))
    .filter(({share}) => share >= 0.01)
    .sort((a, b) => b.share - a.share)
    .slice(0, count);
}
