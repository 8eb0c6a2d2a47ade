// Languages besides English: each says all that English says, and nothing in English; which one the page speaks.
import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import test from 'node:test';
import {FluentResource} from '@fluent/bundle';
import {messagesOf} from '../../tools/words/messages.mjs';
import {CHAPTERS} from '../../web/learn/index.js';
import {differences} from '../../web/state/differences.js';
import {modelNames} from '../../web/state/names.js';
import {wantedLanguage} from '../../web/shape/language.js';
import {isAnyLab, languageIn, linkIn, presetIn, whereOf, withoutLanguage} from '../../web/shape/where.js';
import course from '../../web/words/course/en.js';
import page from '../../web/words/en.js';
import exercise from '../../web/words/exercise/en.js';
import {NAMES, OTHERS, firstKnown} from '../../web/words/languages.js';
import {entriesOf, overlaid} from '../../web/words/overlay.js';
import {Words, speak} from '../../web/words/words.js';

const english = `${page}\n${exercise}`;

/** Chapters that wait for their translation, by language. Whoever translates one takes it out here. @type {Record<string, string[]>} */
const WITHOUT = {es: []};

/** Where words of English are no leftovers: names, and what tasks have in English. */
const NOT_WORDS =
  /«[^»]*»|"[^"]*"|'[^']*'|`[^`]*`|\{[^{}]*\}|--\w+ FILE|https?:\S+|model, metric, op|\w+[._-]\w+[\w.-]*|teacher forcing/g;
/** Words that English cannot do without, and Spanish does not have, unless as a part of its own ("dieciséis"). */
const ENGLISH =
  /(?<![\p{L}\p{N}_])(the|of|and|with|which|what|how|from|that|this|are|is|its|they|was|were|been|than|there|where|when|for|to|by|not|more|step|steps|loss|layer|head|right|answer|answers|example|examples|memory|weights|models?)(?![\p{L}\p{N}_])/iu;

const read = (/** @type {string} */ file) =>
  JSON.parse(readFileSync(new URL(`../../build/${file}`, import.meta.url), 'utf8'));
const built = {...read('describe.json'), corpora: read('corpora/index.json')};
const idOf = (/** @type {string} */ key) => key.replaceAll('.', '-');

for (const [tag, load] of Object.entries(OTHERS)) {
  const text = (await load()).default;
  const {messages} = messagesOf(text);
  const lacking = (/** @type {Iterable<string>} */ keys) => [...new Set(keys)].filter((key) => !messages.has(key));

  test(`${tag}: every message of the page is there`, () => {
    assert.deepEqual(lacking(messagesOf(english).messages.keys()), []);
  });

  test(`${tag}: every chapter is there, or known to wait`, () => {
    for (const {id} of CHAPTERS) {
      const keys = [...messagesOf(course).messages.keys()].filter((key) => key.startsWith(`course-${id}-`));
      const waits = WITHOUT[tag]?.includes(id);
      assert.deepEqual([id, ...lacking(keys)], [id, ...(waits ? keys : [])]);
    }
    assert.deepEqual((WITHOUT[tag] ?? []).filter((id) => !CHAPTERS.some((one) => one.id === id)), []); // prettier-ignore
  });

  test(`${tag}: every title, summary and refusal of the engine is there, and the texts that the page has`, () => {
    const titled = entriesOf(built).filter((one) => one.english);
    assert.ok(titled.length > 900);
    assert.deepEqual(lacking(titled.map(({key}) => idOf(key))), []);
  });

  test(`${tag}: a message takes what its English takes`, () => {
    const engine = entriesOf(built).map((one) => `${idOf(one.key)} = ${one.english || '-'}`);
    const known = messagesOf([english, course, ...new Set(engine)].join('\n')).messages;
    for (const [id, {takes}] of messages) {
      const same = known.get(id);
      if (same && !same.offered.size) assert.deepEqual([id, ...[...takes].sort()], [id, ...[...same.takes].sort()]);
    }
  });

  test(`${tag}: no message is left in English`, () => {
    const words = new Words(tag, {en: '', [tag]: text});
    const names = [...new Set([...text.matchAll(/\$(\w+)/g)].map(([, name]) => name))];
    for (const count of [1, 5]) {
      const values = Object.fromEntries(names.map((name) => [name, count]));
      for (const {id} of new FluentResource(text).body) {
        const said = words.say(id, values);
        assert.doesNotMatch(said.replace(NOT_WORDS, ''), ENGLISH, id);
      }
    }
  });

  test(`${tag}: numbers, plurals and names are its own`, () => {
    const [said, had] = [tag, 'en'].map((one) => new Words(one, {en: english, [tag]: text}));
    for (const key of ['places.rows', 'places.characters', 'lab.models'])
      assert.equal(new Set([1, 2].map((count) => said.say(key, {count}))).size, 2, key);
    assert.notEqual(said.say('restart.keep'), had.say('restart.keep'));
  });

  test(`${tag}: its files are short enough to be read`, () => {
    for (const folder of [`../../web/words/${tag}`, `../../web/words/course/${tag}`])
      for (const file of readdirSync(new URL(folder, import.meta.url))) {
        const lines = readFileSync(new URL(`${folder}/${file}`, import.meta.url), 'utf8').split('\n').length;
        assert.ok(lines <= 400, `${file} has ${lines} lines`);
      }
  });
}

