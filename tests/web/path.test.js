// The path of chapters, the line of years, and where one goes on: also with all the chapters that the course is to have.
import assert from 'node:assert/strict';
import test from 'node:test';
import {HISTORY, TWENTIES, namesOf, years} from '../../web/learn/history.js';
import {CHAPTERS, OPENING} from '../../web/learn/index.js';
import papers from '../../web/learn/papers.json' with {type: 'json'};
import {PARTS, parted, whereToGoOn} from '../../web/learn/parts.js';
import {Progress} from '../../web/learn/progress.js';
import {PRESETS} from '../../web/state/presets.js';
import {addWords, say} from '../../web/words/words.js';
import {elementOf, written} from '../support/page_parts.js';
import {every, heard, textOf} from '../support/template_tree.js';

const COURSE = PARTS.flatMap(({chapters}) => chapters);
/** All that are planned, those that are not there yet made up. */
const ALL = COURSE.filter((id) => id !== 'positions').map((id) => ({id, minutes: 4}));
const there = (/** @type {string} */ id) => CHAPTERS.some((entry) => entry.id === id);
addWords({
  en: ALL.filter(({id}) => !there(id))
    .map(({id}) => `course-${id}-title = The ${id}\ncourse-${id}-question = What of ${id}?\n`)
    .join(''),
});

/** @param {object} properties */
const pathOf = (properties) =>
  elementOf('home/chapter_path.js', 'chapter-path', {progress: new Progress(null), ...properties});
/** @param {any} element */
const links = (element) => every(written(element), ({tag}) => tag === 'a');

test('every chapter belongs to one part, and the course goes through the parts in order', () => {
  assert.equal(new Set(COURSE).size, COURSE.length);
  const ids = CHAPTERS.map(({id}) => id);
  assert.deepEqual(
    ids,
    COURSE.filter((id) => ids.includes(id)),
  );
  assert.ok(ids.includes(OPENING));
});

test('fourteen chapters stand in five parts under headings, numbered through, seven side by side', async () => {
  const element = await pathOf({chapters: ALL, now: 'why'});
  const tree = written(element);
  assert.equal(ALL.length, 14);
  const headings = every(tree, ({tag}) => tag === 'h3').map(textOf);
  assert.deepEqual(headings, ['Memory', 'Looking back', 'Transformers', 'Language', 'Beyond']);
  const sections = every(tree, ({tag}) => tag === 'section');
  const counts = sections.map(({attributes}) => Number(attributes['data-count']));
  assert.deepEqual(counts, [4, 3, 2, 2, 3]);
  assert.deepEqual([counts[0] + counts[1], counts[2] + counts[3] + counts[4]], [7, 7], 'two whole rows');
  for (const {attributes} of sections)
    assert.ok(every(tree, ({attributes: {id}}) => id === attributes['aria-labelledby']).length);
  assert.deepEqual(
    links(element).map((link) => Number(/^\s*(\d+) · /.exec(textOf(link))?.[1])),
    ALL.map((_, i) => i + 1),
  );
  assert.deepEqual(
    links(element)
      .filter(({attributes}) => attributes['aria-current'] === 'true')
      .map(({attributes}) => attributes.href),
    ['#chapter=why'],
  );
});

test('of each it is told how far one has come', async () => {
  const progress = new Progress(null);
  progress.note('forgets', {predicted: 'gru', right: true, finished: true});
  progress.note('why', {predicted: 'rnn'});
  const element = await pathOf({chapters: ALL, progress});
  const [, forgets, why, gates] = links(element).map(textOf);
  assert.ok(forgets.includes(say('home.finished')) && forgets.includes(say('home.right')));
  assert.ok(why.includes(say('home.begun')) && gates.includes(say('home.minutes', {minutes: 4})));
});

test('a part without chapters is not there, and a chapter without a part is not lost', () => {
  const few = parted([{id: 'why'}, {id: 'of-a-teacher'}]);
  assert.deepEqual(
    few.map(({id, chapters}) => [id, chapters.map(({number}) => number)]),
    [
      ['memory', [1]],
      ['beyond', [2]],
    ],
  );
});

