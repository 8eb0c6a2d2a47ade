// The words themselves: how they are found and how they are written.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {FluentResource} from '@fluent/bundle';
import {APART, courseParted, roomsAlone, saidOf, terse, withoutRooms, wordsThere} from '../../tools/vite_words.mjs';
import course from '../../web/words/course/en.js';
import english from '../../web/words/en.js';
import {inWords, percent, timeLeft} from '../../web/elements/parts/format.js';
import {language, say, speak, spoken, told, toldAll, Words} from '../../web/words/words.js';

test('a key with values becomes a sentence with plurals and numbers of the language', () => {
  const texts = {
    en: 'a-steps = { $count ->\n    [one] { $count } step\n   *[other] { $count } steps\n  }',
    de: 'a-steps = { $count } Schritte',
  };
  const [english, german] = ['en', 'de'].map((tag) => new Words(tag, texts));
  assert.equal(english.say('a.steps', {count: 1}), '1 step');
  assert.equal(english.say('a.steps', {count: 12000}), '12,000 steps');
  assert.equal(german.say('a.steps', {count: 12000}), '12.000 Schritte');
});

test('what a language lacks is said in English, and what nobody has is its key', () => {
  const words = new Words('de', {en: 'a = one', de: 'b = zwei'});
  assert.equal(words.say('a'), 'one');
  assert.equal(words.say('b'), 'zwei');
  assert.equal(words.say('c.d'), 'c.d');
  assert.ok(words.has('b') && !words.has('a'));
});

test('a value may be a saying itself; sentences are told one after the other', () => {
  const symbol = {key: 'inside.symbol', values: {symbol: 'a'}};
  const places = {
    key: 'list.comma',
    values: {before: symbol, next: {key: 'list.comma', values: {before: 'b', next: 3}}},
  };
  assert.equal(told(places), '“a”, b, 3');
  assert.equal(toldAll([symbol, {key: 'inside.symbol.space'}]), '“a” space');
});

test('a message may stand on several lines, but what is put into it keeps its own', () => {
  const words = new Words('en', {en: 'a =\n    one { $x }\n    two'});
  assert.equal(words.say('a', {x: 'x\ny'}), 'one x\ny two');
});

test('the page speaks English', () => {
  assert.equal(say('restart.keep'), 'Keep as it was');
});

test('the page can be made to speak another language, numbers and all, and says so', (context) => {
  context.after(() => speak('en'));
  let changes = 0;
  language.addEventListener('change', () => changes++, {once: true});
  assert.equal(spoken(), 'en');
  assert.deepEqual([inWords(1_240_000), inWords(9999), percent(0.9991)], ['1.2 million', '9,999', '99.9 %']);
  speak('de', 'restart-keep = Lassen, wie es war\nnumber-million = { $n } Mio.\nleft-min = noch etwa { $min } min');
  assert.deepEqual([changes, spoken(), say('restart.keep')], [1, 'de', 'Lassen, wie es war']);
  assert.deepEqual([inWords(1_240_000), inWords(9999), timeLeft(95)], ['1,2 Mio.', '9.999', 'noch etwa 2 min']);
  assert.equal(percent(0.9991), '99,9 %');
  assert.equal(say('restart.apply'), 'Apply', 'what German lacks');
});

test('what travels of a language says the same as its file, and is smaller', () => {
  const [whole, short] = [english, terse(english)].map((text) => new Words('en', {en: text}));
  const keys = new FluentResource(english).body.map(({id}) => id);
  assert.ok(keys.length > 300);
  const names = [...new Set([...english.matchAll(/\$(\w+)/g)].map(([, name]) => name))];
  for (const count of [0, 1, 5]) {
    const values = Object.fromEntries(names.map((name) => [name, count]));
    for (const key of keys) assert.equal(short.say(key, values), whole.say(key, values));
  }
  assert.ok(terse(english).length < english.length - 1000);
  assert.ok(!terse(english).includes('\n#'));
});

test('a script may leave out rooms of words, if it says nothing of them', () => {
  const text = 'a-one = 1\n two\nb-one = { a-one }\n [one] x\nab-one = 3\n';
  assert.equal(withoutRooms(text, ['b']), 'a-one = 1\n two\nab-one = 3\n');
  assert.equal(withoutRooms(text, []), text);
  assert.equal(saidOf(withoutRooms(text, ['a']), ['a']), '{ a-one ', 'a message that is left needs it');
  assert.equal(saidOf(withoutRooms(text, ['b']), ['b']), undefined);
  for (const said of ['say("b.one")', 'say(`b.${x}`)', "{key:'b.one'}"]) assert.ok(saidOf(said, ['b']), said);
  assert.equal(saidOf('say("ab.one"),b.one', ['b']), undefined);
});

test('words are there where a piece brings them, or whoever calls it has them', () => {
  /** @param {string} name @param {Partial<import('../../tools/vite_words.mjs').Piece>} [more] @returns {import('../../tools/vite_words.mjs').Piece} */
  const piece = (name, more = {}) => ({name, code: '', imports: [], later: [], brings: [], isEntry: false, ...more});
  const pieces = [
    piece('entry', {isEntry: true, later: ['lab', 'home']}),
    piece('lab', {imports: ['words', 'shared'], later: ['menu']}),
    piece('words', {brings: ['late']}),
    piece('home', {imports: ['shared'], later: ['after']}),
    piece('shared', {later: ['both']}),
    piece('after', {imports: ['words']}),
    piece('both'),
    piece('menu'),
  ];
  assert.deepEqual([...wordsThere(pieces, ['late'])].sort(), ['after', 'lab', 'menu', 'words']);
  assert.deepEqual([...wordsThere(pieces, ['other'])], []);
});

test('no message is lost where words come apart, and none comes twice by one way', () => {
  const text = terse(`\n${english}\n`);
  const count = (/** @type {string} */ of) => of.match(/^[a-z][\w-]* =/gm)?.length ?? 0;
  const rooms = Object.values(APART).flat();
  for (const set of Object.values(APART)) {
    const alone = roomsAlone(text, set);
    assert.equal(new FluentResource(alone).body.length, count(alone), 'each is whole');
  }
  assert.equal(count(roomsAlone(text, rooms)) + count(withoutRooms(text, rooms)), count(text));
  assert.equal(
    count(courseParted(terse(course), true)) + count(courseParted(terse(course), false)),
    count(terse(course)),
  );
  assert.match(courseParted(terse(course), false), /^course-forgets-lead =/m);
  assert.doesNotMatch(courseParted(terse(course), false), /^course-forgets-why =/m);
  assert.doesNotMatch(courseParted(terse(course), false), /^course-why-lead =/m);
});
