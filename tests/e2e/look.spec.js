// Where models look: what is said and drawn is what the engine measures of these very weights, and what their taps are, for every
// family that has some.
import {area, expect, open, press, readRace, test, trainToTheEnd} from './lab.js';

const TRAIN = {
  batch_size: 16,
  steps: 60,
  seed: 5,
  eval_every: 60,
  clip_norm: 1,
  tier: 'strict',
  optimizer: {kind: 'adamw', lr: 0.005},
  schedule: {kind: 'constant'},
};
const BLOCKS = {
  version: 1,
  name: 'Repeated block',
  task: {kind: 'repeated_block'},
  train: TRAIN,
  models: [
    {kind: 'transformer', topology: 'decoder', d_model: 16, num_heads: 2, num_layers: 2, d_ff: 32, position: 'alibi'},
    {kind: 'gru', hidden_size: 16, num_layers: 1},
    {kind: 'conv', embedding_size: 8, channels: 12, num_layers: 2},
  ],
};
const REVERSED = {
  ...BLOCKS,
  name: 'Reverse',
  task: {kind: 'reverse', min_length: 2, max_length: 8},
  models: [
    {kind: 'seq2seq', hidden_size: 16, attention: 'additive'},
    {kind: 'transformer', topology: 'encoder-decoder', d_model: 16, num_heads: 2, num_layers: 1, d_ff: 32},
    {kind: 'conv_seq2seq', embedding_size: 8, channels: 12, num_layers: 2},
    {kind: 'pervasive', embedding_size: 6, growth: 6, num_layers: 2},
  ],
};
const SETS = {
  ...BLOCKS,
  name: 'Sets',
  task: {kind: 'set_unique', symbols: 9, min_size: 4, max_size: 6},
  models: [
    {kind: 'set_transformer', d_model: 12, num_heads: 2, num_layers: 1, d_ff: 16},
    {kind: 'set_transformer', block: 'isab', num_inducing: 3, d_model: 12, num_heads: 2, num_layers: 1, d_ff: 16},
  ],
};

const section = (page) => page.locator('compare-section');
/** Other pictures grow above it when they come. @param {import('@playwright/test').Page} page */
const see = async (page) => {
  await area(page, 'Compare');
  return section(page).evaluate((element) => element.scrollIntoView({block: 'center'}));
};
const frameOf = (page) => section(page).locator('picture-frame');
/** @param {import('@playwright/test').Page} page */
const sentences = (page) => section(page).locator('.found li').allTextContents();

/** Steps of what is drawn: of what was measured, of heads and of taps. @param {import('@playwright/test').Page} page */
const stepsShown = (page) =>
  frameOf(page).evaluateAll(
    ([frame]) =>
      /** @type {any} */ (frame)?.drawn.runs.flatMap(({found, beside, look}) => [
        found.step,
        beside.heads?.step ?? found.step,
        look?.taps.length ? look.step : found.step,
      ]) ?? [],
  );

/** @param {import('@playwright/test').Page} page @param {number} step @param {number} models */
const untilShown = (page, step, models) =>
  expect
    .poll(() => see(page).then(() => stepsShown(page)), {timeout: 30_000})
    .toEqual(Array.from({length: 3 * models}, () => step));

/** The one alignment of a model whose tap has no heads, as its picture shows it. @param {import('@playwright/test').Page} page */
const drawnTaps = (page) =>
  frameOf(page).evaluate((frame) =>
    /** @type {any} */ (frame).drawn.runs.map(({look}) => {
      const tap = look?.taps.find(({shape}) => shape.length === 3);
      return tap && {shape: tap.shape, data: [...tap.data]};
    }),
  );

