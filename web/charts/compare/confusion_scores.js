// What a model takes for what: how often it answered each symbol where which one was asked. Pure.
import {arrayOf, before, placesOf} from './runs.js';

/** @typedef {import('./runs.js').Measured} Measured @typedef {import('./runs.js').Run} Run */
/**
 * @typedef {object} Confusion
 * @property {number[]} symbols by number, in order; last OTHERS, where some have no row of their own
 * @property {Map<number, string>} names
 * @property {(asked: number, answered: number) => number} times NaN: one of them is among this model's others
 * @property {(symbol: number) => number} asked how often in all
 * @property {(symbol: number) => number} answered
 * @property {number} answers in all
 * @property {number} accuracy part of them that are right; NaN: there are none
 * @property {number} others how many symbols share the last row and column
 */
/** One mistake of a kind. @typedef {{asked: number, answered: number, times: number, of: number}} Mistake of: how often that was asked */
/** What became of the examples. @typedef {{from: number, examples: number, right: number, wrong: number, better: number, worse: number}} Changes from: the step before */

/** Those that share a row and a column. */
export const OTHERS = -1;
/** A confusion is named if it is so many of all mistakes, at least so many times and more often than any other; and twice what equal ones would be. */
const BAR = {part: 0.1, times: 3, even: 2};
/** An answer is named that is given so often, and so much more often than it is asked. */
const LEANING = {part: 0.5, more: 1.5};

/** @param {Measured} measured @returns {Confusion} */
export function confusionOf(measured) {
  const found = arrayOf(measured, 'count');
  const [axis] = found?.axes ?? [{name: 'asked', count: 0}];
  const symbols = placesOf(axis);
  const rows = symbols.map((_, row) => symbols.map((__, column) => Number(found?.data[row * symbols.length + column])));
  const place = new Map(symbols.map((symbol, i) => [symbol, i]));
  const total = (/** @type {number[]} */ values) => values.reduce((sum, value) => sum + value, 0);
  const asked = rows.map(total);
  const answered = symbols.map((_, column) => total(rows.map((row) => row[column])));
  const others = measured.numbers.others || 0;
  return {
    symbols,
    names: new Map(symbols.map((symbol, i) => [symbol, axis.names?.[i] ?? ''])),
    times: (wanted, given) => {
      const [row, column] = [place.get(wanted), place.get(given)];
      if (row === undefined || column === undefined) return others ? NaN : 0;
      return rows[row][column];
    },
    asked: (symbol) => asked[place.get(symbol) ?? -1] ?? 0,
    answered: (symbol) => answered[place.get(symbol) ?? -1] ?? 0,
    answers: total(asked),
    accuracy: measured.numbers.accuracy ?? NaN,
    others,
  };
}

/** Every symbol that any of them has, in order; the others last. @param {Confusion[]} all */
export function symbolsOf(all) {
  const symbols = [...new Set(all.flatMap((one) => one.symbols))].sort((a, b) => a - b);
  return symbols[0] === OTHERS ? [...symbols.slice(1), OTHERS] : symbols;
}

/** Part of the answers where a symbol was asked. @param {Confusion} of @param {number} asked @param {number} answered @returns {number} NaN: nothing is known */
export const shareOf = (of, asked, answered) => of.times(asked, answered) / (of.asked(asked) || NaN);

/** The mistakes that are made; of others nobody knows which of them are right. @param {Confusion} of @returns {Mistake[]} */
function mistakesOf({symbols, times, asked: askedOf}) {
  const own = symbols.filter((symbol) => symbol !== OTHERS);
  return own.flatMap((asked) =>
    own
      .filter((answered) => answered !== asked && times(asked, answered) > 0)
      .map((answered) => ({asked, answered, times: times(asked, answered), of: askedOf(asked)})),
  );
}

/** The most frequent confusion, if it stands out from the others; none where one symbol is answered whatever is asked. @param {Confusion} of @returns {Mistake | null} */
export function confusedMost(of) {
  if (leaningOf(of)) return null;
  const [most, next] = mistakesOf(of).sort((a, b) => b.times - a.times);
  const wrong = of.answers * (1 - of.accuracy);
  const kinds = of.symbols.length * (of.symbols.length - 1);
  const bar = Math.max(BAR.times, wrong * Math.max(BAR.part, BAR.even / kinds));
  return most && most.times >= bar && most.times > (next?.times ?? 0) ? most : null;
}

/** The symbol that is answered nearly whatever is asked. @param {Confusion} of @returns {{answered: number, part: number} | null} */
export function leaningOf({symbols, asked, answered, answers}) {
  const all = symbols.filter((symbol) => symbol !== OTHERS).map((symbol) => ({symbol, times: answered(symbol)}));
  const most = all.reduce((best, one) => (one.times > best.times ? one : best), {symbol: OTHERS, times: 0});
  const leans = most.times >= LEANING.part * answers && most.times >= LEANING.more * asked(most.symbol);
  return most.times > 0 && leans ? {answered: most.symbol, part: most.times / answers} : null;
}

/** What became of the held-out examples since they were measured before. @param {Run} run @returns {Changes | null} null where they were not */
export function changesOf(run) {
  const last = before(run).at(-1);
  const [was, is] = [last, run.found].map((measured) => (measured ? arrayOf(measured, 'right')?.data : undefined));
  if (!last || !was || !is || was.length !== is.length) return null;
  const known = Array.from(is, (now, i) => ({now, then: was[i]})).filter(({now}) => !Number.isNaN(now));
  const count = (/** @type {(one: {now: number, then: number}) => boolean} */ fits) => known.filter(fits).length;
  return {
    from: last.step,
    examples: known.length,
    right: count(({now, then}) => now === 1 && then < 1),
    wrong: count(({now, then}) => now < 1 && then === 1),
    better: count(({now, then}) => now > then && now < 1),
    worse: count(({now, then}) => now < then && then < 1),
  };
}
