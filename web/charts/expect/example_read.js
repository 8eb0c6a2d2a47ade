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
  if (asked) return lens.at.every((at, i) => agree(answers[i], asked[at])) ? look.symbols : null;
  if (look.source || lens.at.some((at, i) => at !== i)) return null;
  return ['', ...answers.slice(0, -1).map((symbol) => symbol ?? '')];
}

/** @param {string | undefined} right @param {string | null | undefined} asked */
const agree = (right, asked) => right === undefined || right === asked;
