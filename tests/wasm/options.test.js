// What a reader is offered does something: every option of every family at every task that it can do changes the number of
// weights, or what comes of a moment of training, or info() says that it is idle there.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {createEngine} from '../../wasm_bindings/engine.js';
import {alone} from '../../web/runtime/alone.js';
import {able, fitted} from '../../web/runtime/able.js';
import {applies, complete, defaultModel, DEFAULT_EXPERIMENT} from '../../web/state/defaults.js';
import {withOption} from '../../web/elements/setup/option_values.js';
import {experimentFor} from '../../web/state/presets.js';
import {dataFor} from '../support/task_data.js';

/** @typedef {import('../../web/runtime/types').Option} Option @typedef {import('../../web/runtime/types').ModelJson} ModelJson */

const file = (/** @type {string} */ name) => readFileSync(new URL(`../../${name}`, import.meta.url));
const engine = await createEngine({module: await WebAssembly.compile(file('build/wasm/engine_strict.wasm'))});
const describe = engine.describe();
const {vocab_size} = engine.textInfo(dataFor(describe.tasks[0]));
const race = {
  describe,
  costs: async (/** @type {any} */ experiment) =>
    experiment.models.map((/** @type {any} */ _, /** @type {number} */ k) => {
      try {
        return {info: engine.estimate(alone(experiment, k), 0, vocab_size)};
      } catch (error) {
        return {error};
      }
    }),
};

const SMALL = {hidden_size: 8, embedding_size: 8, channels: 8, d_ff: 8, d_model: 8, num_heads: 2};
/** @param {string} kind @returns {ModelJson} */
function small(kind) {
  const model = /** @type {any} */ (defaultModel(kind, describe));
  for (const [name, size] of Object.entries(SMALL)) if (name in model) model[name] = size;
  return model;
}

/** @param {any} task @param {ModelJson} model @param {Uint8Array} data */
function outcome(task, model, data) {
  const session = engine.open({version: 1, task, train: {batch_size: 4, steps: 10}, models: [model]}, 0, data);
  try {
    const {parameters, idle} = session.info;
    session.step(2);
    return {idle, what: [parameters, session.weightsSha256()].join()};
  } finally {
    session.close();
  }
}

/** Other values of an option, the likeliest to be taken first. @param {Option} option @param {any} value @returns {any[]} */
function others({type, choices = [], min = 0, max = 0, step = 1}, value) {
  if (type === 'boolean') return [!value];
  if (type === 'choice') return choices.map((choice) => choice.value).filter((one) => one !== value);
  const numbers = type === 'integer' ? [value + step, value + 1, value - 1] : [value ? 0.7 * value : 0.3];
  return numbers.filter((one) => one >= min && one <= max && one !== value);
}

/** Whether any other value makes a difference; null where the engine refuses all others, in words. @param {any} task @param {ModelJson} model @param {Option} option @param {Option[]} options @param {Uint8Array} data @param {string} before */
function matters(task, model, option, options, data, before) {
  let taken = 0;
  for (const value of others(option, model[option.name])) {
    try {
      const {what} = outcome(task, /** @type {any} */ (withOption(options, model, option.name, value)), data);
      taken++;
      if (what !== before) return true;
    } catch (error) {
      assert.ok(/** @type {any} */ (error).key, `${error}`);
    }
  }
  return taken ? false : null;
}

/** Offered though no other value can be taken, or nothing changes, and why. @type {Record<string, string>} */
const REASONS = {
  'transformer.topology': 'another topology is refused in a sentence, and taken again where the task changes',
  'rnn.bidirectional':
    'refused in a sentence where what follows is to be predicted; of pairs it decides in which form they are read',
  'gru.bidirectional':
    'refused in a sentence where what follows is to be predicted; of pairs it decides in which form they are read',
  'lstm.bidirectional':
    'refused in a sentence where what follows is to be predicted; of pairs it decides in which form they are read',
  'ngram.smoothing': 'counts are the same however they are smoothed; what is made of them is not',
};

for (const task of describe.tasks)
  test(`${task.kind}: every option that is offered does something, and none that does is hidden`, async () => {
    const data = dataFor(task);
    const experiment = complete({...DEFAULT_EXPERIMENT, task: {kind: task.kind}}, describe);
    const models = await able(
      race,
      experiment,
      describe.models.map((/** @type {any} */ {kind}) => small(kind)),
    );
    assert.ok(models.some(Boolean));
    for (const model of models) {
      if (!model) continue;
      const {options} = describe.models.find((/** @type {any} */ {kind}) => kind === model.kind);
      const {idle, what} = outcome(experiment.task, model, data);
      for (const option of options) {
        /** @type {string} */
        const name = `${model.kind}.${option.name}`;
        if (!applies(option, model) || name in REASONS) continue;
        const effect = matters(experiment.task, model, option, options, data, what);
        assert.equal(idle.includes(option.name), effect !== true, `${name}: ${effect}`);
      }
    }
  });

/** Races to choose a task from: the first page's, and one of models that write nothing but what comes next. */
const STARTS = [
  DEFAULT_EXPERIMENT,
  {
    ...DEFAULT_EXPERIMENT,
    task: {kind: 'text', corpus: 'names'},
    models: [{kind: 'rnn'}, {kind: 'lstm'}, {kind: 'transformer', topology: 'decoder'}],
  },
];

for (const task of describe.tasks)
  test(`${task.kind}: chosen from the menu, it can be trained`, async () => {
    for (const start of STARTS) {
      const wanted = experimentFor(task.kind, complete(start, describe), describe);
      const {experiment} = await fitted(race, wanted);
      assert.ok(experiment.models.length >= 1 && experiment.models.length <= 6);
      const train = {...experiment.train, batch_size: 2};
      const models = experiment.models.map(({start: _, ...model}) => model); // weights to begin with come by themselves
      for (const [k] of models.entries()) {
        const session = engine.open(/** @type {any} */ ({...experiment, train, models}), k, dataFor(task));
        assert.equal(session.step(1).step, 1);
        session.close();
      }
    }
  });

test('what cannot take part is not offered: digits to words need a model that reads one thing and writes another', async () => {
  const {ableKinds} = await import('../../web/runtime/able.js');
  const kinds = [...(await ableKinds(race, {...DEFAULT_EXPERIMENT, task: {kind: 'digit_words'}})).keys()];
  assert.ok(kinds.includes('seq2seq') && kinds.includes('transformer') && !kinds.includes('rnn'), `${kinds}`);
});

test('every task says what its places are, in words that the page has', async () => {
  const {told} = await import('../../web/words/words.js');
  const {placesOf} = await import('../../web/state/task_kinds.js');
  for (const task of describe.tasks) {
    const {given, written} = placesOf({kind: task.kind}, describe);
    for (const kind of [given, written]) {
      const key = `places.${kind}`;
      assert.notEqual(told({key, values: {count: 2}}), key, task.kind);
    }
    if (['sines', 'adding', 'forecast_csv'].includes(task.kind)) assert.equal(given, 'numbers');
  }
  assert.deepEqual(placesOf({kind: 'digits', reading: 'pixels'}, describe), {given: 'pixels', written: 'pixels'});
  assert.deepEqual(placesOf({kind: 'digit_words'}, describe), {given: 'rows', written: 'letters'});
});
