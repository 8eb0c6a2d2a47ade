// The class view: thirty receipts that were really trained are dropped, read, trained again and saved as a table.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {zipSync} from 'fflate';
import {hashOf} from '../../web/exercise/canonical.js';
import {codeOf} from '../../web/exercise/code.js';
import {encodeExercise} from '../../web/exercise/link.js';
import {CLASS_EXERCISE, CLASS_EXPERIMENT, handIn, thirty} from '../support/class_receipts.js';
import {readCsv} from '../support/csv_reader.js';
import {engineSurroundings} from '../support/engine_surroundings.js';
import {expect, expectFits, test} from './lab.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PAGE = {experiment: CLASS_EXPERIMENT, exercise: CLASS_EXERCISE};
const FORGER = 7;

/** @type {any[]} */
let receipts = [];

/** Scores that nobody trained, with a checksum that fits. */
async function forged(receipt) {
  const {exercise} = structuredClone(receipt);
  exercise.taken.runs[0].models[1].scores.val_loss *= 0.5;
  const {checksum: _, ...of} = exercise;
  return {...receipt, exercise: {...of, checksum: await hashOf(of)}};
}

test.beforeAll(async () => {
  const surroundings = await engineSurroundings();
  for (const who of thirty()) receipts.push((await handIn(surroundings, PAGE, who)).receipt);
  receipts[FORGER] = await forged(receipts[FORGER]);
  for (const worker of surroundings.workers) worker.terminate();
});

const fileOf = (receipt, i) => ({
  name: `receipt-${i + 1}.json`,
  mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify(receipt)),
});
const row = (page, name) =>
  page.locator('table.everybody tbody tr').filter({has: page.getByRole('rowheader', {name, exact: true})});

/** Files are dropped on the page, as from a folder of the system. */
async function drop(page, files) {
  const transfer = await page.evaluateHandle(
    (all) => {
      const transfer = new DataTransfer();
      for (const {name, text} of all) transfer.items.add(new File([text], name, {type: 'application/json'}));
      return transfer;
    },
    files.map(({name, buffer}) => ({name, text: String(buffer)})),
  );
  await page.locator('class-desk section.bring').dispatchEvent('drop', {dataTransfer: transfer});
}

async function openClass(page, files = receipts.map(fileOf)) {
  await page.goto('./#class');
  await expect(page.getByRole('heading', {level: 1, name: 'Class'})).toBeVisible();
  if (!files.length) return;
  await page.locator('class-desk input[type=file]').first().setInputFiles(files);
  await expect(page.getByRole('button', {name: /^Verify/})).toBeVisible();
}

async function findings(page) {
  await page.evaluate(axe);
  const {violations} = await page.evaluate(() => /** @type {any} */ (window).axe.run());
  return violations.map(({id, nodes}) => `${id}: ${nodes.map(({target}) => target).join(' ')}`);
}

const loss = (value) => value.toFixed(Math.abs(value) < 0.1 ? 4 : 3);

test('thirty receipts are dropped, and what stands on the page is what stands in them', async ({page}) => {
  test.slow();
  await page.goto('./#teach');
  await page.getByRole('link', {name: 'Class', exact: true}).first().click();
  await expect(page).toHaveTitle('Class · Unrolled');
  await drop(page, receipts.map(fileOf));
  await expect(page.locator('table.everybody tbody tr')).toHaveCount(30);
  for (const {exercise} of receipts) {
    const {name, prediction, runs, goals, seconds, answers, hints} = exercise.taken;
    const cells = row(page, name).getByRole('cell');
    const told = goals[0] ? runs[goals[0].run] : runs.at(-1);
    await expect(cells.nth(1)).toHaveText(prediction === 'unsure' ? 'not sure' : [/^A ✗/, /^B ✓/, /^C ✗/][prediction]);
    for (const {name: model, scores} of told.models)
      await expect(cells.nth(2)).toContainText(`${model} ${loss(scores.val_loss)}`);
    await expect(cells.nth(3)).toHaveText(goals[0] ? /✓ 1 of 1/ : /^0 of 1/);
    await expect(cells.nth(4)).toHaveText(String(runs.length));
    await expect(cells.nth(5)).toHaveText(String(60 * runs.length));
    await expect(cells.nth(6)).toHaveText(new RegExp(`^${seconds < 60 ? '' : Math.floor(seconds / 60)} min`));
    await expect(cells.nth(7)).toHaveText(
      new RegExp(`^${answers[0] === 2 ? 1 : 0} of 1 right${hints ? 'one hint' : ''}$`),
    );
  }
  const reached = receipts.filter(({exercise}) => exercise.taken.goals[0]).length;
  await expect(page.locator('.glance > div').first()).toContainText(`${reached} of 30`);
  await expect(page.locator('.glance > div').nth(1)).toContainText('12 of 30');
  await expect(page.locator('.predictions li').nth(1).locator('i')).toHaveCount(12);
  await expect(page.locator('.words li')).toHaveCount(30);
});

