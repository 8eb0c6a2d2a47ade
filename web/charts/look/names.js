// What stands at the places of the held-out example of which a gradient was taken: the symbols of the look, where it is that example.
// A model that writes its answer reads there what it wrote; its gradient is that of the right answer.

/** @typedef {import('../compare/runs.js').Run} Run @typedef {import('../compare/runs.js').Options} Options @typedef {import('../compare/runs.js').Look} Look */

/** Of a text the look is another passage than the example. */
const TEXTS = ['characters', 'words', 'tokens'];

/** Whether what is measured of an example is not of what the look reads. @param {Options} options */
export const isOfAnotherText = ({places}) => TEXTS.includes(places?.input?.kind ?? '');

/** @param {Run} run @param {number} places @param {Options} options @returns {Look | null} */
function lookAtExample({look}, places, options) {
  if (!look || isOfAnotherText(options)) return null;
  if (look.symbols.every((symbol, i) => symbol === String(i + 1))) return null;
  return look.written || look.symbols.length === places ? look : null;
}

/** What is read at each place. @param {Run} run @param {number} places @param {Options} options @returns {string[] | null} */
export function namesOfInputs(run, places, options) {
  const look = lookAtExample(run, places, options);
  if (!look) return null;
  const {symbols, written, asked} = look;
  const isOwn = (/** @type {number} */ i) => i > 0 && (written?.[i - 1] ?? null) !== null;
  return Array.from({length: places}, (_, i) => (isOwn(i) || !symbols[i] ? (asked?.[i - 1] ?? '') : symbols[i]));
}

/** The symbol that is written at each place, of an answer; else the one that is read there. @param {Run} run @param {number} queries @param {number} keys @param {Options} options @returns {string[] | null} */
export function namesOfAnswers(run, queries, keys, options) {
  const look = lookAtExample(run, keys, options);
  if (!look?.written) return look && namesOfInputs(run, keys, options);
  const read = namesOfInputs(run, queries, options) ?? [];
  return read.map((symbol, i) => look.asked?.[i] ?? (look.source ? '' : symbol));
}
