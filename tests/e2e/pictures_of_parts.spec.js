// What parts are worth, what models expect, and what is close to what: the sentences of the page are what the engine measures of these
// very weights, of every family that has it, before, within and after training.
import {TRAIN, ask} from './asking.js';
import {area, expect, open, press, readRace, test} from './lab.js';

const TINY = {d_model: 8, num_heads: 2, num_layers: 2, d_ff: 12};
const RACES = {
  recurrent: {
    task: {kind: 'text', corpus: 'names', length: 12},
    models: [
      {kind: 'rnn', embedding_size: 6, hidden_size: 8, num_layers: 2},
      {kind: 'gru', embedding_size: 6, hidden_size: 8, num_layers: 1},
      {kind: 'lstm', embedding_size: 6, hidden_size: 8, num_layers: 1},
      {kind: 'state_space', hidden_size: 8, state_size: 8, num_layers: 2},
      {kind: 'conv', channels: 8, num_layers: 2},
      {kind: 'transformer', topology: 'decoder', ...TINY},
    ],
  },
  pairs: {
    task: {kind: 'reverse', min_length: 2, max_length: 5, longer_length: 0},
    models: [
      {kind: 'seq2seq', hidden_size: 8, num_layers: 2, attention: 'none'},
      {kind: 'seq2seq', hidden_size: 8, attention: 'additive'},
      {kind: 'conv_seq2seq', channels: 8, num_layers: 2},
      {kind: 'pervasive', embedding_size: 6, growth: 4, num_layers: 2},
      {kind: 'transformer', topology: 'encoder-decoder', ...TINY},
      {kind: 'transformer', topology: 'encoder', ...TINY},
    ],
  },
  images: {
    task: {kind: 'digits'},
    models: [{kind: 'image_conv', hidden_size: 8}],
  },
  window: {
    task: {kind: 'text', corpus: 'names', length: 12},
    models: [{kind: 'mlp', hidden_size: 8}],
  },
  sets: {
    task: {kind: 'set_unique'},
    models: [{kind: 'set_transformer', d_model: 8, num_heads: 2, num_layers: 1, d_ff: 12}],
  },
};

const sectionOf = (page) => page.locator('compare-section');
const see = async (page) => {
  await area(page, 'Compare');
  return sectionOf(page).evaluate((section) => section.scrollIntoView({block: 'center'}));
};
const sentences = (page) => sectionOf(page).locator('.found li').allTextContents();

/** What the engine measures of each model as it is; null where it cannot. @param {import('@playwright/test').Page} page @param {string} kind @param {object} options */
const measuredOf = (page, kind, options) =>
  page.locator('unrolled-app').evaluate(async (app, [kind, options]) => {
    const {runners} = /** @type {any} */ (app).race;
    const all = [];
    for (const runner of runners) {
      const one = await runner.measure(kind, options).catch(() => null);
      const plain = ({name, axes, data}) => ({name, axes, data: [...data]});
      all.push(one && {name: runner.name, step: one.step, numbers: one.numbers, arrays: one.arrays.map(plain)});
    }
    return all.filter(Boolean);
  }, /** @type {[string, object]} */ ([kind, options]));

/** A number as the page writes a loss. @param {number} loss */
const loss = (loss) => String(Number(loss.toPrecision(Math.abs(loss) < 1 ? 2 : 3)));

/** Whether a share is what "87 %", "99.5 %" says. @param {string} text @param {number} share */
const isShare = (text, share) => Math.abs(parseFloat(text) / 100 - Math.min(1, share)) <= 0.0051;

