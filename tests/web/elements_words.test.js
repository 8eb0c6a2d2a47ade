import assert from 'node:assert/strict';
import test from 'node:test';
import * as format from '../../web/elements/parts/format.js';
import {
  applicable,
  complaint,
  concerns,
  fromSlider,
  hasSlider,
  readNumber,
  toSlider,
  withOption,
} from '../../web/elements/setup/option_values.js';
import {FAKE_DESCRIBE} from '../support/fake_describe.js';
import {layersOf, tapsOf, viewsFor} from '../../web/elements/inside/view_choice.js';

test('sizes are told in words and against a model that is known', () => {
  assert.equal(format.sizeInWords(106_000), '106 thousand weights, 0.09 % of GPT-2 small');
  assert.equal(format.sizeInWords(1_240_000), '1.2 million weights, 1 % of GPT-2 small');
  assert.equal(format.sizeInWords(12), '12 weights, less than 0.01 % of GPT-2 small');
  assert.equal(format.sizeInWords(undefined), 'size not known yet');
  assert.equal(format.sizeInWords(0, true), 'counts instead of weights');
  assert.equal(format.sizeInWords(449_170, true), '449 thousand counts, no weights');
  assert.equal(format.inWords(999_400), '999 thousand');
  assert.equal(format.inWords(999_600), '1 million');
  assert.deepEqual([9999, 10_000, 99_600, 3.25e9].map(format.inWords), [
    '9,999',
    '10 thousand',
    '100 thousand',
    '3.3 billion',
  ]);
});

test('a number is rounded as JavaScript rounds it, whatever writes it', () => {
  assert.deepEqual(
    [1.005, 2.675, 0.5, 0, 999.9996].map((value) => format.fixed(value, 2)),
    [1.005, 2.675, 0.5, 0, 999.9996].map((value) => value.toFixed(2)),
  );
  assert.deepEqual([1.15e6, 1e-7, 1.25e-7, 0.03456, 123.456].map(format.compact), [
    '1.1 M',
    '1e-7',
    '1.25e-7',
    '0.0346',
    '123',
  ]);
  assert.deepEqual([0, 0.124, 0.995, 0.9999, 1, NaN].map(format.percent), [
    '0 %',
    '12 %',
    '99.5 %',
    '99.9 %',
    '100 %',
    '–',
  ]);
});

test('numbers stay short', () => {
  assert.deepEqual([0, 950, 9999, 41_234, 3_210_000, 7.4e10].map(format.compact), [
    '0',
    '950',
    '9,999',
    '41 k',
    '3.2 M',
    '74 G',
  ]);
  assert.deepEqual(
    [1.23456, NaN, 2210, 123456, 3.4e20].map((v) => format.loss(v)),
    ['1.235', '–', '2,210', '123 k', '3.4e+20'],
  );
  assert.deepEqual([0.4, 8, 62, 200, 3600, 3900].map(format.duration), [
    '0.4 s',
    '8 s',
    '1 min 2 s',
    '3 min 20 s',
    '1 h',
    '1 h 5 min',
  ]);
  assert.deepEqual([3, 44, 95, 7300, 0, NaN].map(format.timeLeft), [
    'a few seconds left',
    'about 40 s left',
    'about 2 min left',
    'about 2 h left',
    '',
    '',
  ]);
  assert.deepEqual([512, 1_234_567].map(format.byteSize), ['512 bytes', '1.2 MB']);
  assert.deepEqual([0.002, 1e-8, 0, 1_000_000].map(format.plain), ['0.002', '1e-8', '0', '1000000']);
});

/** @type {import('../../web/runtime/types').Option} */
const LR = {name: 'lr', type: 'number', min: 1e-6, max: 1, default: 0.002, summary: '', scale: 'log'};
/** @type {import('../../web/runtime/types').Option} */
const HIDDEN = {
  name: 'hidden_size',
  type: 'integer',
  min: 1,
  max: 1024,
  default: 128,
  summary: '',
  scale: 'log',
  step: 16,
};

