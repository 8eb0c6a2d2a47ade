// What the page's own elements hand over to be saved, of a race among fake engines.
import assert from 'node:assert/strict';
import test from 'node:test';
import {colourScale} from '../../web/charts/colour.js';
import {frameOfLoss} from '../../web/charts/loss_picture.js';
import {Race} from '../../web/runtime/race.js';
import {Record as RunRecord} from '../../web/runtime/record.js';
import {hiddenState} from '../../web/charts/memory/hidden_states.js';
import {bySlowness} from '../../web/charts/memory/slowness.js';
import {DEFAULT_VIEW} from '../../web/state/view.js';
import {csv} from '../../web/elements/save/csv.js';
import {readCsv} from '../support/csv_reader.js';
import {fakeSurroundings} from '../support/fake_surroundings.js';
import {NOVEL_EXPERIMENT} from '../support/novel.js';
import {elementOf} from '../support/page_parts.js';
import {until} from '../support/until.js';
import {allOf, gridsOf, readXml, wordsOf} from '../support/xml.js';

const [{chartSubject}, {lookSubject}, {svgOf}] = await Promise.all([
  import('../../web/elements/save/chart_subject.js'),
  import('../../web/elements/save/look_subject.js'),
  import('../../web/elements/save/picture_file.js'),
]);

/** @param {import('node:test').TestContext} context */
async function trainedRace(context) {
  const train = {...NOVEL_EXPERIMENT.train, steps: 120};
  const race = new Race(fakeSurroundings(), {...NOVEL_EXPERIMENT, train});
  context.after(() => race.close());
  await race.prepare();
  race.setWatched(0, ['rnn.0.hidden']);
  race.train();
  await until(() => race.state === 'done', 'the race is done');
  await until(() => race.runners[0].look?.step === 120, 'a look at the end');
  return race;
}

/** Elements are read before there is a document: Lit takes a place with one for a browser. @param {string} path @param {string} tag @param {object} properties */
async function shown(path, tag, properties) {
  const element = await elementOf(path, tag, properties);
  const context = () => ({
    font: '',
    fillStyle: '',
    measureText: (/** @type {string} */ text) => ({width: 6 * text.length}),
  });
  Object.assign(globalThis, {document: {createElement: () => ({getContext: context})}});
  return element;
}

/** @param {import('../../web/elements/save/saving.js').Subject | null} subject */
function filesOf(subject) {
  assert.ok(subject);
  const {head, rows} = subject.table();
  return {name: subject.name, rows: readCsv(csv(head, rows)), svg: readXml(svgOf(subject.picture()))};
}

test('of the chart: every step that the engine told, the curve that is drawn, and what stands beneath', async (context) => {
  const race = await trainedRace(context);
  const {name, rows, svg} = filesOf(
    chartSubject(await shown('chart/loss_chart.js', 'loss-chart', {race, view: DEFAULT_VIEW})),
  );
  assert.deepEqual(name, ['Three models read Moby Dick', 'loss', 'step', 120]);
  for (const runner of race.runners) {
    const mine = rows.filter(({model}) => model === runner.name);
    const [told, held] = [runner.record.training.views, runner.record.heldOut.views];
    const trained = mine.filter(({training_loss_nats}) => training_loss_nats !== '');
    assert.deepEqual(
      trained.map(({training_loss_nats}) => Number(training_loss_nats)),
      [...told.loss],
    );
    assert.deepEqual(
      trained.map(({step}) => Number(step)),
      [...told.step],
    );
    assert.deepEqual(
      trained.map(({tokens}) => Number(tokens)),
      [...told.step].map((step) => step * 16 * 64),
    );
    const tested = mine.filter(({held_out_loss_nats}) => held_out_loss_nats !== '');
    assert.deepEqual(
      tested.map(({held_out_loss_nats}) => Number(held_out_loss_nats)),
      [...held.val_loss],
    );
    assert.deepEqual(
      tested.map(({step}) => Number(step)),
      [10, 100, 120],
    );
  }
  const words = allOf(svg, 'text').map(wordsOf);
  assert.ok(words.includes('Loss (in nats per character, lower is better)'));
  const line = `${race.runners.map((runner) => runner.name).join(', ')}. Text: Moby Dick, step 120, seed 1.`;
  assert.ok(words.join(' ').includes(line), words.join('\n'));
  assert.match(wordsOf(allOf(svg, 'desc')[0]), /Loss after 120 steps, best first: .*Unrolled:/);
});

