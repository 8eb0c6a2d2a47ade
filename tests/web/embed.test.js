import assert from 'node:assert/strict';
import {test} from 'node:test';
import {elementCode, embedCode} from '../../web/embed/code.js';
import {readCommand, speakFor} from '../../web/embed/messages.js';
import {Race} from '../../web/runtime/race.js';
import {DEFAULT_EXPERIMENT} from '../../web/state/defaults.js';
import {decodeLink, encodeLink} from '../../web/state/link.js';
import {fakeSurroundings} from '../support/fake_surroundings.js';

/** @param {import('node:test').TestContext} context */
function embedded(context) {
  const race = new Race(fakeSurroundings(), {...DEFAULT_EXPERIMENT, train: {...DEFAULT_EXPERIMENT.train, steps: 60}});
  context.after(() => race.close());
  /** @type {any[]} */
  const posted = [];
  let time = 0;
  let height = 500;
  /** @type {(message: any) => void} */
  let receive = () => {};
  const voice = speakFor(race, {
    post: (message) => posted.push(message),
    listen: (callback) => (receive = callback),
    now: () => time++,
    height: () => height,
  });
  /** @param {string} type */
  const said = async (type) => {
    for (let i = 0; i < 500; i++) {
      const found = posted.find((message) => message.type === type);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    assert.fail(`never said ${type}`);
  };
  return {race, posted, said, voice, say: (/** @type {any} */ message) => receive(message), grow: () => (height += 10)};
}

test('the embed code is one iframe that holds the experiment and nothing that could end it early', async () => {
  const hash = await encodeLink({experiment: DEFAULT_EXPERIMENT});
  const code = embedCode({page: 'https://example.org/unrolled/index.html?a=1#x=old', hash, title: 'A "race" <b>&'});
  const [, source] = /src="([^"]+)"/.exec(code) ?? [];
  const address = new URL(source.replaceAll('&amp;', '&'));
  assert.equal(address.origin + address.pathname, 'https://example.org/unrolled/embed.html');
  assert.deepEqual((await decodeLink(address.hash)).experiment, DEFAULT_EXPERIMENT);
  assert.match(code, /^<iframe [^<>]*sandbox="allow-scripts"[^<>]*><\/iframe>$/);
  assert.match(code, /loading="lazy"/);
  assert.match(code, /title="A &quot;race&quot; &lt;b&gt;&amp;"/);
});

test('the element code names the script beside the page', () => {
  const code = elementCode({page: 'https://example.org/unrolled/', hash: '#x=abc&axis=seconds'});
  assert.equal(
    code,
    '<script src="https://example.org/unrolled/unrolled-lab.js" defer></script><unrolled-lab state="#x=abc&amp;axis=seconds"></unrolled-lab>',
  );
});

test('only well-formed commands are commands', () => {
  const good = {type: 'unrolled:start', v: 1, id: 7};
  assert.deepEqual(readCommand(good), {command: 'start', id: 7, data: null});
  for (const bad of [
    null,
    'start',
    7,
    {},
    {...good, v: 2},
    {...good, type: 'other:start'},
    {...good, type: 'unrolled:eval'},
    {...good, type: {}},
    {...good, id: {}},
    {...good, id: 'x'.repeat(101)},
    {...good, type: 'unrolled:constructor'},
  ])
    assert.equal(readCommand(bad), null);
});

test('an embedded race tells its life: ready, started, progress at most 4 a second, done', async (context) => {
  const {race, posted, said, say} = embedded(context);
  assert.equal(posted[0].type, 'unrolled:ready');
  assert.equal(posted[0].v, 1);
  let numbers = 0;
  race.addEventListener('progress', () => numbers++);
  say({type: 'unrolled:start', v: 1, id: 1});
  const {data} = await said('unrolled:done');
  assert.deepEqual(
    data.models.map((/** @type {any} */ {step}) => step),
    [60, 60, 60],
  );
  const types = posted.map(({type}) => type);
  assert.equal(types.filter((type) => type === 'unrolled:started').length, 1);
  // The clock here moves 1 ms a look, so that 250 ms pass never or once.
  assert.ok(numbers > 3 && types.filter((type) => type === 'unrolled:progress').length <= 2);
});

test('state goes out and comes in; a bad one is refused in words', async (context) => {
  const {race, posted, said, say} = embedded(context);
  say({type: 'unrolled:getState', v: 1, id: 'a'});
  assert.deepEqual((await said('unrolled:state')).data.experiment, race.experiment);
  const experiment = {...DEFAULT_EXPERIMENT, models: [{kind: 'rnn', hidden_size: 4}]};
  say({type: 'unrolled:setState', v: 1, id: 'b', data: {experiment}});
  for (let i = 0; i < 200 && race.runners.length !== 1; i++) await new Promise((resolve) => setTimeout(resolve, 2));
  assert.equal(race.runners[0].name, 'RNN 4');
  say({type: 'unrolled:setState', v: 1, id: 'c', data: {experiment: {version: 9}}});
  const {data} = await said('unrolled:error');
  assert.match(data.message, /version 9/);
  assert.equal(posted.find(({type}) => type === 'unrolled:error').id, 'c');
});

test('the height is told when it changes, in both dialects', (context) => {
  const {posted, voice, grow} = embedded(context);
  voice.resized();
  voice.resized();
  grow();
  voice.resized();
  assert.deepEqual(
    posted.filter(({type}) => type === 'unrolled:height').map(({data}) => data.height),
    [500, 510],
  );
  assert.deepEqual(
    posted.filter(({subject}) => subject === 'lti.frameResize').map(({height}) => height),
    [500, 510],
  );
});
