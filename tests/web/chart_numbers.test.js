import assert from 'node:assert/strict';
import test from 'node:test';
import {fakeBrowserClock} from '../support/fake_clock.js';
import {Latest} from '../../web/elements/parts/latest.js';
import {FAKE_DESCRIBE} from '../support/fake_describe.js';
import {markupOf} from '../support/template_text.js';
import {DEFAULT_VIEW} from '../../web/state/view.js';

const clock = fakeBrowserClock();
const {frameOf} = await import('../../web/elements/chart/chart_frame.js');
const {amount, axisWords} = await import('../../web/elements/chart/chart_axis.js');
const {told} = await import('../../web/words/words.js');
const {LossChart} = await import('../../web/elements/chart/loss_chart.js');
const {Cadence} = await import('../../web/elements/parts/follow.js');

// Not before they are read: Lit takes a place with a document for a browser.
Object.assign(globalThis, {document: new EventTarget()});

/** A race of one model whose held-out loss is what was said last. */
class FakeRace extends EventTarget {
  loss = 3;
  readsText = true;
  started = true;
  view = 'text';
  experiment = {models: [], train: {}, task: {kind: 'text'}};
  describe = FAKE_DESCRIBE;
  steps = 3000;
  floors = {state: 'none', levels: []};
  text = {state: 'ready', vocab_size: 20};
  runners = [
    {
      id: 1,
      name: 'GRU',
      colour: 0,
      dash: 0,
      latest: {},
      state: 'training',
      step: 3,
      curve: () => ({x: [1, 2], y: [3, 3]}),
      scores: () => ({x: [1, 2], y: [3, this.loss]}),
    },
  ];
}

test('the legend is read when it is written, whatever was drawn last', () => {
  const race = new FakeRace();
  const chart = new LossChart();
  const nowhere = {renderRoot: {querySelector: () => null}, scheduleUpdate() {}};
  Object.assign(chart, nowhere, {race, view: DEFAULT_VIEW});
  chart.connectedCallback();
  const legend = () => markupOf(chart.render()).match(/<span>GRU<\/span> <b>(.*?)<\/b>/)?.[1];
  assert.equal(legend(), '3.000');
  race.loss = 2;
  race.dispatchEvent(new Event('progress'));
  assert.equal(legend(), '2.000');
});

test('whoever redraws last shows the latest, at any two paces and any moment of the end', () => {
  const host = /** @type {any} */ ({addController() {}});
  for (let end = 0; end < 600; end += 37) {
    let [now, drawn, written] = [0, -1, -1];
    const latest = new Latest(() => now);
    const draw = new Cadence(host, () => (drawn = latest.value), 100);
    const write = new Cadence(host, () => (written = latest.value), 250);
    for (let t = 0; t <= end; t += 7) {
      now = t + 1;
      latest.outdate();
      draw.request();
      write.request();
      clock.pass(7);
    }
    clock.pass(2000);
    assert.deepEqual([drawn, written], [now, now]);
  }
});

/** @param {any} race */
function hintOf(race) {
  const chart = new LossChart();
  Object.assign(chart, {race: Object.assign(new FakeRace(), race), view: DEFAULT_VIEW});
  return (
    markupOf(chart.render())
      .match(/class="small muted hint">([^]*?)<\/p>/)?.[1]
      .trim() ?? ''
  );
}
const NO_CURVE = () => ({x: [], y: []});
const [RUNNER] = new FakeRace().runners;

test('the line below the chart says nothing of what is not drawn', () => {
  const levels = [{order: 1, val_loss: 2.4}];
  const untrained = {...RUNNER, state: 'idle', step: 0, curve: NO_CURVE, scores: NO_CURVE};
  const floors = {state: 'ready', levels};
  assert.equal(hintOf({started: false, runners: [untrained], floors}), '');
  assert.equal(hintOf({started: false, runners: [untrained], floors: {state: 'working', levels: []}}), '');
  const begun = hintOf({runners: [{...RUNNER, scores: NO_CURVE}], floors});
  assert.match(begun, /Faint: /);
  assert.match(begun, /Dotted: what mere counting/);
  assert.doesNotMatch(begun, /Strong lines/);
  assert.match(hintOf({floors}), /Strong lines/);
});

