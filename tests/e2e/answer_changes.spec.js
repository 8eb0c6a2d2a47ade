// Which answers changed is what the engine answered at the last two tests, of every model, after the first tests as after the last.
import {ask} from './asking.js';
import {expect, open, press, readRace, test} from './lab.js';

const RACE = {
  version: 1,
  name: 'Changes',
  task: {kind: 'reverse', symbols: 6, min_length: 2, max_length: 4, longer_length: 0},
  train: {
    batch_size: 32,
    steps: 120,
    seed: 5,
    eval_every: 40,
    clip_norm: 1,
    tier: 'strict',
    optimizer: {kind: 'adam', lr: 0.01},
    schedule: {kind: 'constant'},
  },
  models: [
    {kind: 'seq2seq', hidden_size: 24},
    {kind: 'transformer', topology: 'decoder', d_model: 16, num_heads: 2, num_layers: 1, d_ff: 32},
  ],
};

const section = (page) => page.locator('compare-section');

/** Keeps in the page what every model answered at each test. @param {import('@playwright/test').Page} page */
const record = (page) =>
  page.locator('unrolled-app').evaluate((app) => {
    const {race} = /** @type {any} */ (app);
    /** @type {any} */ (window).answered = race.runners.map(() => []);
    const keep = () =>
      race.runners.forEach(({examples}, i) => {
        const all = /** @type {any} */ (window).answered[i];
        if (examples && all[all.length - 1]?.step !== examples.step) all.push(examples);
      });
    keep();
    race.addEventListener('progress', keep);
  });

/** What is to be said, by other words than the page's. @param {import('@playwright/test').Page} page */
const wanted = (page) =>
  page.evaluate(() =>
    /** @type {any} */ (window).answered.map((all) => {
      const [before, now] = all.slice(-2);
      const flags = (test) => test.items.map(({right}) => !right.includes(false));
      const [was, is] = [flags(before), flags(now)];
      const same = (i) => before.items[i].answer.symbols.join() === now.items[i].answer.symbols.join();
      const count = (of) => is.filter((_, i) => of(i)).length;
      return {
        from: before.step,
        to: now.step,
        count: is.length,
        right: count((i) => !was[i] && is[i]),
        wrong: count((i) => was[i] && !is[i]),
        other: count((i) => !was[i] && !is[i] && !same(i)),
      };
    }),
  );

/** @param {import('@playwright/test').Page} page */
async function expectChanges(page) {
  await expect
    .poll(async () => {
      const said = await section(page).locator('answer-changes li').allTextContents();
      const names = (await readRace(page)).runners.map(({name}) => name);
      const all = await wanted(page);
      return names.map((name, i) => {
        const {from, to, count, right, wrong, other} = all[i];
        const mine = said.find((text) => text.startsWith(`${name}, `))?.replace(/\s+/g, ' ');
        const parts = [
          [right, 'came right'],
          [wrong, 'went wrong'],
          [other, other === 1 ? 'is wrong in another way' : 'are wrong in another way'],
        ].flatMap(([n, what]) => (n ? [`${n} ${what}`] : []));
        const found = `of the ${count} examples shown ${parts.join(', ')}.`;
        const none = `of the ${count} examples shown no answer changed.`;
        const right_words = `${name}, step ${from} to ${to}: ${right + wrong + other ? found : none}`;
        return mine === right_words ? 'right' : `${mine} not ${right_words}`;
      });
    })
    .toEqual(['right', 'right']);
  const changed = await section(page).locator('answer-changes td .unseen', {hasText: /^(right now|wrong now|another mistake)$/}).count(); // prettier-ignore
  expect(changed).toBe((await wanted(page)).reduce((sum, {right, wrong, other}) => sum + right + wrong + other, 0));
}

test('which of the shown answers changed is told of every model', async ({page}) => {
  await open(page, RACE);
  await ask(page, 'Where does it fail?');
  await record(page);
  await page
    .locator('unrolled-app')
    .evaluate((app) => /** @type {any} */ (app).race.runners.forEach((runner) => runner.advance(50)));
  await expect.poll(async () => (await wanted(page).catch(() => [])).map(({to}) => to)).toEqual([40, 40]);
  await expectChanges(page);
  await press(page, 'Continue');
  await expect.poll(async () => (await wanted(page)).map(({to}) => to), {timeout: 45_000}).toEqual([120, 120]);
  await expectChanges(page);
  await ask(page, 'How far back does it learn?');
  await expect(section(page).locator('answer-changes')).toBeHidden();
});
