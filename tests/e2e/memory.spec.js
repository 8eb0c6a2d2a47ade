// What models remember: the units that the page names, their scores and what one step does to a memory are what the engine measures of
// these very weights, in Compare and in Inside; and a unit that is pointed at or picked is the one that is drawn.
import {area, expect, open, press, readRace, test, trainToTheEnd} from './lab.js';

const TRAIN = {
  batch_size: 16,
  steps: 150,
  seed: 5,
  eval_every: 75,
  clip_norm: 1,
  tier: 'strict',
  optimizer: {kind: 'adamw', lr: 0.01},
  schedule: {kind: 'constant'},
};
const PARITY = {
  version: 1,
  name: 'Running parity',
  task: {kind: 'running_parity'},
  train: TRAIN,
  models: [
    {kind: 'rnn', hidden_size: 12, num_layers: 1},
    {kind: 'gru', hidden_size: 20, num_layers: 2},
    {kind: 'lstm', hidden_size: 12, num_layers: 1},
    {kind: 'state_space', hidden_size: 8, state_size: 8, num_layers: 1},
  ],
};
const REVERSED = {
  ...PARITY,
  name: 'Reverse',
  task: {kind: 'reverse', min_length: 2, max_length: 6},
  models: [
    {kind: 'seq2seq', hidden_size: 12},
    {kind: 'gru', hidden_size: 12, num_layers: 1},
  ],
};

const compare = (page) => page.locator('compare-section');
const see = async (page) => {
  await area(page, 'Compare');
  return compare(page).evaluate((section) => section.scrollIntoView({block: 'center'}));
};
const sentences = (page) => compare(page).locator('.found li').allTextContents();

/** @param {import('@playwright/test').Page} page @param {string} kind @param {object[]} [options] a model each */
const measured = (page, kind, options = []) =>
  page.locator('unrolled-app').evaluate(
    (app, [kind, options]) =>
      Promise.all(
        /** @type {any} */ (app).race.runners.map((runner, i) =>
          runner
            .measure(kind, options[i] ?? {})
            .then(({step, arrays, numbers}) => ({
              step,
              numbers,
              names: arrays[0].axes[0].names,
              arrays: Object.fromEntries(arrays.map(({name, shape, data}) => [name, {shape, data: [...data]}])),
            }))
            .catch(() => null),
        ),
      ),
    /** @type {[string, object[]]} */ ([kind, options]),
  );

/** As people write it. @param {number} value */
const written = (value) => `${value < 0 && value.toFixed(2) !== '-0.00' ? '−' : ''}${Math.abs(value).toFixed(2)}`;

/** What a probe says of its first variable, by other words than the page's: how, who, and the numbers. @param {any} probe */
function foundBy({arrays: {r2, control_r2, unit_r2, best_unit}}) {
  const unit = best_unit.data[0];
  const [together, control, alone] = [r2.data[0], control_r2.data[0], unit_r2.data[unit]];
  const open = 1 - Math.max(0, control);
  const rest = (score) => (score - Math.max(0, control)) / open;
  const how = rest(alone) >= 0.5 ? 'carried' : rest(together) >= 0.5 ? 'spread' : 'missed';
  return {how, unit: unit + 1, together: written(together), control: written(control), alone: written(alone)};
}

/** @param {string} name @param {string} variable @param {ReturnType<typeof foundBy>} found */
function sentenceOf(name, variable, {how, unit, together, control, alone}) {
  if (how === 'carried') return `${name}: unit ${unit} carries ${variable} (R² ${alone}; shuffled ${control})`;
  if (how === 'spread')
    return `${name}: no single unit carries ${variable}, all together do (R² ${together}; the best, unit ${unit}, ${alone}; shuffled ${control})`;
  return `${name}: of ${variable} little is told that the place alone does not give away (R² ${together}; shuffled ${control})`;
}

/** @param {string} variable @param {ReturnType<typeof foundBy>} found */
function insideOf(variable, {how, unit, together, control, alone}) {
  if (how === 'carried') return `Unit ${unit} carries ${variable} (R² ${alone}; with shuffled labels ${control}).`;
  if (how === 'spread')
    return `No single unit carries ${variable}: the best, unit ${unit}, has R² ${alone}; all units together ${together} (with shuffled labels ${control}).`;
  return `Of ${variable} little is told that the place alone does not give away: all units together have R² ${together} (with shuffled labels ${control}).`;
}

/** @param {import('@playwright/test').Page} page */
const names = async (page) => (await readRace(page)).runners.map(({name}) => name);

/** @param {import('@playwright/test').Page} page @param {number} step @param {string} variable */
async function expectCompared(page, step, variable) {
  const probes = await measured(page, 'probe');
  const all = await names(page);
  expect(probes.every((one) => one?.step === step)).toBe(true);
  for (const [i, probe] of probes.entries()) {
    const wanted = sentenceOf(all[i], variable, foundBy(probe));
    await expect
      .poll(
        async () => (await see(page), (await sentences(page)).filter((one) => one.startsWith(`${all[i]}:`)).join()),
        {
          timeout: 90_000,
        },
      )
      .toContain(wanted);
  }
}

/** In the cards, each of what it shows: of the cell of an LSTM, of the chosen layer. @param {import('@playwright/test').Page} page @param {string} variable @param {object[]} asked */
async function expectInside(page, variable, asked) {
  const probes = await measured(page, 'probe', asked);
  for (const [i, probe] of probes.entries()) {
    const card = page.locator('look-inside').nth(i);
    await area(page, 'Inside');
    await card.scrollIntoViewIfNeeded();
    await expect(card.locator('.reading')).toContainText(insideOf(variable, foundBy(probe)), {timeout: 90_000});
  }
}

