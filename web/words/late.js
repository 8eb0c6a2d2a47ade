// The English of parts that come after the page (LATE in tools/vite_words.mjs): whatever says such words imports this. By
// the build it is these rooms alone, without a build all of them once more.
import text from './en.js?late';
import {addWords} from './words.js';

addWords({en: text});
