// The English of what chapters have beside their own story (APART in tools/vite_words.mjs): questions on earlier ones, what lies behind them, the
// line of years. Whatever says such words imports this. By the build it is these rooms alone, without a build all of them once more.
import text from './en.js?story';
import {addWords} from './words.js';

addWords({en: text});
