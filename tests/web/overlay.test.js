import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {staleTranslations, stampOf} from '../../tools/words/stamps.mjs';
import {atLength} from '../../web/words/described.js';
import {OTHERS} from '../../web/words/languages.js';
import {entriesOf, inPageLanguage, overlaid, titleOf} from '../../web/words/overlay.js';
import {measureEntries, overlaidMeasures} from '../../web/words/overlay_measures.js';
import {refusal} from '../../web/words/refusals.js';
import {LANGUAGES, Words, speak} from '../../web/words/words.js';
import {FAKE_DESCRIBE} from '../support/fake_describe.js';

/** @type {any} */
const describe = {
  version: 1,
  models: [
    {
      kind: 'lstm',
      title: 'LSTM',
      summary: 'Gates.',
      options: [
        {name: 'hidden_size', title: 'Hidden size', summary: 'Units.', unit: 'units'},
        {name: 'input', title: 'Input', summary: 'How.', choices: [{value: 'one_hot', title: 'One-hot'}]},
      ],
      taps: [{name: 'lstm.{layer}.gates', title: 'Gates', summary: 'How open.'}],
    },
  ],
  tasks: [{kind: 'copy', title: 'Copy', summary: 'Again.', options: []}],
  train: {options: [{name: 'steps', title: 'Steps', summary: 'How many.'}], optimizers: [], schedules: []},
  generation: {options: [{name: 'top_k', title: 'Top k', summary: 'Only those.'}]},
  refusals: {'number.range': '{ $found } is not from { $min } to { $max }.'},
};
const german = `
# English: ${stampOf('Hidden size')}
model-lstm-hidden_size-title = Größe des Gedächtnisses
# English: ${stampOf('Gates')}
model-lstm-tap-lstm-gates-title = Tore
# English: ${stampOf('One-hot')}
model-lstm-input-one_hot = Einzeln
# English: ${stampOf('units')}
unit-units = Einheiten
# English: ${stampOf('{ $found } is not from { $min } to { $max }.')}
refusal-number-range = { $found } liegt nicht zwischen { $min } und { $max }.
baseline-chance = Zufall
place-before = { $place }: { $sentence }
`;

test('a language’s words lie over the engine’s, and where it has none the English stays', () => {
  const before = structuredClone(describe);
  const german_describe = /** @type {any} */ (overlaid(describe, new Words('de', {...LANGUAGES, de: german})));
  const [lstm] = german_describe.models;
  assert.equal(lstm.options[0].title, 'Größe des Gedächtnisses');
  assert.equal(lstm.options[0].unit, 'Einheiten');
  assert.equal(lstm.options[1].choices[0].title, 'Einzeln');
  assert.equal(lstm.taps[0].title, 'Tore');
  assert.equal(lstm.taps[0].name, 'lstm.{layer}.gates', 'names are no words');
  assert.equal(lstm.title, 'LSTM');
  assert.deepEqual(describe, before, 'it is a copy');
  assert.deepEqual(overlaid(describe, new Words('en')), describe, 'English is what it was');
});

test('refusals and baselines speak the language of the page', (context) => {
  context.after(() => speak('en'));
  speak('de', german);
  const failure = {key: 'number.range', values: {found: 0.5, min: 1, max: 2}, where: 'models[0].hidden_size'};
  assert.equal(
    refusal(failure, {
      describe: overlaid(describe, new Words('de', {...LANGUAGES, de: german})),
      names: ['LSTM'],
      experiment: /** @type {any} */ ({models: [{kind: 'lstm'}]}),
    }),
    'Größe des Gedächtnisses of LSTM: 0,5 liegt nicht zwischen 1 und 2.',
  );
  assert.equal(titleOf('baseline', {name: 'chance', title: 'Chance'}), 'Zufall');
  assert.equal(titleOf('fact', {name: 'receptive_field', title: 'Receptive field'}), 'Receptive field');
});

test('a translation whose English has changed since is flagged, and so is one that does not say which English it has', () => {
  assert.deepEqual(staleTranslations(german, describe), []);
  const changed = structuredClone(describe);
  changed.models[0].options[0].title = 'Units of memory';
  assert.match(
    staleTranslations(german, changed).join('\n'),
    /^model-lstm-hidden_size-title: its English has changed; .*"Units of memory"$/,
  );
  const unstamped = german.replace(`# English: ${stampOf('Gates')}\n`, '');
  assert.match(staleTranslations(unstamped, describe).join('\n'), /^model-lstm-tap-lstm-gates-title: it has no stamp/);
});

