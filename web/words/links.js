// The English of links (APART in tools/vite_words.mjs).
import text from './en.js?links';
import {addWords} from './words.js';

addWords({en: text});
