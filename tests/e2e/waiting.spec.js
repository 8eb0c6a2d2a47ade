// What the picture of what must wait says is what the engine counts of these very models, of every family, before, within and after
// training; its milliseconds are those that were measured for it.
import {readCsv} from '../support/csv_reader.js';
import {readFileSync} from 'node:fs';
import {ask} from './asking.js';
import {expect, open, press, readRace, test} from './lab.js';

const TRAIN = {
  batch_size: 4,
  steps: 20,
  seed: 5,
  eval_every: 10,
  clip_norm: 1,
  tier: 'strict',
  optimizer: {kind: 'adamw', lr: 0.005},
  schedule: {kind: 'constant'},
};
const HEADS = {kind: 'transformer', d_model: 8, num_heads: 2, num_layers: 1, d_ff: 16};
const RACES = [
  {
    task: {kind: 'adding', length: 20, longer_length: 0},
    models: [
      ...['rnn', 'gru', 'lstm'].map((kind) => ({kind, hidden_size: 8})),
      {kind: 'conv', channels: 8, num_layers: 2},
      {...HEADS, topology: 'encoder'},
      {kind: 'state_space', hidden_size: 8},
    ],
  },
  {
    task: {kind: 'reverse', min_length: 2, max_length: 6, longer_length: 0},
    models: [
      {kind: 'seq2seq', hidden_size: 8, attention: 'additive'},
      {...HEADS, topology: 'encoder-decoder'},
      {kind: 'conv_seq2seq', embedding_size: 8, channels: 8, num_layers: 1},
      {kind: 'pervasive', embedding_size: 4, growth: 4, num_layers: 2},
    ],
  },
  {
    task: {kind: 'set_maximum', max_size: 6, longer_size: 0},
    models: [{kind: 'set_transformer', d_model: 8, num_heads: 2, num_layers: 1, d_ff: 8, block: 'isab'}],
  },
  {
    task: {kind: 'digits'},
    models: [
      {kind: 'image_conv', channels: 2, num_layers: 1, hidden_size: 8},
      {kind: 'lstm', hidden_size: 8},
    ],
  },
  {task: {kind: 'text', corpus: 'names', length: 24}, models: [{kind: 'mlp', hidden_size: 8}, HEADS]},
];

const section = (page) => page.locator('compare-section');

/** What is on the picture: of each model its step, and the least that was measured of each part. @param {import('@playwright/test').Page} page */
const shown = (page) =>
  section(page)
    .locator('picture-frame')
    .evaluateAll(([frame]) =>
      /** @type {any} */ (frame?.drawn.runs ?? []).map(({name, found, course}) => {
        const times = [found, ...course].map(({arrays}) => arrays.find((one) => one.name === 'milliseconds').data);
        const least = [...times[0]].map((_, p) => Math.min(...times.map((all) => all[p])));
        return {name, step: found.step, ms: least.reduce((sum, ms) => sum + ms, 0)};
      }),
    );

/** Counted now. @param {import('@playwright/test').Page} page */
const counted = (page) =>
  page.locator('unrolled-app').evaluate((app) =>
    Promise.all(
      /** @type {any} */ (app).race.runners.map(async (runner) => {
        const {numbers, arrays} = await runner.measure('anatomy');
        const {data} = arrays.find(({name}) => name === 'waits');
        const source = arrays.find(({name}) => name === 'path_source')?.shape[0] ?? 0;
        return {operations: numbers.flops, waits: data[data.length - 1], length: numbers.positions + source};
      }),
    ),
  );

/** "17,300", "1.04 million". @param {string} text */
const numberIn = (text) => parseFloat(text.replaceAll(',', '')) * (text.includes('million') ? 1e6 : 1);
/** "52 µs", "1.2 ms". @param {string} text */
const msIn = (text) => parseFloat(text) * (text.includes('µs') ? 1e-3 : text.includes('ms') ? 1 : 1e3);

/** @param {number} found @param {number} wanted @param {number} digits */
const agree = (found, wanted, digits) => Math.abs(found - wanted) <= wanted * 10 ** (1 - digits) * 0.51;

/** @param {import('@playwright/test').Page} page @param {number} step */
async function expectWaiting(page, step) {
  const steps = async () => {
    await section(page).evaluate((one) => one.scrollIntoView({block: 'center'}));
    return (await shown(page)).map((run) => run.step);
  };
  await expect.poll(steps, {timeout: 30_000}).toEqual((await readRace(page)).runners.map(() => step));
  const wanted = await counted(page);
  await expect
    .poll(async () => {
      const [runs, said] = [await shown(page), await section(page).locator('.found li').allTextContents()];
      return runs.map(({name, ms}, i) => {
        const mine = said.find((text) => text.startsWith(`${name}: `)) ?? '';
        const parts =
          /: (\d+) steps? one after the other(?: at length \d+;)?(?: at length (\d+))?, (.*?) operations in ([\d.]+ [µms]+)/;
        const [, waits, length, operations, time] = parts.exec(mine) ?? [];
        const {waits: chain, length: own, operations: count} = wanted[i];
        if (!waits) return mine;
        const only = length === undefined && mine.endsWith('it is made for one size only.');
        const right =
          Number(waits) === chain && (only || Number(length) === own) && agree(numberIn(operations), count, 3);
        return right && agree(msIn(time), ms, 2) ? 'right' : `${mine} not ${JSON.stringify({chain, own, count, ms})}`;
      });
    })
    .toEqual(wanted.map(() => 'right'));
}

for (const {task, models} of RACES)
  test(`${task.kind}: chains, operations and times are those of the engine`, async ({page}) => {
    await open(page, {version: 1, name: `Waiting ${task.kind}`, task, train: TRAIN, models});
    await ask(page, 'What must wait?');
    await expectWaiting(page, 0);
    await page
      .locator('unrolled-app')
      .evaluate((app) => /** @type {any} */ (app).race.runners.forEach((runner) => runner.advance(10)));
    await expectWaiting(page, 10);
    await press(page, 'Continue');
    await expectWaiting(page, 20);
    await section(page).getByRole('button', {name: 'milliseconds'}).click();
    await section(page).locator('save-menu').getByRole('button', {name: 'Save'}).click();
    const chosen = page.getByRole('menuitem', {name: /CSV/});
    const [file] = await Promise.all([page.waitForEvent('download'), chosen.click()]);
    const rows = readCsv(readFileSync(await file.path()).toString());
    const [{operations}] = await counted(page);
    const whole = rows.find((row) => row.part === 'all');
    expect(Number(whole?.operations)).toBe(operations);
  });
