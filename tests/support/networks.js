// Models as the measure anatomy describes them, made up: parts that say what they are, and the numbers that follow from them.
import {measured} from './measured_runs.js';

const KINDS = ['embedding', 'recurrent', 'convolution', 'attention', 'feed_forward', 'norm', 'pool', 'output'];
const CONNECTIONS = ['none', 'next', 'window', 'all'];
const NUMBERS = [
  'width',
  'heads',
  'window',
  'dilation',
  'times',
  'source',
  'residual',
  'backward',
  'across',
  'parameters',
];

/** @typedef {{name: string, kind: string, connection?: string} & Partial<Record<string, number | string>>} MadePart */

/**
 * @param {MadePart[]} parts @param {{path: number[], source?: number[], waits?: [number, number][]}} ways by positions back, from each of a
 *     source; waits: length and number
 */
export function anatomyOf(parts, {path, source, waits = []}) {
  const names = parts.map(({name}) => name);
  const axis = {name: 'part', count: parts.length, names};
  const which = (/** @type {string} */ name, /** @type {string[]} */ all) => [
    name,
    [axis, {name, count: all.length, names: all}],
    parts.flatMap((part) => all.map((one) => Number((part[name] ?? 'none') === one))),
  ];
  const number = (/** @type {string} */ name) => {
    const usual = ['width', 'heads', 'window', 'dilation', 'times'].includes(name) ? 1 : 0;
    return [name, [axis], parts.map((part) => Number(part[name] ?? usual))];
  };
  const back = ['path', [{name: 'back', count: path.length}], path];
  const given = source ? [['path_source', [{name: 'position', count: source.length}], source]] : [];
  const waiting = [
    'waits',
    [{name: 'length', count: waits.length, at: waits.map(([n]) => n)}],
    waits.map(([, n]) => n),
  ];
  const arrays = [
    which('kind', KINDS),
    which('connection', CONNECTIONS),
    ...NUMBERS.map(number),
    back,
    ...given,
    waiting,
  ];
  return measured(40, /** @type {any} */ (arrays), {positions: path.length});
}

/** @param {number} n @param {(i: number) => number} f */
const list = (n, f) => Array.from({length: n}, (_, i) => f(i));
const OUTPUT = {name: 'logits', kind: 'output'};

/** A recurrent network of some layers. @param {number} n positions @param {number} [layers] @param {string} [kind] */
export function chainOf(n, layers = 1, kind = 'lstm') {
  const parts = list(layers, (l) => l).map((l) => ({
    name: `${kind}.${l}`,
    kind: 'recurrent',
    connection: 'next',
    width: 8,
    parameters: 393,
  }));
  return anatomyOf([...parts, OUTPUT], {
    path: list(n, (d) => d + layers),
    waits: [
      [1, layers],
      [n, n + layers - 1],
    ],
  });
}

/** A causal Transformer. @param {number} n positions @param {number} [layers] @param {number} [residual] 0: nothing goes round a layer */
export function lookerOf(n, layers = 1, residual = 1) {
  const parts = list(layers, (l) => l).flatMap((l) => [
    {
      name: `transformer.${l}.attention`,
      kind: 'attention',
      connection: 'all',
      width: 16,
      heads: 2,
      residual,
      parameters: 1088,
    },
    {name: `transformer.${l}.feed_forward`, kind: 'feed_forward', width: 16, residual, parameters: 1072},
  ]);
  return anatomyOf([...parts, OUTPUT], {
    path: list(n, (d) => (residual === 0 ? layers : d ? 1 : 0)),
    waits: [
      [1, layers],
      [n, layers],
    ],
  });
}

/** Causal convolutions of two, each with twice the dilation of the one before, without a way round. @param {number} n positions @param {number} layers */
export function conesOf(n, layers) {
  const parts = list(layers, (l) => l).map((l) => ({
    name: `conv.${l}`,
    kind: 'convolution',
    connection: 'window',
    width: 8,
    window: 2,
    dilation: 2 ** l,
  }));
  const path = list(n, (d) => (d < 2 ** layers ? layers : NaN));
  return anatomyOf([...parts, OUTPUT], {
    path,
    waits: [
      [1, layers],
      [n, layers],
    ],
  });
}

/** An encoder whose end is all that the decoder knows of it. @param {number} s positions given @param {number} n written */
export function handedOver(s, n) {
  const cell = {kind: 'recurrent', connection: 'next', width: 16, parameters: 2400};
  const parts = [
    {name: 'seq2seq.encoder.embedding', kind: 'embedding', width: 32, source: 1},
    {...cell, name: 'seq2seq.encoder.0', source: 1},
    {...cell, name: 'seq2seq.decoder.0', across: 1},
    OUTPUT,
  ];
  const waits = /** @type {[number, number][]} */ ([
    [1, 2],
    [n, 2 * n],
  ]);
  return anatomyOf(parts, {path: list(n, (d) => d + 1), source: list(s, (i) => s - i + n), waits});
}

/** What each position counts for each answer, and how far it is, as the measure influence has them. @param {number[]} answers @param {number[][]} influence @param {number[][]} path */
export function influenceOf(answers, influence, path) {
  const axes = [
    {name: 'answer', count: answers.length, at: answers},
    {name: 'position', count: influence[0].length},
  ];
  return measured(40, [
    ['influence', axes, influence.flat()],
    ['path', axes, path.flat()],
  ]);
}
