// Making an exercise: from the opening page to a copied link, what the links open, and the goal tried on twenty seeds.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {encodeLink} from '../../web/shape/link.js';
import {expect, expectFits, readRace, test, trainToTheEnd} from './lab.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Trains in a moment, that twenty of it do. */
const QUICK = {
  version: 1,
  name: 'Quick race',
  task: {kind: 'adding', length: 4, longer_length: 0},
  train: {
    batch_size: 16,
    steps: 60,
    seed: 3,
    eval_every: 20,
    clip_norm: 1,
    tier: 'strict',
    optimizer: {kind: 'adam', lr: 0.01},
    schedule: {kind: 'constant'},
  },
  models: [
    {kind: 'rnn', hidden_size: 8},
    {kind: 'gru', hidden_size: 8},
  ],
};

const maker = (page) => page.locator('exercise-maker');
/** What is made, as plain data. */
const made = (page) => maker(page).evaluate((one) => /** @type {any} */ (one)._draft);

async function openMaker(page, hash) {
  await page.goto(`./${hash}`);
  await expect(maker(page).getByRole('button', {name: 'Copy the link for students'})).toBeEnabled();
}

async function openOfQuick(page) {
  await page.goto(`./${await encodeLink({experiment: QUICK})}`);
  await page.getByRole('link', {name: 'As an exercise'}).click();
  await expect(maker(page).getByRole('button', {name: 'Copy the link for students'})).toBeEnabled();
}

const linkFor = (page, name) => maker(page).getByRole('textbox', {name}).inputValue();
const fold = (page, name) => maker(page).locator('.form > details > summary').filter({hasText: name}).click();

async function findings(page) {
  await page.evaluate(axe);
  const {violations} = await page.evaluate(() => /** @type {any} */ (window).axe.run(document, {iframes: false}));
  return violations.map(({id, nodes}) => `${id}: ${nodes.map(({target}) => target).join(' ')}`);
}

test('from the opening page to a copied link in twelve clicks: title, a hidden part, a hidden control', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.addInitScript(() => {
    if (window !== top) return; // the preview keeps nothing
    const all = /** @type {any} */ (window);
    all.clicks = Number(sessionStorage.getItem('clicks') ?? 0);
    addEventListener('pointerdown', () => sessionStorage.setItem('clicks', String(++all.clicks)), {capture: true});
  });
  await page.goto('./');
  const begun = Date.now();
  await page.getByRole('link', {name: 'For teachers'}).click();
  await page
    .getByRole('row', {name: /^\d+\. Gates opened/})
    .getByRole('link', {name: 'as an exercise'})
    .click();
  const title = maker(page).getByRole('textbox', {name: 'Title'});
  await title.click();
  await title.fill('Two LSTMs and a gate');
  await fold(page, 'Watch');
  await maker(page).getByRole('checkbox', {name: 'Hide: Way to the lab'}).click();
  await maker(page).getByRole('searchbox').fill('learning rate');
  await maker(page).getByRole('checkbox', {name: 'Lock: Learning rate'}).first().click();
  await expect.poll(() => linkFor(page, 'Link for students')).toMatch(/#x=/);
  await expect(maker(page).locator('preview-frame iframe').first()).toBeVisible();
  await page.waitForTimeout(500); // as a hand would
  await maker(page).getByRole('button', {name: 'Copy the link for students'}).click();
  await expect(maker(page).getByRole('button', {name: 'Copied: the link for students'})).toBeVisible();
  expect(await page.evaluate(() => /** @type {any} */ (window).clicks)).toBeLessThanOrEqual(12);
  expect(Date.now() - begun).toBeLessThan(120_000);

  const link = await page.evaluate(() => navigator.clipboard.readText());
  const student = await context.newPage();
  await student.goto(link);
  await expect(
    student.getByRole('heading', {name: 'A gate that training sets, or one that is always open: which LSTM learns?'}),
  ).toBeVisible();
  await expect(student.locator('chapter-player').getByText('Two LSTMs and a gate')).toBeVisible();
  const shape = await student.locator('chapter-player').evaluate((one) => /** @type {any} */ (one).page.shape);
  expect(shape.hide).toEqual(['lab_link']);
  expect(shape.lock).toContain('train.optimizer.lr');
  await student.close();
});

test('what is chosen in the lab and not applied yet is in the exercise; teachers are shown the way there', async ({
  page,
}) => {
  await page.goto('./');
  await expect(page.locator('home-page header').getByRole('link', {name: 'For teachers'})).toBeInViewport();
  await page.getByRole('link', {name: 'For teachers'}).click();
  await page.locator('teach-desk').getByRole('link', {name: 'Open the lab'}).click();
  await expect(page.getByRole('button', {name: 'Train', exact: true})).toBeVisible();
  await page.goto(`./${await encodeLink({experiment: QUICK})}`);
  await page.getByRole('button', {name: 'Options'}).nth(1).click();
  await page.getByRole('combobox', {name: 'Kind'}).selectOption('lstm');
  await page.getByRole('link', {name: 'As an exercise'}).click();
  await expect(maker(page).getByRole('textbox', {name: 'Question'})).toHaveValue(
    'Which of the two learns it, RNN or LSTM?',
  );
  const {exercise, experiment} = await made(page);
  expect(experiment.models.map(({kind}) => kind)).toEqual(['rnn', 'lstm']);
  expect(exercise.goal.map(({model}) => model)).toEqual(['any']); // nobody has trained
  await fold(page, 'Try');
  const given = maker(page).getByText('This holds before anything is learned.');
  await expect(given).toHaveCount(0);
  await maker(page).locator('#op-0').selectOption('<');
  await expect(given).toBeVisible();
});

