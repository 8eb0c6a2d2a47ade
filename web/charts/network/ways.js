// Ways through an unrolled network: the shortest from what is read to an answer, and what must wait for what. A connection is
// an arrow into a node of a level; what leads round it, or on to the answer, is none (engine/measures/paths.hpp).
import {causalOf, chainedTo, endAt, seenFrom} from './levels.js';

/** @typedef {import('./levels.js').Network} Network @typedef {import('./levels.js').Level} Level @typedef {import('./levels.js').Stream} Stream */
/** A node: the box of a level at a position (0 of one that gathers), or the sum above it. @typedef {{level: number, at: number, sum: boolean}} Node */
/** What a way has come to in a level, by position, and from where. @typedef {{cost: number[], from: (Node | null)[]}} Reached */
/** @typedef {{box: Reached, sum: Reached | null}[]} Ways by level */

/** @param {Network} net @param {Level} level */
const sizeOf = ({counts}, {rule, stream}) => (rule === 'gather' ? 1 : counts[stream]);

/** @param {number} size @param {number} cost @returns {Reached} */
const nowhere = (size, cost) => ({cost: Array(size).fill(cost), from: Array(size).fill(null)});

/** What leaves a level at a position. @param {Ways} ways @param {Network} net @param {number} level @param {number} at */
function leaving(ways, net, level, at) {
  const place = net.levels[level].rule === 'gather' ? 0 : at;
  const {box, sum} = ways[level];
  return {node: {level, at: place, sum: sum !== null}, cost: (sum ?? box).cost[place]};
}

/** @typedef {{node: Node | null, cost: number}} Step */

/** The cheaper; of two alike the first. @param {Step} a @param {Step} b */
const least = (a, b) => (b.cost < a.cost ? b : a);
/** @type {Step} */
const NO_WAY = {node: null, cost: Infinity};

/** The shortest ways from one position to everywhere. @param {Network} net @param {{stream: Stream, at: number}} start @returns {Ways} */
export function waysFrom(net, start) {
  /** @type {Ways} */
  const ways = [];
  for (const level of net.levels) {
    const box = nowhere(sizeOf(net, level), Infinity);
    ways.push({box, sum: null});
    if (level.rule === 'read') {
      if (level.stream === start.stream) box.cost[start.at] = 0;
      continue;
    }
    const enter = entering(ways, net, level);
    for (const at of inOrder(net, level)) {
      const {node, cost} = enter(at);
      [box.cost[at], box.from[at]] = [cost + 1, node];
    }
    if (level.round.length) ways[level.index].sum = summed(ways, net, level, box);
  }
  return ways;
}

/** Positions in the order in which a level comes to them. @param {Network} net @param {Level} level */
function inOrder(net, level) {
  const all = Array.from({length: sizeOf(net, level)}, (_, i) => i);
  return level.part?.backward ? all.reverse() : all;
}

/** What leads into a position best. Where all before one is seen, the best so far is kept. @param {Ways} ways @param {Network} net @param {Level} level @returns {(at: number) => Step} */
function entering(ways, net, level) {
  const {rule, below, own, begin} = level;
  const bestOf = (/** @type {number[]} */ levels, /** @type {number} */ s) =>
    levels.map((l) => leaving(ways, net, l, s)).reduce(least, /** @type {Step} */ (NO_WAY));
  const bestBelow = (/** @type {number} */ s) => bestOf(below, s);
  if (rule === 'look' && causalOf(level, net.manner)) {
    let best = NO_WAY;
    return (at) => (best = least(best, bestBelow(at)));
  }
  if (rule === 'chain')
    return (at) => {
      const before = chainedTo(net, level, at);
      const begun = begin.map(({level: l, end}) => boxOf(ways, l, endAt(net, net.levels[l], end)));
      const held = Number.isNaN(before) ? begun : [boxOf(ways, level.index, before)];
      return [...held, bestBelow(at)].reduce(least, NO_WAY);
    };
  if (rule === 'window') return (at) => seenFrom(net, level, at).map(bestBelow).reduce(least, NO_WAY);
  const best = seenFrom(net, level, 0).map(bestBelow).reduce(least, NO_WAY);
  return (at) => least(best, bestOf(own, at));
}

/** The state that a chain holds, not what leaves its level. @param {Ways} ways @param {number} level @param {number} at @returns {Step} */
const boxOf = (ways, level, at) => ({node: {level, at, sum: false}, cost: ways[level].box.cost[at]});

