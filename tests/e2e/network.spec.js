// The unrolled networks show what the engine measures of every family: the way from one place to an answer has as many connections as
// it counts, in the drawing, above it and in words; a box that is picked opens into its equation.
import {area, expect, open, readRace, test} from './lab.js';

const TRAIN = {
  batch_size: 8,
  steps: 24,
  seed: 5,
  eval_every: 12,
  clip_norm: 1,
  tier: 'strict',
  optimizer: {kind: 'adamw', lr: 0.005},
  schedule: {kind: 'constant'},
};
const looking = {d_model: 8, num_heads: 2, num_layers: 1, d_ff: 8};
const RACES = {
  'what reads one sequence': {
    task: {kind: 'running_parity', min_length: 6, max_length: 10},
    models: [
      {kind: 'rnn', hidden_size: 6, num_layers: 2},
      {kind: 'gru', hidden_size: 6},
      {kind: 'lstm', hidden_size: 6},
      {kind: 'conv', channels: 6, num_layers: 2, direction: 'causal'},
      {kind: 'transformer', ...looking, num_layers: 2},
      {kind: 'state_space', hidden_size: 6, state_size: 4},
    ],
  },
  'what answers once for all': {
    task: {kind: 'set_maximum', min_size: 2, max_size: 7},
    models: [
      {kind: 'set_transformer', ...looking, block: 'isab', num_inducing: 3},
      {kind: 'lstm', hidden_size: 6, bidirectional: true},
      {kind: 'conv', channels: 6, num_layers: 2},
      {kind: 'transformer', ...looking, topology: 'encoder'},
      {kind: 'mlp', hidden_size: 6, context: 4},
    ],
  },
  'what is given a source': {
    task: {kind: 'reverse', min_length: 3, max_length: 6},
    models: [
      {kind: 'seq2seq', hidden_size: 8, num_layers: 2},
      {kind: 'seq2seq', hidden_size: 8, attention: 'dot', bidirectional: true},
      {kind: 'transformer', ...looking, topology: 'encoder-decoder'},
      {kind: 'conv_seq2seq', channels: 8, embedding_size: 8},
      {kind: 'pervasive', growth: 4, num_layers: 2, embedding_size: 6},
      {kind: 'transformer', ...looking, topology: 'decoder'},
    ],
  },
  'what reads a picture': {
    task: {kind: 'digits'},
    models: [
      {kind: 'image_conv', channels: 4, hidden_size: 8},
      {kind: 'gru', hidden_size: 6},
    ],
  },
};

const sectionOf = (page) => page.locator('compare-section');
const frameOf = (page) => sectionOf(page).locator('picture-frame').first();

/** @param {import('@playwright/test').Page} page */
async function ask(page) {
  await area(page, 'Compare');
  const see = () => sectionOf(page).evaluate((section) => section.scrollIntoView({block: 'center'}));
  await see();
  const early = sectionOf(page).getByRole('button', {name: 'Compare now, before training'});
  await expect(sectionOf(page).getByRole('button').first()).toBeVisible();
  if (await early.isVisible()) await early.click();
  await sectionOf(page).getByRole('button', {name: 'How does it reach an answer?'}).first().click();
  await see();
}

/** The steps of what is drawn, and of what is measured beside it. @param {import('@playwright/test').Page} page */
const stepsShown = (page) =>
  frameOf(page).evaluate((frame) =>
    /** @type {any} */ (frame).drawn.runs.map(({found, beside}) => [found.step, beside?.influence?.step ?? -1]),
  );

/** @param {import('@playwright/test').Page} page @param {number} step @param {number} models */
async function untilShown(page, step, models) {
  await expect
    .poll(
      async () => {
        await sectionOf(page).evaluate((section) => section.scrollIntoView({block: 'center'}));
        return stepsShown(page);
      },
      {timeout: 30_000},
    )
    .toEqual(Array.from({length: models}, () => [step, step]));
}

/** What the engine counts, asked for anew: from each place to the last answer. @param {import('@playwright/test').Page} page */
const counted = (page) =>
  page.locator('unrolled-app').evaluate(async (app) => {
    const {runners, excerpt} = /** @type {any} */ (app).race;
    const example = Number(excerpt) || 0;
    return Promise.all(
      runners.map(async (runner) => {
        const {arrays} = await runner.measure('influence', {example});
        const of = (name) => arrays.find((one) => one.name === name);
        const lastOf = (array) => array && [...array.data].slice(-array.axes[1].count);
        return {input: lastOf(of('path')), source: lastOf(of('path_source')) ?? []};
      }),
    );
  });

/** @param {import('@playwright/test').Page} page */
const sentences = (page) => sectionOf(page).locator('.found li').allTextContents();

