// What stands behind the end of a shorter example is no data: it is cut off before anything is drawn. Pure.

/** @typedef {import('../../runtime/types').Look} Look @typedef {import('../../runtime/types').Tap} Tap */

/** Taps that look from the answer to what is given. */
export const ACROSS = /^(seq2seq|conv_seq2seq\.\d+)\.attention$|cross_attention$|^pervasive\./;
/** Their rows are no places of what is read. */
const OF_PARTS = /\.(inducing|pooling)\.attention$/;

/**
 * How many places are data, of what the model reads and of what it is given beside that: those of the example, and as far
 * as anything is asked or written.
 * @param {Look} look @returns {{input: number, source: number}}
 */
export function lengthsOf({symbols, source, item, asked, written}) {
  const given = item?.given.symbols?.length ?? item?.given.values?.length ?? Infinity;
  const last = Math.max(...[asked, written].map((all) => (all?.findLastIndex((one) => one !== null) ?? -1) + 1));
  if (source) return {input: last || symbols.length, source: Math.min(source.length, given)};
  const input = Math.min(symbols.length, Math.max(given, last));
  return {input, source: input};
}

/** @param {Look} look @returns {Pick<Look, 'symbols' | 'source' | 'written'>} without what pads them */
export function symbolsOf(look) {
  const {input, source} = lengthsOf(look);
  const own = {symbols: look.symbols.slice(0, input), source: look.source?.slice(0, source)};
  return look.written ? {...own, written: look.written.slice(0, input)} : own;
}

/** @param {Tap} tap @param {Look} look @returns {Tap} of the places that are data */
export function tapOf(tap, look) {
  const lengths = lengthsOf(look);
  const shape = tap.shape.map((size, i) => {
    const stream = streamOf(tap.name, tap.axes[i], look.taps);
    return stream ? Math.min(size, lengths[stream]) : size;
  });
  return shape.every((size, i) => size === tap.shape[i]) ? tap : {...tap, shape, data: corner(tap, shape)};
}

/**
 * Which of the two the places of an axis are of.
 * @param {string} name @param {string} axis @param {Tap[]} beside @returns {'input' | 'source' | null}
 */
export function streamOf(name, axis, beside) {
  if (!['time', 'query', 'key'].includes(axis)) return null;
  if (axis === 'query' && OF_PARTS.test(name)) return null;
  if (axis === 'key' && looksAtParts(name, beside)) return null;
  return name.includes('encoder.') || (axis === 'key' && ACROSS.test(name)) ? 'source' : 'input';
}

/** Whether what is looked at are inducing points, which have looked at the members. @param {string} name @param {Tap[]} beside */
function looksAtParts(name, beside) {
  const points = name.replace(/\.attention$/, '.inducing.attention');
  return points !== name && beside.some((tap) => tap.name === points);
}

/** The first of each axis. @param {Tap} tap @param {number[]} kept */
function corner({shape, data}, kept) {
  const part = new Float32Array(kept.reduce((a, b) => a * b, 1));
  for (let to = 0; to < part.length; to++) {
    let [rest, from, stride] = [to, 0, 1];
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      from += (rest % kept[axis]) * stride;
      rest = Math.floor(rest / kept[axis]);
      stride *= shape[axis];
    }
    part[to] = data[from];
  }
  return part;
}

/** What is asked at each place, where that is not simply what is read next. @param {Look | undefined | null} look @returns {(string | null)[] | undefined} */
export function truthOf(look) {
  return look?.asked ?? look?.item?.target?.symbols;
}
