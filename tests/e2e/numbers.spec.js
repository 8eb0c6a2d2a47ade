// What stands on the page after a race has ended is what its models ended with, whichever kind of race it was and whenever its
// last numbers came.
import {SMALL, expect, open, test} from './lab.js';

const small = [
  {kind: 'rnn', hidden_size: 8, embedding_size: 4},
  {kind: 'gru', hidden_size: 8, embedding_size: 4},
];
const pair = [
  {kind: 'seq2seq', hidden_size: 8, embedding_size: 4},
  {kind: 'gru', hidden_size: 8, embedding_size: 4},
];
/** Kinds of races: a text, pairs, classes, places, waves, numbers, sets. */
const KINDS = [
  {task: {kind: 'text', corpus: 'names', length: 16}, models: small},
  {task: {kind: 'reverse', max_length: 5, longer_length: 7}, models: pair},
  {task: {kind: 'parity'}, models: small},
  {task: {kind: 'delayed_recall', min_length: 8, max_length: 8, longer_length: 12, delay: 2}, models: small},
  {task: {kind: 'waveform', length: 16, longer_length: 32}, models: small},
  {task: {kind: 'adding', length: 8, longer_length: 16}, models: small},
  {task: {kind: 'set_unique', longer_size: 0}, models: small},
];
const RACES = 20;

/** A race of its own length each time, so that its end falls anywhere between two drawings. @param {number} i */
const raceOf = (i) => ({
  version: 1,
  name: `Race ${i}`,
  ...KINDS[i % KINDS.length],
  train: {...SMALL.train, batch_size: 4, seed: 1, steps: 30 + 7 * i, eval_every: 5 + (i % 4)},
});

/** All numbers of the present race, as the page writes them and as its models have them. @param {import('@playwright/test').Page} page */
function numbers(page) {
  return page.locator('unrolled-app').evaluate((app) => {
    const {race} = /** @type {any} */ (app);
    const root = /** @type {ShadowRoot} */ (app.shadowRoot);
    const textIn = (/** @type {any} */ host, /** @type {string} */ query) =>
      [...host.shadowRoot.querySelectorAll(query)].map((node) => node.textContent.replace(/\s+/g, ' ').trim());
    const chart = /** @type {any} */ (root.querySelector('loss-chart'));
    const [bar] = textIn(root.querySelector('run-bar'), '.words');
    return {
      bar,
      step: race.steps,
      title: textIn(chart, 'h2')[0],
      legend: textIn(chart, '.legend li:not(.at)'),
      table: textIn(chart.shadowRoot.querySelector('text-table'), 'tbody tr:last-child td'),
      cards: [...root.querySelectorAll('model-card')].map((card) => textIn(card, 'dl div')),
      latest: race.runners.map(({name, latest}) => ({name, ...latest})),
    };
  });
}

const loss = (/** @type {number} */ value) => value.toFixed(3);
const share = (/** @type {number} */ value) =>
  value >= 0.995 && value < 1 ? `${(Math.floor(1000 * value) / 10).toFixed(1)} %` : `${Math.round(100 * value)} %`;

/** @param {Awaited<ReturnType<typeof numbers>>} page */
function wanted({title, latest}) {
  const metric = /exact|whole/i.test(title) ? 'exact' : /right|accuracy/i.test(title) ? 'accuracy' : 'loss';
  const write = metric === 'loss' ? loss : share;
  return latest.map((/** @type {any} */ one) => ({
    name: one.name,
    held_out: write(one[`val_${metric}`]),
    training: metric === 'loss' ? loss(one.loss) : '',
    longer: Number.isFinite(one[`longer_${metric}`]) ? write(one[`longer_${metric}`]) : '',
    val_loss: loss(one.val_loss),
    step: String(one.step),
  }));
}

test('after twenty races of seven kinds, each number on the page is the latest', async ({page}) => {
  test.setTimeout(300_000);
  await open(page, raceOf(0));
  await page.locator('loss-chart').evaluate((chart) => /** @type {any} */ (chart._table = true));
  for (let i = 0; i < RACES; i++) {
    await page.locator('unrolled-app').evaluate(async (app, experiment) => {
      const {race} = /** @type {any} */ (app);
      await race.setExperiment(experiment);
      race.train();
      await new Promise((done) => race.addEventListener('change', () => race.state === 'done' && done(undefined)));
    }, raceOf(i));
    await page.waitForTimeout(900); // longer than any pace at which something is redrawn
    const now = await numbers(page);
    const models = wanted(now);
    expect(now.bar).toContain(String(now.step));
    models.forEach((model, k) => {
      const {name, held_out, training, longer, val_loss, step} = model;
      const about = `race ${i}, ${name}: ${now.legend[k]} | ${now.cards[k]}`;
      for (const number of [held_out, training, longer]) expect(now.legend[k], about).toContain(number);
      expect(now.cards[k].join(' | '), about).toContain(val_loss);
      expect(now.cards[k].at(-1), about).toContain(step);
      expect(now.table.join(' '), about).toContain(held_out);
    });
  }
});
