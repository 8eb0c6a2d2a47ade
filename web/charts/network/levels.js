// A network unrolled: what a model's parts make of a sequence, level upon level. A level has a node for each position, or one
// for all; what a node is made of follows from its part, as in engine/measures/paths.cpp, whose counts it must come to.
import {connects, isBeside, partsOf, pools} from './parts.js';

/** @typedef {import('./parts.js').Part} Part @typedef {import('../compare/runs.js').Measured} Measured */
/** @typedef {'input' | 'source'} Stream */
/** @typedef {'read' | 'chain' | 'window' | 'look' | 'across' | 'gather'} Rule how a node comes to what it is made of; gather: one node for all */
/**
 * @typedef {object} Level
 * @property {number} index @property {Stream} stream @property {Rule} rule @property {number} row counted upward from what is read, 0
 * @property {Part | null} part none of what is read @property {number} pass which of the times that its part is passed
 * @property {number[]} below levels that it is made of @property {number[]} own the same, of its own position alone: what asks
 * @property {number[]} round levels that also lead round it, into a sum
 * @property {{level: number, end: 'first' | 'last'}[]} begin what a chain begins with
 * @property {Part[]} folded parts that follow it, of the same position alone
 */
/** @typedef {{causal: boolean, scans: boolean}} Manner what anatomy does not say: no later position is seen; chains are computed by a scan */
/**
 * @typedef {object} Network
 * @property {Level[]} levels each after those that it is made of @property {Part[]} parts
 * @property {number[]} tops what an answer is made of @property {{level: number, at: 'first'}[]} ends and, where one answer stands for all, what ended at the first
 * @property {boolean} whole one answer for all @property {Record<Stream, number>} counts positions
 * @property {Manner} manner
 */

/** @param {Part} part @param {number} pass @param {number} positions @param {boolean} whole @returns {Rule} */
function ruleOf(part, pass, positions, whole) {
  const {kind, connection, across, window, times} = part;
  if (connection === 'next') return 'chain';
  if (connection === 'window') return whole && window >= 2 * positions - 1 ? 'gather' : 'window';
  if (across) return 'across';
  if (kind === 'pool' || pools(part) || pass < times - 1) return 'gather'; // learned points are looked through
  return 'look';
}

/** Stacks levels, and knows what stands on top of either stream. */
class Stack {
  /** @type {Level[]} */
  levels = [];
  /** @type {Record<Stream, number[]>} */
  now = {input: [], source: []};
  /** @type {Record<Stream, number[]>} */
  before = {input: [], source: []};
  /** @type {Record<Stream, number>} */
  height = {input: 0, source: 0};
  /** Where chains of the source end, layer by layer. @type {{level: number, end: 'first' | 'last'}[][]} */
  chains = [];
  /** @type {{level: number, at: 'first'}[]} */
  ends = [];

  /** @param {Stream} stream */
  read(stream) {
    this.now[stream] = [this.#add(stream, 'read', null, 0, []).index];
  }

  /** @param {Part} part @param {number} positions @param {boolean} whole */
  pass(part, positions, whole) {
    const stream = part.source ? 'source' : 'input';
    const beside = isBeside(part);
    if (!beside) this.before[stream] = this.now[stream];
    const before = this.before[stream];
    let made = before;
    for (let pass = 0; pass < part.times; pass++) {
      const rule = ruleOf(part, pass, positions, whole);
      const across = rule === 'across';
      const level = this.#add(stream, rule, part, pass, across ? this.now.source : made);
      if (across) level.own = made;
      made = [level.index];
    }
    const level = this.levels[made[0]];
    if (part.residual) level.round = before;
    if (level.rule === 'chain') this.#chain(level, part, beside);
    this.now[stream] = beside ? [...this.now[stream], ...made] : made;
  }

  /** A part of single positions belongs to the level that it follows. @param {Part} part */
  fold(part) {
    const stream = part.source ? 'source' : 'input';
    for (const at of this.now[stream]) this.levels[at].folded.push(part);
    if (part.kind === 'pool' && part.backward) this.ends = this.now[stream].map((level) => ({level, at: 'first'}));
  }

  /** @param {Level} level @param {Part} part @param {boolean} beside */
  #chain(level, part, beside) {
    /** @type {'first' | 'last'} */
    const end = part.backward ? 'first' : 'last';
    if (part.across) level.begin = this.chains.shift() ?? [];
    if (!part.source) return;
    const ended = {level: level.index, end};
    if (beside) this.chains[this.chains.length - 1]?.push(ended);
    else this.chains.push([ended]);
  }

