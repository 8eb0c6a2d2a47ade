// What is taken for what: the sentences of the page and its table are what the engine counts of these very weights, of every family whose
// answers are symbols, before, within and after training; and what is said to have changed since the last measurement did.
import {readFileSync} from 'node:fs';
import {TRAIN, ask} from './asking.js';
import {expect, open, readRace, test} from './lab.js';
import {readCsv} from '../support/csv_reader.js';

const TINY = {d_model: 8, num_heads: 2, num_layers: 1, d_ff: 12};
const QUESTION = 'What does it take for what?';
const RACES = {
  text: {
    task: {kind: 'text', corpus: 'names', length: 12},
    models: [
      {kind: 'rnn', embedding_size: 6, hidden_size: 8},
      {kind: 'gru', embedding_size: 6, hidden_size: 8},
      {kind: 'lstm', embedding_size: 6, hidden_size: 8},
      {kind: 'state_space', hidden_size: 8, state_size: 8},
      {kind: 'conv', channels: 8},
      {kind: 'mlp', hidden_size: 8},
    ],
  },
  pairs: {
    task: {kind: 'reverse', min_length: 2, max_length: 5, longer_length: 0},
    models: [
      {kind: 'seq2seq', hidden_size: 8},
      {kind: 'conv_seq2seq', channels: 8},
      {kind: 'pervasive', embedding_size: 6, growth: 4},
      {kind: 'transformer', topology: 'encoder-decoder', ...TINY},
      {kind: 'transformer', topology: 'encoder', ...TINY},
    ],
  },
  images: {
    task: {kind: 'digits'},
    models: [
      {kind: 'image_conv', hidden_size: 8},
      {kind: 'gru', hidden_size: 12},
    ],
    steps: [0, 60, 240],
  },
  sets: {
    task: {kind: 'set_unique'},
    models: [{kind: 'set_transformer', d_model: 8, num_heads: 2, num_layers: 1, d_ff: 12}],
  },
};

const sectionOf = (page) => page.locator('compare-section');
const sentences = (page) => sectionOf(page).locator('.found li').allTextContents();

/** What the engine counts of each model as it is, as plain lists. @param {import('@playwright/test').Page} page */
const measured = (page) =>
  page.locator('unrolled-app').evaluate(async (app) => {
    const all = [];
    for (const runner of /** @type {any} */ (app).race.runners) {
      const {step, numbers, arrays} = await runner.measure('confusion', {});
      const [count, right] = ['count', 'right'].map((name) => arrays.find((array) => array.name === name));
      all.push({
        ...{name: runner.name, step, numbers, right: [...right.data]},
        ...{symbols: count.axes[0].at, names: count.axes[0].names, counts: [...count.data]},
      });
    }
    return all;
  });

/** What the picture is drawn from: of each model its step, and how much was right of each example when it was measured before. @param {import('@playwright/test').Page} page */
const drawn = (page) =>
  sectionOf(page).evaluate((section) => {
    section.scrollIntoView({block: 'center'});
    const {runs} = /** @type {any} */ (section).renderRoot.querySelector('picture-frame').drawn;
    return runs.map(({found, course}) => {
      const last = course.filter(({step}) => step < found.step).at(-1);
      const right = last?.arrays.find(({name}) => name === 'right').data;
      return {step: found.step, from: last?.step, before: right && [...right]};
    });
  });

/** The most frequent mistake, the number of those as frequent, and the most frequent answer; by other words than the page's. */
function ownCount({symbols, names, counts}) {
  const size = symbols.length;
  const cells = counts.map((times, i) => ({times, asked: Math.floor(i / size), answered: i % size}));
  const mistakes = cells.filter(
    ({asked, answered}) => asked !== answered && symbols[asked] >= 0 && symbols[answered] >= 0,
  );
  const most = Math.max(0, ...mistakes.map(({times}) => times));
  const word = (i) => ({' ': 'space', '\n': 'line end', '·': 'the end'})[names[i]] ?? `“${names[i]}”`;
  const first = mistakes.filter(({times}) => times === most && most > 0);
  const of = first.length
    ? counts.slice(first[0].asked * size, (first[0].asked + 1) * size).reduce((a, b) => a + b)
    : 0;
  const said = first.map(
    ({asked, answered}) => `${word(answered)} where ${word(asked)} is right (${most} of ${of} times)`,
  );
  const answered = symbols.map((_, i) => counts.filter((__, k) => k % size === i).reduce((a, b) => a + b));
  return {said, most, leads: word(answered.indexOf(Math.max(...answered))), size};
}

/** What is wrong with a sentence; '' where nothing is. @param {any} found @param {any} shown @param {string} said */
function faultOf(found, shown, said) {
  const {answers, accuracy} = found.numbers;
  const [, told, share] = /: of ([\d,]+) answers ([\d.]+) % are right/.exec(said) ?? [];
  if (Number(told?.replaceAll(',', '')) !== answers) return `${answers}: ${said}`;
  if (Math.abs(Number(share) / 100 - accuracy) > 0.0051) return `${accuracy}: ${said}`;
  return faultOfMistakes(found, said) || faultOfChanges(found.right, shown, said);
}

