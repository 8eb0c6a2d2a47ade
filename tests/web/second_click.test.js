// A double click on what goes away and moves the page: its second half hits nothing else.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ignoreSecond} from '../../web/elements/parts/second_click.js';

/** @param {object} at */
const click = (at) =>
  Object.assign(new Event('click', {cancelable: true}), {clientX: 100, clientY: 50, detail: 1, ...at});

test('for half a second nothing is clicked at the place of a click, and all else is', (context) => {
  context.mock.timers.enable({apis: ['setTimeout']});
  const window = new EventTarget();
  Object.assign(globalThis, {window});
  context.after(() => Reflect.deleteProperty(globalThis, 'window'));
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
