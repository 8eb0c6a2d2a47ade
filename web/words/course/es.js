// The chapters in Spanish, one file each, in the order of the course. Which are not translated yet tests/web/languages.test.js lists.
import forgets from './es/forgets.js';
import why from './es/why.js';
import attention from './es/attention.js';

export default [forgets, why, attention].join('\n');