test('all are trained again: those that hold are proved, the forged one is found, curves and a table come of it', async ({
  page,
}) => {
  test.slow();
  await openClass(page);
  await expect(page.getByRole('img', {name: /over the steps/})).toHaveCount(0);
  await page.getByRole('button', {name: 'Verify 30 receipts'}).click();
  await page.getByRole('button', {name: 'Pause'}).click();
  await expect(page.locator('[data-checks]')).toContainText('Paused.');
  await page.getByRole('button', {name: 'Go on'}).click();
  await expect(page.locator('[data-checks]')).toContainText('All 80 trainings done', {timeout: 90_000});
  const {name} = receipts[FORGER].exercise.taken;
  await expect(page.locator('td.standing.proved')).toHaveCount(29);
  await expect(row(page, name).locator('td.standing')).toHaveText(/✗ not proved\s*Run 1: GRU 8 has other scores\./);
  await expect(page.getByRole('img', {name: /^GRU 8 over the steps, 29 runs/})).toBeVisible();
  await expect(page.getByText('One receipt that does not hold is left out of it.')).toBeVisible();
  await page.getByRole('button', {name: 'Trained again'}).click();
  await expect(page.locator('table.everybody tbody tr').first()).toContainText(name);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', {name: 'Save as CSV'}).click(),
  ]);
  expect(file.suggestedFilename()).toBe('unrolled-class-which-one-adds.csv');
  const lines = readCsv(readFileSync(await file.path(), 'utf8'));
  expect(lines.length).toBe(30);
  for (const {exercise} of receipts) {
    const {taken} = exercise;
    const line = lines.find((one) => one.name === taken.name);
    const told = taken.goals[0] ? taken.runs[taken.goals[0].run] : taken.runs.at(-1);
    expect(Number(line?.['score_GRU 8'])).toBe(told.models[1].scores.val_loss);
    expect(line?.trained_again).toBe(taken.name === name ? 'refuted' : 'proved');
    expect(line?.answer_2).toBe(taken.answers[1]);
  }
});

test('what was read is said where it is, and lies over nothing', async ({page}) => {
  await page.setViewportSize({width: 390, height: 844});
  await openClass(page, receipts.slice(0, 3).map(fileOf));
  const said = page.locator('class-desk .news').first();
  await expect(said).toHaveText('3 receipts read.');
  await expect(page.locator('class-desk').getByRole('status')).toHaveText('3 receipts read.');
  const over = await page
    .locator('class-desk')
    .evaluate(({shadowRoot}) =>
      [...(shadowRoot?.querySelectorAll('main *, main ~ *') ?? [])]
        .filter((one) => one.textContent?.trim() === '3 receipts read.' && !one.classList.contains('unseen'))
        .map((one) => getComputedStyle(one).position),
    );
  expect(over.length).toBe(2); // beneath the title, and where more is brought
  expect(over.every((position) => position === 'static')).toBe(true);
});

test('a zip, a cut file, the same twice, and a foreign one: each is told in a sentence', async ({page}) => {
  const text = JSON.stringify(receipts[0]);
  const zip = zipSync(
    Object.fromEntries(
      receipts.slice(0, 3).map((one, i) => [`who/${i}/r.json`, new TextEncoder().encode(JSON.stringify(one))]),
    ),
  );
  const odd = [
    {name: 'class.zip', mimeType: 'application/zip', buffer: Buffer.from(zip)},
    {name: 'cut.json', mimeType: 'application/json', buffer: Buffer.from(text.slice(0, 800))},
    {name: 'again.json', mimeType: 'application/json', buffer: Buffer.from(text)},
    {name: 'large.json', mimeType: 'application/json', buffer: Buffer.alloc(1024 * 1024 + 1, 32)},
  ];
  await openClass(page, odd);
  await expect(page.locator('table.everybody tbody tr')).toHaveCount(3);
  const unread = page.getByRole('region', {name: 'What is not shown'});
  await expect(unread).toContainText(/cut\.json\s*It begins as a receipt and is not whole/);
  await expect(unread).toContainText(/large\.json\s*It has more than 1 MB/);
  await expect(page.getByRole('region', {name: 'What is there twice'})).toContainText('Ada (again.json)');
  await page.getByRole('button', {name: 'Take all away'}).click();
  await expect(page.locator('table.everybody')).toHaveCount(0);
});

