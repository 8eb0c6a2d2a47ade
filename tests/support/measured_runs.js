// Models with made-up measurements, as the comparing pictures take them.
import {told} from '../../web/words/words.js';
import {COLOURS} from './fake_canvas.js';

/** @typedef {import('../../web/charts/compare/runs.js').Run} Run @typedef {import('../../web/charts/compare/runs.js').Measured} Measured */
/** @typedef {[name: string, axes: {name: string, count: number, at?: number[], names?: string[]}[], data: ArrayLike<number>]} Made */

const PLACES = {kind: 'numbers', named: false};

/** @type {import('../../web/charts/compare/runs.js').Options} */
export const PICTURE_OPTIONS = {
  width: 640,
  colours: COLOURS,
  say: told,
  cursor: null,
  places: {input: PLACES, source: {kind: 'letters', named: false}},
};

/** @param {number} step @param {Made[]} arrays @param {Record<string, number>} [numbers] @returns {Measured} */
export function measured(step, arrays, numbers = {}) {
  const made = arrays.map(([name, axes, data]) => ({name, axes, shape: axes.map(({count}) => count), data}));
  return {step, arrays: made, numbers};
}

/** @param {string} name @param {Measured[]} all from the first to the latest @returns {Run} */
export function runOf(name, all) {
  return {name, colour: `colour of ${name}`, dash: [], found: all[all.length - 1], course: all.slice(0, -1)};
}

/** What a gated network did with an example: by place, how far the gate that keeps is open in each unit. @param {'lstm' | 'gru'} kind @param {number[][]} open */
export function gated(kind, open) {
  const [gates, units] = [kind === 'lstm' ? 4 : 3, open[0].length];
  const others = Array(units).fill(0.5);
  const rows = open.flatMap((keep) => [others, keep, ...Array(gates - 2).fill(others)]);
  const shape = [open.length, 1, gates, units];
  const tap = {
    name: `${kind}.0.gates`,
    axes: ['time', 'batch', 'gate', 'unit'],
    shape,
    data: Float32Array.from(rows.flat()),
  };
  return {step: 9, taps: [tap], symbols: open.map((_, place) => 'abc'[place % 3])};
}

/** Reach by positions before the answer, and of a source. @param {number} step @param {number[]} back @param {number[]} [source] */
export function reached(step, back, source) {
  const of = (/** @type {string} */ name, /** @type {string} */ axis, /** @type {number[]} */ data) =>
    /** @type {Made} */ ([name, [{name: axis, count: data.length}], data]);
  return measured(step, [of('reach', 'back', back), ...(source ? [of('reach_source', 'position', source)] : [])]);
}

/** Right answers by length, and by place: rows of lengths. @param {number[]} at @param {number[]} exact @param {number[][]} accuracy @param {number} trained_to @param {number} [ends] 1: the last answer is the end */
export function byLength(at, exact, accuracy, trained_to, ends = 0) {
  const lengths = {name: 'length', count: at.length, at};
  return measured(
    30,
    [
      ['exact', [lengths], exact],
      ['accuracy', [lengths, {name: 'place', count: accuracy[0].length}], accuracy.flat()],
    ],
    {trained_to, ends},
  );
}

/** Answers by gap; each score has its values. @param {number[]} at @param {Record<string, number[]>} scores */
export function byGap(at, scores) {
  const gaps = {name: 'gap', count: at.length, at};
  return measured(
    50,
    Object.entries(scores).map(([name, data]) => /** @type {Made} */ ([name, [gaps], data])),
  );
}

/**
 * What is answered where which symbol is asked: rows of what was asked. The last is that of others where there are some.
 * @param {number} step @param {string[]} names @param {number[][]} counts @param {{at?: number[], right?: number[], others?: number}} [of]
 */
export function confused(step, names, counts, {at = names.map((_, i) => i), right = [], others = 0} = {}) {
  const axis = (/** @type {string} */ name) => ({name, count: names.length, at, names});
  const all = counts.flat().reduce((sum, count) => sum + count, 0);
  const hits = counts.reduce((sum, row, i) => sum + (at[i] >= 0 ? row[i] : 0), 0);
  const arrays = /** @type {Made[]} */ ([
    ['count', [axis('asked'), axis('answered')], counts.flat()],
    ['right', [{name: 'example', count: right.length}], right],
  ]);
  return measured(step, arrays, {examples: right.length, answers: all, accuracy: all ? hits / all : NaN, others});
}

/** Scores of heads by layer: {"transformer.0.attention": {previous: [..]}}. @param {Record<string, Record<string, number[]>>} layers */
export function scored(layers) {
  const arrays = Object.entries(layers).flatMap(([layer, scores]) =>
    Object.entries(scores).map(([score, data]) => {
      return /** @type {Made} */ ([`${layer}.${score}`, [{name: 'head', count: data.length}], data]);
    }),
  );
  return measured(70, arrays);
}

