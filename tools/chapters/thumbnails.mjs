// A picture of each chapter's cause, drawn from its run: 160 by 100, in the page's colours where it stands in the page, and on white
// as a file of its own. One file a chapter in drawings/.
import {SvgPen} from '../../web/charts/svg_pen.js';
import {courseWord} from '../../web/learn/words.js';
import {told} from '../../web/words/words.js';
import {thumbnail as rnn} from './drawings/rnn.mjs';
import {thumbnail as forgets} from './drawings/forgets.mjs';
import {thumbnail as why} from './drawings/why.mjs';
import {thumbnail as gates} from './drawings/gates.mjs';
import {thumbnail as convolution} from './drawings/convolution.mjs';
import {thumbnail as bottleneck} from './drawings/bottleneck.mjs';
import {thumbnail as attention} from './drawings/attention.mjs';
import {thumbnail as transformer} from './drawings/transformer.mjs';
import {thumbnail as induction} from './drawings/induction.mjs';
import {thumbnail as novel} from './drawings/novel.mjs';
import {thumbnail as blanks} from './drawings/blanks.mjs';
import {thumbnail as shapes} from './drawings/shapes.mjs';
import {thumbnail as cost} from './drawings/cost.mjs';
import {thumbnail as after} from './drawings/after.mjs';

/** @import {Chapter} from '../../web/learn/types' */
/** see: what is taken of a model. at: after which steps; its last where none are named. draw: what was seen, by model and step.
 *  @typedef {{at?: number[], see: (session: any, example: number) => any, draw: (ctx: CanvasRenderingContext2D, seen: any[][]) => void}} Thumbnail */

const [WIDTH, HEIGHT] = [160, 100];
/** @type {Readonly<Record<string, Thumbnail>>} by the chapter's id */
export const THUMBNAILS = {
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
};

/** @param {Chapter} chapter @param {any[][]} seen by model and step @param {string[]} hashes of the weights that it was drawn from */
export function drawn({id}, seen, hashes) {
  const pen = new SvgPen((text) => 6 * text.length);
  const ctx = /** @type {CanvasRenderingContext2D} */ (/** @type {unknown} */ (pen));
  THUMBNAILS[id].draw(ctx, seen);
  const file = pen.file({
    width: WIDTH,
    height: HEIGHT,
    paper: 'var(--surface, #fff)',
    title: told(courseWord(id, 'thumbnail')),
    description: hashes.join(' '),
    language: 'en',
  });
  return file;
}
