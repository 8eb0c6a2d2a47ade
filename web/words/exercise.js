// The English of exercises: it comes with them. Whatever says such words imports this.
import english from './exercise/en.js';
import {addWords} from './words.js';

/** By the tag of a language. @type {Readonly<Record<string, string>>} */
export const EXERCISES = Object.freeze({en: english});

addWords(EXERCISES);
