// What kind of symbol a symbol is, as anybody can tell who sees it written.

/** In the order in which a legend has them. */
export const KINDS = Object.freeze(
  /** @type {const} */ (['vowel', 'consonant', 'capital', 'digit', 'mark', 'space', 'word', 'beginning', 'other']),
);

/** @typedef {typeof KINDS[number]} Kind */

/** Each with what is so of a symbol without its accents; the first that fits. @type {readonly [Kind, RegExp][]} */
const RULES = [
  ['space', /^\s+$/u],
  ['digit', /^\d+$/u],
  ['vowel', /^[aeiouy]$/u],
  ['consonant', /^[b-z]$/u],
  ['capital', /^\p{Lu}$/u],
  ['mark', /^[\p{P}\p{S}]+$/u],
  ['word', /^\p{L}{2,}$/u],
  ['beginning', /^\s.*\p{L}/u],
];

/** @param {string} symbol @returns {Kind} */
export function kindOf(symbol) {
  const plain = symbol.normalize('NFD').replace(/\p{M}/gu, '');
  return RULES.find(([, rule]) => rule.test(plain))?.[0] ?? 'other';
}

/** Fewer digits have no order to speak of. */
const FEW = 4;

/** The numbers that symbols stand for, where most of them are numbers; NaN of the others; none where they are something else. @param {string[]} symbols @returns {number[] | null} */
export function numbersOf(symbols) {
  const numbers = symbols.map((symbol) => (/^\d+$/.test(symbol) ? Number(symbol) : NaN));
  const count = numbers.filter(Number.isFinite).length;
  return count >= FEW && 2 * count >= symbols.length ? numbers : null;
}
