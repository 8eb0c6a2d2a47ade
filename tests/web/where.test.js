// What addresses mean, old ones among them.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';
import {NO_SHAPE} from '../../web/shape/shape.js';
import {
  chapterShape,
  hashOf,
  isAnyLab,
  isProjected,
  linkIn,
  presetIn,
  themeIn,
  whereOf,
  withChapter,
} from '../../web/shape/where.js';

/** @type {{hash: string}[]} */
const OLD = JSON.parse(readFileSync(new URL('../support/old_links.json', import.meta.url), 'utf8'));

test('nothing is the home, or the chapter that the file is of', () => {
  for (const hash of ['', '#']) {
    assert.deepEqual(whereOf(hash), {room: 'home'});
    assert.deepEqual(whereOf(hash, 'forgets'), {room: 'chapter', id: 'forgets'});
  }
});

test('a chapter is named by its id, as it was handed on, and with what else is readable', () => {
  for (const hash of [
    '#chapter=forgets',
    '#chapter=forgets.',
    '#chapter%3Dforgets',
    '#theme=dark&chapter=forgets',
    'chapter=forgets',
  ])
    assert.deepEqual(whereOf(hash, 'why'), {room: 'chapter', id: 'forgets'}, hash);
  for (const hash of ['#chapter=', '#chapter=<b>', `#chapter=${'a'.repeat(60)}`, '#chapter=../x'])
    assert.deepEqual(whereOf(hash), {room: 'home'}, hash);
});

test('every link from before there were chapters opens the lab', () => {
  const others = [
    '#lab',
    '#lab=silence',
    '#metric=loss',
    '#hide=gallery&theme=dark',
    '#x=abc',
    '#nonsense',
    '#x=abc&chapter=forgets',
    '#%23x%3Dabc',
  ];
  for (const hash of [...OLD.map(({hash}) => hash), ...others]) {
    assert.deepEqual(whereOf(hash), {room: 'lab'}, hash);
    assert.deepEqual(whereOf(hash, 'forgets'), {room: 'lab'}, hash);
  }
});

test('what is written is read as what was meant', () => {
  for (const where of /** @type {const} */ ([{room: 'home'}, {room: 'lab'}, {room: 'chapter', id: 'why'}]))
    assert.deepEqual(whereOf(hashOf(where)), where);
});

test('the word lab is no experiment, and hides none', () => {
  assert.equal(linkIn('#lab'), '');
  assert.equal(linkIn('#lab&theme=dark'), '#theme=dark');
  assert.equal(linkIn('#lab=both-ways'), '');
  assert.equal(linkIn('#x=abc&axis=steps'), '#x=abc&axis=steps');
  assert.equal(linkIn('#labelled'), '#labelled');
  assert.deepEqual(['', '#', '#lab', '#lab&theme=dark', '#x=a'].map(isAnyLab), [true, true, true, false, false]);
});

test('a theme is one of those there are', () => {
  assert.deepEqual(['#theme=dark&chapter=a', '#chapter=a', '#theme=blue', ''].map(themeIn), ['dark', '', '', '']);
});

test('an experiment of ours is named by its id', () => {
  assert.equal(presetIn('#lab=both-ways'), 'both-ways');
  assert.deepEqual(['#lab', '#lab=', '#labs=a', '#x=lab=a', ''].map(presetIn), [null, null, null, null, null]);
});

test('the teacher’s page, the glossary and a chapter’s sheet have addresses, and nothing that looks like one does', () => {
  for (const room of /** @type {const} */ (['teach', 'class', 'glossary'])) {
    assert.deepEqual(whereOf(hashOf({room})), {room});
    assert.deepEqual(whereOf(`#${room}&theme=dark`, 'why'), {room});
    assert.deepEqual(whereOf(`#${room}x`), {room: 'lab'});
  }
  assert.deepEqual(whereOf(hashOf({room: 'sheet', id: 'why'})), {room: 'sheet', id: 'why'});
  assert.deepEqual(whereOf('#sheet=<b>'), {room: 'lab'});
});

test('a chapter is projected where its address says so', () => {
  assert.equal(isProjected('#chapter=why&projector=on'), true);
  for (const hash of ['', '#chapter=why', '#chapter=why&projector=off']) assert.equal(isProjected(hash), false, hash);
});

test('the address of a chapter says what it does without; what is no part of a chapter is passed over', () => {
  assert.deepEqual(chapterShape('#chapter=why&hide=onward,background,task,<b>').hide, ['background', 'onward']);
  assert.deepEqual(chapterShape('#hide=verdict,lab_link,recall&chapter=why').hide, ['recall', 'verdict', 'lab_link']);
  for (const hash of ['', '#chapter=why', '#chapter=why&hide=', '#chapter=why&hide=__proto__'])
    assert.equal(chapterShape(hash), NO_SHAPE, hash);
});

test('the next chapter keeps what the address says besides', () => {
  assert.equal(withChapter('#theme=dark&chapter=why&hide=onward', 'gates'), '#theme=dark&chapter=gates&hide=onward');
  assert.equal(withChapter('#chapter%3Dwhy', 'gates'), '#chapter=gates');
});