test('sliders run over the whole range, and there and back is where one was', () => {
  for (const option of [LR, HIDDEN, {...HIDDEN, scale: /** @type {const} */ ('linear')}]) {
    assert.ok(hasSlider(option));
    assert.equal(fromSlider(option, 0), option.min);
    assert.equal(fromSlider(option, 1), option.max);
    for (const at of [0.1, 0.5, 0.9]) {
      const value = fromSlider(option, at);
      assert.ok(Math.abs(toSlider(option, value) - at) < 0.05, `${option.name} ${at} ${value}`);
    }
  }
  assert.equal(fromSlider(HIDDEN, toSlider(HIDDEN, 128)), 128);
  assert.equal(fromSlider(HIDDEN, 0.8) % 16, 0, 'multiples of the step');
  assert.ok(Number.isInteger(fromSlider(HIDDEN, 0.1)));
  assert.equal(toSlider({...LR, min: 0}, 0), 0, 'a log scale that starts at zero');
  assert.equal(hasSlider({...LR, max: undefined}), false);
});

test('a number box understands a decimal comma and admits when there is no number', () => {
  assert.equal(readNumber('0,5'), 0.5);
  assert.ok(Number.isNaN(readNumber('')) && Number.isNaN(readNumber('fast')));
  assert.equal(complaint(LR, NaN), 'A number is needed here.');
  assert.equal(complaint(HIDDEN, 1.5), 'A whole number is needed here.');
  assert.match(complaint(HIDDEN, 2000), /Between 1 and 1024/);
  assert.equal(complaint(HIDDEN, 1024), '');
});

test('options that no longer apply leave, those that now do come with their default', () => {
  /** @type {import('../../web/runtime/types').Option[]} */
  const options = [
    {
      name: 'input',
      type: 'choice',
      default: 'learned',
      summary: '',
      choices: [
        {value: 'learned', title: 'a'},
        {value: 'one_hot', title: 'b'},
      ],
    },
    {name: 'embedding_size', type: 'integer', default: 64, summary: '', when: {input: ['learned']}},
  ];
  const learned = {kind: 'rnn', input: 'learned', embedding_size: 32};
  const oneHot = withOption(options, learned, 'input', 'one_hot');
  assert.deepEqual(oneHot, {kind: 'rnn', input: 'one_hot'});
  assert.deepEqual(
    applicable(options, oneHot).map(({name}) => name),
    ['input'],
  );
  assert.deepEqual(withOption(options, oneHot, 'input', 'learned'), {
    kind: 'rnn',
    input: 'learned',
    embedding_size: 64,
  });
  assert.deepEqual(learned, {kind: 'rnn', input: 'learned', embedding_size: 32}, 'nothing is changed in place');
});

test('a refusal finds the control it concerns', () => {
  const failure = (/** @type {string} */ where) => ({
    code: 'x',
    key: 'boolean.type',
    values: {found: '7'},
    where,
    message: '',
  });
  const race = {describe: FAKE_DESCRIBE};
  const message = '7 is neither true nor false. Choose one of the two.';
  assert.deepEqual(concerns(failure('models[1].hidden_size'), 'models[1]', race), {name: 'hidden_size', message});
  assert.deepEqual(concerns(failure('models[1].hidden_size'), 'models[0]', race), {name: '', message});
  assert.deepEqual(concerns(failure('train.optimizer.lr'), 'train', race), {name: 'lr', message});
  assert.deepEqual(concerns(failure(''), 'train', race), {name: '', message});
});

test('a model is shown in the views whose taps it offers, in the layer that is chosen', () => {
  const view = (/** @type {string[]} */ ...taps) => /** @type {any} */ ({meta: {id: taps[0], taps}});
  const gates = view('lstm.{layer}.gates', 'lstm.{layer}.cell');
  const all = [view('rnn.{layer}.hidden'), gates, view('transformer.{layer}.attention')];
  assert.deepEqual(viewsFor(all, ['lstm.{l}.cell', 'lstm.{l}.gates', 'lstm.{l}.hidden']), [gates]);
  assert.deepEqual(viewsFor(all, ['lstm.{layer}.gates']), [], 'all of its taps or none');
  const guesses = view('probabilities');
  assert.deepEqual(
    viewsFor([guesses, ...all], ['rnn.{layer}.hidden', 'probabilities']),
    [all[0], guesses],
    'its own first',
  );
  assert.deepEqual(tapsOf(gates, 2), ['lstm.2.gates', 'lstm.2.cell']);
  const looks = [
    {tap: 'lstm.{layer}.gates', layers: [0, 1, 2]},
    {tap: 'lstm.{layer}.cell', layers: [1, 2]},
    {tap: 'probabilities', layers: []},
  ];
  assert.deepEqual(layersOf(gates, looks), [1, 2], 'the layers that have all of its taps');
  assert.deepEqual(layersOf(guesses, looks), [], 'no layers, no choice');
});
