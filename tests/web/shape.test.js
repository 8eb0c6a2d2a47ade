// The one object for what a page shows: what comes out of a link is what went in, or is refused; readers only tighten.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {deflateRawSync} from 'node:zlib';
import {noticeOf} from '../../web/shape/address.js';
import {NAME_LIMIT, NAMES_LIMIT, parsePage, TEXT_LIMITS} from '../../web/shape/check.js';
import {decodeLink, encodeLink} from '../../web/shape/link.js';
import {NO_SETTING} from '../../web/shape/page.js';
import {covers, optionPaths, PARTS} from '../../web/shape/parts.js';
import {hides, locks, NO_SHAPE, opens, tightened} from '../../web/shape/shape.js';
import {unhidden, isLocked} from '../../web/elements/setup/option_values.js';
import {NOVEL_EXPERIMENT} from '../support/novel.js';
import {PRESETS} from '../../web/state/presets.js';
import {DEFAULT_VIEW} from '../../web/state/view.js';
import {FAKE_DESCRIBE} from '../support/fake_describe.js';

const VERBS = /** @type {const} */ (['hide', 'lock', 'open']);
const VIEWS = {
  axis: ['step', 'tokens', 'seconds', 'flops'],
  metric: ['', 'loss', 'accuracy', 'exact'],
  log: [true, false],
  log_y: [true, false],
  smooth: [0, 0.5, 0.9, 0.98, 0.999],
  pacing: ['free', 'steps', 'seconds'],
  speed: [0, 1, 30, 1000],
  patience: [0, 1, 5, 100],
  goal: ['', 'loss:0.5', 'accuracy:0.99', 'exact:1'],
};
const PIECES = ['a', 'Ω', '世界', '🌊', ' ', '\n', '<b>', '&amp;', '"', '=', '&hide=x', '</script>', '{ $x }'];

