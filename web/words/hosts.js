// What is said where an exercise is taken to the places where courses live.
import text from './hosts/en.js';
import {addWords} from './words.js';

addWords({en: text});
