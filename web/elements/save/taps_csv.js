// What a picture inside is drawn from, as a table: a row for each number, a column for each axis. Pure.
import {ACROSS, streamOf} from '../inside/padding.js';

/** @typedef {import('../../runtime/types').Tap} Tap @typedef {import('./csv.js').Cell} Cell @typedef {import('../../charts/grid.js').ViewOptions} ViewOptions */
/** @typedef {{model: string, step: number}} Whose */
/** What the places of an axis are called. @typedef {{size: number, of: string, names?: (string | null | undefined)[]}} Axis */

/** What gates are called, in the order of a tap that has so many: PyTorch's of an LSTM and of a GRU. @type {Record<number, string[]>} */
const GATES = {4: ['i', 'f', 'g', 'o'], 3: ['r', 'z', 'n']};

/** @param {Tap[]} taps as drawn, of a batch of one @param {ViewOptions} options @param {Whose} whose @returns {{head: string[], rows: Iterable<Cell[]>}} */
export function tapsTable(taps, options, whose) {
  const axesOf = taps.map((tap) => axes(tap, taps, options));
  const names = [...new Set(axesOf.flatMap((axis) => axis.flatMap(columns)))];
  return {head: ['model', 'step', 'tap', ...names, valueName(taps[0])], rows: rowsOf(taps, axesOf, names, whose)};
}

/** @param {Tap[]} taps @param {Axis[][]} axesOf @param {string[]} names @param {Whose} whose @returns {Iterable<Cell[]>} */
function* rowsOf(taps, axesOf, names, {model, step}) {
  for (const [k, tap] of taps.entries()) {
    const at = new Array(tap.shape.length).fill(0);
    for (const value of tap.data) {
      const places = Object.fromEntries(axesOf[k].flatMap((axis, i) => cells(axis, at[i])));
      yield [model, step, tap.name, ...names.map((name) => places[name]), value];
      for (let i = at.length - 1; i >= 0 && ++at[i] === tap.shape[i]; i--) at[i] = 0;
    }
  }
}

/** @param {Tap} tap @param {Tap[]} taps @param {ViewOptions} options @returns {Axis[]} */
function axes(tap, taps, options) {
  return tap.axes.map((axis, i) => {
    const size = tap.shape[i];
    if (axis === 'batch') return {size, of: ''};
    if (axis === 'gate' && GATES[size]) return {size, of: 'gate', names: GATES[size]};
    if (axis === 'token') return {size, of: 'token_from_1', names: options.vocab};
    const stream = streamOf(tap.name, axis, taps);
    if (!stream) return {size, of: `${axis}_from_1`};
    const {kind = 'places', named = true} = options.places?.[stream] ?? {};
    return {size, of: `${axis}_in_${kind}_from_1`, names: named ? symbols(tap, axis, stream, options) : undefined};
  });
}

/** Rows of an alignment are named by what is written from there. @param {Tap} tap @param {string} axis @param {'input' | 'source'} stream @param {ViewOptions} options */
function symbols(tap, axis, stream, options) {
  if (axis === 'query' && ACROSS.test(tap.name)) return options.written ?? options.symbols;
  return stream === 'source' ? (options.source ?? options.symbols) : options.symbols;
}

/** The symbols of an axis stand beside its numbers; gates have names instead. @param {Axis} axis @returns {string[]} */
function columns({of, names}) {
  if (!of) return [];
  return of === 'gate' || !names ? [of] : [of, symbolColumn(of)];
}

/** @param {string} of */
const symbolColumn = (of) => `${of.split('_')[0]}_symbol`;

/** @param {Axis} axis @param {number} at @returns {[string, Cell][]} */
function cells({of, names}, at) {
  if (of === 'gate') return [[of, names?.[at]]];
  return [[of, at + 1], ...(names ? [/** @type {[string, Cell]} */ ([symbolColumn(of), names[at]])] : [])];
}

/** What the numbers are. @param {Tap} tap */
function valueName({axes}) {
  if (axes.includes('token')) return 'probability';
  return axes.includes('key') ? 'attention_share' : 'activation';
}