test('numbers and plurals are Spanish', async () => {
  const words = new Words('es', {en: english, es: (await OTHERS.es()).default});
  assert.equal(words.say('run.more', {count: 1}), '+1 paso');
  assert.equal(words.say('run.more', {count: 12000}), '+12.000 pasos');
  assert.equal(words.number(0.5, {minimumFractionDigits: 2}), '0,50');
});

test('models that differ in an option are told apart in the page’s language', async (context) => {
  context.after(() => speak('en'));
  const {default: text} = await OTHERS.es();
  speak('es', text);
  const describe = overlaid(built, new Words('es', {en: english, es: text}));
  const [looks, memory] = ['additive', 'none'].map((attention) => ({kind: 'seq2seq', hidden_size: 48, attention}));
  const names = modelNames(/** @type {any} */ ([looks, memory]), describe);
  assert.deepEqual(names, ['Seq2seq 48 (atención aditiva)', 'Seq2seq 48 (sin atención)']);
  const named = (/** @type {any[]} */ ...models) => modelNames(models, describe);
  const gates = ['open', 'closed'].map((forget_gate) => ({kind: 'lstm', forget_gate}));
  assert.deepEqual(named(...gates), ['LSTM (puerta de olvido abierta)', 'LSTM (puerta de olvido cerrada)']);
  const residual = [false, true].map((one) => ({kind: 'transformer', residual: one}));
  assert.equal(named(...residual)[0], 'Transformer (sin conexiones residuales)');
  const radii = [1, 0.5].map((spectral_radius) => ({kind: 'rnn', spectral_radius}));
  assert.equal(named(...radii)[1], 'RNN (radio espectral 0,5)');
});

test('what is set up otherwise in a kept race is said in the page’s language', async (context) => {
  context.after(() => speak('en'));
  const {default: text} = await OTHERS.es();
  speak('es', text);
  const describe = overlaid(built, new Words('es', {en: english, es: text}));
  const with_ = (/** @type {string} */ attention) => ({
    describe,
    names: ['Seq2seq 48'],
    experiment: /** @type {any} */ ({task: {kind: 'dates'}, train: {steps: 9}, models: [{kind: 'seq2seq', attention}]}),
  });
  assert.deepEqual(differences(with_('none'), with_('additive')), [
    'Atención de Seq2seq 48: Ninguna en vez de Aditiva (Bahdanau)',
  ]);
});

test('the address comes first, then the tab, the file, the reader’s choice and the browser', () => {
  assert.equal(wantedLanguage('#chapter=why&lang=es', 'en', 'en', ['en', 'en-GB']), 'es');
  assert.equal(wantedLanguage('#chapter=why', 'es', 'en', ['en', 'en-GB']), 'es');
  assert.equal(wantedLanguage('', 'en', 'es', ['es']), 'en', 'whoever chose English in this tab');
  assert.equal(wantedLanguage('', null, 'es', ['en', 'en-GB']), 'es');
  assert.equal(wantedLanguage('', null, 'en', ['es', 'en-GB']), 'es');
  assert.equal(wantedLanguage('', null, 'en', [undefined, 'fr', 'es-MX', 'en']), 'es');
  assert.equal(wantedLanguage('#lang=xx', null, 'en', ['fr']), 'en');
  assert.equal(wantedLanguage('#lang=en', null, 'es', ['es', 'es']), 'en');
  assert.equal(firstKnown(['constructor', 'ES-es']), 'es');
  assert.deepEqual(Object.keys(NAMES), ['en', ...Object.keys(OTHERS)]);
});

test('an address may say the language beside all else, and means the same without it', () => {
  for (const [hash, without] of [
    ['#lang=es', ''],
    ['#lab&lang=es', '#lab'],
    ['#lang=es&lab=forgets', '#lab=forgets'],
    ['#chapter=why&lang=es-MX&theme=dark', '#chapter=why&theme=dark'],
    ['#x=abc&lang=es', '#x=abc'],
  ]) {
    assert.match(languageIn(hash), /^es/);
    assert.equal(withoutLanguage(hash), without);
    assert.deepEqual(whereOf(hash), whereOf(without));
    assert.equal(linkIn(hash), linkIn(without));
    assert.equal(presetIn(hash), presetIn(without));
    assert.equal(isAnyLab(hash), isAnyLab(without));
  }
  assert.equal(languageIn('#x=lang=es'), '');
  assert.equal(languageIn('#lang=<b>'), '');
  assert.equal(withoutLanguage('https://a.b/c?d#lang=es&lab'), 'https://a.b/c?d#lab');
  assert.equal(withoutLanguage('https://a.b/c#lang=es'), 'https://a.b/c');
});
