// Points in the plane and the Gaussians that are to explain them, placed in a square frame.

import {strung} from './grid.js';

/** @typedef {{weight: number, mean: number[], deviation: number[]}} Gaussian */
/** @typedef {{cx: number, cy: number, rx: number, ry: number, weight: number}} Ellipse */

/**
 * @param {number[][]} points @param {Gaussian[]} mixture @param {number} size of the frame
 * @returns {{dots: {cx: number, cy: number}[], ellipses: Ellipse[]}} ellipses: at two deviations
 */
export function cloudScene(points, mixture, size) {
  const reach = 1.15 * Math.max(1e-6, ...points.flatMap(([x, y]) => [Math.abs(x), Math.abs(y)]));
  const place = (/** @type {number} */ v) => (size / 2) * (1 + v / reach);
  const scale = size / 2 / reach;
  return {
    dots: points.map(([x, y]) => ({cx: place(x), cy: size - place(y)})),
    ellipses: mixture.map(({weight, mean: [x, y], deviation: [dx, dy]}) => ({
      cx: place(x),
      cy: size - place(y),
      rx: 2 * dx * scale,
      ry: 2 * dy * scale,
      weight,
    })),
  };
}

/** The mixture in words, the heaviest part first. @param {Gaussian[]} mixture @returns {import('./grid.js').Saying} */
export function describeMixture(mixture) {
  const parts = [...mixture]
    .sort((a, b) => b.weight - a.weight)
    .map(({weight, mean: [x, y]}) => ({
      key: 'inside.clouds.one',
      values: {percent: Math.round(100 * weight), x: x.toFixed(1), y: y.toFixed(1)},
    }));
  return {key: 'inside.clouds', values: {count: mixture.length, parts: strung(parts, 'list.semicolon')}};
}