/**
 * What parts are worth: {"transformer.0": {head: [rises]}}; of gates {"lstm.0": {gate: [[closed, open], ..]}}.
 * @param {Record<string, Partial<Record<'head' | 'unit' | 'layer' | 'gate', (number | number[])[]>>>} places
 * @param {{loss: number, accuracy?: number} & Record<string, number>} numbers falls are half of the rises where there is an accuracy
 */
export function partsWorth(places, numbers) {
  /** @type {import('../../web/charts/compare/runs.js').Found[]} */
  const arrays = [];
  for (const [place, kinds] of Object.entries(places))
    for (const [kind, values] of Object.entries(kinds)) {
      const ways = kind === 'gate' ? 2 : 1;
      const axes = [
        {name: kind, count: values.length, ...(ways > 1 ? {names: ['i', 'f', 'g', 'o'].slice(0, values.length)} : {})},
        ...(ways > 1 ? [{name: 'held', count: 2, names: ['closed', 'open']}] : []),
      ];
      const shape = axes.map(({count}) => count);
      const rises = /** @type {number[]} */ (values.flat());
      arrays.push({name: `${place}.rise`, axes, shape, data: rises});
      if (numbers.accuracy !== undefined)
        arrays.push({name: `${place}.fall`, axes, shape, data: rises.map((rise) => rise / 2)});
    }
  return {step: 20, arrays, numbers: {examples: 32, ...numbers}};
}

/**
 * What layers would answer, from distributions over symbols: of each layer, at each answer.
 * @param {number} step @param {{layers: Record<string, number[][]>, right: number[], names: string[], accuracy?: number[], guesses?: number, at?: number[]}} of
 * @returns {Measured}
 */
export function lensed(step, {layers, right, names, accuracy, guesses = 3, at}) {
  const layer = {name: 'layer', count: Object.keys(layers).length, names: Object.keys(layers)};
  const answer = {name: 'answer', count: right.length, at: at ?? right.map((_, i) => i)};
  const rank = {name: 'guess', count: guesses};
  const all = Object.values(layers).flat();
  const best = all.map((row) =>
    row
      .map((p, symbol) => ({p, symbol}))
      .sort((a, b) => b.p - a.p)
      .slice(0, guesses),
  );
  const found = measured(
    step,
    [
      ['guess', [layer, answer, rank], best.flat().map(({symbol}) => symbol)],
      ['probability', [layer, answer, rank], best.flat().map(({p}) => p)],
      ['right', [layer, answer], all.map((row, i) => row[right[i % right.length]])],
      ['accuracy', [layer], accuracy ?? Object.keys(layers).map(() => 0.5)],
      ['guessed', [layer, {name: 'symbol', count: names.length}], []],
    ],
    {example: 0, examples: 16},
  );
  found.arrays[4].axes[1].names = names;
  return found;
}

/**
 * Points in a plane; of states with the example and the position of each, what was read there (by its number in a vocabulary), and what the
 * task knows: {parity: {kind, values}}, kind 0 a number, 1 yes or no, 2 a symbol.
 * @param {[number, number][]} points
 * @param {{names?: string[], example?: number[], time?: number[], explained?: [number, number], symbol?: number[], vocab?: string[], hidden?: Record<string, {kind: number, values: number[]}>, step?: number}} [of]
 * @returns {Measured}
 */
export function strewn(
  points,
  {names, example, time, explained = [0.5, 0.25], symbol, vocab = [], hidden = {}, step = 40} = {},
) {
  const point = {name: 'point', count: points.length, ...(names ? {names} : {})};
  const [explained_0, explained_1] = explained;
  const variables = {name: 'variable', count: Object.keys(hidden).length, names: Object.keys(hidden)};
  const all = Object.values(hidden);
  return measured(
    step,
    [
      ['points', [point, {name: 'component', count: 2}], points.flat()],
      ...(time
        ? [
            /** @type {Made} */ (['example', [point], example ?? time.map(() => 0)]),
            /** @type {Made} */ (['time', [point], time]),
          ]
        : []),
      ...(symbol ? [/** @type {Made} */ (['symbol', [point], symbol])] : []),
      ...(symbol
        ? [/** @type {Made} */ (['read', [{name: 'symbol', count: vocab.length, names: vocab}], vocab.map(() => 1)])]
        : []),
      ...(all.length ? [/** @type {Made} */ (['hidden_kind', [variables], all.map(({kind}) => kind)])] : []),
      ...(all.length ? [/** @type {Made} */ (['hidden', [variables, point], all.flatMap(({values}) => values)])] : []),
    ],
    {explained_0, explained_1},
  );
}

/**
 * What a probe found of variables by name; `units` are the R2 of each unit alone. Of a number there is no auc.
 * @param {number} step
 * @param {Record<string, {together: number, control: number, units: number[], best?: number, auc?: number, unit_auc?: number[], direction?: number[]}>} variables
 */