test('what is hidden is not there for a student, and the teacher’s link opens the maker with the same', async ({
  page,
  context,
}) => {
  await openOfQuick(page);
  await fold(page, 'Watch');
  await maker(page).getByRole('checkbox', {name: 'Hide: Way to the lab'}).check();
  await fold(page, 'Try');
  await maker(page).getByRole('spinbutton', {name: 'by step'}).fill('40');
  await maker(page).getByRole('combobox', {name: 'Add something to reach …'}).selectOption('weights');
  await maker(page)
    .getByRole('combobox', {name: /^Language/})
    .selectOption('es');
  await maker(page).getByLabel('Height of a frame').fill('700');
  await maker(page).getByLabel('Height of a frame').press('Enter');
  await expect.poll(() => linkFor(page, /Link for you/)).toMatch(/tall=700/);
  const [before, teacher, student] = [
    await made(page),
    await linkFor(page, /Link for you/),
    await linkFor(page, 'Link for students'),
  ];
  expect(student).toMatch(/&lang=es$/);
  expect(await linkFor(page, /iframe/)).toMatch(
    /^<iframe src="[^"]*embed\.html#x=[^"]*" .*height="700".*><a href=.*<\/a><\/iframe>$/s,
  );

  const again = await context.newPage();
  await again.goto(teacher);
  await expect(maker(again).getByRole('heading', {level: 1})).toHaveText(before.exercise.title);
  expect(await made(again)).toEqual(JSON.parse(JSON.stringify(before)));
  expect(before.exercise.goal).toHaveLength(2);
  await again.close();

  const opened = await context.newPage();
  await opened.goto(student.replace('&lang=es', ''));
  const player = opened.locator('chapter-player');
  await player.locator('.choices button').first().click();
  await expect
    .poll(() => player.evaluate((one) => /** @type {any} */ (one).race.state), {timeout: 30_000})
    .toBe('done');
  const next = player.locator('.next button');
  while (await next.count()) await next.first().click();
  await expect(player.locator('[data-stage=end]')).toBeVisible();
  await expect(opened.getByRole('button', {name: 'Open in the lab'})).toHaveCount(0);
  await opened.close();
});

test('twenty seeds give what the engine gives, and a bound that all reach is taken up by a click', async ({
  page,
  context,
}) => {
  test.setTimeout(180_000);
  await openOfQuick(page);
  await fold(page, 'Try');
  await maker(page).getByRole('spinbutton', {name: 'Bound'}).fill('100');
  await maker(page).getByRole('spinbutton', {name: 'Bound'}).press('Enter');
  await maker(page).locator('seed-trial').getByRole('button', {name: 'Try it with 20 seeds'}).click();
  await maker(page).getByRole('button', {name: 'Pause'}).click();
  await expect(maker(page).getByText('Paused.')).toBeVisible();
  await maker(page).getByRole('button', {name: 'Go on'}).click();
  await expect(maker(page).getByText(/^Reached in \d+ of 20$/)).toBeVisible({timeout: 150_000});
  const known = await maker(page)
    .locator('seed-trial')
    .evaluate((one) => {
      const {runs} = /** @type {any} */ (one).trial;
      return runs.map(({seed, facts}) => ({seed, losses: facts.models.map(({curves}) => curves.val_loss.value)}));
    });
  expect(known.map(({seed}) => seed).sort((a, b) => a - b)).toEqual(Array.from({length: 20}, (_, i) => i + 1));
  await maker(page).getByRole('button', {name: 'Take it up'}).first().click();
  await expect(maker(page).locator('seed-trial').getByText('Reached in 20 of 20')).toBeVisible();
  await expect.poll(async () => (await linkFor(page, 'Link for students')).length).toBeGreaterThan(100);

  for (const seed of [3, 11]) {
    const lab = await context.newPage();
    await lab.goto(`./${await encodeLink({experiment: {...QUICK, train: {...QUICK.train, seed}}})}`);
    const race = await trainToTheEnd(lab);
    expect(race.runners.map(({held_out}) => held_out)).toEqual(known.find((one) => one.seed === seed).losses);
    await lab.close();
  }
});

test('the maker is heard, fits 320 pixels, and is read in the dark', async ({page}) => {
  await page.setViewportSize({width: 320, height: 800});
  await page.emulateMedia({colorScheme: 'dark'});
  await openMaker(page, '#make=gates');
  await maker(page)
    .locator('.form')
    .evaluate((form) =>
      form.querySelectorAll(':scope > details').forEach((one) => /** @type {any} */ (one.open = true)),
    );
  await expectFits(page, 320);
  expect(await findings(page)).toEqual([]);
  await page.setViewportSize({width: 1366, height: 768});
  await page.emulateMedia({colorScheme: 'light'});
  expect(await findings(page)).toEqual([]);
});

test('the maker goes by keys: a fold is opened, an answer added and marked', async ({page}) => {
  await openMaker(page, '#make=forgets');
  await maker(page).getByRole('button', {name: 'Add an answer'}).focus();
  await page.keyboard.press('Enter');
  await maker(page).getByRole('textbox', {name: 'Answer 5'}).focus();
  await page.keyboard.type('It depends');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  const {exercise} = await made(page);
  expect(exercise.choices[4]).toEqual({text: 'It depends', right: true});
});

test('on a phone the links of the head stand in one line', async ({page}) => {
  await page.setViewportSize({width: 390, height: 844});
  await page.goto(`./${await encodeLink({experiment: QUICK})}`);
  await page.getByRole('link', {name: 'As an exercise'}).click();
  const links = maker(page).locator('header nav a');
  await expect(links).toHaveCount(3);
  const tops = await links.evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)));
  expect(new Set(tops).size).toBe(1);
});