/** What is said of a model, as a number: NaN where there is no way. @param {string[]} said @param {string} name */
function wayIn(said, name) {
  const mine = said.find((text) => text.startsWith(`${name}: `)) ?? '';
  if (/no way leads/.test(mine)) return NaN;
  if (/without any connection/.test(mine)) return 0;
  return Number(
    /: (\d+) connections? lies? between|: (\d+) connections? lie between/.exec(mine)?.slice(1).find(Boolean) ?? -1,
  );
}

/** Strokes of each model's way that are connections, counted as they are drawn. @param {import('@playwright/test').Page} page */
const drawn = (page) =>
  frameOf(page).evaluate((frame) => {
    const {picture, runs, options} = /** @type {any} */ (frame).drawn;
    const ctx = /** @type {any} */ (document.createElement('canvas').getContext('2d'));
    const colours = /** @type {string[]} */ ([]);
    ctx.stroke = () => ctx.getLineDash().length || colours.push(ctx.strokeStyle);
    picture.draw(ctx, runs, {...options, width: 900});
    return runs.map(({colour}) => colours.filter((one) => one === colour.toLowerCase()).length);
  });

/** Points at what is read, in the bottom row of the first model, and picks it. @param {import('@playwright/test').Page} page @param {number} column */
async function pick(page, column) {
  const canvas = frameOf(page).getByRole('img');
  await canvas.focus();
  await page.keyboard.press('Escape');
  const rows = await frameOf(page).evaluate((frame) => {
    const {picture, runs, options} = /** @type {any} */ (frame).drawn;
    return picture.scene(runs.slice(0, 1), {...options, width: 600}).rows;
  });
  await page.keyboard.press('Home');
  for (let row = 1; row < rows; row++) await page.keyboard.press('ArrowDown');
  for (let i = 0; i < column; i++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
}

for (const [title, race] of Object.entries(RACES))
  test(`${title}: ways are as long as the engine counts them, before, within and after training`, async ({page}) => {
    await open(page, {version: 1, name: title, train: TRAIN, ...race});
    await ask(page);
    const names = (await readRace(page)).runners.map(({name}) => name);
    for (const step of [0, 10, 24]) {
      if (step)
        await page.locator('unrolled-app').evaluate((app, to) => {
          for (const runner of /** @type {any} */ (app).race.runners) runner.advance(to - runner.latest.step);
        }, step);
      await untilShown(page, step, names.length);
      const column = step % 3;
      await pick(page, column);
      await expect.poll(async () => (await sentences(page)).join()).toContain('as chosen');
      const ways = await counted(page);
      const columns = Math.max(...ways.map(({input, source}) => input.length + source.length));
      const wanted = ways.map(({input, source}) => source[column] ?? input[column - columns + input.length] ?? -1);
      const said = await sentences(page);
      expect(names.map((name) => wayIn(said, name))).toEqual(wanted);
      expect(await drawn(page)).toEqual(wanted.map((way) => (way > 0 ? way : 0)));
      await page.keyboard.press('Enter');
    }
  });

test('a box opens into its equation, written as MathML, with the values at its place', async ({page}) => {
  await open(page, {version: 1, name: 'Boxes', train: TRAIN, ...RACES['what reads one sequence']});
  await ask(page);
  await untilShown(page, 0, 6);
  await frameOf(page).getByRole('img').focus();
  await page.keyboard.press('Home');
  const found = await frameOf(page).evaluate((frame) => {
    const {picture, runs, options} = /** @type {any} */ (frame).drawn;
    const rows = [0, 1].map((n) => picture.scene(runs.slice(0, n + 1), {...options, width: 600}).rows);
    const gates = runs[2].look.taps.find(({name}) => name === 'lstm.0.gates');
    const units = gates.shape[gates.shape.length - 1];
    const at = (4 * 2 + 1) * units; // of the third place, the second gate
    const mean = [...gates.data.slice(at, at + units)].reduce((sum, value) => sum + value, 0) / units;
    return {lstm: rows[1] + 1, forget: Number(mean.toPrecision(3))};
  });
  for (let row = 0; row < found.lstm; row++) await page.keyboard.press('ArrowDown');
  for (let i = 0; i < 2; i++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const detail = sectionOf(page).locator('cell-detail');
  await expect(detail.locator('h4')).toContainText('LSTM 6');
  await expect(detail.locator('.formula math mtr')).toHaveCount(6);
  const forget = detail.locator('li').filter({hasText: 'forget gate'});
  await expect(forget.locator('.value')).toHaveText(String(found.forget));
  await page.mouse.move(0, 0); // what lies under it is marked, too
  await forget.focus();
  await expect(detail.locator('.formula .marked').first()).toHaveText('ft');
  await page.keyboard.press('Tab');
  await expect(detail.locator('.formula .marked').filter({hasText: 'ft'})).toHaveCount(0);
});
