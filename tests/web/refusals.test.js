import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {readEngine, refusalFaults, refusalTable} from '../../tools/check-refusals.mjs';
import {RuntimeError, failureOf} from '../../web/runtime/protocol.js';
import {renumbered} from '../../web/runtime/alone.js';
import {notFinite, restored} from '../../web/runtime/sentences.js';
import {refusal, refusalHere, refusalOfModel} from '../../web/words/refusals.js';
import {FAKE_DESCRIBE} from '../support/fake_describe.js';

/** @type {any} */
const context = {
  describe: {
    ...FAKE_DESCRIBE,
    refusals: Object.fromEntries(readEngine().table),
    models: [
      {
        kind: 'lstm',
        options: [
          {name: 'hidden_size', title: 'Hidden size'},
          {
            name: 'cell',
            title: 'Cell',
            choices: [
              {value: 'min_gru', title: 'minGRU'},
              {value: 'diagonal', title: 'Diagonal'},
            ],
          },
        ],
      },
    ],
    tasks: [
      {
        kind: 'copy',
        options: [
          {name: 'min_length', title: 'Shortest'},
          {name: 'max_length', title: 'Longest'},
        ],
      },
    ],
    train: {
      options: [{name: 'steps', title: 'Steps'}],
      optimizers: [{kind: 'adam', options: [{name: 'lr', title: 'Learning rate'}]}],
      schedules: [],
    },
  },
  experiment: {task: {kind: 'copy'}, train: {optimizer: {kind: 'adam'}}, models: [{kind: 'lstm'}, {kind: 'lstm'}]},
  names: ['LSTM 64', 'LSTM 128'],
};
const thrown = (/** @type {string} */ key, /** @type {string} */ where, /** @type {any} */ values = {}) =>
  failureOf(new RuntimeError('invalid_config', key, {where, values}));

test('a refusal names place, finding and remedy in the words of the page', () => {
  const say = (/** @type {any[]} */ ...of) => refusal(thrown(.../** @type {[string, string]} */ (of)), context);
  assert.equal(
    say('number.whole', 'models[1].hidden_size', {found: 0, min: 1, max: 1024}),
    'Hidden size of LSTM 128: 0 is not a whole number from 1 to 1,024. Choose one in this range.',
  );
  assert.equal(
    say('number.range', 'train.optimizer.lr', {found: 25.5, min: 0.0000001, max: 10}),
    'Learning rate: 25.5 is not a number from 0.0000001 to 10. Choose one in this range.',
  );
  assert.equal(
    say('option.least', 'task.max_length', {found: 2, other: 'min_length', limit: 3}),
    'Longest: 2 is less than “Shortest”, which is 3. Choose at least as much.',
  );
  assert.equal(
    say('table.number', 'table', {line: 3, column: 2, found: 'x'}),
    'Line 3 of your table: "x" in column 2 is not a number. Correct it, or remove the line.',
  );
  assert.equal(
    say('choice.near', 'models[0].cell', {found: '"mingru"', near: 'min_gru', known: 'min_gru, diagonal'}),
    'Cell of LSTM 64: "mingru" is not one of the choices. Perhaps minGRU is meant, one of minGRU, Diagonal.',
  );
  assert.match(say('fit.pairs', 'models[0]'), /^LSTM 64: This model reads a source/);
  assert.match(say('choice.missing', 'train.optimizer.kind', {known: 'adam'}), /^optimizer: Nothing is chosen\./i);
  assert.match(say('list.type', 'models', {found: '{}'}), /^The models: An object stands where a list is needed\./);
});

