// A whole RNN in numbers: two units read (()) and say whether it is balanced, forwards and backwards. Plain arithmetic in double
// precision; the engine comes to the same (tests/web/worked_rnn.test.js). Pure.

/** @typedef {number[]} Vector @typedef {number[][]} Matrix rows */
/** @typedef {{w_ih: Matrix, w_hh: Matrix, b: Vector, w_out: Matrix}} Weights the same at every step */
/** One step forwards. @typedef {{symbol: string, x: Vector, before: Vector, from_input: Vector, from_memory: Vector, sum: Vector, after: Vector}} Forth */
/** What is read off the last memory. @typedef {{scores: Vector, shares: Vector, wanted: Vector, error: Vector, loss: number}} Answer */
/** How the loss changes with the weights. @typedef {{w_ih: Matrix, w_hh: Matrix, b: Vector}} Gradient */
/** One step backwards: d_after is what comes back to the memory, own what this step adds, so_far the sum of what steps added.
 *  @typedef {{d_after: Vector, slope: Vector, d_sum: Vector, own: Gradient, so_far: Gradient}} Back */
/** back[t] belongs to forth[t]. @typedef {{weights: Weights, forth: Forth[], answer: Answer, back: Back[]}} Worked */

/** Untrained, and wrong: so much is to be learned that no number vanishes in two digits. @type {Weights} */
export const WEIGHTS = {
  w_ih: [
    [0.8, -0.6],
    [-0.4, 0.9],
  ],
  w_hh: [
    [0.7, 0.3],
    [-0.5, 0.6],
  ],
  b: [0.1, -0.2],
  w_out: [
    [-1, 1],
    [1, -1],
  ],
};

export const ROW = '(())';

/** @param {Matrix} m @param {Vector} v @returns {Vector} */
const times = (m, v) => m.map((row) => row.reduce((sum, weight, i) => sum + weight * v[i], 0));
/** @param {Matrix} m @returns {Matrix} */
const turned = (m) => m[0].map((_, i) => m.map((row) => row[i]));
/** @param {Vector} a @param {Vector} b @returns {Matrix} */
const outer = (a, b) => a.map((left) => b.map((right) => left * right));
/** @param {...Vector} all @returns {Vector} */
const plus = (...all) => all[0].map((_, i) => all.reduce((sum, one) => sum + one[i], 0));
/** @param {Matrix} a @param {Matrix} b @returns {Matrix} */
const plusAll = (a, b) => a.map((row, i) => plus(row, b[i]));
/** @param {Vector} a @param {Vector} b @returns {Vector} */
const eachTimes = (a, b) => a.map((one, i) => one * b[i]);

/** @param {Weights} weights @param {string} row @param {Vector} wanted a 1 for what is right: "not balanced", "balanced" @returns {Worked} */
export function worked(weights = WEIGHTS, row = ROW, wanted = [0, 1]) {
  /** @type {Forth[]} */
  const forth = [];
  for (const symbol of row) forth.push(stepForth(weights, symbol, forth[forth.length - 1]?.after ?? [0, 0]));
  const answer = answered(weights, forth[forth.length - 1].after, wanted);
  return {weights, forth, answer, back: allBack(weights, forth, answer)};
}

/** A symbol enters as a 1 among zeros. @param {Weights} weights @param {string} symbol @param {Vector} before @returns {Forth} */
function stepForth({w_ih, w_hh, b}, symbol, before) {
  const x = symbol === '(' ? [1, 0] : [0, 1];
  const [from_input, from_memory] = [times(w_ih, x), times(w_hh, before)];
  const sum = plus(from_input, from_memory, b);
  return {symbol, x, before, from_input, from_memory, sum, after: sum.map(Math.tanh)};
}

/** @param {Weights} weights @param {Vector} memory @param {Vector} wanted @returns {Answer} */
function answered({w_out}, memory, wanted) {
  const scores = times(w_out, memory);
  const raised = scores.map(Math.exp);
  const all = raised.reduce((a, b) => a + b);
  const shares = raised.map((one) => one / all);
  const error = shares.map((share, i) => share - wanted[i]);
  return {scores, shares, wanted, error, loss: -Math.log(shares[wanted.indexOf(1)])};
}

/** From the last step to the first; the gradient is of one set of weights, so what steps add is added up.
 *  @param {Weights} weights @param {Forth[]} forth @param {Answer} answer */
function allBack(weights, forth, {error}) {
  /** @type {Back[]} */
  const back = [];
  for (let t = forth.length - 1; t >= 0; t--) {
    const later = back[t + 1];
    const d_after = later ? times(turned(weights.w_hh), later.d_sum) : times(turned(weights.w_out), error);
    back[t] = stepBack(forth[t], d_after, later?.so_far);
  }
  return back;
}

/** @param {Forth} step @param {Vector} d_after @param {Gradient} [later] what later steps came to @returns {Back} */
function stepBack({x, before, after}, d_after, later) {
  const slope = after.map((h) => 1 - h * h);
  const d_sum = eachTimes(d_after, slope);
  const own = {w_ih: outer(d_sum, x), w_hh: outer(d_sum, before), b: d_sum};
  return {d_after, slope, d_sum, own, so_far: later ? added(own, later) : own};
}

/** @param {Gradient} a @param {Gradient} b @returns {Gradient} */
const added = (a, b) => ({w_ih: plusAll(a.w_ih, b.w_ih), w_hh: plusAll(a.w_hh, b.w_hh), b: plus(a.b, b.b)});
