// The English of the chapters but for what the home says of each: it comes when one of them is opened. The build parts it
// (tools/vite_words.mjs), without a build it is all once more.
import text from './course/en.js?more';
import {addWords} from './words.js';

addWords({en: text});
