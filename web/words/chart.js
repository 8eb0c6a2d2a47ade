// The English of the curves (APART in tools/vite_words.mjs): whatever says such words imports this, or is only there where something
// else has. By the build it is these words alone, without a build all of them once more.
import text from './en.js?chart';
import {addWords} from './words.js';

addWords({en: text});