/** What is wrong with a sentence about parts; '' where nothing is. @param {any} found @param {string} said */
function faultOfParts({numbers, arrays}, said) {
  const rises = arrays.filter(({name}) => name.endsWith('.rise')).flatMap(({data}) => data);
  const known = rises.filter((rise) => !Number.isNaN(rise));
  const most = Math.max(...known);
  const worth = known.filter((rise) => rise >= 0.1 * numbers.loss).length;
  if (!worth)
    return /does not raise|none of \d+ switch-offs raises/.test(said) ? '' : `nothing is worth a tenth: ${said}`;
  const wanted = `the loss goes from ${loss(numbers.loss)} to ${loss(numbers.loss + most)}`;
  if (!said.includes(wanted)) return `${wanted}: ${said}`;
  if (known.length > 1 && !said.includes(`${worth} of ${known.length} switch-offs`))
    return `${worth} are worth it: ${said}`;
  const place = arrays.find(({name, data}) => name.endsWith('.rise') && data.includes(most));
  const [kind] = place.axes;
  const number = Math.floor(place.data.indexOf(most) / (place.axes[1]?.count ?? 1));
  const words = {head: `head ${number + 1} of`, unit: `unit ${number + 1} of`, gate: /gate|candidate/, layer: /layer/};
  const [named] = said.split(': ');
  const alone = kind.count === 1 && kind.name === 'head' && named.includes('the attention of');
  return alone || named.match(words[kind.name]) ? '' : `${number} of ${place.name}: ${said}`;
}

/** @param {any} found @param {string} said */
function faultOfGuesses({arrays}, said) {
  const {data, axes} = arrays.find(({name}) => name === 'accuracy');
  const right = [...said.split('At answer')[0].matchAll(/([\d.]+ %) after (the cell of )?/g)];
  const cell = (i) => axes[0].names[i].endsWith('.cell');
  const order = data.map((_, i) => i).filter((i) => !cell(i));
  const cells = data.map((_, i) => i).filter(cell);
  const own = order.flatMap((i) => [...cells.filter((c) => axes[0].names[c] === `${axes[0].names[i]}.cell`), i]);
  if (right.length !== own.length) return `${own.length} layers: ${said}`;
  const wrong = own.findIndex((i, k) => !isShare(right[k][1], data[i]));
  return wrong < 0 ? '' : `${data[own[wrong]]} is right after layer ${wrong}: ${said}`;
}

/** What the task knows of each point, first of what is not everywhere the same; ordered: it is a number. @param {any[]} arrays */
function knownOfPoints(arrays) {
  const [hidden, kinds] = ['hidden', 'hidden_kind'].map((name) => arrays.find((one) => one.name === name));
  const count = hidden.axes[1].count;
  const all = kinds.data.map((kind, v) => ({ordered: kind === 0, of: hidden.data.slice(v * count, (v + 1) * count)}));
  return all.find(({of}) => new Set(of.filter((value) => !Number.isNaN(value))).size > 1);
}

/** How a point's nearest of another example agrees with it, on average over points. @param {any[]} arrays */
function nearestOfPoints(arrays) {
  const [points, example] = ['points', 'example'].map((name) => arrays.find((one) => one.name === name).data);
  const {ordered, of} = knownOfPoints(arrays);
  const known = of.flatMap((value, i) => (Number.isNaN(value) ? [] : [i]));
  const away = (i, j) => Math.hypot(points[2 * i] - points[2 * j], points[2 * i + 1] - points[2 * j + 1]);
  const alike = (i, j) => (ordered ? Math.abs(of[i] - of[j]) : Number(of[i] === of[j]));
  const nearest = known.map((i) => {
    const others = known.filter((j) => example[j] !== example[i]);
    return alike(
      i,
      others.reduce((best, j) => (away(i, j) < away(i, best) ? j : best), others[0]),
    );
  });
  return {ordered, near: nearest.reduce((sum, one) => sum + one, 0) / nearest.length};
}

/** @param {any} found @param {string} said */
function faultOfPoints({numbers, arrays}, said) {
  const share = numbers.explained_0 + numbers.explained_1;
  if (!isShare(/shows ([\d.]+ %)/.exec(said)?.[1] ?? '', share)) return `${share}: ${said}`;
  const {ordered, near} = nearestOfPoints(arrays);
  const told = (ordered ? /differs by ([\d.]+) / : /: in ([\d.]+ %) the nearest/).exec(said)?.[1] ?? '';
  const right = ordered ? Math.abs(Number(told) - near) < 0.051 * near + 1e-9 : isShare(told, near);
  return right ? '' : `the nearest ${near}: ${said}`;
}

