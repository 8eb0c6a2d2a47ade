// What each part of a model would cost at another length, from what anatomy says of it at its own: the operations of matrix
// products (a product [m,k] x [k,n] has 2mkn) of one example forward, with T positions of the input and S of the source.
//
//   embedding, norm, feed_forward, output, convolution    C T/T₀, of the source C S/S₀: the same at every position
//   the same behind a pool                  C: one position is left, or so many learned points. A window over everything is
//                                           a pool, too, and as wide as the model's longest: C T/T₀
//   recurrent                               C T/T₀; where symbols enter, their projections are one table of V rows, made once: of
//                                           C = 2VGHE + 2T₀GH² (E wide, H units, G gates, 1, 3 or 4) the first does not grow. Both
//                                           ways, what joins their ends (C - its twin's C) does not grow; what is fed back is missing
//                                           at the first step: + 2(T-1)GH²
//   attention to itself                     2TW + 4T²D, W weights, D wide, of which P = W + W/D are parameters; linear: 2TW + 4TD²/heads
//   attention to the source                 4TD² + 2S(W - 2D²) + 4TSD; linear: 2(T+S)D²/heads in the last one's place;
//                                           of seq2seq 2TW + 2TS(D+M), M = D or 2D the memory's width; of conv_seq2seq 4TDE + 4TSE
//   attention from or to m points           4mD² + 4TD² + 4mTD (a Set Transformer's pooling, and its inducing points)
//   a grid of input and source              C TS/(T₀S₀): every convolution in front of a pool across
//
// Where T² and T say the same at a model's own length the rule is chosen that gives the part's parameters and operations
// exactly. A part that no rule gives is unknown, and so is the model at other lengths: image convolutions, of one size only.
// tests/web/waiting_operations.test.js compares every family with what the engine counts at other lengths.

import {pools} from '../network/parts.js';

/** @typedef {import('./made_of.js').Part} Part @typedef {import('./made_of.js').Lengths} Lengths */
/** Factors of 1, T, S, T², TS and S². @typedef {[one: number, t: number, s: number, tt: number, ts: number, ss: number]} Growth */
/** What the parts before have left. @typedef {{own: Lengths, parts: Part[], points: boolean, pooled: boolean, grid: boolean}} Before */

/** Anatomy counts in single precision. */
const EXACT = 2e-6;
const GATES = [1, 3, 4];

/** @param {number} a @param {number} b */
const same = (a, b) => Math.abs(a - b) <= EXACT * Math.max(Math.abs(a), Math.abs(b), 1);

/** How each part grows; null: no rule gives what it costs. @param {Part[]} parts @param {Lengths} own @returns {(Growth | null)[]} */
export function growthOf(parts, own) {
  const grid = parts.some(({kind, across}) => kind === 'pool' && across);
  const before = {own, parts, points: false, pooled: false, grid};
  return parts.map((part, i) => {
    const few = before.pooled;
    note(before, part);
    if (part.operations === 0) return [0, 0, 0, 0, 0, 0];
    return few && part.kind !== 'recurrent' ? constant(part.operations) : grown(part, i, before);
  });
}

/** @param {Growth} growth @param {Lengths} at @returns {number} operations */
export function operationsAt([one, t, s, tt, ts, ss], {input, source}) {
  return one + t * input + s * source + tt * input ** 2 + ts * input * source + ss * source ** 2;
}

/** From which part on there are points or a single position instead of a stream's. @param {Before} before @param {Part} part */
function note(before, part) {
  const {kind, connection, across} = part;
  if (kind === 'attention') before.points = connection === 'none';
  if (pools(part)) before.pooled = true;
  if (kind === 'pool' && !across) before.pooled = true;
  if (kind === 'convolution' && !before.grid && part.operations <= 2 * part.parameters) before.pooled = true; // one position is all
}

/** @param {Part} part @param {number} i @param {Before} before @returns {Growth | null} */
function grown(part, i, before) {
  if (part.kind === 'attention') return attentionOf(part, before);
  if (part.kind === 'recurrent') return recurrentOf(part, i, before);
  if (part.kind === 'convolution') return convolutionOf(part, before);
  if (before.points || before.pooled) return constant(part.operations);
  return steady(part, part.operations, before.own);
}

/** @param {number} operations @returns {Growth} */
const constant = (operations) => [operations, 0, 0, 0, 0, 0];

/** As much at every position. @param {Part} part @param {number} operations @param {Lengths} own @param {number} [once] what does not grow @returns {Growth} */
function steady({source}, operations, own, once = 0) {
  return source ? [once, 0, operations / own.source, 0, 0, 0] : [once, operations / own.input, 0, 0, 0, 0];
}

/** @param {Part} part @param {Before} before @returns {Growth | null} */
function convolutionOf(part, {own, grid}) {
  const {operations, parameters, source} = part;
  if (grid) return [0, 0, 0, 0, operations / (own.input * own.source), 0];
  return operations <= 2 * parameters * (source ? own.source : own.input) ? steady(part, operations, own) : null;
}

// Recurrence --------------------------------------------------------------------------------------------------------

