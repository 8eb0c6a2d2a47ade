// Every task in every form by every family that takes it: what stands on the card is what the engine says, seen and heard.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {createEngine} from '../../wasm_bindings/engine.js';
import {assertAnswered, assertStands} from '../support/on_the_card.js';
import {elementOf, written} from '../support/page_parts.js';
import {dataOf, smallModels} from '../support/small_models.js';
import {every, ofClass, textOf} from '../support/template_tree.js';

/** @typedef {import('../../web/runtime/types').Item} Item */

const wasm = readFileSync(new URL('../../build/wasm/engine_strict.wasm', import.meta.url));
const engine = await createEngine({module: await WebAssembly.compile(wasm)});
const models = smallModels(engine);
const {tasks} = engine.describe();
/** What the walk has met: a check that never sees an answer that is too long says nothing of one. @type {Set<string>} */
const met = new Set();

const card = await elementOf('answers/model_results.js', 'model-results', {});
const asking = await elementOf('answers/answer_panel.js', 'answer-panel', {});
const writing = await elementOf('answers/prompt_panel.js', 'prompt-panel', {});
const whole = await elementOf('models/model_card.js', 'model-card', {});

/** @param {any} examples as examples() gives them @returns {any[]} a node an item */
function entriesOf(examples) {
  card.runner = {colour: 0, examples};
  return every(written(card), ({tag}) => tag === 'li');
}

/** Every session that there is of a task, one after the other. @param {any} task */
function* sessionsOf(task) {
  for (const model of models) {
    const experiment = {version: 1, task: {kind: task.kind}, models: [model], train: {batch_size: 4}};
    if (!takes(experiment)) continue;
    const session = engine.open(experiment, 0, dataOf(task));
    session.step(3);
    yield {session, model: JSON.stringify(model)};
    session.close();
  }
}

/** @param {any} experiment */
function takes(experiment) {
  try {
    return engine.estimate(experiment, 0, 60);
  } catch (error) {
    assert.match(/** @type {any} */ (error).key, /^(fit|option)\./, String(error));
    return false;
  }
}

/** @param {string} view @param {any} session @param {string} set */
function cardStands(view, session, set) {
  for (const first of [0, 3]) {
    const examples = {...session.examples({set, first, count: 3}), set};
    assert.equal(examples.view, view);
    assert.ok(examples.items.length > 0 || set === 'longer');
    if (examples.items.length) assertStands(view, entriesOf(examples), examples.items);
    examples.items.forEach(note);
  }
}

/** @param {Item} item */
function note({answer, target}) {
  const [said, wanted] = [answer.symbols?.length ?? 0, target?.symbols?.length ?? 0];
  if (answer.symbols && wanted) met.add(said < wanted ? 'shorter' : said > wanted ? 'longer' : 'as long');
  if (target?.symbols?.includes(/** @type {any} */ (null))) met.add('not everywhere asked');
  if (answer.symbols && !said) met.add('nothing');
  if (answer.mixture) met.add('mixture');
  if (answer.numbers) met.add('numbers');
}

/** A question is what an example gives; what stands is what the engine answers. @param {string} view @param {any} session */
function questionStands(view, session) {
  const {given} = session.examples({set: 'val', first: 0, count: 1}).items[0];
  const prompt = given.symbols.join(
    given.symbols.some((/** @type {string} */ symbol) => [...symbol].length > 1) ? ' ' : '',
  );
  for (const beam of [1, 2]) {
    const {item} = session.answer({prompt, beam});
    assert.deepEqual(item.given, given);
    assert.equal(item.target, undefined);
    asking.race = {
      view,
      runners: [{id: 0, name: 'one', colour: 0, latest: {step: 3}, answered: {item, pending: false}}],
    };
    const [article] = every(written(asking), ({tag}) => tag === 'article');
    assertAnswered(view, article.children.slice(1), item);
  }
}

