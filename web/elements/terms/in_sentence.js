// Terms within a sentence that a language file has written: found by how it spells them (term.<name>.word). Pure but for that.
import '../../words/late.js';
import {say} from '../../words/words.js';
import {term} from './term.js';

/**
 * @param {string} sentence @param {readonly string[]} names those to look for @param {Set<string>} [seen] those that were found
 *     before, and are from now on: once is enough
 * @returns {unknown[]} the sentence in pieces: text, and terms
 */
export function withTerms(sentence, names, seen = new Set()) {
  /** @type {unknown[]} */
  const pieces = [];
  let from = 0;
  for (const {name, word, at} of placesOf(sentence, names)) {
    if (at < from || seen.has(name)) continue;
    pieces.push(sentence.slice(from, at), term(name, word));
    from = at + word.length;
    seen.add(name);
  }
  return [...pieces, sentence.slice(from)];
}

/** From left to right; where two begin at once the longer one first. @param {string} sentence @param {readonly string[]} names */
function placesOf(sentence, names) {
  const all = names.map((name) => {
    const word = say(`term.${name}.word`);
    return {name, word, at: placeOf(word, sentence)};
  });
  return all.filter(({at}) => at >= 0).sort((a, b) => a.at - b.at || b.word.length - a.word.length);
}

/** Where a word first stands by itself, not within another. @param {string} word @param {string} sentence @returns {number} */
function placeOf(word, sentence) {
  const letter = /[\p{L}\p{N}]/u;
  for (let at = sentence.indexOf(word); at >= 0; at = sentence.indexOf(word, at + 1))
    if (!letter.test(sentence[at - 1] ?? ' ') && !letter.test(sentence[at + word.length] ?? ' ')) return at;
  return -1;
}
