// What happens at each step of the example in numbers, in words: on the page, and in the chapter's file. Pure.
import {two} from './worked_lines.js';

/** @typedef {import('../../learn/rnn/worked.js').Worked} Worked @typedef {import('./worked_lines.js').Frame} Frame */

/** @param {Worked} worked @param {Frame} frame @returns {{name: string, values: Record<string, string | number>}} a word of the chapter, without its worked_ */
export function sentenceOf({forth, answer}, {way, t}) {
  if (way === 'answer')
    return {name: 'answer_says', values: {share: two(answer.shares[answer.wanted.indexOf(1)]), loss: two(answer.loss)}};
  const values = {step: t + 1, symbol: forth[t].symbol};
  if (way === 'forth') return {name: t ? 'forth_says' : 'forth_first', values};
  return {name: t === forth.length - 1 ? 'back_first' : t ? 'back_says' : 'back_last', values};
}
