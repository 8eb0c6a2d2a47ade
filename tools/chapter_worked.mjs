// The example with every number shown, as a chapter's file has it: all steps one after the other, with MathML that needs no script.
import {worked} from '../web/learn/rnn/worked.js';
import {framesOf, linesOf} from '../web/elements/learn/worked_lines.js';
import {sentenceOf} from '../web/elements/learn/worked_words.js';

/** @typedef {import('../web/learn/types').Chapter} Chapter */
/** @typedef {(name: string, values: import('../web/words/words.js').Values) => string} Said escaped, by the name of a word */

/** @param {Chapter} chapter @param {Said} said @param {(tex: string) => string} formula MathML @returns {string} '' where it has none */
export function workedPart({worked: named}, said, formula) {
  if (!named) return '';
  const example = worked();
  const steps = framesOf(example).map((frame) => {
    const {name, values} = sentenceOf(example, frame);
    const lines = linesOf(example, frame).map((tex) => `<div class="formula">${formula(tex)}</div>`);
    return `<li><p>${said(`worked_${name}`, values)}</p>${lines.join('\n')}</li>`;
  });
  return `<details><summary>${said('worked', {})}</summary><ol>${steps.join('\n')}</ol></details>`;
}
