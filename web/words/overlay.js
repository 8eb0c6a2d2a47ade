// What the engine calls things, in the page's language. describe() keeps the English; each of its titles and summaries has
// a key made of where it stands, and a language file may have a text under it:
//
//   model.<kind>.title .summary          task.<kind>…   optimizer.<kind>…   schedule.<kind>…
//   model.<kind>.<option>.title .summary, model.<kind>.<option>.<choice>     train.<option>…   generation.<option>…
//   model.<kind>.tap.<name>.title .summary, with name "lstm-gates" for "lstm.{layer}.gates"
//   unit.<unit>, refusal.<key>; of info(): baseline.<name>, fact.<name>; corpus.<id>.title .summary
//
// In a language file dots are hyphens, as everywhere, and above each of these texts stands the stamp of the English that
// was translated, so that a test can tell when that has changed since:
//
//   # English: 5d3fa1c2
//   model-lstm-title = LSTM
//
// tools/words/stamps.mjs makes stamps and compares them; `node tools/stamps.mjs` prints every key with its English.
import {language, say} from './words.js';

/** @typedef {import('../runtime/types').Description} Description */
/** @typedef {import('../runtime/types').Option} Option */
/** @typedef {import('../runtime/types').Kind} Kind */
/** @typedef {{key: string, english: string, put: (text: string) => void}} Entry a text of describe(), and where it stands */

/**
 * describe() with the words of a language where it has them.
 * @param {Description} describe @param {import('./words.js').Words} words @returns {Description} of its own
 */
export function overlaid(describe, words) {
  const copy = structuredClone(describe);
  tell(copy, describe, words);
  return copy;
}

/** @param {Description} shown @param {Description} english @param {import('./words.js').Words} words */
function tell(shown, english, words) {
  const places = entriesOf(shown);
  for (const [i, {key, english: text}] of entriesOf(english).entries()) {
    const said = words.has(key) ? words.say(key) : text;
    if (said) places[i]?.put(said);
  }
}

/** What the page shows of describe(), with the English that it was made of. @type {WeakMap<object, Description>} */
const ENGLISH = new WeakMap();

/**
 * describe() in the language of the page, whichever that is: its texts change where they stand, so that whoever has it never mixes two.
 * @template {Description} T @param {T} describe in English @returns {T} of its own
 */
export function inPageLanguage(describe) {
  const shown = structuredClone(describe);
  ENGLISH.set(shown, describe);
  language.addEventListener('change', () => tellAgain(shown));
  tellAgain(shown);
  return shown;
}

/** The same in English; itself where it is in no other language. @template T @param {T & object} described @returns {T | Description} */
export const englishOf = (described) => ENGLISH.get(described) ?? described;

/** Its texts are those of the language, and English where it has none. @param {Description} shown */
export function tellAgain(shown) {
  const english = ENGLISH.get(shown);
  if (english) tell(shown, english, language.words);
}

/**
 * The title of a baseline or fact of info(). Baselines of one name may be called otherwise: a language is given what of the English
 * tells them apart, $of ("always_1" of "Always 1: error 1/6") and the first number in it, $n.
 * @param {'baseline' | 'fact'} what @param {{name: string, title: string}} of
 */
export function titleOf(what, {name, title}) {
  const key = `${what}.${partOf(name)}`;
  if (!language.words.has(key)) return title;
  const of = title
    .split(':')[0]
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_');
  return say(key, {of, n: /\d+/.exec(title)?.[0] ?? ''});
}

/** @typedef {Description & {generation?: {options: Option[]}, corpora?: import('../runtime/types').Corpus[]}} Texts */

/** Every text of describe() that a language file may have, and of the texts that the page has, where they stand beside. @param {Description} describe @returns {Entry[]} */
export function entriesOf(describe) {
  const {models, tasks, train, generation, refusals = {}, corpora = []} = /** @type {Texts} */ (describe);
  return [
    ...kindEntries('model', models),
    ...kindEntries('task', tasks),
    ...optionEntries('train', train.options),
    ...kindEntries('optimizer', train.optimizers),
    ...kindEntries('schedule', train.schedules),
    ...optionEntries('generation', generation?.options ?? []),
    ...corpora.flatMap((one) => worded(`corpus.${one.id}`, one)),
    ...Object.keys(refusals).map((key) => entry(`refusal.${key}`, refusals, key)),
  ];
}

/** @param {string} room @param {Kind[]} kinds @returns {Entry[]} */
export function kindEntries(room, kinds) {
  return kinds.flatMap((kind) => {
    const key = `${room}.${partOf(kind.kind)}`;
    const taps = (kind.taps ?? []).flatMap((tap) => worded(`${key}.tap.${tapPart(tap.name)}`, tap));
    return [...worded(key, kind), ...optionEntries(key, kind.options), ...taps];
  });
}

/** @param {string} room @param {Option[]} options @returns {Entry[]} */
function optionEntries(room, options) {
  return options.flatMap((option) => {
    const key = `${room}.${partOf(option.name)}`;
    const choices = (option.choices ?? []).map((choice) =>
      entry(`${key}.${partOf(String(choice.value))}`, choice, 'title'),
    );
    const unit = option.unit ? [entry(`unit.${partOf(option.unit)}`, option, 'unit')] : [];
    return [...worded(key, option), ...choices, ...unit];
  });
}

/** @param {string} key @param {{title?: string, summary: string}} of */
const worded = (key, of) => [entry(`${key}.title`, of, 'title'), entry(`${key}.summary`, of, 'summary')];

/** @param {string} key @param {any} of @param {string} field @returns {Entry} */
export const entry = (key, of, field) => ({key, english: of[field] ?? '', put: (text) => (of[field] = text)});

/** What Fluent's identifiers do not have becomes a hyphen. @param {string} name */
export const partOf = (name) => name.replace(/[^\w-]+/g, '-');

/** @param {string} name "lstm.{layer}.gates" */
const tapPart = (name) => partOf(name.replace('{layer}.', ''));
