// Tables that are saved: as spreadsheets and programs read them, and with the numbers that were measured.
import assert from 'node:assert/strict';
import test from 'node:test';
import {csv, written} from '../../web/elements/save/csv.js';
import {curveHead, curveRows} from '../../web/elements/save/curves_csv.js';
import {tapsTable} from '../../web/elements/save/taps_csv.js';
import {answersHead, answersRows} from '../../web/elements/save/answers_csv.js';
import {Record as RunRecord} from '../../web/runtime/record.js';
import {readCsv} from '../support/csv_reader.js';
import {VIEW_OPTIONS} from '../support/fake_canvas.js';

test('a name that could be a formula becomes a text, a number stays a number', () => {
  for (const name of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '－1'])
    assert.equal(written(name), `"'${name}"`, name);
  assert.equal(written('LSTM 128'), 'LSTM 128');
  assert.equal(written('a=b'), 'a=b');
  for (const number of [-0.1, 1e-7, 5e-324, -1.7976931348623157e308, 0.1 + 0.2, Math.fround(0.1)])
    assert.equal(Number(written(number)), number);
  assert.deepEqual([NaN, Infinity, -Infinity, null, undefined, ''].map(written), ['', '', '', '', '', '']);
});

test('whatever a cell holds, it is read as it was', () => {
  const cells = [
    'a,b',
    'say "no"',
    'two\r\nlines',
    'two\nlines',
    'two\rlines',
    '\n',
    ' ',
    '"',
    "it's",
    'ab ',
    '日本',
    '🐋',
    'שלום',
    '\u0001',
    ';',
  ];
  const [row] = readCsv(
    csv(
      cells.map((_, i) => `c${i}`),
      [cells],
    ),
  );
  assert.deepEqual(Object.values(row), cells);
});

test('only what is not ASCII begins with a mark of UTF-8', () => {
  assert.equal(csv(['a'], [['b']]), 'a\r\nb\r\n');
  assert.equal(csv(['a'], [['é']]), '\ufeffa\r\né\r\n');
});

/** Four steps, tested after the second and the fourth. */
function trained() {
  const record = new RunRecord();
  const step = (/** @type {number} */ at, /** @type {number} */ loss) =>
    record.progress({step: at, seconds: at / 8, tokens: 96 * at, flops: at, losses: [loss], grad_norm: 1, lr: 1});
  const tested = (/** @type {number} */ at, /** @type {number} */ val_loss) =>
    record.evaluation({step: at, seconds: at / 8, val_loss, val_accuracy: 1 / 3, longer_loss: null, sample: ''});
  step(1, 3.1415926535897931);
  step(2, 2.7182818284590451);
  tested(2, 2.5);
  step(3, 2);
  tested(5, 1.5); // as a run that was ended between two reports
  step(6, 1.75);
  return record;
}

test('a row of curves for each step of each model, with all digits', () => {
  const runs = [
    {name: '=cmd()', record: trained()},
    {name: 'GRU, "small"', record: new RunRecord()},
    {name: 'RNN', record: trained()},
  ];
  const rows = readCsv(csv(curveHead('nats'), curveRows(runs)));
  assert.deepEqual(
    rows.map(({model, step, tokens, training_loss_nats: train, held_out_loss_nats: held}) => [
      model,
      step,
      tokens,
      train,
      held,
    ]),
    ["'=cmd()", 'RNN'].flatMap((name) => [
      [name, '1', '96', '3.141592653589793', ''],
      [name, '2', '192', '2.718281828459045', '2.5'],
      [name, '3', '288', '2', ''],
      [name, '5', '480', '', '1.5'],
      [name, '6', '576', '1.75', ''],
    ]),
  );
  assert.deepEqual(
    [rows[1].held_out_accuracy, rows[1].seconds, rows[1].longer_loss_nats, rows[0].held_out_accuracy],
    ['0.3333333333333333', '0.25', '', ''],
  );
  assert.deepEqual(Object.keys(rows[0]), [
    ...['model', 'step', 'tokens', 'seconds', 'training_loss_nats'],
    ...['held_out_loss_nats', 'held_out_accuracy', 'held_out_exact'],
    ...['longer_loss_nats', 'longer_accuracy', 'longer_exact'],
  ]);
});