/** Numbers below a limit, the same ones each time. @param {number} seed */
function dice(seed) {
  let state = seed;
  return (/** @type {number} */ limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** @template T @param {(limit: number) => number} roll @param {readonly T[]} list @param {number} most @returns {T[]} */
const some = (roll, list, most) => [...new Set(Array.from({length: roll(most + 1)}, () => list[roll(list.length)]))];

/** @param {(limit: number) => number} roll */
function randomPage(roll) {
  const paths = optionPaths(FAKE_DESCRIBE);
  const starred = ['models.*.dropout', 'models.lstm.*', 'train.optimizer.*', 'models.*.kind', ...paths];
  const names = (/** @type {'hide' | 'lock' | 'open'} */ verb) =>
    some(roll, [...Object.keys(PARTS).filter((part) => PARTS[part].includes(verb)), ...starred], 6);
  const view = Object.fromEntries(
    some(roll, Object.entries(VIEWS), 4).map(([name, choices]) => [name, choices[roll(choices.length)]]),
  );
  const words = () => Array.from({length: 1 + roll(20)}, () => PIECES[roll(PIECES.length)]).join('');
  const literal = Object.fromEntries(some(roll, ['title', 'story', 'watch'], 3).map((name) => [name, words()]));
  const {id, experiment} = PRESETS[roll(PRESETS.length)];
  return {
    experiment,
    start: view,
    shape: {hide: names('hide'), lock: names('lock'), open: names('open')},
    text: roll(3) ? literal : {preset: id},
  };
}

test('whatever a page shows comes out of its link again, and the view refined by what is readable', async () => {
  const roll = dice(9);
  for (let i = 0; i < 300; i++) {
    const page = /** @type {any} */ (randomPage(roll));
    const view = {...DEFAULT_VIEW, ...page.start, ...randomPage(roll).start};
    const {error, notice, ...back} = await decodeLink(await encodeLink({...page, view}), FAKE_DESCRIBE);
    assert.deepEqual([error, notice], ['', '']);
    const bare = [...VERBS.flatMap((verb) => page.shape[verb]), ...Object.keys(page.text)].length === 0;
    // What is locked is in the object, and not for the address to change.
    const {pacing, speed, patience, goal} = {...DEFAULT_VIEW, ...page.start};
    const paced = locks(page.shape, 'pace') ? {...view, pacing, speed} : view;
    const seen = locks(page.shape, 'early_end') ? {...paced, patience, goal} : paced;
    assert.deepEqual(back, {...page, view: seen, start: bare ? {} : page.start});
    assert.deepEqual(
      (await decodeLink(await encodeLink(/** @type {any} */ (back)), FAKE_DESCRIBE)).shape,
      page.shape,
      'shared again',
    );
  }
});

test('where nothing is shaped and nothing said the bare experiment is packed, as older pages read it', async () => {
  const plain = await encodeLink({experiment: NOVEL_EXPERIMENT});
  assert.equal(await encodeLink({experiment: NOVEL_EXPERIMENT, ...NO_SETTING}), plain);
  assert.equal(`#x=${deflateRawSync(JSON.stringify(NOVEL_EXPERIMENT)).toString('base64url')}`.length, plain.length);
  const begun = await encodeLink({experiment: NOVEL_EXPERIMENT, start: {axis: 'flops'}});
  assert.equal(begun, `${plain}&axis=flops`);
});

const OLD = JSON.parse(readFileSync(new URL('../support/old_links.json', import.meta.url), 'utf8'));

test('links of before open to the same experiment and view', async () => {
  assert.equal(OLD.length, 3);
  for (const {hash, experiment, view} of OLD) {
    const seen = {...view, patience: 0, goal: '', theme: 'auto'}; // what no link said then
    assert.deepEqual(await decodeLink(hash), {experiment, view: seen, ...NO_SETTING, error: '', notice: ''});
  }
});

/** @param {object} kept */
const json = (kept) => JSON.stringify({experiment: NOVEL_EXPERIMENT, ...kept});

test('what no page writes is refused in words', () => {
  const cases = /** @type {[string, RegExp][]} */ ([
    [json({shape: []}), /"shape" is not an object/],
    [json({view: 'flops'}), /"view" is not an object/],
    [json({text: 'Hello'}), /"text" is not an object/],
    [json({shape: {hide: 'gallery'}}), /"shape.hide" is not a list/],
    [json({shape: {lock: [7]}}), /"shape.lock" is not a list/],
    [json({shape: {open: Array(NAMES_LIMIT + 1).fill('task')}}), /at most 64 names/],
    [json({shape: {hide: ['x'.repeat(NAME_LIMIT + 1)]}}), /at most 80 characters/],
    [json({text: {title: 'x'.repeat(TEXT_LIMITS.title + 1)}}), /"text.title" is not a text of at most 120/],
    [json({text: {story: {html: '<b>'}}}), /"text.story"/],
    [`{"experiment":${JSON.stringify(NOVEL_EXPERIMENT)},"shape":{"__proto__":{"hide":["chart"]}}}`, /"__proto__"/],
    [`{"experiment":${JSON.stringify(NOVEL_EXPERIMENT)},"text":{"constructor":"x"}}`, /"constructor"/],
    [json({shape: JSON.parse(`${'{"hide":'.repeat(80)}1${'}'.repeat(80)}`)}), /within lists/],
    [JSON.stringify({experiment: null}), /no experiment/],
    [JSON.stringify({experiment: {...NOVEL_EXPERIMENT, version: 4}, shape: {}}), /newer Unrolled/],
  ]);
  for (const [text, expected] of cases) {
    assert.throws(
      () => parsePage(text, FAKE_DESCRIBE),
      (/** @type {Error} */ error) => {
        assert.match(error.message, expected);
        return error.message.length < 200;
      },
    );
  }
});

test('what a newer page may write is left out, by name', async () => {
  const text = {title: 'T', goal: 'win', story: 'a\u202eb\u0007\nc'};
  const shape = {hide: ['inside', 'hologram', 'toString', 'task.colour'], lock: ['inside', 'models.mamba.*'], ask: []};
  const {page, unknown} = parsePage(
    json({shape, text, view: {axis: 'up', log: true, zoom: 2}, beats: []}),
    FAKE_DESCRIBE,
  );
  assert.deepEqual(page.shape, {hide: ['inside'], lock: [], open: []});
  assert.deepEqual(page.text, {title: 'T', story: 'ab\nc'});
  assert.deepEqual(page.view, {log: true});
  assert.deepEqual(unknown, [
    'beats',
    'ask',
    'hologram',
    'toString',
    'task.colour',
    'inside',
    'models.mamba.*',
    'goal',
  ]);
  const hash = `#x=${deflateRawSync(json({shape, text: {preset: 'no-such'}})).toString('base64url')}`;
  const {notice, text: said} = await decodeLink(hash, FAKE_DESCRIBE);
  assert.match(notice, /7 things .* left out: ask, hologram, toString and 4 more\.$/);
  assert.deepEqual(said, {});
});

test('readable parameters only tighten, whatever they say', async () => {
  const roll = dice(4);
  const words = ['gallery', 'train.seed', 'models.*.dropout', 'nonsense', '', '-inside', '__proto__', 'chart', 'pace'];
  for (let i = 0; i < 200; i++) {
    const page = /** @type {any} */ (randomPage(roll));
    const more = `&hide=${some(roll, words, 5).join(',')}&lock=${some(roll, words, 5).join(',')}&open=gallery&shape={}`;
    const {shape, text, error, notice} = await decodeLink((await encodeLink(page)) + more, FAKE_DESCRIBE);
    assert.deepEqual([text, shape.open, error, notice], [page.text, page.shape.open, '', '']);
    for (const verb of /** @type {const} */ (['hide', 'lock'])) {
      assert.deepEqual(shape[verb].slice(0, page.shape[verb].length), page.shape[verb]);
      assert.ok(shape[verb].every((name) => page.shape[verb].includes(name) || words.includes(name)));
      assert.ok(!shape[verb].includes('nonsense') && !shape[verb].includes('__proto__'));
    }
  }
});

test('a pace that is locked is no longer for the address to say, except where the address locks it', async () => {
  const shape = {...NO_SHAPE, lock: ['pace']};
  const packed = await encodeLink({experiment: NOVEL_EXPERIMENT, start: {pacing: 'steps'}, shape});
  assert.equal((await decodeLink(`${packed}&pace=free&speed=9&axis=flops`)).view.pacing, 'steps');
  const locked = await decodeLink(`${await encodeLink({experiment: NOVEL_EXPERIMENT})}&pace=seconds&lock=pace`);
  assert.equal(locked.view.pacing, 'seconds');
  const again = await decodeLink(await encodeLink(/** @type {any} */ (locked)));
  assert.deepEqual([again.view.pacing, again.shape.lock], ['seconds', ['pace']]);
});

test('a part stands for what it has inside, a star for whatever stands there', () => {
  for (const [entry, name, expected] of /** @type {[string, string, boolean][]} */ ([
    ['task', 'task.length', true],
    ['task', 'data', true],
    ['data', 'task.corpus', true],
    ['data', 'task.length', false],
    ['task.corpus', 'task', false],
    ['training', 'train.optimizer.lr', true],
    ['train.optimizer.*', 'train.optimizer.kind', true],
    ['train.optimizer.*', 'train.seed', false],
    ['models', 'models.lstm.dropout', true],
    ['models.*.dropout', 'models.lstm.dropout', true],
    ['models.*.dropout', 'models.lstm.num_layers', false],
    ['models.lstm.*', 'models.gru.dropout', false],
  ]))
    assert.equal(covers(entry, name), expected, `${entry} ${name}`);
  const shape = {hide: ['models'], lock: ['models.*.dropout'], open: ['models.lstm.hidden_size', 'train.seed']};
  assert.ok(hides(shape, 'add_model') && !hides(shape, 'inside'));
  assert.ok(locks(shape, 'models.lstm.*') && !locks(shape, 'train.*'));
  assert.ok(opens(shape, 'models.lstm.*') && !opens(shape, 'models.gru.*') && opens(shape, 'training'));
  assert.equal(tightened(shape, {hide: ['models'], lock: []}), shape);
});

test('all options of a place are its part', () => {
  const {page} = parsePage(json({shape: {hide: ['train.*'], lock: ['task.*'], open: ['models.*']}}), FAKE_DESCRIBE);
  assert.deepEqual(page.shape, {hide: ['training'], lock: ['task'], open: ['model_editor']});
});

test('options that are hidden go, and whoever decides about a locked one is locked too', () => {
  const {options} = FAKE_DESCRIBE.models[0];
  const shape = {hide: ['models.*.dropout'], lock: ['models.rnn.embedding_size'], open: []};
  const left = unhidden(options, 'models.rnn', shape).map(({name}) => name);
  assert.deepEqual(left, ['input', 'embedding_size', 'hidden_size', 'num_layers']);
  const locked = options.filter((option) => isLocked(option, options, 'models.rnn', shape)).map(({name}) => name);
  assert.deepEqual(locked, ['input', 'embedding_size']);
});

test('a link says which arithmetic it promises, and a page with another one says so', async () => {
  const experiment = {...NOVEL_EXPERIMENT};
  const hash = await encodeLink({experiment, arithmetic: 3});
  assert.match(hash, /&a=3$/);
  const address = await decodeLink(hash);
  assert.equal(address.arithmetic, 3);
  const said = (/** @type {number | undefined} */ arithmetic) => noticeOf(address, {...FAKE_DESCRIBE, arithmetic});
  assert.deepEqual([said(3), said(undefined)], ['', '']);
  assert.match(said(4), /last digit/);
  assert.equal((await decodeLink('#a=-1')).arithmetic, undefined);
  const fast = {
    ...address,
    experiment: {...experiment, train: {...experiment.train, tier: /** @type {const} */ ('fast')}},
  };
  assert.equal(noticeOf(fast, {...FAKE_DESCRIBE, arithmetic: 4}), '');
});
