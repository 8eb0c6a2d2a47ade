// Which pictures a model can be shown in: those whose taps it offers. Pure.

/** @typedef {{name: string, title: string, choices: {value: number, title: string}[]}} Control */
/** @typedef {import('../charts/grid.js').ViewOptions} Options @typedef {import('../charts/grid.js').Cursor} Cursor */
/**
 * A module of web/charts; see web/charts/index.js.
 * @typedef {object} View
 * @property {{id: string, taps: string[], title: string, summary: string}} meta
 * @property {(taps: any[], options: Options) => {height: number, columns: number, rows: number, legend: any[], controls: Control[]}} scene
 * @property {(ctx: CanvasRenderingContext2D, taps: any[], options: Options) => void} draw
 * @property {(taps: any[], options: Options, x: number, y: number) => Cursor | null} locate
 * @property {(taps: any[], options: Options, cursor: Cursor) => string} readout
 * @property {(taps: any[], options: Options) => string} describe
 */

/** A tap's name with the number of the layer left open, however it is written. @param {string} name */
function pattern(name) {
  return name.replace(/\{\w+\}/g, '{layer}');
}

/**
 * @param {View[]} views @param {string[]} offered names of taps as describe() gives them
 * @returns {View[]} in the order in which the model offers their first taps
 */
export function viewsFor(views, offered) {
  const known = offered.map(pattern);
  const place = (/** @type {View} */ {meta}) => known.indexOf(pattern(meta.taps[0]));
  return views
    .filter(({meta}) => meta.taps.every((tap) => known.includes(pattern(tap))))
    .sort((a, b) => place(a) - place(b));
}

/** @param {View} view @param {number} layer @returns {string[]} the names of its taps in one layer */
export function tapsOf({meta}, layer) {
  return meta.taps.map((tap) => tap.replace('{layer}', String(layer)));
}
