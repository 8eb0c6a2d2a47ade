import assert from 'node:assert/strict';
import {test} from 'node:test';
import {deflateRawSync} from 'node:zlib';
import {NOVEL_EXPERIMENT} from '../support/novel.js';
import {NO_SETTING} from '../../web/shape/page.js';
import {decodeLink, encodeLink, textTravels} from '../../web/shape/link.js';
import {ENCODED_LIMIT} from '../../web/state/link_limit.js';
import {} from '../../web/state/packed.js';
import {DEFAULT_VIEW} from '../../web/state/view.js';

/** A hash with anything at all inside. @param {string | Buffer} content */
const hashOf = (content) => `#x=${deflateRawSync(content, {level: 9}).toString('base64url')}`;

/** @param {(experiment: any) => void} change */
const changed = (change) => {
  const experiment = structuredClone(NOVEL_EXPERIMENT);
  change(experiment);
  return hashOf(JSON.stringify(experiment));
};

test('a link gives back the same experiment and view', async () => {
  const view = {
    axis: /** @type {const} */ ('seconds'),
    metric: /** @type {const} */ ('exact'),
    log: true,
    log_y: true,
    smooth: 0.9,
    pacing: /** @type {const} */ ('steps'),
    speed: 5,
    patience: 4,
    goal: 'accuracy:0.99',
    theme: /** @type {const} */ ('dark'),
  };
  const hash = await encodeLink({experiment: NOVEL_EXPERIMENT, view});
  assert.match(
    hash,
    /^#x=[A-Za-z0-9_-]+&axis=seconds&metric=exact&log=1&logy=1&smooth=0\.9&pace=steps&speed=5&patience=4&goal=accuracy:0\.99&theme=dark$/,
  );
  assert.deepEqual(await decodeLink(hash), {
    experiment: NOVEL_EXPERIMENT,
    view,
    ...NO_SETTING,
    error: '',
    notice: '',
  });
});

test('own text travels in every alphabet, and stays behind when it is too long', async () => {
  const task = {kind: 'text', corpus: 'own', length: 8, text: 'Здравствуй, 世界 🌊\n'.repeat(300)};
  const experiment = {...NOVEL_EXPERIMENT, task};
  assert.deepEqual((await decodeLink(await encodeLink({experiment}))).experiment, experiment);

  const noise = Array.from({length: 20_000}, (_, i) => String.fromCodePoint(0x4e00 + ((i * i * 7919) % 20_000))).join(
    '',
  );
  const long = {...experiment, task: {...task, text: noise}};
  assert.equal(await textTravels(long), false);
  const hash = await encodeLink({experiment: long});
  assert.ok(hash.length < ENCODED_LIMIT);
  assert.equal((await decodeLink(hash)).experiment?.task.text, undefined);
});

test('a link is reproducible unless it says otherwise', async () => {
  const tierOf = async (/** @type {string} */ hash) => (await decodeLink(hash)).experiment?.train.tier;
  assert.equal(await tierOf(changed(({train}) => delete train.tier)), 'strict');
  assert.equal(await tierOf(changed(({train}) => (train.tier = 'strict'))), 'strict');
  assert.equal(await tierOf(changed(({train}) => (train.tier = 'fast'))), 'fast');
});

test('an address without an experiment is no error', async () => {
  for (const hash of ['', '#', '#axis=flops', '#axis=flops&later=1'])
    assert.deepEqual(await decodeLink(hash), {
      experiment: null,
      view: {...DEFAULT_VIEW, axis: hash.startsWith('#axis=flops') ? 'flops' : 'step'},
      ...NO_SETTING,
      error: '',
      notice: '',
    });
});

