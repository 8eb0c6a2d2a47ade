// Which pictures a model can be shown in: those whose taps it offers. Pure.

/** @typedef {import('../../charts/grid.js').Saying} Saying */
/** @typedef {{name: string, title: Saying, choices: {value: number, title: Saying}[]}} Control */
/** @typedef {import('../../charts/grid.js').ViewOptions} Options @typedef {import('../../charts/grid.js').Cursor} Cursor */
/**
 * A module of web/charts; see web/charts/index.js.
 * @typedef {object} View
 * @property {{id: string, taps: string[], title: Saying, summary: Saying[], measures?: import('../../charts/compare/runs.js').Ask[]}} meta
 * @property {(taps: any[], options: Options) => {height: number, columns: number, rows: number, legend: any[], controls: Control[]}} scene
 * @property {(ctx: CanvasRenderingContext2D, taps: any[], options: Options) => void} draw
 * @property {(taps: any[], options: Options, x: number, y: number) => Cursor | null} locate
 * @property {(taps: any[], options: Options, cursor: Cursor) => Saying[]} readout
 * @property {(taps: any[], options: Options) => Saying[]} describe
 * @property {(taps: any[], options: Options, cursor: Cursor) => import('../../charts/compare/runs.js').Place | null} [place]
 * @property {(taps: any[], options: Options, place: import('../../charts/compare/runs.js').Place) => Cursor | null} [at]
 */

/** A tap's name with the number of the layer left open, however it is written. @param {string} name */
function pattern(name) {
  return name.replace(/\{\w+\}/g, '{layer}');
}

/**
 * @param {View[]} views @param {string[]} offered names of taps as describe() and info() give them
 * @returns {View[]} in the order in which the model offers their first taps
 */
export function viewsFor(views, offered) {
  const known = offered.map(pattern);
  const place = (/** @type {View} */ {meta}) => known.indexOf(pattern(meta.taps[0]));
  const able = views.filter(({meta}) => meta.taps.every((tap) => known.includes(pattern(tap))));
  return able.filter((view) => !able.some((other) => tellsMore(other, view))).sort((a, b) => place(a) - place(b));
}

/** Whether a view shows the same tap, and knows by others what it means. @param {View} view @param {View} other */
function tellsMore({meta: {taps}}, {meta: other}) {
  return taps[0] === other.taps[0] && taps.length > other.taps.length;
}

/**
 * @param {View} view @param {import('../../runtime/types').LookKind[]} looks what info() says there is to look at
 * @returns {number[]} the layers that have all of its taps; none where they are of no layer
 */
export function layersOf({meta}, looks) {
  const layered = meta.taps.filter((tap) => tap.includes('{layer}'));
  const [first = [], ...others] = layered.map(
    (tap) => looks.find((look) => pattern(look.tap) === pattern(tap))?.layers ?? [],
  );
  return first.filter((layer) => others.every((layers) => layers.includes(layer)));
}

/** @param {View} view @param {number} layer @returns {string[]} the names of its taps in one layer */
export function tapsOf({meta}, layer) {
  return meta.taps.map((tap) => tap.replace('{layer}', String(layer)));
}

/** What it asks to be measured of one layer; the engine counts layers from one. @param {View} view @param {number} layer @returns {import('../../charts/compare/runs.js').Ask[]} */
export function measuresOf({meta: {measures = []}}, layer) {
  return measures.map(({measure, options}) => {
    const all = Object.entries(options).map(([name, value]) => [name, value === '{layer}' ? layer + 1 : value]);
    return {measure, options: Object.fromEntries(all)};
  });
}
