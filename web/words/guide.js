// The English of the home and the chapters (APART in tools/vite_words.mjs): whatever says such words imports this, or is only there where something
// else has. By the build it is these rooms alone, without a build all of them once more.
import text from './en.js?guide';
import {addWords} from './words.js';

addWords({en: text});