test('before anything is measured the axes span the experiment', () => {
  const empty = [{name: 'GRU', train: NO_CURVE(), held_out: NO_CURVE()}];
  const race = /** @type {any} */ (Object.assign(new FakeRace(), {text: {state: 'ready', vocab_size: 80}}));
  const how = {share: false, levels: [3.1, 2.4], width: 600};
  const {x, y} = frameOf(race, empty, {...how, view: DEFAULT_VIEW});
  assert.deepEqual([x.min, x.end], [0, 3000]);
  assert.equal(y.min, 0);
  assert.ok(y.max >= Math.log(80) && y.max < 1.2 * Math.log(80), 'what guessing blindly costs is on the axis');
  race.runners = [{...RUNNER, info: {position_count: 1024, flops_per_step: 1e8}}];
  assert.equal(frameOf(race, empty, {...how, view: {...DEFAULT_VIEW, axis: 'flops'}}).x.end, 3e11);
  assert.equal(frameOf(race, empty, {...how, view: {...DEFAULT_VIEW, axis: 'tokens'}}).x.end, 3000 * 1024);
  race.readsText = false;
  assert.ok(Math.abs(frameOf(race, empty, {...how, levels: [0.14], view: DEFAULT_VIEW}).y.max - 0.147) < 1e-9);
  const begun = [{...empty[0], train: {x: [1, 20], y: [3, 2]}}];
  assert.ok(frameOf(race, begun, {...how, view: DEFAULT_VIEW}).x.end < 100, 'then they follow the curves');
});

test('where y is known from chance to the best it spans that, with room for who is worse for a moment', () => {
  const race = /** @type {any} */ (Object.assign(new FakeRace(), {readsText: false}));
  const run = [{name: 'GRU', train: NO_CURVE(), held_out: {x: [1, 20], y: [0.9, 0.01]}}];
  const spans = (/** @type {[number, number]} */ range, share = false) =>
    frameOf(race, run, {share, levels: [], width: 600, view: DEFAULT_VIEW, range}).y;
  const loss = spans([0.2, 0]);
  assert.equal(loss.min, 0);
  assert.ok(loss.max > 0.2 && loss.max < 0.25, 'not up to 0.9');
  const rate = spans([0, 1], true);
  assert.equal(rate.min, 0);
  assert.ok(rate.max > 1 && rate.max < 1.05);
  const guessed = spans([0.1, 1], true);
  assert.ok(guessed.min >= 0 && guessed.min < 0.1);
});

test('a chapter’s chart is of held-out scores alone', () => {
  const chart = new LossChart();
  const race = new FakeRace();
  Object.assign(race.runners[0], {latest: {loss: 2.5}});
  Object.assign(chart, {renderRoot: {querySelector: () => null}, scheduleUpdate() {}, race, view: DEFAULT_VIEW});
  assert.ok(chart.picture.runs[0].train.x.length > 0);
  assert.match(markupOf(chart.render()), /class="?train.*training 2.5/);
  const alone = new LossChart();
  Object.assign(alone, {
    renderRoot: {querySelector: () => null},
    scheduleUpdate() {},
    race,
    view: DEFAULT_VIEW,
    range: [3, 0],
  });
  const [run] = alone.picture.runs;
  assert.deepEqual([run.train.x.length, run.longer?.x.length, run.held_out.x.length], [0, 0, 2]);
  assert.doesNotMatch(markupOf(alone.render()), /class="?train/);
});

test('the axis says what was seen', () => {
  const race = /** @type {any} */ (new FakeRace());
  assert.equal(told(axisWords('tokens', race).title), 'Data seen, in characters');
  race.experiment = {task: {kind: 'adding'}};
  assert.equal(told(axisWords('tokens', race).title), 'Data seen, in numbers');
  assert.equal(amount(5e4, 'tokens', race), '50 k numbers');
});