/** @param {Part} part @param {number} i @param {Before} before @returns {Growth | null} */
function recurrentOf(part, i, {own, parts}) {
  const twin = twinOf(parts, i);
  const merged = twin ? Math.max(0, part.operations - twin.operations) : 0;
  const first = twin ? i - 1 : i;
  const length = part.source ? own.source : own.input;
  const table = tableOf(parts[first - 1], part);
  const all = part.operations - merged;
  if (!table) return part.across ? besideFed(part, own) : steady(part, all, own, merged);
  const [fixed, step] = [2 * table.rows * part.width * table.width, 2 * part.width ** 2];
  for (const [more, less] of part.across
    ? [
        [1, 0],
        [2, 1],
      ]
    : [[1, 0]])
    // prettier-ignore
    for (const gates of GATES) {
      const each = gates * step * more;
      const once = gates * fixed - less * gates * step;
      if (same(once + each * length, all)) return steady(part, each * length, own, once + merged);
    }
  return null;
}

/** The layer that reads the other way beside this one, if that comes before it. @param {Part[]} parts @param {number} i @returns {Part | null} */
function twinOf(parts, i) {
  const [before, part] = [parts[i - 1], parts[i]];
  const turned = before?.kind === 'recurrent' && before.source === part.source && before.backward !== part.backward;
  return turned && !twinOf(parts, i - 1) ? before : null;
}

/** Of symbols whose projections are made once each. @param {Part | undefined} before @param {Part} part */
function tableOf(before, part) {
  if (before?.kind !== 'embedding' || before.source !== part.source || before.operations > 0) return null;
  return {rows: before.parameters / before.width, width: before.width};
}

/** A decoder's layer that reads numbers, or the layer below: the first may be fed what was answered. @param {Part} part @param {Lengths} own @returns {Growth | null} */
function besideFed(part, own) {
  const {width, parameters, operations} = part;
  for (const gates of GATES) {
    const each = gates * width;
    const entering = parameters / each - width - 2;
    if (same(2 * own.input * each * (entering + width), operations)) return steady(part, operations, own);
    const step = 2 * each * width;
    const fed = 2 * own.input * each * entering + (own.input - 1) * step; // entering counts what is fed, too
    if (same(fed, operations)) return steady(part, operations + step, own, -step);
  }
  return null;
}

// Attention ---------------------------------------------------------------------------------------------------------

/** @param {Part} part @param {Before} before @returns {Growth | null} */
function attentionOf(part, {own}) {
  if (part.across) return acrossOf(part, own);
  if (part.connection === 'none' || pools(part) || part.times > 1) return pointsOf(part, own);
  const {width, heads, parameters, operations, source} = part;
  const length = source ? own.source : own.input;
  const each = (2 * width * parameters) / (width + 1);
  if (same(each * length + 4 * length ** 2 * width, operations))
    return source ? [0, 0, each, 0, 0, 4 * width] : [0, each, 0, 4 * width, 0, 0];
  const linear = each + (4 * width ** 2) / heads;
  return same(linear * length, operations) ? steady(part, operations, own) : null;
}

/** @param {Part} part @param {Lengths} own @returns {Growth | null} */
function pointsOf({width, operations}, {input}) {
  const each = 4 * width ** 2;
  const points = Math.round((operations - each * input) / (each + 4 * width * input));
  const growth = /** @type {Growth} */ ([each * points, each + 4 * width * points, 0, 0, 0, 0]);
  return points > 0 && same(operationsAt(growth, {input, source: 0}), operations) ? growth : null;
}

/** @param {Part} part @param {Lengths} own @returns {Growth | null} */
function acrossOf(part, own) {
  const all = [...headsAcross(part), ...alignments(part), ...convolved(part)];
  return all.find((growth) => same(operationsAt(growth, own), part.operations)) ?? null;
}

/** Of Transformers. @param {Part} part @returns {Growth[]} */
function headsAcross({width, heads, parameters}) {
  const [input, source] = [4 * width ** 2, (2 * width * parameters) / (width + 1) - 4 * width ** 2];
  const linear = (2 * width ** 2) / heads;
  const softmax = /** @type {Growth} */ ([0, input, source, 0, 4 * width, 0]);
  return source > 0 ? [softmax, [0, input + linear, source + linear, 0, 0, 0]] : [];
}

/** Of recurrent networks with attention: the memory is as wide as its layer, or twice where it reads both ways. @param {Part} part @returns {Growth[]} */
function alignments({width, parameters}) {
  return [width, 2 * width].flatMap((memory) => {
    const combined = width * (memory + width);
    return [0, 1].flatMap((asked) => {
      const weights = combined + asked * width ** 2;
      const has = weights + width + asked * width;
      return has === parameters ? [/** @type {Growth} */ ([0, 2 * weights, 0, 0, 2 * (width + memory), 0])] : [];
    });
  });
}

/** Of convolutions: between layers, narrower. @param {Part} part @returns {Growth[]} */
function convolved({width, parameters}) {
  const narrow = (parameters - width) / (2 * width + 1);
  return Number.isInteger(narrow) ? [[0, 4 * width * narrow, 0, 0, 4 * narrow, 0]] : [];
}