test('no path and no bracket of an experiment reaches a reader, whatever is refused wherever', () => {
  const places = [
    'models[1]',
    'models[1].hidden_size',
    'models[1].new_option',
    'task',
    'task.min_length',
    'train.steps',
    'train.optimizer.kind',
    'train.nothing',
    'experiment',
    'version',
    'table',
    'text',
    'checkpoint',
    'vocab_size',
    '',
  ];
  for (const [key, english] of readEngine().table) {
    const names = [...english.matchAll(/\$(\w+)/g)].map(([, name]) => [
      name,
      name === 'found' && /type|choice/.test(key) ? '[]' : 7,
    ]);
    for (const where of places) {
      const said = refusal(thrown(key, where, Object.fromEntries(names)), context);
      assert.doesNotMatch(said, /[[\]{}]|models\.\w|train\.\w|task\.\w|_|undefined|\$/, said);
      assert.match(said, /^\p{L}.*[.:?] \S|^\S.*\.$/u);
    }
  }
});

test('beside its field a refusal leaves out the place, beside its model the name', () => {
  const failure = thrown('number.whole', 'models[1].hidden_size', {found: 0, min: 1, max: 9});
  assert.equal(refusalHere(failure, context), '0 is not a whole number from 1 to 9. Choose one in this range.');
  assert.match(refusalOfModel(failure, context), /^Hidden size: 0 is not/);
  assert.match(refusalOfModel(thrown('fit.pairs', 'models[1]'), context), /^This model reads a source/);
});

test('the runtime says what happened and what it did; what nobody foresaw is named as it is', () => {
  const died = restored(thrown('trouble.trap', ''), 40);
  assert.equal(
    refusal(died, context),
    'The engine stopped because of an internal error. This model was given a new worker and went on from step 40, where it was last saved.',
  );
  const message = notFinite({step: 7, lr: 0.5, clip_norm: 0});
  assert.match(
    refusal(message, context),
    /^Learning rate: The loss stopped .* step 7: .*0\.5 .* such as 0\.05, or clip/,
  );
  assert.match(refusal(new TypeError('x is not a function')), /x is not a function/);
});

test('a failure is plain data; about one model alone it is renumbered, also where its values hold a place', () => {
  const failure = failureOf(renumbered(thrown('a.b', 'models[0].x', {of: 'models[0].y', n: 1}), 2));
  assert.deepEqual(failure, {
    code: 'invalid_config',
    key: 'a.b',
    where: 'models[2].x',
    values: {of: 'models[2].y', n: 1},
    message: 'a.b',
  });
  assert.deepEqual(structuredClone(failure), failure);
});

test('the engine’s table of refusals and its uses agree, and the check sees where they do not', () => {
  const {table, sources} = readEngine();
  assert.ok(table.size > 80);
  assert.deepEqual(refusalFaults(table, sources), []);
  const faults = (/** @type {string} */ code, small = 'a.b', text = '{ $found } is bad. Choose another.') =>
    refusalFaults(new Map([[small, text]]), {'x.cpp': code});
  const good = 'throw Error(ErrorCode::invalid_config, "a.b", where, {{"found", 7}});';
  assert.deepEqual(faults(good), []);
  assert.match(faults('')[0], /nothing is refused with "a.b"/);
  assert.match(faults(good.replace('found', 'lost'))[0], /not given \{ \$found \}/);
  assert.match(faults(good + good.replace('a.b', 'a.c')).join(), /no key "a\.c"/);
  assert.match(faults(good.replace('where,', '"a sentence here",'))[0], /a sentence outside/);
  assert.match(faults(good, 'a.b', '{ $found is bad. Choose another.').join(), /a brace/);
});

test('the table is read as the engine has it', () => {
  const table = refusalTable(readFileSync(new URL('../../engine/core/refusals.cpp', import.meta.url), 'utf8'));
  assert.equal(table.get('value.missing'), 'Nothing is given, but something is needed. Add it.');
  assert.equal(table.get('table.column'), 'There is no column "{ $found }". Choose from { $known }.');
});

test('the make-believe engine of the tests refuses in the words of the real one', () => {
  const {table} = readEngine();
  for (const [key, text] of Object.entries(FAKE_DESCRIBE.refusals ?? {})) assert.equal(text, table.get(key), key);
});
