// Every sentence that a person reads, by its key. The texts are in one file a language, in Fluent's syntax
// (https://projectfluent.org): plurals, numbers and their order are the language's affair, not the code's.
import {FluentBundle, FluentResource} from '@fluent/bundle';
import english from './en.js';

/** A value may be a saying itself. @typedef {Record<string, string | number | Saying>} Values */
/** What is to be said, before it is said in a language. @typedef {{key: string, values?: Values}} Saying */

/** The languages there are, by their tag. @type {Readonly<Record<string, string>>} */
export const LANGUAGES = Object.freeze({en: english});

/** By language what came after the page (late.js, course.js). @type {Readonly<Record<string, string>>[]} */
const LATE = [];

/** The words of one language; keys that it lacks are read from English. */
export class Words {
  #bundles;
  #tags;
  /** Formatters are dear to make. @type {Map<string, Intl.NumberFormat>} */
  #numbers = new Map();

  /** @param {string} language a tag of `LANGUAGES` @param {Readonly<Record<string, string>>} [texts] */
  constructor(language, texts = LANGUAGES) {
    this.language = language;
    this.#tags = [...new Set([language, 'en'])];
    this.#bundles = this.#tags.map((tag) => bundleOf(tag, texts[tag] ?? ''));
    for (const more of LATE) this.add(more);
  }

  /** @param {Readonly<Record<string, string>>} texts more, by language; what is known already stays */
  add(texts) {
    this.#tags.forEach((tag, i) => this.#bundles[i].addResource(new FluentResource(texts[tag] ?? '')));
  }

  /** Whether this language itself has a key. @param {string} key */
  has(key) {
    return this.#bundles[0].hasMessage(idOf(key));
  }

  /**
   * @param {string} key such as "run.finished" @param {Values} [values] numbers are written as the language writes them
   * @returns {string} the key itself where no language has it
   */
  say(key, values = {}) {
    for (const bundle of this.#bundles) {
      const pattern = bundle.getMessage(idOf(key))?.value;
      if (pattern) return bundle.formatPattern(pattern, this.#plain(values), []); // what a value lacks stands there by its name
    }
    return key;
  }

  /** @param {Values} values @returns {Record<string, string | number>} */
  #plain(values) {
    const plain = (/** @type {string | number | Saying} */ value) =>
      typeof value === 'object' ? this.say(value.key, value.values) : value;
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, plain(value)]));
  }

  /**
   * A number as the language writes it.
   * @param {number} value @param {Intl.NumberFormatOptions} [options]
   */
  number(value, options = {}) {
    const id = JSON.stringify(options);
    const format = this.#numbers.get(id) ?? new Intl.NumberFormat([this.language, 'en'], options);
    this.#numbers.set(id, format);
    return format.format(value);
  }
}

/** Fluent's identifiers have no dots. @param {string} key */
export const idOf = (key) => key.replaceAll('.', '-');

/** @param {string} tag @param {string} text */
function bundleOf(tag, text) {
  const oneLine = (/** @type {string} */ text) => text.replace(/\s*\n\s*/g, ' '); // a line end in the file means nothing
  const bundle = new FluentBundle(tag, {useIsolating: false, transform: oneLine});
  bundle.addResource(new FluentResource(text));
  return bundle;
}

/** The one language of the page: everything on it speaks the same, so this alone is kept at the level of a module. */
class Language extends EventTarget {
  words = new Words('en');

  /** @param {string} language @param {string} [text] */
  choose(language, text) {
    this.words = new Words(language, text === undefined ? LANGUAGES : {...LANGUAGES, [language]: text});
    this.dispatchEvent(new Event('change'));
  }
}

/** @param {Readonly<Record<string, string>>} texts by language, for all that is said from now on */
export function addWords(texts) {
  LATE.push(texts);
  language.words.add(texts);
}

/** Announces 'change' when another language was chosen. */
export const language = new Language();

/**
 * From now on the page speaks this language.
 * @param {string} tag such as "de", or what `LANGUAGES` has @param {string} [text] its messages, where they come from elsewhere
 */
export const speak = (tag, text) => language.choose(tag, text);

/** The language that is spoken, for `lang` attributes. */
export const spoken = () => language.words.language;

/**
 * What stands under a key in the page's language.
 * @param {string} key @param {Values} [values] @returns {string}
 */
export const say = (key, values) => language.words.say(key, values);

/** A number as the page's language writes it. @param {number} value @param {Intl.NumberFormatOptions} [options] */
export const written = (value, options) => language.words.number(value, options);

/** The same for what a chart or a failure left to be said. @param {Saying} saying @returns {string} */
export const told = ({key, values}) => say(key, values);

/** A sentence made of sentences. @param {Saying[]} sayings */
export const toldAll = (sayings) => sayings.map(told).join(' ');