/** Of every model: heads and gradients as the engine measures them, and the attention taps of its look. @param {import('@playwright/test').Page} page */
const measuredOf = async (page) => {
  const taps = await drawnTaps(page);
  return page.locator('unrolled-app').evaluate(async (app, taps) => {
    const {runners} = /** @type {any} */ (app).race;
    const plain = (one) => one && Object.fromEntries(one.arrays.map(({name, data}) => [name, [...data]]));
    const all = runners.map(async (runner, i) => ({
      name: runner.name,
      tap: taps[i],
      heads: plain(await runner.measure('heads').catch(() => null)),
      ...(await runner.measure('influence', {example: 0}).then(({arrays}) => ({
        influence: plain({arrays}),
        at: arrays[0].axes[0].at,
        places: arrays[0].axes[1].count,
      }))),
    }));
    return Promise.all(all);
  }, taps);
};

/** Mean over answers of the greatest part of a row, by other words than the page's. @param {number[]} norms @param {number} places */
function pointed(norms, places) {
  const rows = Array.from({length: norms.length / places}, (_, a) => norms.slice(a * places, (a + 1) * places));
  const parts = rows.map((row) => Math.max(...row) / row.reduce((sum, value) => sum + value, 0));
  return parts.reduce((sum, part) => sum + part, 0) / parts.length;
}

/** Whether a percentage that is said is a part, as it is rounded. @param {string | undefined} said @param {number} part */
const isPart = (said, part) => Math.abs(Number(said) / 100 - part) <= 0.0051;

/** The heads of a score, the best first. @param {Record<string, number[]>} heads @param {string} score */
const ranked = (heads, score) =>
  Object.entries(heads)
    .filter(([name]) => name.endsWith(`.${score}`))
    .flatMap(([name, values]) =>
      values.map((value, head) => ({value, head, layer: Number(/\.(\d+)\./.exec(name)?.[1] ?? 0)})),
    )
    .sort((a, b) => b.value - a.value);

const SAID = {
  previous: /most attention to the place before has (.*?) \((\S+) %\)/,
  induction: /highest induction score has (.*?) \((\S+) %\)/,
  copying: /most to the right answer’s symbol has (.*?) \((\S+) %\)/,
};

/** What is said of a model's heads: the best of each score, with that score; or of all of a score that none stands out. */
function checkHeads(text, heads, set) {
  for (const [score, words] of Object.entries(SAID)) {
    const all = ranked(heads, score).filter(({value}) => !Number.isNaN(value));
    const [, name, share] = words.exec(text) ?? [];
    if (set && score !== 'copying') expect(name, text).toBeUndefined();
    else if (name) {
      const [, head] = /head (\d+)/.exec(name) ?? [];
      const [best] = all.filter((one) => (!head || String(one.head + 1) === head) && isPart(share, one.value));
      expect(best, text).toBeDefined();
      expect(best.value).toBeGreaterThan(0.2);
    } else if (all.length) expect(text).toMatch(new RegExp(`no head stands out for [a-z, ]*${score}`));
  }
}

/** @param {import('@playwright/test').Page} page @param {object} experiment @param {number} step */
async function expectLooks(page, experiment, step) {
  await untilShown(page, step, experiment.models.length);
  const all = await measuredOf(page);
  await expect.poll(async () => (await sentences(page)).length).toBe(all.length);
  const said = await sentences(page);
  all.forEach(({name, heads, influence, at, places, tap}, i) => {
    expect(said[i].startsWith(name), said[i]).toBe(true);
    if (heads) return checkHeads(said[i], heads, experiment === SETS);
    const [, aligned] = /its alignment gives on average (\S+) % of a row to one place/.exec(said[i]) ?? [];
    if (tap) return expect(isPart(aligned, pointed(tap.data, tap.shape[2])), said[i]).toBe(true);
    const [, share] = /on average (\S+) % of an answer comes from one place/.exec(said[i]) ?? [];
    expect(isPart(share, pointed(influence.influence, places)), said[i]).toBe(true);
    const back = influence.path.map((steps, k) =>
      Number.isNaN(steps) ? NaN : at[Math.floor(k / places)] - (k % places),
    );
    const beyond = influence.path.some((steps, k) => Number.isNaN(steps) && k % places <= at[Math.floor(k / places)]);
    const [, sees] = /nothing from more than (\d+) /.exec(said[i]) ?? [];
    expect(Number(sees), said[i]).toBe(beyond ? Math.max(...back.filter((far) => !Number.isNaN(far))) : NaN);
  });
}

