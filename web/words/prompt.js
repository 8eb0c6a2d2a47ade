// The English of what models are asked to go on with (APART in tools/vite_words.mjs): whatever says such words imports this. By
// the build it is this room alone, without a build all of it once more.
import text from './en.js?prompt';
import {addWords} from './words.js';

addWords({en: text});