  /** @param {Stream} stream @param {Rule} rule @param {Part | null} part @param {number} pass @param {number[]} below @returns {Level} */
  #add(stream, rule, part, pass, below) {
    const row = rule === 'read' ? 0 : ++this.height[stream];
    const index = this.levels.length;
    const level = {index, stream, rule, row, part, pass, below, own: [], round: [], begin: [], folded: []};
    this.levels.push(level);
    return level;
  }
}

/**
 * @param {Measured} found of anatomy @param {Record<Stream, number>} counts @param {Manner} manner @returns {Network}
 */
export function networkOf(found, counts, manner) {
  const parts = partsOf(found);
  const positions = found.numbers.positions ?? counts.input;
  const whole = answersAtOnce(parts, positions);
  const stack = new Stack();
  if (parts.some(({source}) => source)) stack.read('source');
  stack.read('input');
  for (const part of parts) {
    if (connects(part)) stack.pass(part, positions, whole);
    else stack.fold(part);
  }
  return {levels: stack.levels, parts, tops: stack.now.input, ends: stack.ends, whole, counts, manner};
}

/** Whether one answer stands for all that was read. @param {Part[]} parts @param {number} positions */
function answersAtOnce(parts, positions) {
  if (parts.some(({kind, across}) => kind === 'pool' && !across)) return true;
  const last = parts.findLast(connects);
  if (!last || last.across) return false;
  if (last.kind === 'attention') return pools(last);
  return last.kind === 'convolution' && last.window >= 2 * positions - 1;
}

/** How far a window sees to either side. @param {Part} part @param {boolean} causal */
export function sightOf({window, dilation}, causal) {
  const reach = (window - 1) * dilation;
  const left = causal ? reach : Math.floor(reach / 2);
  return {left, right: reach - left};
}

/** The positions that a node sees, of those below it: of a window those that there are. @param {Network} net @param {Level} level @param {number} at @returns {number[]} */
export function seenFrom({counts, manner}, level, at) {
  const {part, rule, stream} = level;
  const all = (/** @type {number} */ n) => Array.from({length: n}, (_, i) => i);
  if (rule === 'read' || !part) return [];
  if (rule === 'chain') return [at];
  if (rule === 'across') return all(counts.source);
  if (rule === 'gather') return all(counts[stream]);
  if (rule === 'look') return all(causalOf(level, manner) ? at + 1 : counts[stream]);
  const {left} = sightOf(part, causalOf(level, manner));
  return all(part.window)
    .map((k) => at + k * part.dilation - left)
    .filter((s) => s >= 0 && s < counts[stream]);
}

/** What is given is read as a whole. @param {Level} level @param {Manner} manner */
export const causalOf = ({stream}, {causal}) => stream === 'input' && causal;

/** What a layer begins with at its first position. @param {Network} net @param {Level} level */
export const firstOf = ({counts}, {part, stream}) => (part?.backward ? counts[stream] - 1 : 0);

/** The place of an end. @param {Network} net @param {Level} level @param {'first' | 'last'} end */
export const endAt = ({counts}, {stream}, end) => (end === 'first' ? 0 : counts[stream] - 1);

/** From which position a chain comes to one; NaN: from none. @param {Network} net @param {Level} level @param {number} at */
export function chainedTo(net, level, at) {
  if (level.rule !== 'chain' || at === firstOf(net, level)) return NaN;
  return level.part?.backward ? at + 1 : at - 1;
}
