// The languages there are, by their tag: how each calls itself, and where its words are. Those besides English come when they are wanted,
// all of one language at once (docs/decisions/0025-languages.md).
import {speak} from './words.js';

/** @type {Readonly<Record<string, string>>} */
export const NAMES = {en: 'English', es: 'Español'};

/** Those besides English. @type {Readonly<Record<string, () => Promise<{default: string}>>>} */
export const OTHERS = {es: () => import('./es.js')};

/**
 * The first of these that there are words in; of "es-MX" the language is meant.
 * @param {readonly unknown[]} wanted @returns {string} a tag; English, where none is
 */
export const firstKnown = (wanted) =>
  wanted.map((one) => String(one).split('-')[0].toLowerCase()).find((tag) => Object.hasOwn(NAMES, tag)) ?? 'en';

/** The page speaks this language once its words are there. A file that asks for nothing has them in itself. @param {string} tag of `NAMES` */
export async function speakIn(tag) {
  const within = document.querySelector(`#words-${tag}`)?.textContent;
  speak(tag, within ?? (await OTHERS[tag]?.())?.default);
}