/** @param {any} found @param {string} said */
function faultOfMistakes(found, said) {
  const own = ownCount(found);
  const wrong = found.numbers.answers * (1 - found.numbers.accuracy);
  if (said.includes('whatever is right'))
    return said.includes(`of its answers are ${own.leads},`) ? '' : `${own.leads}: ${said}`;
  const bar = Math.max(3, wrong / 10, (2 * wrong) / (own.size * (own.size - 1)));
  if (own.said.length !== 1 || own.most < bar)
    return said.includes('no confusion stands out') || !wrong ? '' : `none: ${said}`;
  return said.includes(`its most frequent confusion is ${own.said[0]}`) ? '' : `${own.said[0]}: ${said}`;
}

/** @param {number[]} right now @param {{from?: number, before?: number[]}} shown @param {string} said */
function faultOfChanges(right, {from, before}, said) {
  if (!before) return said.includes('Since') ? `nothing came before: ${said}` : '';
  const known = right.filter((share) => !Number.isNaN(share)).length;
  if (!new RegExp(`Since step ${from},? (none )?of ${known} examples`).test(said)) return `since ${from}: ${said}`;
  const number = (/** @type {string} */ what) =>
    Number(new RegExp(`(\\d+) ${what}`).exec(said.split('Since')[1])?.[1] ?? 0);
  const whole = right.filter((now, i) => now === 1 && before[i] !== 1).length;
  const lost = right.filter((now, i) => now !== 1 && before[i] === 1).length;
  const more = right.filter((now, i) => now > before[i]).length;
  const fewer = right.filter((now, i) => now < before[i]).length;
  const told = [number('came right'), number('went wrong'), number('became better'), number('became worse')];
  const wanted = [whole, lost, more - whole, fewer - lost];
  return told.join() === wanted.join() ? '' : `${wanted}: ${said}`;
}

/** @param {import('@playwright/test').Page} page @param {number} step */
async function expectTruth(page, step) {
  const found = await measured(page);
  expect(found.map((one) => one.step)).toEqual(found.map(() => step));
  const faults = async () => {
    const shown = await drawn(page);
    if (shown.length !== found.length || shown.some((one) => one.step !== step))
      return [JSON.stringify(shown.map((one) => one.step))];
    const said = await sentences(page);
    return found
      .map((one, i) => (said[i]?.startsWith(one.name) ? faultOf(one, shown[i], said[i]) : `${one.name}: ${said[i]}`))
      .filter(Boolean);
  };
  await expect.poll(faults, {timeout: 40_000}).toEqual([]);
  const alt = await sectionOf(page).getByRole('img').getAttribute('aria-label');
  for (const sentence of await sentences(page)) expect(alt).toContain(sentence);
  return found;
}

for (const [name, race] of Object.entries(RACES))
  test(`${name}: what is said to be taken for what is what the engine counts`, async ({page}) => {
    test.setTimeout(120_000);
    const {task, models, steps = [0, 20, 40]} = /** @type {any} */ (race);
    await open(page, {version: 1, name, train: {...TRAIN, steps: steps[2]}, task, models});
    await ask(page, QUESTION);
    for (const step of steps) {
      await page.locator('unrolled-app').evaluate((app, step) => {
        for (const runner of /** @type {any} */ (app).race.runners)
          if (step > runner.step) runner.advance(step - runner.step);
      }, step);
      await expect.poll(async () => (await readRace(page)).runners.every((runner) => runner.step === step)).toBe(true);
      expect((await expectTruth(page, step)).length).toBe(models.length);
    }
    const said = (await sentences(page)).join(' ');
    if (name === 'images') expect(said).toMatch(/its most frequent confusion is/); // so that there is one that could be wrong
    const file = readCsv((await saved(page)).toString());
    for (const one of await measured(page)) {
      const rows = file.filter((row) => row.model === one.name);
      expect(rows.map(({times}) => Number(times))).toEqual(one.counts.filter((times) => times > 0));
      const asked = rows.filter((row) => row.asked === row.answered && row.asked !== 'others');
      expect(asked.every(({times, times_asked}) => Number(times) <= Number(times_asked))).toBe(true);
    }
  });

/** @param {import('@playwright/test').Page} page */
async function saved(page) {
  await sectionOf(page).locator('save-menu').getByRole('button', {name: 'Save'}).click();
  const chosen = page.getByRole('menuitem', {name: /CSV/});
  const [file] = await Promise.all([page.waitForEvent('download'), chosen.click()]);
  return readFileSync(await file.path());
}

test('it is read with keys, and there is none where answers are numbers or one of two', async ({page}) => {
  await open(page, {version: 1, name: 'Keys', train: TRAIN, task: RACES.images.task, models: RACES.images.models});
  await ask(page, QUESTION);
  await expectTruth(page, 0);
  const [{counts, names}] = await measured(page);
  await sectionOf(page).getByRole('img').focus();
  await page.keyboard.press('Home');
  const of = counts.slice(0, names.length).reduce((a, b) => a + b);
  await expect(sectionOf(page).locator('.reading')).toHaveText(
    new RegExp(`step 0: asked “${names[0]}”, it is right ${counts[0]} of ${of} times\\.$`),
  );
  for (const task of [
    {kind: 'adding', length: 20},
    {kind: 'running_parity', min_length: 6, max_length: 9},
  ]) {
    await open(page, {version: 1, name: task.kind, train: TRAIN, task, models: [{kind: 'gru', hidden_size: 8}]});
    await ask(page, 'How far back does it learn?');
    await expect(sectionOf(page).getByRole('button', {name: QUESTION})).toHaveCount(0);
  }
});
