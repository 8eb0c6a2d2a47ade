// Models with made-up measurements, as the comparing pictures take them.
import {told} from '../../web/words/words.js';
import {COLOURS} from './fake_canvas.js';

/** @typedef {import('../../web/charts/compare/runs.js').Run} Run @typedef {import('../../web/charts/compare/runs.js').Measured} Measured */
/** @typedef {[name: string, axes: {name: string, count: number, at?: number[]}[], data: ArrayLike<number>]} Made */

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

/** Reach by positions before the answer, and of a source. @param {number} step @param {number[]} back @param {number[]} [source] */
export function reached(step, back, source) {
  const of = (/** @type {string} */ name, /** @type {string} */ axis, /** @type {number[]} */ data) =>
    /** @type {Made} */ ([name, [{name: axis, count: data.length}], data]);
  return measured(step, [of('reach', 'back', back), ...(source ? [of('reach_source', 'position', source)] : [])]);
}

/** Right answers by length, and by place: rows of lengths. @param {number[]} at @param {number[]} exact @param {number[][]} accuracy @param {number} trained_to */
export function byLength(at, exact, accuracy, trained_to) {
  const lengths = {name: 'length', count: at.length, at};
  return measured(
    30,
    [
      ['exact', [lengths], exact],
      ['accuracy', [lengths, {name: 'place', count: accuracy[0].length}], accuracy.flat()],
    ],
    {trained_to},
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
