// The words of the chapters, one file a language in course/: they come with what opens a chapter, not with the lab. Whatever
// says such words imports this.
import english from './course/en.js';
import {addWords} from './words.js';

/** By the tag of a language. @type {Readonly<Record<string, string>>} */
export const COURSES = Object.freeze({en: english});

addWords(COURSES);
