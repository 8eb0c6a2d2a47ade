import assert from 'node:assert/strict';
import test from 'node:test';
import {hiddenState} from '../../web/charts/memory/hidden_states.js';
import {LivePlot} from '../../web/elements/chart/live_plot.js';
import {fakeBrowserClock} from '../support/fake_clock.js';
import {told} from '../../web/words/words.js';
import {COLOURS, fakeContext, fakeTap} from '../support/fake_canvas.js';

const clock = fakeBrowserClock();
const {Cadence} = await import('../../web/elements/parts/follow.js');
Object.assign(globalThis, {document: {}});

test('what redraws at the same time takes turns: no frame does the work of all, and all come to draw', () => {
  const host = /** @type {any} */ ({addController() {}});
  /** @type {number[]} */
  const drawn = [];
  const four = [0, 1, 2, 3].map((i) => new Cadence(host, () => (drawn.push(i), clock.work(10))));
  for (const one of four) one.request();
  const after = [1, 2, 3, 4].map(() => (clock.pass(17), [...drawn]));
  assert.deepEqual(after, [[0], [0, 1], [0, 1, 2], [0, 1, 2, 3]]);
});

test('what takes no time is drawn in one frame', () => {
  const host = /** @type {any} */ ({addController() {}});
  let drawn = 0;
  for (let i = 0; i < 5; i++) new Cadence(host, () => drawn++).request();
  clock.pass(17);
  assert.equal(drawn, 5);
});

test('a picture of thousands of cells is a few commands to the canvas', () => {
  const ctx = fakeContext();
  let commands = 0;
  const count = (/** @type {'fillRect' | 'drawImage'} */ name) => {
    const draw = /** @type {any} */ (ctx[name]).bind(ctx);
    ctx[name] = (/** @type {any[]} */ ...place) => (commands++, draw(...place));
  };
  count('fillRect');
  count('drawImage');
  const tap = fakeTap([64, 1, 128], (i) => Math.sin(i));
  const symbols = Array.from({length: 64}, () => 'a');
  hiddenState.draw(ctx, [tap], {width: 430, symbols, colours: COLOURS, say: told, choice: {rows: 2}});
  assert.equal(ctx.rects.length, 64 * 128 + 64, 'all units, and the text');
  assert.equal(commands, 1 + 64);
});

test('a plot is made, begun and drawn in a frame each the first time, later at once', () => {
  /** @type {string[]} */
  const done = [];
  const make = (/** @type {string} */ name) => () => {
    done.push(`make ${name}`);
    return /** @type {any} */ ({
      plot: {destroy: () => done.push(`destroy ${name}`)},
      begin: () => done.push(`begin ${name}`),
    });
  };
  const live = new LivePlot();
  const frame = (/** @type {string} */ name) => [live.ready(name, make(name)), live.plot !== null, ...done.splice(0)];
  assert.deepEqual(frame('a'), [false, false, 'make a']);
  assert.deepEqual(frame('a'), [false, true, 'begin a']);
  assert.deepEqual(frame('a'), [true, true]);
  assert.deepEqual(frame('b'), [true, true, 'destroy a', 'make b', 'begin b']);
  live.destroy();
  assert.deepEqual(frame('b'), [false, false, 'destroy b', 'make b']);
});