test('codes are pasted beside the exercise’s link', async ({page}) => {
  await openClass(page, []);
  const codes = await Promise.all(receipts.slice(0, 4).map(({exercise}) => codeOf(exercise.taken)));
  const link = await encodeExercise({...PAGE, view: {}, shape: {hide: [], lock: [], open: []}, text: {}});
  await page.getByText('Paste codes').click();
  await page.getByRole('textbox', {name: 'Link of the exercise'}).fill('https://example.org/nothing');
  await page.getByRole('textbox', {name: 'Codes'}).fill(codes.map((code, i) => `${i + 1}: ${code}`).join('\n'));
  await page.getByRole('button', {name: 'Read the codes'}).click();
  await expect(page.getByText('This is no link to an exercise.')).toBeVisible();
  await page.getByRole('textbox', {name: 'Link of the exercise'}).fill(`https://example.org/unrolled/${link}`);
  await page.getByRole('button', {name: 'Read the codes'}).click();
  await expect(page.locator('table.everybody tbody tr')).toHaveCount(4);
  await page.getByRole('button', {name: 'Verify 4 receipts'}).click();
  await expect(page.locator('td.standing.proved')).toHaveCount(4, {timeout: 60_000});
});

test('it is all done by keyboard, and sorted columns say so', async ({page}) => {
  await openClass(page, receipts.slice(0, 5).map(fileOf));
  const head = page.getByRole('columnheader', {name: /^Time/});
  await expect(head).toHaveAttribute('aria-sort', 'none');
  await head.getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  await page.keyboard.press('Enter');
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  await expect(page.locator('table.everybody tbody tr').first()).toContainText('Eva');
  const verify = page.getByRole('button', {name: /^Verify/});
  await verify.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('td.standing:not(.waits, .trains)')).toHaveCount(5, {timeout: 60_000});
});

for (const colorScheme of /** @type {const} */ (['light', 'dark']))
  test(`axe-core finds nothing, before and after (${colorScheme})`, async ({page}) => {
    await page.emulateMedia({colorScheme});
    await openClass(page, []);
    expect(await findings(page)).toEqual([]);
    await page
      .locator('class-desk input[type=file]')
      .first()
      .setInputFiles([
        ...receipts.slice(FORGER, FORGER + 4).map(fileOf),
        {name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"a"')},
      ]);
    await page.getByRole('button', {name: /^Verify/}).click();
    await expect(page.locator('td.standing.proved')).toHaveCount(3, {timeout: 60_000});
    expect(await findings(page)).toEqual([]);
  });

for (const width of [320, 390])
  test(`nothing of it is wider than ${width} pixels`, async ({page}) => {
    await page.setViewportSize({width, height: 844});
    await openClass(page, receipts.slice(FORGER, FORGER + 4).map(fileOf));
    await page.getByRole('button', {name: /^Verify/}).click();
    await expect(page.locator('td.standing.proved')).toHaveCount(3, {timeout: 60_000});
    await expectFits(page, width);
  });

test('what trains here rests while something else is on screen', async ({page}) => {
  await openClass(page);
  const done = () => page.locator('class-desk').evaluate((desk) => /** @type {any} */ (desk).checking.progress.share);
  await page.getByRole('button', {name: /^Verify/}).click();
  await expect.poll(done).toBeGreaterThan(0.02);
  await page.getByRole('link', {name: 'Glossary'}).first().click();
  await expect(page.getByRole('heading', {level: 1, name: 'Glossary'})).toBeVisible();
  await page.waitForTimeout(300);
  const share = await done();
  expect(share).toBeLessThan(1);
  await page.waitForTimeout(500);
  expect(await done()).toBe(share);
  await page.goBack();
  await expect.poll(done, {timeout: 60_000}).toBe(1);
});
