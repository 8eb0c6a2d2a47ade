import assert from 'node:assert/strict';
import {test} from 'node:test';
import {elementCode, embedCode} from '../../web/embed/code.js';
import {readCommand, speakFor} from '../../web/embed/messages.js';
import {Race} from '../../web/runtime/race.js';
import {NOVEL_EXPERIMENT} from '../support/novel.js';
import {decodeLink, encodeLink} from '../../web/shape/link.js';
import {NO_SETTING} from '../../web/shape/page.js';
import {DEFAULT_VIEW} from '../../web/state/view.js';
import {fakeSurroundings} from '../support/fake_surroundings.js';
import {until} from '../support/until.js';

/** @param {import('node:test').TestContext} context @param {{unreadable?: string, chapter?: boolean}} [opened] */
function embedded(context, {unreadable = '', chapter = false} = {}) {
  const race = new Race(fakeSurroundings(), {...NOVEL_EXPERIMENT, train: {...NOVEL_EXPERIMENT.train, steps: 60}});
  context.after(() => race.close());
  /** @type {any[]} */
  const posted = [];
  let time = 0;
  let height = 500;
  /** @type {(message: any) => void} */
  let receive = () => {};
  const app = {view: DEFAULT_VIEW, page: NO_SETTING, unreadable};
  const voice = speakFor(race, app, {
    post: (message) => posted.push(message),
    listen: (callback) => (receive = callback),
    now: () => time++,
    height: () => height,
    chapter,
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
  return {
    race,
    app,
    posted,
    said,
    voice,
    say: (/** @type {any} */ message) => receive(message),
    grow: () => (height += 10),
  };
}

test('the embed code is one iframe that holds the experiment and nothing that could end it early', async () => {
  const hash = await encodeLink({experiment: NOVEL_EXPERIMENT});
  const code = embedCode({page: 'https://example.org/unrolled/index.html?a=1#x=old', hash, title: 'A "race" <b>&'});
  const [, source] = /src="([^"]+)"/.exec(code) ?? [];
  const address = new URL(source.replaceAll('&amp;', '&'));
  assert.equal(address.origin + address.pathname, 'https://example.org/unrolled/embed.html');
  assert.deepEqual((await decodeLink(address.hash)).experiment, NOVEL_EXPERIMENT);
  assert.match(code, /^<iframe [^<>]*><\/iframe>$/);
  assert.match(code, / sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads"/);
  assert.match(code, / allow="clipboard-write"/);
  assert.match(code, /loading="lazy"/);
  assert.match(code, / credentialless=""/); // or pages that are cross-origin isolated show nothing
  assert.match(code, /title="A &quot;race&quot; &lt;b&gt;&amp;"/);
});

test('a line says the height that was measured, both kinds', () => {
  const of = {page: 'https://example.org/unrolled/', hash: '#x=abc', height: 777};
  assert.match(embedCode(of), / height="777"/);
  assert.match(elementCode(of), / height="777"/);
});

test('the element code names the script beside the page', () => {
  const code = elementCode({page: 'https://example.org/unrolled/', hash: '#x=abc&axis=seconds'});
  assert.equal(
    code,
    '<script src="https://example.org/unrolled/unrolled-lab.js" defer></script><unrolled-lab state="#x=abc&amp;axis=seconds"></unrolled-lab>',
  );
});

test('a message is a command, or it is ours and says what is wrong, or it is nobody’s', () => {
  const good = {type: 'unrolled:start', v: 1, id: 7};
  assert.deepEqual(readCommand(good), {command: 'start', id: 7, data: null, fault: null});
  for (const [wrong, key] of /** @type {[any, string][]} */ ([
    [{v: 2}, 'message.version'],
    [{v: undefined}, 'message.version'],
    [{v: {}}, 'message.version'],
    [{type: 'unrolled:eval'}, 'message.command'],
    [{type: 'unrolled:constructor'}, 'message.command'],
    [{type: 'unrolled:'}, 'message.command'],
    [{id: {}}, 'message.id'],
    [{id: 'x'.repeat(101)}, 'message.id'],
  ]))
    assert.equal(readCommand({...good, ...wrong})?.fault?.key, key);
  for (const others of [null, 'start', 7, {}, {...good, type: 'other:start'}, {...good, type: {}}])
    assert.equal(readCommand(others), null);
  for (const echo of ['ready', 'state', 'error', 'progress', 'height'])
    assert.equal(readCommand({...good, type: `unrolled:${echo}`}), null, 'what the frame says is not answered');
});

test('an unknown command or version is answered in words, to who asked', async (context) => {
  const {race, posted, say} = embedded(context);
  say({type: 'unrolled:explode', v: 1, id: 'a'});
  say({type: 'unrolled:start', v: 7, id: 'b'});
  await until(() => posted.filter(({type}) => type === 'unrolled:error').length === 2, 'both answers');
  const [command, version] = posted.filter(({type}) => type === 'unrolled:error');
  assert.deepEqual([command.id, command.data.code], ['a', 'message']);
  assert.match(command.data.message, /“?"explode" is no command; .* getState, setState, present\.$/);
  assert.equal(version.id, 'b');
  assert.match(version.data.message, /version 7 came; this frame understands version 1\./);
  assert.equal(race.state, 'idle');
});

test('a link that could not be read opens nothing: the host hears why, and can send an experiment', async (context) => {
  const {race, app, posted, say, said} = embedded(context, {unreadable: 'The link is damaged.'});
  assert.deepEqual([posted[0].type, posted[0].data.message], ['unrolled:error', 'The link is damaged.']);
  say({type: 'unrolled:start', v: 1, id: 'a'});
  await until(() => posted.some(({id}) => id === 'a'), 'an answer');
  assert.equal(posted.find(({id}) => id === 'a').data.key, 'message.nothing');
  assert.equal(race.state, 'idle');
  say({type: 'unrolled:setState', v: 1, id: 'b', data: {experiment: NOVEL_EXPERIMENT}});
  await said('unrolled:state');
  assert.equal(app.unreadable, '');
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
  const experiment = {...NOVEL_EXPERIMENT, models: [{kind: 'rnn', hidden_size: 4}]};
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

test('the whole object comes in and goes out, without the text of the reader; what is left out stays', async (context) => {
  const {race, app, posted, say} = embedded(context);
  const answer = async (/** @type {string} */ id) => {
    await until(() => posted.some((message) => message.id === id), `an answer to ${id}`);
    return posted.find((message) => message.id === id);
  };
  const task = {kind: 'text', corpus: 'own', length: 8, text: 'A secret of the reader’s. '.repeat(20)};
  const whole = {
    experiment: {...race.experiment, task},
    view: {axis: 'seconds', pacing: 'steps'},
    shape: {hide: ['inside'], lock: ['train.seed', 'nonsense']},
    text: {title: 'Mine'},
  };
  say({type: 'unrolled:setState', v: 1, id: 'a', data: whole});
  const {data} = await answer('a');
  const shape = {hide: ['inside'], lock: ['train.seed'], open: []};
  assert.deepEqual([data.view, data.shape, data.text], [{...DEFAULT_VIEW, ...whole.view}, shape, whole.text]);
  assert.deepEqual(app.page, {start: whole.view, shape, text: whole.text});
  assert.ok(race.pacing === 'steps' && !JSON.stringify(data).includes('secret'));

  say({type: 'unrolled:setState', v: 1, id: 'b', data: {experiment: race.experiment, text: {}}});
  const after = (await answer('b')).data;
  assert.deepEqual([after.view, after.shape, after.text], [data.view, shape, {}]);

  say({type: 'unrolled:setState', v: 1, id: 'c', data: {...whole, shape: {hide: 'all'}}});
  assert.match((await answer('c')).data.message, /"shape.hide"/);
  assert.deepEqual(app.page.shape, shape);
});

test('a chapter is neither begun nor changed by the page around it, which hears how it goes', async (context) => {
  const {race, said, say, posted} = embedded(context, {chapter: true});
  await said('unrolled:ready');
  for (const [i, command] of ['start', 'reset', 'setState'].entries()) {
    posted.length = 0;
    say({type: `unrolled:${command}`, v: 1, id: i, data: {experiment: {...NOVEL_EXPERIMENT, name: 'Other'}}});
    const {id, data} = await said('unrolled:error');
    assert.deepEqual([id, data.key], [i, 'message.chapter']);
  }
  assert.deepEqual([race.started, race.experiment.name], [false, NOVEL_EXPERIMENT.name]);
  say({type: 'unrolled:getState', v: 1, id: 9, data: {}});
  assert.equal((await said('unrolled:state')).id, 9);
});
