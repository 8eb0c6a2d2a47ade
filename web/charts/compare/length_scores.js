// How many answers of a model are right, by the length of the example and by the place of the answer.
import {arrayOf, placesOf} from './runs.js';

/** @typedef {import('./runs.js').Measured} Measured */
/**
 * @typedef {object} Scores
 * @property {number[]} lengths
 * @property {number[]} exact of each length, how many sequences are right as a whole; NaN: none could be made
 * @property {number} places of answers, of the longest
 * @property {(at: number, place: number) => number} accuracy NaN: no such answer
 * @property {number} trainedTo the greatest length that was trained on
 * @property {boolean} ends the last answer of each is the sign that ends it
 */

/** @param {Measured} measured @returns {Scores} */
export function scoresOf(measured) {
  const [exact, accuracy] = ['exact', 'accuracy'].map((name) => arrayOf(measured, name));
  const lengths = exact ? placesOf(exact.axes[0]) : [];
  const places = accuracy?.shape[1] ?? 0;
  return {
    lengths,
    exact: Array.from(exact?.data ?? []),
    places,
    accuracy: (at, place) => (place < places ? (accuracy?.data[at * places + place] ?? NaN) : NaN),
    trainedTo: measured.numbers.trained_to ?? NaN,
    ends: measured.numbers.ends === 1,
  };
}

/** Only as many answers as examples of a length have: what is not there is no wrong answer. @param {Scores} scores @param {number} at which length */
export function answersOf({accuracy, places}, at) {
  return (
    Array.from({length: places}, (_, place) => accuracy(at, place)).findLastIndex((value) => !Number.isNaN(value)) + 1
  );
}

/** Of each length, how many of all its answers are right, one by one. @param {Scores} scores @returns {number[]} NaN: none could be made */
export function meanAnswers({lengths, places, accuracy}) {
  return lengths.map((_, at) => meanOf(Array.from({length: places}, (_, place) => accuracy(at, place))));
}

/** How many of the lengths were trained on; they come first. @param {Scores} scores */
export function trainedCount({lengths, trainedTo}) {
  return lengths.filter((length) => length <= trainedTo).length;
}

/** The mean of what is known of some lengths. @param {Scores} scores @param {number} from @param {number} to not included @returns {number} NaN where nothing is */
export function meanExact({exact}, from, to) {
  return meanOf(exact.slice(from, to));
}

/** @param {number[]} values @returns {number} of those that are known */
function meanOf(values) {
  const there = values.filter((value) => !Number.isNaN(value));
  return there.length ? there.reduce((sum, value) => sum + value, 0) / there.length : NaN;
}

/** The first length from which on fewer than half are right, though more were before; NaN: none. @param {Scores} scores */
export function breaksAt({lengths, exact}) {
  const known = exact.map((value, i) => ({value, length: lengths[i]})).filter(({value}) => !Number.isNaN(value));
  const last = known.findLastIndex(({value}) => value >= 0.5);
  return last >= 0 && last + 1 < known.length ? known[last + 1].length : NaN;
}