test('every key of describe() is an identifier of Fluent’s, and stands for one text', () => {
  const built = new URL('../../build/describe.json', import.meta.url);
  for (const described of [describe, FAKE_DESCRIBE, JSON.parse(readFileSync(built, 'utf8'))]) {
    const known = new Map();
    for (const {key, english} of entriesOf(described)) {
      const id = key.replaceAll('.', '-');
      assert.match(id, /^[a-zA-Z][\w-]*$/);
      assert.equal(known.get(id) ?? english, english, id);
      known.set(id, english);
    }
  }
});

test('measures and what tasks know have keys of their own, under which a language says them', () => {
  const made = {
    measures: [
      {
        kind: 'reach',
        title: 'Reach',
        summary: 'How far.',
        options: [{name: 'examples', title: 'Examples', summary: 'How many.'}],
        arrays: [{name: '{layer}.hidden_grad', title: 'Of a layer'}],
      },
    ],
    tasks: [{kind: 'adding', hidden: [{name: 'held', title: 'Sum so far'}]}, {kind: 'text'}],
  };
  const german = new Map([
    ['measure.reach.array.hidden_grad', 'Einer Schicht'],
    ['task.adding.hidden.held', 'Summe bisher'],
  ]);
  const words = /** @type {any} */ ({
    has: (/** @type {string} */ key) => german.has(key),
    say: (/** @type {string} */ key) => german.get(key),
  });
  const said = overlaidMeasures(made, words);
  assert.equal(said.measures?.[0].arrays[0].title, 'Einer Schicht');
  assert.equal(said.tasks[0].hidden?.[0].title, 'Summe bisher');
  assert.equal(said.measures?.[0].title, 'Reach');
  assert.equal(made.measures[0].arrays[0].title, 'Of a layer');
  const keys = measureEntries(made).map(({key}) => key);
  assert.equal(new Set(keys).size, keys.length);
  assert.ok(keys.includes('measure.reach.examples.summary'));
});

test('no language file has a translation out of date', async () => {
  const built = JSON.parse(readFileSync(new URL('../../build/describe.json', import.meta.url), 'utf8'));
  const corpora = JSON.parse(readFileSync(new URL('../../build/corpora/index.json', import.meta.url), 'utf8'));
  for (const [tag, load] of Object.entries(OTHERS))
    assert.deepEqual([tag, ...staleTranslations((await load()).default, {...built, corpora})], [tag]);
});

test('what the page shows of the engine changes with the language where it stands, and comes back', (context) => {
  context.after(() => speak('en'));
  const english = structuredClone(describe);
  delete english.models[0].summary; // what is said at length comes later
  delete english.refusals;
  const shown = /** @type {any} */ (inPageLanguage(english));
  const [lstm] = shown.models;
  speak('de', `${german}\nmodel-lstm-summary = Tore.`);
  assert.deepEqual([lstm.options[0].title, lstm.summary, lstm.title], ['Größe des Gedächtnisses', 'Tore.', 'LSTM']);
  atLength(shown, {models: [{summary: 'Gates.'}], refusals: describe.refusals});
  assert.equal(lstm.summary, 'Tore.', 'what comes late is not English');
  speak('en');
  assert.deepEqual(shown, describe);
});

test('baselines of one name are told apart by their English', (context) => {
  context.after(() => speak('en'));
  speak(
    'de',
    'baseline-mean = { $of ->\n    [always_1] Immer 1\n   *[other] Das Mittel\n  }\nbaseline-chance = Raten unter { $n }',
  );
  const said = (/** @type {string} */ name, /** @type {string} */ title) => titleOf('baseline', {name, title});
  assert.equal(said('mean', 'Always 1: error 1/6'), 'Immer 1');
  assert.equal(said('mean', 'Always the mean'), 'Das Mittel');
  assert.equal(said('chance', 'Guessing among 10 digits: ln 10 = 2.3'), 'Raten unter 10');
});
