// The English of the class view: it comes with it. Whatever says such words imports this.
import english from './class/en.js';
import {addWords} from './words.js';

/** By the tag of a language. @type {Readonly<Record<string, string>>} */
export const CLASSES = Object.freeze({en: english});

addWords(CLASSES);
