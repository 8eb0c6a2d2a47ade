// A network as it was measured. Anatomy does not say whether later positions are seen, nor what a scan computes; ways and waits
// tell: of the four there could be, the one is drawn whose counts are those measured.
import {arrayOf, placesOf} from '../compare/runs.js';
import {networkOf} from './levels.js';
import {costTo, ticksOf, waitsOf, waysFrom} from './ways.js';

/** @typedef {import('../compare/runs.js').Measured} Measured @typedef {import('./levels.js').Network} Network @typedef {import('./levels.js').Stream} Stream */
/** @typedef {import('../compare/runs.js').Run} Run @typedef {import('../compare/runs.js').Look} Look @typedef {import('./levels.js').Manner} Manner */
/** @typedef {{answers: number[], counts: Record<Stream, number>}} Example where answers stand, how long it is */
/** @typedef {{run: Pick<Run, 'found' | 'beside' | 'look'>, example: Example}} Counted */

/** How long the example is that is looked at. @param {Measured} anatomy @param {Measured} [influence] @param {Look} [look] @returns {Example} */
export function exampleOf(anatomy, influence, look) {
  if (look && isText(look)) {
    const counts = {input: look.symbols.length, source: look.source?.length ?? 0};
    return {answers: Array.from({length: counts.input}, (_, i) => i), counts};
  }
  const found = influence && arrayOf(influence, 'influence');
  const whole = {
    input: arrayOf(anatomy, 'path')?.data.length ?? anatomy.numbers.positions ?? 0,
    source: arrayOf(anatomy, 'path_source')?.data.length ?? 0,
  };
  if (!found) return {answers: [whole.input - 1], counts: whole};
  const source = (influence && arrayOf(influence, 'influence_source')?.axes[1].count) ?? 0;
  return {answers: placesOf(found.axes[0]), counts: {input: found.axes[1].count, source}};
}

/** Whether it is a text of the reader's, which is no held-out example: each symbol is asked for, and none is told. @param {Look} look */
export const isText = ({symbols, asked, probability}) => symbols.length > 0 && !asked && (probability?.length ?? 0) > 0;

/**
 * Connections from a position to an answer as the engine counts them; NaN: no way. Of a text they are told by the distance alone.
 * @param {Counted} counted @param {{stream: Stream, at: number}} from @param {number} answer its number among the answers
 */
export function measuredWay({run: {found: anatomy, beside, look}, example}, {stream, at}, answer) {
  const text = look && isText(look);
  const influence = text ? undefined : beside?.influence;
  const name = stream === 'source' ? 'path_source' : 'path';
  const found = influence && arrayOf(influence, name);
  if (found) return found.data[answer * found.axes[1].count + at] ?? NaN;
  const path = arrayOf(anatomy, name);
  const back = (text ? example.answers[answer] : (path?.data.length ?? 0) - 1) - at;
  return path?.data[stream === 'source' ? at : back] ?? NaN;
}

/** @type {WeakMap<Measured, WeakMap<object, Manner>>} */
const known = new WeakMap();
const NOTHING = {};

/** How a model works is kept while its measurement is, since a picture is drawn often. @param {Run} run @param {Example} example @returns {Network} */
export function fitted({found, beside, causal}, example) {
  const kept = known.get(found) ?? new WeakMap();
  known.set(found, kept);
  const key = beside?.influence ?? NOTHING;
  const manner = kept.get(key) ?? mannerOf(found, beside?.influence, causal);
  kept.set(key, manner);
  return networkOf(found, example.counts, manner);
}

/** @param {Measured} anatomy @param {Measured} [influence] @param {boolean} [known] @returns {Manner} */
function mannerOf(anatomy, influence, known) {
  const example = exampleOf(anatomy, influence);
  const at = (/** @type {boolean} */ causal, /** @type {boolean} */ scans) =>
    networkOf(anatomy, example.counts, {causal, scans});
  const {whole, parts} = at(true, false);
  const last = parts.some(({kind, connection}) => kind === 'pool' && connection === 'none');
  const first = !whole || last; // where nothing tells, an answer for all sees all
  const tried = known === undefined ? [first, !first] : [known]; // the last answer alone does not tell
  const causal = tried.find((seen) => waysFit(at(seen, false), anatomy, influence, example)) ?? tried[0];
  const scans = [false, true].find((one) => waitsFit(at(causal, one), anatomy)) ?? false;
  return {causal, scans};
}

/** Some positions tell: ways from the others are like these. @param {Network} net @param {Measured} anatomy @param {Measured | undefined} influence @param {Example} example */
function waysFit(net, anatomy, influence, {answers, counts}) {
  const some = (/** @type {number} */ n) => [...new Set([0, 1, n >> 1, n - 2, n - 1])].filter((i) => i >= 0 && i < n);
  return some(counts.input).every((at) => {
    const from = {stream: /** @type {const} */ ('input'), at};
    const ways = waysFrom(net, from);
    const counted = {run: {found: anatomy, ...(influence && {beside: {influence}})}, example: {answers, counts}};
    return answers.every((answer, i) => alike(costTo(net, ways, answer), measuredWay(counted, from, i)));
  });
}

/** @param {number} cost infinite: no way @param {number} measured NaN: no way */
export const alike = (cost, measured) => (Number.isFinite(cost) ? cost === measured : Number.isNaN(measured));

/** @param {Network} net @param {Measured} anatomy */
function waitsFit(net, anatomy) {
  const waits = arrayOf(anatomy, 'waits');
  if (!waits) return true;
  return placesOf(waits.axes[0]).every((n, i) => {
    const counts = {input: n, source: net.counts.source > 0 ? n : 0};
    return waitsOf(ticksOf({...net, counts})) === waits.data[i];
  });
}