test('a link is read however it was handed on', async () => {
  const view = {...DEFAULT_VIEW, axis: /** @type {const} */ ('seconds'), smooth: 0.9};
  const hash = await encodeLink({experiment: NOVEL_EXPERIMENT, view});
  const whole = `https://example.org/unrolled/${hash}`;
  const wrapped = whole.replace(/.{60}/g, '$&\r\n');
  const ways = [
    whole,
    hash.slice(1),
    `${whole}.`,
    `${whole}).`,
    `(${whole})`,
    `<${whole}>`,
    `“${whole}”`,
    `"${whole}",`,
    `  ${whole}\n`,
    `See ${whole} for the race.`,
    wrapped,
    wrapped.replaceAll('\r\n', '\n> '),
    encodeURIComponent(whole),
    encodeURIComponent(hash),
    encodeURIComponent(encodeURIComponent(whole)),
    encodeURI(`"${wrapped}"`),
    `https://mail.example/?url=${encodeURIComponent(whole)}&data=05%7C`,
    whole.replaceAll('&', '&amp;'),
  ];
  for (const written of ways) {
    const {experiment, view: seen, error} = await decodeLink(written);
    assert.deepEqual([experiment, seen, error], [NOVEL_EXPERIMENT, view, ''], written);
  }
});

test('what is no link is said, and what opens nothing too', async () => {
  const {error: none, experiment} = await decodeLink('#theme=dark&https://example.org/unrolled/');
  assert.deepEqual([experiment, none], [null, 'This is not a link to an experiment: nothing in it could be read.']);
  const hash = await encodeLink({experiment: NOVEL_EXPERIMENT});
  for (const [written, problem] of /** @type {[string, RegExp][]} */ ([
    ['#models', /not a link/],
    ['forgets', /not a link/],
    ['100 %', /not a link/],
    ['#x=', /damaged/],
    [hash.slice(0, -40), /damaged/],
    [`#x=${'"'.repeat(1e6)}`, /damaged/],
  ])) {
    const {experiment: opened, error} = await decodeLink(written);
    assert.equal(opened, null);
    assert.match(error, problem, written.slice(0, 40));
  }
});

test('a small link that unpacks to a lot is stopped while unpacking', async () => {
  const bomb = hashOf(Buffer.alloc(8 * 1024 * 1024, 32));
  assert.ok(bomb.length < ENCODED_LIMIT, 'the bomb itself is short enough to be tried');
  const {experiment, error} = await decodeLink(bomb);
  assert.equal(experiment, null);
  assert.match(error, /more than a megabyte/);
});

test('hostile and damaged links are refused in words', async () => {
  const cases = /** @type {[string, RegExp][]} */ ([
    [`#x=${'A'.repeat(ENCODED_LIMIT + 1)}`, /too long/],
    ['#x=!!!!', /damaged/],
    ['#x=AAAA', /damaged/],
    [hashOf('not json'), /not JSON/],
    [hashOf(Buffer.from([0x22, 0xff, 0xfe, 0x22])), /damaged/],
    [hashOf('[]'), /no experiment/],
    [hashOf('null'), /no experiment/],
    [changed((e) => (e.version = 4)), /newer Unrolled.* version 4,/],
    [changed((e) => (e.version = 0)), /version 0; this page reads versions 1 to 3/],
    [changed((e) => (e.version = 'x'.repeat(1000))), /version "x{39} ?;|version "x{1,39};/],
    [changed((e) => (e.models = [])), /0 models/],
    [changed((e) => (e.models = Array(7).fill({kind: 'rnn'}))), /7 models/],
    [changed((e) => (e.models = 'rnn')), /no whole experiment/],
    [changed((e) => delete e.task), /no whole experiment/],
    [hashOf('{"version":1,"train":{"__proto__":{"polluted":true}}}'), /"__proto__"/],
    [hashOf(`{"version":1,"deep":${'['.repeat(200)}${']'.repeat(200)}}`), /within lists/],
    [hashOf(`{"version":1,"deep":${'['.repeat(200_000)}${']'.repeat(200_000)}}`), /./],
  ]);
  for (const [hash, expected] of cases) {
    const {experiment, error} = await decodeLink(hash);
    assert.equal(experiment, null, hash.slice(0, 60));
    assert.match(error, expected);
    assert.ok(error.length < 200, 'a sentence, not the content of the link');
  }
  assert.equal(/** @type {any} */ ({}).polluted, undefined);
});

test('view parameters out of range are as if they were not there', async () => {
  const {view} = await decodeLink('#axis=__proto__&log=yes&smooth=7&pace=warp&speed=-1');
  assert.deepEqual(view, DEFAULT_VIEW);
});
