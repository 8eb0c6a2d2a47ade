// What an RNN works out at one step of the example in numbers, line by line in TeX: first forwards, then what is read off, then
// backwards. Pure.
import {fixed} from '../../words/numbers.js';

/** @typedef {import('../../learn/rnn/worked.js').Worked} Worked @typedef {import('../../learn/rnn/worked.js').Back} Back */
/** @typedef {number[]} Vector @typedef {number[][]} Matrix */
/** @typedef {{way: 'forth' | 'answer' | 'back', t: number}} Frame t: the step, from 0 */

/** @param {Worked} worked @returns {Frame[]} in the order in which they are worked out */
export function framesOf({forth}) {
  const steps = forth.map((_, t) => t);
  return [
    ...steps.map((t) => ({way: /** @type {const} */ ('forth'), t})),
    {way: 'answer', t: forth.length - 1},
    ...steps.reverse().map((t) => ({way: /** @type {const} */ ('back'), t})),
  ];
}

/** Two digits; nothing is not negative. @param {number} value */
export const two = (value) => fixed(Math.abs(value) < 0.005 ? 0 : value, 2).replace('-', '−');

/** What is whole is written so; a comma between digits is no comma of a list. @param {number} value */
const number = (value) =>
  Number.isInteger(value) ? String(value + 0) : two(value).replace('−', '-').replace(',', '{,}');
/** Its brackets are drawn by the page: without a font for formulas no browser makes them high enough. @param {Matrix} m */
const matrix = (m) => `\\begin{matrix}${m.map((row) => row.map(number).join('&')).join('\\\\')}\\end{matrix}`;
/** @param {Vector} v */
const column = (v) => matrix(v.map((one) => [one]));
/** How the loss changes with something. @param {string} what */
const slope = (what) => `\\frac{\\partial L}{\\partial ${what}}`;
/** @param {Matrix} m */
const turned = (m) => m[0].map((_, i) => m.map((row) => row[i]));

/** @param {Worked} worked @param {Frame} frame @returns {string[]} */
export function linesOf(worked, {way, t}) {
  if (way === 'forth') return forthLines(worked, t);
  return way === 'answer' ? answerLines(worked) : backLines(worked, t);
}

/** @param {Worked} worked @param {number} t */
function forthLines({weights: {w_ih, w_hh, b}, forth}, t) {
  const {x, before, from_input, from_memory, sum, after} = forth[t];
  const n = t + 1;
  return [
    `W_{ih}\\,x_${n} = ${matrix(w_ih)}${column(x)} = ${column(from_input)}`,
    `W_{hh}\\,h_${t} = ${matrix(w_hh)}${column(before)} = ${column(from_memory)}`,
    `a_${n} = W_{ih}\\,x_${n} + W_{hh}\\,h_${t} + b`,
    `a_${n} = ${column(from_input)} + ${column(from_memory)} + ${column(b)} = ${column(sum)}`,
    `h_${n} = \\tanh a_${n} = \\tanh ${column(sum)} = ${column(after)}`,
  ];
}

/** @param {Worked} worked */
function answerLines({weights: {w_out}, forth, answer}) {
  const last = forth.length;
  const {scores, shares, wanted, error, loss} = answer;
  return [
    `z = W_{out}\\,h_${last} = ${matrix(w_out)}${column(forth[last - 1].after)} = ${column(scores)}`,
    `p = \\operatorname{softmax} z = ${column(shares)}`,
    `L = -\\ln p_2 = -\\ln ${number(shares[1])} = ${number(loss)}`,
    `${slope('z')} = p - y = ${column(shares)} - ${column(wanted)} = ${column(error)}`,
  ];
}

/** @param {Worked} worked @param {number} t */
function backLines(worked, t) {
  const {forth, back} = worked;
  const {d_after, slope: bent, d_sum} = back[t];
  const n = t + 1;
  return [
    `${slope(`h_${n}`)} = ${comesBack(worked, t)} = ${column(d_after)}`,
    `${slope(`a_${n}`)} = ${slope(`h_${n}`)} \\odot (1 - h_${n}^2) = ${column(d_after)} \\odot ${column(bent)} = ${column(d_sum)}`,
    `${slope(`a_${n}`)}\\,x_${n}^{\\top} = ${matrix(back[t].own.w_ih)} \\qquad ${slope(`a_${n}`)}\\,h_${t}^{\\top} = ${matrix(back[t].own.w_hh)}`,
    ...sumLines(back[t], back[t + 1], forth.length - t),
  ];
}

/** Of the answer, or of the step after it. @param {Worked} worked @param {number} t */
function comesBack({weights: {w_hh, w_out}, answer, back}, t) {
  const later = back[t + 1];
  return later
    ? `W_{hh}^{\\top}\\,${slope(`a_${t + 2}`)} = ${matrix(turned(w_hh))}${column(later.d_sum)}`
    : `W_{out}^{\\top}\\,${slope('z')} = ${matrix(turned(w_out))}${column(answer.error)}`;
}

/** What all steps up to here add to the gradient of the same weights. @param {Back} here @param {Back | undefined} later @param {number} steps */
function sumLines({own, so_far}, later, steps) {
  const line = (
    /** @type {string} */ name,
    /** @type {string} */ before,
    /** @type {string} */ here,
    /** @type {string} */ all,
  ) => `${slope(name)}${steps > 1 ? ` = ${before} + ${here}` : ''} = ${all}`;
  return [
    line('W_{ih}', later ? matrix(later.so_far.w_ih) : '', matrix(own.w_ih), matrix(so_far.w_ih)),
    line('W_{hh}', later ? matrix(later.so_far.w_hh) : '', matrix(own.w_hh), matrix(so_far.w_hh)),
    line('b', later ? column(later.so_far.b) : '', column(own.b), column(so_far.b)),
  ];
}
