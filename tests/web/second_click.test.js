// A double click on what goes away and moves the page: its second half hits nothing else.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {NOVEL_EXPERIMENT} from '../support/novel.js';
import {FAKE_DESCRIBE} from '../support/fake_describe.js';
import {elementOf, written} from '../support/page_parts.js';
import {every} from '../support/template_tree.js';
import {ignoreSecond} from '../../web/elements/parts/second_click.js';

/** @param {object} at */
const click = (at) =>
  Object.assign(new Event('click', {cancelable: true}), {clientX: 100, clientY: 50, detail: 1, ...at});

test('for half a second nothing is clicked at the place of a click, and all else is', (context) => {
  context.mock.timers.enable({apis: ['setTimeout']});
  const window = new EventTarget();
  Object.assign(globalThis, {window});
  let heard = 0;
  ignoreSecond(/** @type {any} */ (click({})));
  window.addEventListener('click', () => heard++);
  const hears = (/** @type {object} */ at) => {
    heard = 0;
    window.dispatchEvent(click(at));
    return heard === 1;
  };
  assert.equal(hears({detail: 2, clientX: 103}), false);
  assert.equal(hears({clientY: 300}), true, 'elsewhere');
  assert.equal(hears({detail: 0}), true, 'by a key');
  context.mock.timers.tick(500);
  assert.equal(hears({detail: 2}), true, 'later');
  ignoreSecond(/** @type {any} */ (click({detail: 0})));
  assert.equal(hears({}), true, 'the first came from a key');
});

for (const [which, name] of /** @type {const} */ ([
  [0, 'that opens a kept race'],
  [1, 'that declines it'],
]))
  test(`the notice ${name} is clicked twice, and what slides beneath the hand is not`, async () => {
    const window = new EventTarget();
    Object.assign(globalThis, {window});
    const models = [{name: 'RNN', step: 40, scores: {}}];
    const page = {experiment: NOVEL_EXPERIMENT};
    const row = {id: 'a', name: 'Recipes', changed: 0, steps: [40], receipt: {models, page}, bytes: [1], runs: [{}]};
    const race = Object.assign(new EventTarget(), {describe: FAKE_DESCRIBE, started: false, awaited: null});
    const done = {open: 0, decline: 0};
    const keeping = Object.assign(new EventTarget(), {
      rows: [row],
      before: 'a',
      offered: null,
      race,
      happened: null,
      shelf: {trouble: null, keeping: true},
      open: async () => void done.open++,
      decline: () => void done.decline++,
    });
    const notice = await elementOf('runs/kept_notice.js', 'kept-notice', {keeping});
    const button = every(written(notice), ({tag}) => tag === 'button')[which];
    button.attributes['@click'].call(notice, click({}));
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(done, {open: 1 - which, decline: which});
    let heard = 0;
    window.addEventListener('click', () => heard++);
    window.dispatchEvent(click({detail: 2}));
    assert.equal(heard, 0);
    window.dispatchEvent(click({clientX: 400}));
    assert.equal(heard, 1);
  });
