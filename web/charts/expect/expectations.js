// What a model would answer if it stopped at a layer, as the measure "lens" has it: guesses with their probabilities, which of them are
// right, and how that changed while it trained.
import {arrayOf, before, placesOf} from '../compare/runs.js';

/** @typedef {import('../compare/runs.js').Measured} Measured @typedef {import('../compare/runs.js').Run} Run */
/** @typedef {{symbol: number, p: number}} Guess */
/**
 * @typedef {object} Lens
 * @property {number} step
 * @property {string[]} layers from what the model reads to what it answers
 * @property {number[]} at where in the example each answer stands
 * @property {string[]} names of symbols
 * @property {number[]} accuracy by layer: how often the first guess is right, over many examples
 * @property {number} example
 * @property {(layer: number, answer: number) => Guess[]} guesses most probable first
 * @property {(layer: number, answer: number) => number} right the probability of the right symbol
 */

/** @param {Measured} measured @returns {Lens} */
export function lensOf(measured) {
  const [guess, probability, right] = ['guess', 'probability', 'right'].map((name) => arrayOf(measured, name));
  const accuracy = arrayOf(measured, 'accuracy');
  const names = arrayOf(measured, 'guessed')?.axes[1]?.names ?? [];
  const stored = right?.axes[0].names ?? [];
  const order = upward(stored);
  const [, answers = 0, ranks = 0] = guess?.shape ?? [];
  return {
    step: measured.step,
    layers: order.map((i) => stored[i]),
    at: right ? placesOf(right.axes[1]) : [],
    names,
    accuracy: order.map((i) => accuracy?.data[i] ?? NaN),
    example: measured.numbers.example ?? 0,
    guesses: (layer, answer) => {
      const first = (order[layer] * answers + answer) * ranks;
      return Array.from({length: ranks}, (_, k) => {
        return {symbol: guess?.data[first + k] ?? NaN, p: probability?.data[first + k] ?? NaN};
      });
    },
    right: (layer, answer) => right?.data[order[layer] * answers + answer] ?? NaN,
  };
}

/** A cell stands before what is shown of it. @param {string[]} names @returns {number[]} */
function upward(names) {
  const shown = names.map((_, i) => i).filter((i) => !names[i].endsWith('.cell'));
  return shown.flatMap((i) => [...cellsOf(names, names[i]), i]);
}

/** @param {string[]} names @param {string} layer */
function cellsOf(names, layer) {
  const cell = names.indexOf(`${layer}.cell`);
  return cell < 0 ? [] : [cell];
}

/** How many symbols are more probable than the right one, and one; beyond what is known: one more than that. @param {Lens} lens @param {number} layer @param {number} answer */
export function rankOf(lens, layer, answer) {
  const right = lens.right(layer, answer);
  return 1 + lens.guesses(layer, answer).filter(({p}) => p > right).length;
}

/** Whether a guess is the right one: it is as probable. @param {Lens} lens @param {number} layer @param {number} answer @param {number} k */
export function isRight(lens, layer, answer, k) {
  const all = lens.guesses(layer, answer);
  const right = lens.right(layer, answer);
  return all.findIndex(({p}) => p === right) === k;
}

/** The right symbol, where any layer names it, at this step or another. @param {Lens[]} lenses @param {number} answer @returns {number} NaN where none does */
export function truthOf(lenses, answer) {
  for (const lens of lenses)
    for (let layer = lens.layers.length - 1; layer >= 0; layer--) {
      const named = lens.guesses(layer, answer).filter(({p}) => p === lens.right(layer, answer));
      if (named.length === 1) return named[0].symbol;
    }
  return NaN;
}

/**
 * All that may name what is right for a model: its own, the latest first, and others', which answer the same.
 * @param {Lens[][]} courses one a model @param {number} i of the model @returns {Lens[]}
 */
export function namingFor(courses, i) {
  const [own] = courses[i];
  const same = courses.filter((course, k) => k !== i && course[0].at.length === own.at.length);
  const alike = same.filter(([{names}]) => names.join('\n') === own.names.join('\n'));
  return [courses[i], ...alike].flatMap((course) => [...course].reverse());
}

/** All that was measured of the example that is shown, the latest last. @param {Run} run @returns {Lens[]} */
export function courseOf(run) {
  const latest = lensOf(run.found);
  const same = (/** @type {Lens} */ lens) => lens.example === latest.example && lens.at.length === latest.at.length;
  return [...before(run).map(lensOf).filter(same), latest];
}

/**
 * The answer whose guess changed most over what was measured, in all models together.
 * @param {Lens[][]} courses one a model @returns {{answer: number, changed: boolean}} the last one where none changed
 */
export function livelyAnswer(courses) {
  const count = Math.min(...courses.map((course) => course[course.length - 1].at.length));
  const moves = Array.from({length: Math.max(0, count)}, (_, answer) => {
    return courses.reduce((sum, course) => sum + movesOf(course, answer), 0);
  });
  const most = Math.max(0, ...moves);
  return most > 0 ? {answer: moves.indexOf(most), changed: true} : {answer: Math.max(0, count - 1), changed: false};
}

/** How far the probability of the right answer went, and how often the guess became another. @param {Lens[]} course @param {number} answer */
function movesOf(course, answer) {
  let sum = 0;
  for (let i = 1; i < course.length; i++) {
    const [was, now] = [course[i - 1], course[i]];
    const [a, b] = [was, now].map((lens) => lens.guesses(lens.layers.length - 1, answer)[0]?.symbol);
    const way = now.right(now.layers.length - 1, answer) - was.right(was.layers.length - 1, answer);
    sum += Number(a !== b) + (Number.isFinite(way) ? Math.abs(way) : 0);
  }
  return sum;
}

/** From which step on the right answer stands first until now. @param {Lens[]} course @param {number} answer @returns {number} NaN where it does not */
export function firstSince(course, answer) {
  let since = NaN;
  for (const lens of course) {
    const first = isRight(lens, lens.layers.length - 1, answer, 0);
    if (!first) since = NaN;
    else if (Number.isNaN(since)) since = lens.step;
  }
  return since;
}

/**
 * The symbols that were expected most at a place, and how much at each step.
 * @param {Lens[]} course @param {number} layer @param {number} answer @param {number} most @param {number} truth the right one
 * @returns {{symbol: number, right: boolean, p: number[]}[]} p: one a step; 0 where it was not among the guesses
 */
export function symbolsOver(course, layer, answer, most, truth) {
  /** @type {Map<number, number[]>} */
  const all = new Map();
  course.forEach((lens, i) => {
    for (const {symbol, p} of lens.guesses(Math.min(layer, lens.layers.length - 1), answer)) {
      if (Number.isNaN(p)) continue;
      const over = all.get(symbol) ?? course.map(() => 0);
      over[i] = p;
      all.set(symbol, over);
    }
  });
  const lines = [...all].map(([symbol, p]) => ({symbol, right: symbol === truth, p}));
  const weight = (/** @type {typeof lines[number]} */ {p}) => p[p.length - 1] + 0.5 * Math.max(...p);
  lines.sort((a, b) => weight(b) - weight(a));
  const few = lines.slice(0, most);
  const right = lines.find((line) => line.right);
  if (right && !few.includes(right)) few[few.length - 1] = right;
  return few;
}
