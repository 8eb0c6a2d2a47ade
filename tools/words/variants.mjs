// Whether what a message chooses between fits its language, and what English chooses between. Which plurals a language has is known to Intl.
/** @typedef {import('./messages.mjs').Choice} Choice */
/** @typedef {import('./messages.mjs').Message} Message */

const PLURALS = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);
/** The plurals that a number may have for itself, where a message names the number instead. */
const NUMBERS = new Map([
  ['one', '1'],
  ['two', '2'],
]);

/** @param {string} variant */
const isNumber = (variant) => !Number.isNaN(Number(variant));

/** Whether it chooses by how many: all that it can name are plurals, or numbers. @param {Choice} choice */
const isCount = ({variants}) => variants.every((one) => PLURALS.has(one) || isNumber(one));

/** Each language has words of its own for what the page's titles do not say well in it, and goes by these titles else. */
const OPEN = new Set(['name-has $what']);

/** Not only whether it is none, or exactly so many. @param {Choice} choice */
const hasPlurals = (choice) => isCount(choice) && choice.variants.some((one) => one !== 'other' && PLURALS.has(one));

/** @param {string[]} variants @param {string} plural */
const covers = (variants, plural) => variants.includes(plural) || variants.includes(NUMBERS.get(plural) ?? '');

/** @param {string} tag @param {boolean} ordinal */
const rulesOf = (tag, ordinal) => new Intl.PluralRules(tag, {type: ordinal ? 'ordinal' : 'cardinal'});

/** The plurals of a language that numbers of everyday take; what is rarer (Spanish *many*: a million) may fall to the last variant.
 *  @param {string} tag @param {boolean} ordinal @returns {string[]} */
function everyday(tag, ordinal) {
  const rules = rulesOf(tag, ordinal);
  return [...new Set(Array.from({length: 101}, (_, n) => rules.select(n)))];
}

/**
 * The plurals that a message lacks or cannot have in its language.
 * @param {string} tag @param {string} id @param {Message} message @returns {string[]}
 */
export function pluralFaults(tag, id, {choices}) {
  return choices.filter(hasPlurals).flatMap(({name, variants, ordinal}) => {
    const there = new Set(/** @type {string[]} */ (rulesOf(tag, ordinal).resolvedOptions().pluralCategories));
    const lost = everyday(tag, ordinal).filter((one) => !covers(variants, one));
    const spare = variants.filter((one) => PLURALS.has(one) && !there.has(one));
    return [
      ...lost.map((one) => `"${id}" has no [${one}] of $${name}`),
      ...spare.map((one) => `"${id}" has [${one}] of $${name}, which its language has not`),
    ];
  });
}

/**
 * Where a language does not choose as English does: by the same values; where these have names, between all of the same; where
 * English names a number, with that number.
 * @param {string} tag @param {string} id @param {Message} message @param {Message} english @returns {string[]}
 */
export function choiceFaults(tag, id, {choices}, english) {
  return english.choices.flatMap((one) => {
    if (OPEN.has(`${id} $${one.name}`)) return [];
    const same = choices.filter(({name}) => name === one.name);
    const needless = hasPlurals(one) && everyday(tag, one.ordinal).length < 2;
    if (!same.length) return needless ? [] : [`"${id}" does not choose by $${one.name}, as English does`];
    return same.flatMap((its) => unlike(its, one).map((lost) => `"${id}" chooses by $${one.name} ${lost}`));
  });
}

/** A language may tell more apart than English does. @param {Choice} its @param {Choice} english @returns {string[]} */
function unlike(its, english) {
  const pluralOf = (/** @type {string} */ number) => [...NUMBERS].find(([, one]) => one === number)?.[0] ?? number;
  const wanted = isCount(english) ? english.variants.filter(isNumber).map(pluralOf) : english.variants;
  return wanted.filter((one) => !covers(its.variants, one)).map((one) => `without [${NUMBERS.get(one) ?? one}]`);
}
