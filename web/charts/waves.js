// Lines over time as SVG paths: what is right and what a model says, in one frame.

/** @typedef {{target: string, answer: string, low: number, high: number, width: number, height: number}} WavePaths */

/**
 * @param {(number | null)[][]} target [time][column] @param {(number | null)[][]} answer the same
 * @param {{width: number, height: number, column?: number}} frame
 * @returns {WavePaths}
 */
export function wavePaths(target, answer, {width, height, column = 0}) {
  const [right, said] = [target, answer].map((rows) => rows.map((row) => row[column] ?? NaN));
  const {low, high} = waveRange(right, said);
  const steps = Math.max(2, right.length, said.length);
  const x = (/** @type {number} */ t) => round((t * width) / (steps - 1));
  const y = (/** @type {number} */ v) =>
    round(2 + (height - 4) * (1 - (Math.max(low, Math.min(high, v)) - low) / (high - low)));
  const path = (/** @type {number[]} */ values) => {
    let pen = 'M';
    let d = '';
    values.forEach((v, t) => {
      if (!Number.isFinite(v)) pen = 'M';
      else {
        d += `${pen}${x(t)} ${y(v)}`;
        pen = 'L';
      }
    });
    return d;
  };
  return {target: path(right), answer: path(said), low, high, width, height};
}

/**
 * From where to where lines go. An answer that goes wild must not flatten what is right.
 * @param {number[]} right @param {number[]} said NaN: nothing there @returns {{low: number, high: number}}
 */
export function waveRange(right, said) {
  const [known, all] = [right, [...right, ...said]].map((values) => values.filter(Number.isFinite));
  let [low, high] = all.length ? [Math.min(...all), Math.max(...all)] : [0, 1];
  if (known.length) {
    const [least, most] = [Math.min(...known), Math.max(...known)];
    const room = 0.6 * (most - least || 1);
    [low, high] = [Math.max(low, least - room), Math.min(high, most + room)];
  }
  return high > low ? {low, high} : {low: low - 0.5, high: low + 0.5};
}

/**
 * How far the answer is off, as the root of the mean square.
 * @param {(number | null)[][]} target @param {(number | null)[][]} answer
 */
export function distance(target, answer) {
  let [sum, count] = [0, 0];
  target.forEach((row, t) =>
    row.forEach((v, c) => {
      const off = (answer[t]?.[c] ?? NaN) - (v ?? NaN);
      if (Number.isFinite(off)) [sum, count] = [sum + off * off, count + 1];
    }),
  );
  return count ? Math.sqrt(sum / count) : NaN;
}

/** @param {number} v */
function round(v) {
  return Math.round(10 * v) / 10;
}
