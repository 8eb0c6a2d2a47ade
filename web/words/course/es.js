// The chapters in Spanish, one file each, in the order of the course. Which are not translated yet tests/web/languages.test.js lists.
import forgets from './es/forgets.js';
import why from './es/why.js';
import attention from './es/attention.js';
import novel from './es/novel.js';
import blanks from './es/blanks.js';
import shapes from './es/shapes.js';
import after from './es/after.js';

export default [forgets, why, attention, novel, blanks, shapes, after].join('\n');