/** @param {import('@playwright/test').Page} page */
const advance = (page, step) =>
  page
    .locator('unrolled-app')
    .evaluate((app, step) => /** @type {any} */ (app).race.runners.forEach((runner) => runner.advance(step)), step);

// Models are measured many times here, on a machine that may be busy.
test.describe.configure({timeout: 240_000});

for (const [experiment, variable, asked] of [
  [PARITY, 'the parity so far', [{layer: 1}, {layer: 1}, {layer: 1, cell: true}, {layer: 1}]],
  [REVERSED, 'the letter that comes next', null],
])
  test(`${experiment.name}: who carries what is asked, before, within and after training`, async ({page}) => {
    await open(page, experiment);
    await see(page);
    await compare(page).getByRole('button', {name: 'Compare now, before training'}).click();
    await compare(page).getByRole('button', {name: 'What does it remember?'}).click();
    for (const step of [0, 60, 150]) {
      if (step === 60) await advance(page, 60);
      if (step === 150) await press(page, 'Continue');
      await expect.poll(async () => (await readRace(page)).runners.every((one) => one.step === step), {timeout: 90_000}).toBe(true); // prettier-ignore
      await expectCompared(page, step, variable);
      if (asked) await expectInside(page, variable, asked);
    }
  });

test('beside how far back each learns: what a step does to the memory of each layer, and how often it was clipped', async ({
  page,
}) => {
  await open(page, {...PARITY, train: {...TRAIN, clip_norm: 0.5}});
  await trainToTheEnd(page);
  await see(page);
  await compare(page).getByRole('button', {name: 'How far back does it learn?'}).click();
  const spectra = await measured(page, 'spectrum');
  const all = await names(page);
  const {runners} = await readRace(page);
  const written = (radius) => (Math.abs(1 - radius) < 0.05 ? radius.toFixed(3) : radius.toFixed(2));
  for (const [i, spectrum] of spectra.entries()) {
    const mine = async () => (
      await see(page),
      (await sentences(page)).find((one) => one.startsWith(`${all[i]}:`)) ?? ''
    );
    if (!spectrum) {
      await expect.poll(mine, {timeout: 90_000}).not.toBe('');
      expect(await mine()).not.toContain('In the long run');
      continue;
    }
    for (const [name, radius] of Object.entries(spectrum.numbers).filter(([name]) => name.endsWith('.jacobian_radius')))
      await expect.poll(mine, name).toContain(`by ${written(radius)}`);
  }
  expect(spectra.filter(Boolean).length).toBe(3);
  expect(runners.length).toBe(4);
  const clipped = await page.locator('unrolled-app').evaluate((app) =>
    /** @type {any} */ (app).race.runners.map(({record}) => {
      const norms = [...record.signals.views.grad_norm].filter(Number.isFinite);
      return norms.filter((norm) => norm > 0.5).length / norms.length;
    }),
  );
  for (const [i, share] of clipped.entries())
    if (share >= 0.01 && share < 0.99)
      await expect
        .poll(async () => (await sentences(page)).find((one) => one.startsWith(`${all[i]}:`)))
        .toContain(`The gradient was clipped in ${Math.round(100 * share)} % of the steps that the page heard of.`);
});

test('a unit is pointed at with keys and picked with Enter; sorted rows name their own; the file has them all', async ({
  page,
}) => {
  await open(page, PARITY);
  await trainToTheEnd(page);
  const card = page.locator('look-inside').nth(1);
  await area(page, 'Inside');
  await card.scrollIntoViewIfNeeded();
  const picture = card.getByRole('img');
  await picture.focus();
  await page.keyboard.press('End');
  const reading = card.locator('.reading');
  const unitIn = async () => Number(/^Unit (\d+) at/.exec((await reading.textContent()) ?? '')?.[1]);
  await expect.poll(unitIn).toBeGreaterThan(0);
  const taps = () =>
    page.locator('unrolled-app').evaluate((app) => {
      const {look} = /** @type {any} */ (app).race.runners[1];
      const tap = look.taps.find(({name}) => name === 'gru.0.hidden');
      return {shape: tap.shape, data: [...tap.data]};
    });
  const {shape, data} = await taps();
  const [steps, batch, units] = shape;
  /** Correlation of neighbours, about the mean. */
  const slow = Array.from({length: units}, (_, unit) => {
    const values = Array.from({length: steps}, (_, t) => data[t * batch * units + unit]);
    const mean = values.reduce((a, b) => a + b) / steps;
    const off = values.map((value) => value - mean);
    return (
      off.slice(1).reduce((sum, value, t) => sum + value * off[t], 0) / off.reduce((sum, value) => sum + value ** 2, 0)
    );
  });
  const first = slow.indexOf(Math.max(...slow)) + 1;
  expect(await unitIn()).toBe(first);
  await page.keyboard.press('ArrowDown');
  const second = await unitIn();
  expect(second).not.toBe(first);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  const picked = () =>
    card.locator('view-frame').evaluate((element) => /** @type {any} */ (element).picture.options.picked?.row);
  expect(await picked()).toBe(1);
  await card.getByRole('button', {name: 'all 20'}).click();
  expect(await picked()).toBeUndefined();
  const rows = () =>
    card.locator('view-frame').evaluate((element) => {
      const {view, taps, options} = /** @type {any} */ (element).picture;
      return view.scene(taps, {...options, width: 400}).units.order.map((unit) => unit + 1);
    });
  expect((await rows()).length).toBe(20);
  await card.getByRole('button', {name: 'by number'}).click();
  expect(await rows()).toEqual(Array.from({length: 20}, (_, i) => i + 1));
});