/** Each number says where it stands. @param {string} name @param {string[]} axes @param {number[]} shape */
const tap = (name, axes, shape) => ({
  name,
  axes,
  shape,
  data: Float32Array.from({length: shape.reduce((a, b) => a * b, 1)}, (_, i) => i / 10),
});

test('of gates and cell there is a row each, named by symbol, gate and unit', () => {
  const gates = tap('lstm.0.gates', ['time', 'batch', 'gate', 'unit'], [2, 1, 4, 3]);
  const cell = tap('lstm.0.cell', ['time', 'batch', 'unit'], [2, 1, 3]);
  const options = {...VIEW_OPTIONS, symbols: ['=', 'h']};
  const {head, rows} = tapsTable([gates, cell], options, {model: 'LSTM', step: 7});
  const read = readCsv(csv(head, rows));
  assert.deepEqual(head, [
    ...['model', 'step', 'tap', 'time_in_characters_from_1', 'time_symbol', 'gate', 'unit_from_1', 'activation'],
  ]);
  assert.equal(read.length, 24 + 6);
  for (const row of read) {
    const [t, unit] = [Number(row.time_in_characters_from_1) - 1, Number(row.unit_from_1) - 1];
    assert.equal(row.time_symbol, ["'=", 'h'][t]);
    const of = row.tap === 'lstm.0.cell' ? cell : gates;
    const at = of === cell ? 3 * t + unit : 12 * t + 3 * ['i', 'f', 'g', 'o'].indexOf(row.gate) + unit;
    assert.equal(Number(row.activation), of.data[at]);
  }
});

test('of an alignment the rows are what is written, the columns what is given; guesses are by token', () => {
  const across = tap('seq2seq.attention', ['batch', 'head', 'query', 'key'], [1, 1, 2, 3]);
  const options = {
    ...VIEW_OPTIONS,
    symbols: ['→', 'x'],
    written: ['x', 'y'],
    source: ['a', 'b', 'c'],
    vocab: ['p', 'q'],
  };
  const table = tapsTable([across], options, {model: 'Seq2seq', step: 7});
  const read = readCsv(csv(table.head, table.rows));
  assert.deepEqual(
    read.map((row) => row.query_symbol + row.key_symbol),
    ['xa', 'xb', 'xc', 'ya', 'yb', 'yc'],
  );
  assert.equal(Number(read[5].attention_share), Math.fround(0.5));
  const guesses = tapsTable([tap('probabilities', ['time', 'batch', 'token'], [1, 1, 2])], options, {
    model: 'a',
    step: 1,
  });
  assert.deepEqual(
    [...guesses.rows].map((row) => row.slice(3)),
    [
      [1, '→', 1, 'p', 0],
      [1, '→', 2, 'q', Math.fround(0.1)],
    ],
  );
});

test('places that have no symbol are counted by what they are', () => {
  const places = {input: {kind: 'numbers', named: false}, source: {kind: 'numbers', named: false}};
  const hidden = tap('rnn.0.hidden', ['time', 'batch', 'unit'], [2, 1, 1]);
  const {head} = tapsTable([hidden], {...VIEW_OPTIONS, places}, {model: 'RNN', step: 1});
  assert.deepEqual(head.slice(3), ['time_in_numbers_from_1', 'unit_from_1', 'activation']);
});

test('answers: numbers beside what is right, or symbols with how sure the model was', () => {
  const runner = {name: 'GRU'};
  const wave = {given: {values: [[9]]}, target: {numbers: [[1], [null]]}, answer: {numbers: [[1.5], [-2]]}};
  const waves = [{runner, examples: {step: 4, set: 'val', first: 6, items: [wave]}}];
  assert.deepEqual(
    [...answersRows(waves, true)],
    [
      ['GRU', 4, 'val', 7, 1, 1, 1, 1.5],
      ['GRU', 4, 'val', 7, 2, 1, null, -2],
    ],
  );
  const digit = {
    given: {},
    target: {symbols: ['7']},
    answer: {symbols: ['1']},
    right: [false],
    probabilities: [0.25, 0.75],
  };
  const images = [{runner, examples: {step: 4, set: 'val', first: 0, items: [digit]}}];
  const [row] = readCsv(csv(answersHead(false), answersRows(images, false)));
  assert.deepEqual([row.right_answer, row.answer, row.is_right, row.probability_of_answer], ['7', '1', 'no', '0.75']);
});
