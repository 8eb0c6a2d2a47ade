// What a model read of the example whose answers are shown.
import {truthOf} from './expectations.js';

/** @typedef {import('./expectations.js').Lens} Lens */
/** @typedef {import('../compare/runs.js').Run} Run */

/**
 * The symbol at each place, or null where it is not known. A look is at the same example if what it asks for is right; where a text is read it
 * is at another passage, but there each symbol is the answer of the place before.
 * @param {{run: Run, naming: Lens[], lens: Lens}} of @returns {string[] | null}
 */
export function readOf({run: {look}, naming, lens}) {
  if (!look) return null;
  const answers = lens.at.map((_, answer) => lens.names[truthOf(naming, answer)]);
  const {asked} = look;
  if (asked) return lens.at.every((at, i) => agree(answers[i], asked[at])) ? symbolsRead(look) : null;
  if (look.source || lens.at.some((at, i) => at !== i)) return null;
  return ['', ...answers.slice(0, -1).map((symbol) => symbol ?? '')];
}

/**
 * What a model reads where it is measured. In a look it reads, where it writes its answer, what it wrote; measured, what is right.
 * @param {import('../compare/runs.js').Look} look @returns {string[]}
 */
export function symbolsRead({symbols, asked, written}) {
  if (!written || !asked) return symbols;
  return symbols.map((symbol, at) => asked[at - 1] ?? symbol);
}

/** @param {string | undefined} right @param {string | null | undefined} asked */
const agree = (right, asked) => right === undefined || right === asked;