test('the held-out line of the drawing goes through what was tested', async (context) => {
  const race = await trainedRace(context);
  const chart = await shown('chart/loss_chart.js', 'loss-chart', {race, view: DEFAULT_VIEW});
  const {svg} = filesOf(chartSubject(chart));
  const {plotState} = await import('../../web/elements/chart/plot_state.js');
  const {runs, metric} = chart.picture;
  const frame = frameOfLoss({...plotState(chart, runs, metric, 800), width: 800, height: 440});
  const {x, y} = race.runners[1].curve('held_out', 'step');
  // The first lies above the plot, and its line is cut there.
  const [, ...wanted] = [...x].map((at, i) => [frame.x(at), frame.y(y[i])]);
  const lines = allOf(svg, 'path').map(({attributes: {d}}) =>
    [...d.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, a, b]) => [Number(a), Number(b)]),
  );
  const close = (/** @type {number[][]} */ [, ...line]) =>
    line.length === wanted.length && line.every(([a, b], i) => Math.hypot(a - wanted[i][0], b - wanted[i][1]) < 0.002);
  assert.ok(lines.some(close), JSON.stringify(wanted));
});

test('a model that has no curve yet is not in the drawing', async (context) => {
  const race = await trainedRace(context);
  race.runners[2].record = new RunRecord();
  const {svg} = filesOf(chartSubject(await shown('chart/loss_chart.js', 'loss-chart', {race, view: DEFAULT_VIEW})));
  const words = allOf(svg, 'text').map(wordsOf);
  assert.deepEqual(
    race.runners.map(({name}) => words.includes(name)),
    [true, true, false],
  );
});

test('of a picture inside: the taps of the look, the colours of the numbers, step and seed', async (context) => {
  const race = await trainedRace(context);
  race.runners[0].info = {
    .../** @type {any} */ (race.runners[0].info),
    looks: [{tap: 'rnn.{layer}.hidden', layers: [0]}],
  };
  const {name, rows, svg} = filesOf(
    lookSubject(await shown('inside/view_frame.js', 'view-frame', {race, runner: race.runners[0], view: hiddenState})),
  );
  assert.deepEqual(name, ['RNN 128', 'hidden-state', 'step', 120]);
  const [tap] = race.runners[0].look?.taps ?? [];
  const [time, , units] = tap.shape;
  assert.deepEqual(
    rows.map(({activation}) => Math.fround(Number(activation))),
    [...tap.data],
  );
  const symbols = race.runners[0].look?.symbols ?? [];
  assert.deepEqual(
    rows.filter(({unit_from_1}) => unit_from_1 === '1').map(({time_symbol}) => time_symbol),
    symbols.slice(0, time),
  );
  const [grid] = gridsOf(svg);
  const colour = colourScale('diverging', -1, 1, false);
  const rowsOfPicture = bySlowness(tap).slice(0, 16);
  assert.equal(grid.size, time * Math.min(16, units));
  for (let t = 0; t < time; t++)
    for (const [row, {unit}] of rowsOfPicture.entries())
      assert.equal(grid.get(`${t} ${row}`), colour(tap.data[t * units + unit]));
  const words = allOf(svg, 'text').map(wordsOf);
  assert.ok(words.includes('Hidden state over time'));
  assert.ok(words.includes('RNN 128. Text: Moby Dick, step 120, seed 1.'), words.join('\n'));
});

test('where nothing is shown there is nothing to save', async (context) => {
  const race = new Race(fakeSurroundings(), NOVEL_EXPERIMENT);
  context.after(() => race.close());
  const view = {race, runner: race.runners[0], view: hiddenState};
  assert.equal(lookSubject(await shown('inside/view_frame.js', 'view-frame', view)), null);
  assert.equal(chartSubject(await shown('chart/loss_chart.js', 'loss-chart', {race: null, view: null})), null);
});
