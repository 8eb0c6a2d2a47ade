// The English of frames, and of what one and the page around it tell each other (APART in tools/vite_words.mjs).
import text from './en.js?frames';
import {addWords} from './words.js';

addWords({en: text});
