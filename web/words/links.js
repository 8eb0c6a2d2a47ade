// The English of links and of what a frame and the page around it tell each other (APART in tools/vite_words.mjs).
import text from './en.js?links';
import {addWords} from './words.js';

addWords({en: text});