for (const experiment of [BLOCKS, REVERSED, SETS])
  test(`${experiment.name}: where each model looks is what is measured, before, within and after training`, async ({
    page,
  }) => {
    await open(page, experiment);
    await see(page);
    const early = section(page).getByRole('button', {name: 'Compare now, before training'});
    await expect(section(page).getByRole('button').first()).toBeVisible();
    if (await early.isVisible()) await early.click();
    await section(page).getByRole('button', {name: 'Where does it look?'}).click();
    await expectLooks(page, experiment, 0);
    await page
      .locator('unrolled-app')
      .evaluate((app) => /** @type {any} */ (app).race.runners.forEach((runner) => runner.advance(30)));
    await expectLooks(page, experiment, 30);
    await press(page, 'Continue');
    await expectLooks(page, experiment, 60);
    const {columns} = await frameOf(page).evaluate((frame) => {
      const {picture, runs, options} = /** @type {any} */ (frame).drawn;
      return picture.scene(runs, {...options, width: 800});
    });
    const rows = await frameOf(page).evaluate(
      (frame) => /** @type {any} */ (frame).drawn.picture.table(/** @type {any} */ (frame).drawn.runs).rows.length,
    );
    expect(rows).toBe(columns);
  });

/** The step of the products that the only card in Inside has. @param {import('@playwright/test').Page} page */
const stepsApart = (page) =>
  page
    .locator('look-inside picture-frame')
    .evaluateAll(
      ([frame]) => /** @type {any} */ (frame)?.drawn.runs.map(({beside}) => beside.query_key?.step ?? -1) ?? [],
    );

test('what is picked in Inside is taken apart: its products are those of the measure, and come to what the head looks with', async ({
  page,
}) => {
  await open(page, {...BLOCKS, models: BLOCKS.models.slice(0, 1)});
  await trainToTheEnd(page);
  const card = page.locator('look-inside');
  await area(page, 'Inside');
  await card.scrollIntoViewIfNeeded();
  await card.getByRole('button', {name: 'Measured'}).click();
  const picture = card.locator('picture-frame').getByRole('img');
  await picture.focus();
  // From the last map to the second head of the second layer, and down to the place that looks.
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  for (let place = 0; place < 20; place++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => stepsApart(page), {timeout: 30_000}).toEqual([60]);
  const {sum, share, products, weight} = await page.locator('unrolled-app').evaluate(async (app) => {
    const [runner] = /** @type {any} */ (app).race.runners;
    const {arrays} = await runner.measure('query_key', {head: 3, query: 19, example: 0});
    const of = (name) => [...arrays.find((array) => array.name === name).data];
    const best = of('score').indexOf(Math.max(...of('score')));
    const {data, shape} = runner.look.taps.find(({name}) => name === 'transformer.1.attention');
    const row = (shape[2] + 19) * shape[3];
    return {
      sum: of('score')[best],
      share: of('weight')[best],
      products: of('products').slice(8 * best, 8 * best + 8),
      weight: data[row + best],
    };
  });
  expect(Math.abs(share - weight)).toBeLessThan(1e-5);
  const detail = card.locator('cell-detail');
  const written = (value) => (Math.abs(value) < 0.005 ? '0.00' : value.toFixed(2).replace('-', '−'));
  await expect(detail).toContainText('head 2 of layer 2');
  await expect(detail).toContainText(`add up to ${written(sum)}`);
  const largest = products.reduce((most, value, i) => (Math.abs(value) > Math.abs(products[most]) ? i : most), 0);
  await expect(detail).toContainText(`number ${largest + 1} gives ${written(products[largest])}`);
});
