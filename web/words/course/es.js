// The chapters in Spanish, one file each, in the order of the course. Which are not translated yet tests/web/languages.test.js lists.
import rnn from './es/rnn.js';
import forgets from './es/forgets.js';
import why from './es/why.js';
import gates from './es/gates.js';
import convolution from './es/convolution.js';
import bottleneck from './es/bottleneck.js';
import attention from './es/attention.js';
import transformer from './es/transformer.js';
import induction from './es/induction.js';
import novel from './es/novel.js';
import blanks from './es/blanks.js';
import shapes from './es/shapes.js';
import cost from './es/cost.js';
import after from './es/after.js';

export default [
  rnn,
  forgets,
  why,
  gates,
  convolution,
  bottleneck,
  attention,
  transformer,
  induction,
  novel,
  blanks,
  shapes,
  cost,
  after,
].join('\n');