for (const task of tasks.filter((/** @type {any} */ {view}) => view !== 'text'))
  test(`${task.kind}: every family’s card says what the engine says`, () => {
    const forms = new Set();
    for (const {session, model} of sessionsOf(task))
      try {
        for (const set of ['val', 'longer']) cardStands(task.view, session, set);
        if (session.info.answers) questionStands(task.view, session);
        forms.add(session.info.form);
      } catch (error) {
        throw new Error(`${model}, ${session.info.form}`, {cause: error});
      }
    assert.ok(forms.size >= (task.view === 'pairs' ? 3 : 1), [...forms].join());
  });

for (const task of tasks.filter((/** @type {any} */ {view}) => view === 'text'))
  test(`${task.kind}: a text stands as it was written`, () => {
    for (const {session} of sessionsOf(task)) {
      const said = session.generate({prompt: 'the ', tokens: 40, temperature: 1, top_k: 0, seed: 1});
      const runner = {id: 0, name: 'one', colour: 0, latest: {step: 3}};
      writing.race = {runners: [{...runner, generated: {...said, pending: false}}]};
      assert.equal(textOf(ofClass(written(writing), 'text')[0]), said.prompt_used + said.text);
      assert.equal(sampleOn(said.text), said.text.trimStart());
    }
  });

/** @param {string} sample */
function sampleOn(sample) {
  whole.race = {view: 'text', experiment: {task: {kind: 'text'}, train: {}}, describe: {tasks: []}, runners: []};
  whole.runner = {
    name: 'one',
    kind_title: 'one',
    info: null,
    colour: 0,
    dash: 0,
    latest: {step: 3},
    sample,
    state: 'paused',
    reproducible: true,
  };
  return textOf(ofClass(written(whole), 'sample')[0]);
}

test('the walk met every kind of answer', () => {
  const kinds = ['shorter', 'longer', 'as long', 'not everywhere asked', 'nothing', 'mixture', 'numbers'];
  assert.deepEqual(
    kinds.filter((kind) => !met.has(kind)),
    [],
  );
});

// The check of the checker: a card that shows a little less, or more, or something else, is told.

/** @param {any[] | undefined} list */
const shifted = (list) => list && [...list.slice(1), list[0]];
const more = (/** @type {any} */ content) =>
  Object.fromEntries(
    Object.entries(content ?? {}).map(([name, list]) => [
      name,
      [.../** @type {any[]} */ (list), /** @type {any[]} */ (list).at(-1)],
    ]),
  );
const moved = (/** @type {any} */ content) =>
  Object.fromEntries(Object.entries(content ?? {}).map(([name, list]) => [name, shifted(/** @type {any[]} */ (list))]));
const raised = (/** @type {(number | null)[]} */ row) => row.map((value) => (value === null ? null : value + 0.05));
/** @type {Record<string, (item: any) => any>} */
const BROKEN = {
  'shifted by one': (item) => ({...item, given: moved(item.given), target: item.target && moved(item.target)}),
  padded: (item) => ({...item, given: more(item.given), target: item.target && more(item.target)}),
  'of another answer': (item) => ({
    ...item,
    answer: item.answer.numbers ? {numbers: item.answer.numbers.map(raised)} : more(moved(item.answer)),
  }),
};

for (const [name, broken] of Object.entries(BROKEN))
  test(`a card that is ${name} would be told`, () => {
    for (const [kind, model] of [
      ['reverse', 'gru'],
      ['palindrome_gap', 'gru'],
      ['waveform', 'gru'],
      ['set_maximum', 'gru'],
      ['set_unique', 'gru'],
      ['adding', 'gru'],
      ['clustering', 'set_transformer'],
    ]) {
      const task = tasks.find((/** @type {any} */ one) => one.kind === kind);
      const session = engine.open({version: 1, task: {kind}, models: [{kind: model}]}, 0, dataOf(task));
      const examples = session.examples({set: 'val', first: 0, count: 3});
      const twin = {...examples, items: examples.items.map(broken)};
      if (JSON.stringify(twin) === JSON.stringify(examples)) continue;
      assert.throws(() => assertStands(task.view, entriesOf(twin), examples.items), Error, kind);
      session.close();
    }
  });
