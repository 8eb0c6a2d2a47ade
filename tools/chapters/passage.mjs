// The example of a chapter whose models read a text: what stands before one character, and what each model takes that one for.
import {readFileSync} from 'node:fs';

/** What is shown before the character that is asked for. */
const BEFORE = 28;

/** @typedef {import('../../web/runtime/types').Item} Item */

/** @param {string} corpus @returns {string[]} characters */
export const charactersOf = (corpus) => [
  ...readFileSync(new URL(`../../build/corpora/${corpus}.txt`, import.meta.url), 'utf8'),
];

/** @param {string[]} characters of the text @param {number} at the place of the one that is asked for */
export function passageOf(characters, at) {
  const given = characters.slice(Math.max(0, at - BEFORE), at);
  // The last tenth is what nobody learns from.
  if (at < 0.9 * characters.length + BEFORE || at >= characters.length)
    throw new Error(`character ${at} does not stand in the held-out part of a text of ${characters.length}`);
  return {given, asked: characters[at]};
}

/** As examples() gives it where a task has examples. @param {any} session @param {string} corpus @param {number} at @returns {{view: 'text', items: Item[]}} */
export function passage(session, corpus, at) {
  const {given, asked} = passageOf(charactersOf(corpus), at);
  const {text} = session.generate({prompt: given.join(''), tokens: 1, temperature: 0, seed: 1});
  const item = {
    given: {symbols: given},
    target: {symbols: [asked]},
    answer: {symbols: [text]},
    right: [text === asked],
  };
  return {view: 'text', items: [item]};
}
