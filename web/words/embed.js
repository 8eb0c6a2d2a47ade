// What a frame says of its own address.
import text from './embed/en.js';
import {addWords} from './words.js';

addWords({en: text});