const PICTURES = [
  {question: 'What is each part worth?', measure: 'parts', options: {}, fault: faultOfParts},
  {question: 'What does it expect?', measure: 'lens', options: {example: 0, guesses: 20}, fault: faultOfGuesses},
  {question: 'What is close to what?', measure: 'scatter', options: {examples: 8}, fault: faultOfPoints},
];

/** @param {import('@playwright/test').Page} page @param {typeof PICTURES[number]} picture @param {number} step @returns {Promise<number>} how many models have it */
async function expectTruth(page, {question, measure, options, fault}, step) {
  await sectionOf(page).getByRole('button', {name: question, exact: true}).click();
  const found = await measuredOf(page, measure, options);
  expect(found.map((one) => one.step)).toEqual(found.map(() => step));
  const faults = async () => {
    await see(page);
    const steps = await sectionOf(page).evaluate((section) =>
      /** @type {any} */ (section).renderRoot.querySelector('picture-frame').drawn.runs.map((run) => run.found.step),
    );
    const said = await sentences(page);
    if (steps.length !== found.length || steps.some((one) => one !== step)) return [`steps ${steps}`];
    const mine = said.slice(-found.length);
    return found
      .map((one, i) => (mine[i]?.startsWith(one.name) ? fault(one, mine[i]) : `${one.name}: ${mine[i]}`))
      .filter(Boolean);
  };
  await expect.poll(faults, {timeout: 40_000}).toEqual([]);
  return found.length;
}

for (const [name, race] of Object.entries(RACES))
  test(`${name}: what the page says of parts, guesses and points is what the engine measures`, async ({page}) => {
    test.setTimeout(180_000);
    await open(page, {version: 1, name, train: TRAIN, ...race});
    const counts =
      {recurrent: [6, 5, 6], pairs: [6, 4, 5], sets: [1, 0, 1], images: [1, 0, 0], window: [1, 0, 1]}[name] ?? [];
    const shown = PICTURES.filter((_, i) => counts[i] > 0);
    await ask(page, shown[0].question);
    for (const step of [0, 20, 40]) {
      if (step)
        await page
          .locator('unrolled-app')
          .evaluate((app) => /** @type {any} */ (app).race.runners.forEach((runner) => runner.advance(20)));
      await expect.poll(async () => (await readRace(page)).runners.every((runner) => runner.step === step)).toBe(true);
      for (const [i, picture] of PICTURES.entries())
        if (counts[i]) expect(await expectTruth(page, picture, step)).toBe(counts[i]);
        else await expect(sectionOf(page).getByRole('button', {name: picture.question, exact: true})).toHaveCount(0);
    }
  });

test('a part that is picked is off in the picture and in words, and training goes on as it was', async ({page}) => {
  await open(page, {
    version: 1,
    name: 'Off',
    train: TRAIN,
    ...RACES.recurrent,
    models: RACES.recurrent.models.slice(2, 3),
  });
  await ask(page, 'What is each part worth?');
  await press(page, 'Train');
  await expect.poll(async () => (await readRace(page)).runners[0].step, {timeout: 30_000}).toBe(40);
  const hash = () => page.locator('unrolled-app').evaluate((app) => /** @type {any} */ (app).race.runners[0].hash());
  const before = await hash();
  await expectTruth(page, PICTURES[0], 40);
  const [{numbers, arrays}] = await measuredOf(page, 'parts', {});
  const picture = sectionOf(page).getByRole('img');
  await picture.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  const without = numbers.loss + arrays[0].data[0];
  await expect(sectionOf(page).locator('cell-detail')).toContainText('with input gate of layer 1 held closed');
  await expect(sectionOf(page).locator('cell-detail')).toContainText(`from ${loss(numbers.loss)} to ${loss(without)}`);
  await page.keyboard.press('Enter');
  await expect(sectionOf(page).locator('cell-detail')).toHaveCount(0);
  await expect(sectionOf(page).getByRole('button', {name: 'gates', exact: true})).toBeVisible();
  await expect(sectionOf(page).getByRole('button', {name: 'heads', exact: true})).toHaveCount(0);
  expect(await hash()).toBe(before);
});
