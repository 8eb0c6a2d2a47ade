// What the comparing pictures are drawn from: models of a race, each with what was measured of it.

/** @typedef {import('../grid.js').Saying} Saying @typedef {import('../grid.js').Cursor} Cursor */
/** @typedef {{name: string, count: number, at?: number[], names?: string[]}} Axis */
/** @typedef {{name: string, axes: Axis[], shape: number[], data: ArrayLike<number>}} Found one array of a measurement, row-major; NaN: nothing to know */
/** @typedef {{step: number, arrays: Found[], numbers: Record<string, number>}} Measured */
/**
 * @typedef {object} Run
 * @property {string} name
 * @property {string} colour @property {number[]} dash
 * @property {Measured} found the latest
 * @property {Measured[]} course what was measured before, from the first on
 */
/**
 * @typedef {object} Options
 * @property {number} width CSS pixels
 * @property {import('../grid.js').Colours} colours
 * @property {(saying: Saying) => string} say
 * @property {Cursor | null} [cursor]
 * @property {Partial<Record<'input' | 'source', import('../places.js').Places>>} [places] what the places of the sequences are
 * @property {{value: number, text: string}[]} [lines] shares of right answers to compare with: what guessing comes to
 * @property {boolean} [still] nobody can point at it: it is for a file
 */
/** A column of a table: `id` in files, `title` on the page. @typedef {{id: string, title: Saying}} Column */
/** @typedef {{columns: Column[], rows: (string | number)[][]}} Table */
/** @typedef {{found: Saying[], phenomenon: Saying}} Words */

/** @param {Measured} measured @param {string} name @returns {Found | undefined} */
export function arrayOf({arrays}, name) {
  return arrays.find((array) => array.name === name);
}

/** What the places of an axis stand for. @param {Axis} axis @returns {number[]} */
export function placesOf({count, at}) {
  return at ?? Array.from({length: count}, (_, i) => i);
}

/** Columns that every table begins with. @type {Column[]} */
export const WHOSE = [
  {id: 'model', title: {key: 'compare.table.model'}},
  {id: 'step', title: {key: 'compare.table.step'}},
];

/** What was measured before the latest. @param {Run} run @returns {Measured[]} */
export function before({found, course}) {
  return course.filter(({step}) => step < found.step);
}
