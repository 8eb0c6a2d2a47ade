// The English of the maker of exercises: it comes with it. Whatever says such words imports this.
import english from './exercise/en-make.js';
import {addWords} from './words.js';

/** By the tag of a language. @type {Readonly<Record<string, string>>} */
export const MAKING = Object.freeze({en: english});

addWords(MAKING);
