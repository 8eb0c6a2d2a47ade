// The English of the teacher's page, the sheet and the glossary (APART in tools/vite_words.mjs).
import text from './en.js?teach';
import {addWords} from './words.js';

addWords({en: text});