/** @param {Ways} ways @param {Network} net @param {Level} level @param {Reached} box @returns {Reached} */
function summed(ways, net, level, box) {
  const sum = nowhere(box.cost.length, Infinity);
  for (let at = 0; at < box.cost.length; at++) {
    const round = level.round.map((l) => leaving(ways, net, l, at)).reduce(least, /** @type {Step} */ (NO_WAY));
    const {node, cost} = least(round, boxOf(ways, level.index, at));
    [sum.cost[at], sum.from[at]] = [cost, node];
  }
  return sum;
}

/** What an answer is made of. @param {Network} net @param {number} answer @returns {{level: number, at: number}[]} */
export function answeredFrom({tops, ends, whole, counts}, answer) {
  const all = tops.map((level) => ({level, at: answer}));
  if (!whole || answer !== counts.input - 1) return all;
  // Each direction ends elsewhere.
  return ends.length ? [...all.slice(0, 1), ...ends.slice(-1).map(({level}) => ({level, at: 0}))] : all;
}

/** Connections to an answer; infinite where no way leads. @param {Network} net @param {Ways} ways @param {number} answer */
export function costTo(net, ways, answer) {
  return Math.min(...answeredFrom(net, answer).map(({level, at}) => leaving(ways, net, level, at).cost));
}

/** The nodes of the shortest way to an answer, from the first on; none where no way leads. @param {Network} net @param {Ways} ways @param {number} answer @returns {Node[]} */
export function wayTo(net, ways, answer) {
  const last = answeredFrom(net, answer)
    .map(({level, at}) => leaving(ways, net, level, at))
    .reduce(least, /** @type {Step} */ (NO_WAY));
  const nodes = [];
  for (let node = last.node; node; node = before(ways, node)) nodes.unshift(node);
  return nodes;
}

/** @param {Ways} ways @param {Node} node @returns {Node | null} */
function before(ways, {level, at, sum}) {
  const {box, sum: above} = ways[level];
  return (sum ? above : box)?.from[at] ?? null;
}

/** Whether a way enters a node by a connection. @param {Network} net @param {Node} node */
export const isConnection = ({levels}, {level, sum}) => !sum && levels[level].rule !== 'read';

/**
 * After how many connections, one after the other, each box is there: by level and position.
 * @param {Network} net @returns {number[][]}
 */
export function ticksOf(net) {
  /** @type {number[][]} */
  const boxes = [],
    /** @type {number[][]} */ outs = [];
  const out = (/** @type {number} */ l, /** @type {number} */ s) => outs[l][net.levels[l].rule === 'gather' ? 0 : s];
  for (const level of net.levels) {
    const {below, own, round, begin} = level;
    const box = Array(sizeOf(net, level)).fill(0);
    boxes.push(box);
    const most = (/** @type {number[]} */ ticks) => Math.max(0, ...ticks);
    const under = (/** @type {number} */ s) => most(below.map((l) => out(l, s)));
    const begun = begin.map(({level: l, end}) => boxes[l][endAt(net, net.levels[l], end)]);
    if (level.rule === 'chain') chainTicks(net, level, box, under, most(begun));
    else if (level.rule !== 'read') seenTicks(net, level, box, under, (at) => most(own.map((l) => out(l, at))));
    outs.push(round.length ? box.map((tick, at) => Math.max(tick, ...round.map((l) => out(l, at)))) : box);
  }
  return boxes;
}

/** A scan comes to all in as many rounds as a tree is high. @param {Network} net @param {Level} level @param {number[]} box @param {(at: number) => number} under @param {number} begun */
function chainTicks(net, level, box, under, begun) {
  const rounds = net.manner.scans ? Math.max(1, Math.ceil(Math.log2(box.length))) : 0;
  let state = begun;
  for (const at of inOrder(net, level)) {
    state = Math.max(state, under(at)) + (rounds ? 0 : 1);
    box[at] = state + rounds;
  }
}

/** @param {Network} net @param {Level} level @param {number[]} box @param {(at: number) => number} under @param {(at: number) => number} asking */
function seenTicks(net, level, box, under, asking) {
  const causal = level.rule === 'look' && causalOf(level, net.manner);
  const ofAll = level.rule !== 'window' && !causal;
  let most = ofAll ? Math.max(0, ...seenFrom(net, level, 0).map(under)) : 0;
  for (let at = 0; at < box.length; at++) {
    if (level.rule === 'window') most = Math.max(0, ...seenFrom(net, level, at).map(under));
    if (causal) most = Math.max(most, under(at));
    box[at] = Math.max(most, asking(at)) + 1;
  }
}

/** How many connections wait for one another in all. @param {number[][]} ticks */
export const waitsOf = (ticks) => Math.max(0, ...ticks.map((of) => Math.max(0, ...of)));