export function probed(step, variables) {
  const all = Object.values(variables);
  const count = all[0]?.units.length ?? 0;
  const names = {name: 'variable', count: all.length, names: Object.keys(variables)};
  const units = {name: 'unit', count};
  const bestOf = (/** @type {number[]} */ scores) =>
    scores.some(Number.isFinite) ? scores.indexOf(Math.max(...scores.filter(Number.isFinite))) : NaN;
  return measured(step, [
    ['r2', [names], all.map(({together}) => together)],
    ['auc', [names], all.map(({auc = NaN}) => auc)],
    ['control_r2', [names], all.map(({control}) => control)],
    ['unit_r2', [names, units], all.flatMap((one) => one.units)],
    ['unit_auc', [names, units], all.flatMap(({unit_auc, units: of}) => unit_auc ?? of.map(() => NaN))],
    ['best_unit', [names], all.map(({best, units: of}) => best ?? bestOf(of))],
    [
      'direction',
      [{name: 'line', count: all.length, names: Object.keys(variables)}, units],
      all.flatMap(({direction, units: of}) => direction ?? of.map(() => 0)),
    ],
  ]);
}

/**
 * What a spectrum and a saturation say of layers: the long-run factor, by how much directions are stretched, how often units are at their ends.
 * @param {number} step @param {Record<string, {radius: number, stretches: number[], saturated?: number}>} layers @returns {Record<string, Measured>}
 */
export function stepping(step, layers) {
  const all = Object.entries(layers);
  const numbers = Object.fromEntries(all.map(([place, {radius}]) => [`${place}.jacobian_radius`, radius]));
  const jacobians = all.map(([place, {stretches}]) => {
    return /** @type {Made} */ ([`${place}.jacobian`, [{name: 'index', count: stretches.length}], stretches]);
  });
  const ends = all.flatMap(([place, {saturated}]) =>
    saturated === undefined
      ? []
      : [/** @type {Made} */ ([`${place}.hidden.high`, [{name: 'gate', count: 1}], [saturated]])],
  );
  return {spectrum: measured(step, jacobians, numbers), saturation: measured(step, ends)};
}

/**
 * What each answer depends on: rows of answers, at positions. path: NaN where nothing leads; the same as rows, or every place to every one.
 * @param {number[]} at @param {number[][]} rows @param {number[][]} [path] @param {number[][]} [source] rows of positions of a source
 */
export function influenced(at, rows, path = rows.map((row) => row.map(() => 1)), source) {
  const answers = {name: 'answer', count: at.length, at};
  const of = (/** @type {string} */ name, /** @type {number[][]} */ all) =>
    /** @type {Made} */ ([name, [answers, {name: 'position', count: all[0]?.length ?? 0}], all.flat()]);
  const given = source
    ? [
        of('influence_source', source),
        of(
          'path_source',
          source.map((row) => row.map(() => 2)),
        ),
      ]
    : [];
  return measured(60, [of('influence', rows), of('path', path), ...given]);
}

/** Texts on the canvas, in the order in which they were drawn. @param {{texts: {text: string}[]}} ctx */
export const textsOn = ({texts}) => texts.map(({text}) => text);

/**
 * Of what a model is made: one object a part, as tests/golden/anatomies/made.json has them in columns.
 * @param {any} made @param {{step?: number, ms?: number[]}} [more] milliseconds by part, where they were measured
 */
export function anatomyOf(made, {step = 0, ms} = {}) {
  const axis = {name: 'part', count: made.parts.length, names: made.parts};
  const named = (/** @type {string} */ name, /** @type {string[]} */ names) =>
    /** @type {Made} */ ([
      name,
      [axis, {name, count: names.length, names}],
      made[name].flatMap((/** @type {string} */ is) => names.map((one) => Number(one === is))),
    ]);
  const values = ['width', 'heads', 'times', 'source', 'residual', 'backward', 'across', 'parameters', 'flops'];
  const arrays = values.map((name) => /** @type {Made} */ ([name, [axis], made[name]]));
  const waits = /** @type {Made} */ ([
    'waits',
    [{name: 'length', count: made.waits.at.length, at: made.waits.at}],
    made.waits.data,
  ]);
  if (made.given) arrays.push(['path_source', [{name: 'position', count: made.given}], new Float32Array(made.given)]);
  if (ms) arrays.push(['milliseconds', [axis], ms]);
  const numbers = {positions: made.positions, flops: made.operations, parallelism: made.parallelism ?? NaN};
  return measured(step, [named('kind', KINDS), named('connection', CONNECTIONS), waits, ...arrays], numbers);
}

const KINDS = ['embedding', 'recurrent', 'convolution', 'attention', 'feed_forward', 'norm', 'pool', 'output'];
const CONNECTIONS = ['none', 'next', 'window', 'all'];
