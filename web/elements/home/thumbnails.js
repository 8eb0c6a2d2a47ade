// What each chapter is known by: the pictures that stand in its folder, as templates (tools/vite_drawn.mjs).
import after from '../../learn/after/thumbnail.svg?drawn';
import attention from '../../learn/attention/thumbnail.svg?drawn';
import blanks from '../../learn/blanks/thumbnail.svg?drawn';
import bottleneck from '../../learn/bottleneck/thumbnail.svg?drawn';
import convolution from '../../learn/convolution/thumbnail.svg?drawn';
import cost from '../../learn/cost/thumbnail.svg?drawn';
import forgets from '../../learn/forgets/thumbnail.svg?drawn';
import gates from '../../learn/gates/thumbnail.svg?drawn';
import induction from '../../learn/induction/thumbnail.svg?drawn';
import novel from '../../learn/novel/thumbnail.svg?drawn';
import rnn from '../../learn/rnn/thumbnail.svg?drawn';
import shapes from '../../learn/shapes/thumbnail.svg?drawn';
import transformer from '../../learn/transformer/thumbnail.svg?drawn';
import why from '../../learn/why/thumbnail.svg?drawn';

/** @type {Readonly<Record<string, unknown>>} by the chapter's id */
export const THUMBNAILS = Object.freeze({
  after,
  attention,
  blanks,
  bottleneck,
  convolution,
  cost,
  forgets,
  gates,
  induction,
  novel,
  rnn,
  shapes,
  transformer,
  why,
});
