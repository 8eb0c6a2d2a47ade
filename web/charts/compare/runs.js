// What the comparing pictures are drawn from: models of a race, each with what was measured of it.

/** @typedef {import('../grid.js').Saying} Saying @typedef {import('../grid.js').Cursor} Cursor */
/** @typedef {{name: string, count: number, at?: number[], names?: string[]}} Axis */
/** @typedef {{name: string, axes: Axis[], shape: number[], data: ArrayLike<number>}} Found one array of a measurement, row-major; NaN: nothing to know */
/** @typedef {{step: number, arrays: Found[], numbers: Record<string, number>}} Measured */
/** What one model did with the example that all of them read, its taps without padding. @typedef {{step: number, taps: import('../grid.js').Tap[], symbols: string[], source?: string[], written?: (string | null)[], asked?: (string | null)[], probability?: ArrayLike<number>}} Look */
/**
 * @typedef {object} Run
 * @property {string} name
 * @property {string} colour @property {number[]} dash
 * @property {Measured} found the latest
 * @property {Measured[]} course what was measured before, from the first on
 * @property {Record<string, Measured>} [beside] the latest of what else is asked, by measure, as far as it is there
 * @property {Look} [look] where the picture wants taps, and they are there
 * @property {boolean} [causal] that no place sees a later one, where its settings tell before it has read an example
 * @property {string[]} [vocab] what each token is written as
 * @property {number} [clipped] in which part of the steps that told their gradient it was longer than it may be, and was cut
 */
/** What a picture asks about a model: a measure of describe(), with its options. @typedef {{measure: string, options: object}} Ask */
/**
 * @typedef {object} Options
 * @property {number} width CSS pixels
 * @property {import('../grid.js').Colours} colours
 * @property {(saying: Saying) => string} say
 * @property {Cursor | null} [cursor]
 * @property {Partial<Record<'input' | 'source', import('../places.js').Places>>} [places] what the places of the sequences are
 * @property {{value: number, text: string}[]} [lines] shares of right answers to compare with: what guessing comes to
 * @property {boolean} [still] nobody can point at it: it is for a file
 * @property {Cursor | null} [picked] what was clicked, or chosen with Enter; it stays
 * @property {Record<string, number>} [choice] values of the picture's controls
 * @property {string} [marked] what a chapter wants marked on it, as mark() takes it
 * @property {number} [example] number of the held-out example that all models read
 * @property {boolean} [large] for one model alone, with more room
 * @property {boolean} [brief] what the question asks for and nothing beside
 * @property {string} [mark] the selector of what is marked
 * @property {boolean} [unlit] how it gets from one place to another is not shown yet
 */
/** What is said below a picture about what was picked; formulas in TeX. @typedef {{title: Saying, lines: Saying[], formulas?: {tex: string, says: Saying, symbols?: {tex: string, means: Saying, value?: string}[]}[]}} Detail */
/** What is ringed on a picture; x, y: CSS pixels; label: what stands beside the ring. @typedef {{column: number, row: number, x: number, y: number, label: Saying | string, words: Saying}} Mark */
/** Where in the example something stands. @typedef {{stream: 'input' | 'source', index: number}} Place */
/** One choice that a picture offers; the first is the usual one. @typedef {{name: string, title: Saying, choices: {value: number, title: Saying}[]}} Control */
/**
 * A module of pictures, as index.js describes it.
 * @typedef {object} Picture
 * @property {{id: string, measure: string, options: object, title: Saying, how: Saying[], beside?: Ask[], taps?: string[], alone?: boolean, apart?: boolean}} meta
 * @property {(runs: Run[], options: Options) => {height: number, columns: number, rows: number, controls?: Control[]}} scene
 * @property {(ctx: CanvasRenderingContext2D, runs: Run[], options: Options) => void} draw
 * @property {(runs: Run[], options: Options, x: number, y: number) => Cursor | null} locate
 * @property {(runs: Run[], options: Options, cursor: Cursor) => Saying[]} readout
 * @property {(runs: Run[], options: Options) => Words} describe
 * @property {(runs: Run[], options: Options) => Table} table
 * @property {(options: Options) => Ask[]} [asks]
 * @property {(runs: Run[], options: Options) => Detail | null} [detail]
 * @property {(runs: Run[], options: Options, selector: string) => Mark | null} [mark]
 * @property {(runs: Run[], options: Options, cursor: Cursor) => Place | null} [place]
 * @property {(runs: Run[], options: Options, place: Place) => Cursor | null} [at]
 */
/** A column of a table: `id` in files, `title` on the page. @typedef {{id: string, title: Saying}} Column */
/** @typedef {{columns: Column[], rows: (string | number)[][]}} Table */
/** also: what of it is said in brief, too, after the first @typedef {{found: Saying[], phenomenon: Saying, also?: Saying[]}} Words */

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