test('one goes on where one was: the last begun, after the end of it the next, at the very end nowhere', () => {
  const ids = ['a', 'b', 'c'];
  const progress = new Progress(null);
  const now = () => whereToGoOn(ids, progress);
  assert.equal(now(), null);
  progress.note('b', {predicted: 'x'});
  assert.equal(now(), 'b');
  progress.note('b', {finished: true});
  assert.equal(now(), 'c');
  progress.note('c', {predicted: 'x', finished: true});
  assert.equal(now(), 'a', 'what was passed over');
  progress.note('a', {predicted: 'x', finished: true});
  assert.equal(now(), null);
});

test('the home leads on to where one was, unless that is what it shows', async () => {
  const progress = new Progress(null);
  const home = await elementOf('home/home_page.js', 'home-page', {progress, place: {home: true, id: OPENING}});
  const said = () => written(home).map(textOf).join('');
  const other = /** @type {{id: string}} */ (CHAPTERS.find(({id}) => id !== OPENING));
  assert.doesNotMatch(said(), /Go on/);
  progress.note(other.id, {predicted: 'x'});
  assert.ok(said().includes(say('home.go_on', {title: say(`course.${other.id}.title`)})));
  home.place = {home: false, id: other.id};
  assert.doesNotMatch(said(), /Go on/);
});

test('the line of years goes from 1986 to the present; each find has a chapter or an experiment, and its paper', () => {
  assert.deepEqual(
    years().map(({year}) => year),
    [1986, 1991, 1997, 2014, 2017, 2018, 2019, TWENTIES],
  );
  assert.deepEqual(
    HISTORY.map(({year}) => year),
    HISTORY.map(({year}) => year).sort((a, b) => a - b),
  );
  for (const {id, year, chapter, lab, paper} of HISTORY) {
    assert.ok(chapter ? COURSE.includes(chapter) : PRESETS.some((preset) => preset.id === lab), id);
    const known = /** @type {any} */ (papers)[paper];
    assert.ok(known, paper);
    assert.ok(year === TWENTIES ? known.year >= 2020 : known.year === year, id);
    assert.doesNotMatch(say(`history.${id}`), /^history/);
  }
});

test('it is a list with ways to the chapters that there are, and to papers elsewhere', async () => {
  const line = await elementOf('home/history_line.js', 'history-line', {root: './', now: 'why'});
  const tree = written(line);
  const own = every(tree, ({attributes}) => String(attributes.class ?? '').includes('own'));
  assert.deepEqual(
    own.map((one) => /\d{4}/.exec(textOf(one))?.[0]),
    ['1991'],
  );
  const hrefs = every(tree, ({tag}) => tag === 'a').map(({attributes}) => attributes);
  const outside = hrefs.filter(({href}) => /^https:/.test(href));
  assert.equal(outside.length, HISTORY.length);
  for (const {rel, target} of outside) assert.deepEqual([rel, target], ['noopener', '_blank']);
  const inside = hrefs.filter(({href}) => !/^https:/.test(href)).map(({href}) => href);
  assert.deepEqual(
    inside,
    HISTORY.flatMap(({chapter = '', lab}) =>
      lab ? [`./#lab=${lab}`] : there(chapter) ? [`./#chapter=${chapter}`] : [],
    ),
  );
  assert.ok(heard(tree).includes(say('history.title')));
});

test('in a chapter it names what is of its years alone, and is silent where there is none', async () => {
  const line = await elementOf('home/history_line.js', 'history-line', {of: 'attention'});
  const words = heard(written(line));
  assert.ok(words.includes('2014') && words.includes(say('history.attention')));
  assert.ok(!words.includes('1986') && !words.includes(say('history.gru')));
  line.of = 'cost';
  assert.equal(heard(written(line)).trim(), '');
});

test('a paper is named by its first author, by both, or by the first of many', () => {
  assert.deepEqual(namesOf('J. L. Elman'), {first: 'Elman', second: '', count: 1});
  assert.deepEqual(namesOf('S. Jain, B. C. Wallace'), {first: 'Jain', second: 'Wallace', count: 2});
  assert.deepEqual(namesOf('M.-T. Luong, H. Pham, C. D. Manning'), {first: 'Luong', second: '', count: 3});
});
