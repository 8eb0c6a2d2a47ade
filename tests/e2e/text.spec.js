import {writeFileSync} from 'node:fs';
import {expect, open, press, readRace, SMALL, test, trainToTheEnd, untilStep, withTrain} from './lab.js';

const VERSE = 'the rain in spain stays mainly in the plain, and the drain.\n'.repeat(60);

async function ownText(page, text) {
  await page.getByRole('combobox', {name: 'Text'}).selectOption('own');
  await page.getByLabel('Paste a text, or drop a file here').fill(text);
  await press(page, 'Use this text');
}

test('a pasted text is learned, and travels in the link', async ({page}) => {
  await open(page, withTrain({steps: 60, eval_every: 20}));
  await ownText(page, VERSE);
  await expect.poll(async () => (await readRace(page)).experiment.task.corpus).toBe('own');
  const {runners} = await trainToTheEnd(page);
  for (const {name, held_out} of runners) expect(held_out.at(-1), name).toBeLessThan(held_out[0]);
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('x=');
  const link = page.url();
  await page.goto('about:blank');
  await page.goto(link);
  expect((await readRace(page)).experiment.task.text).toBe(VERSE);
});

for (const [name, size] of /** @type {const} */ ([
  ['desktop', {width: 1440, height: 900}],
  ['phone', {width: 390, height: 844}],
]))
  test(`one’s own text is a button on the first screen, from any task (${name})`, async ({page}) => {
    await page.setViewportSize(size);
    await open(page, {...SMALL, task: {kind: 'reverse'}});
    const own = page.getByRole('button', {name: 'Your own text …'});
    await expect(own).toBeInViewport({ratio: 1});
    await own.click();
    const box = page.getByLabel('Paste a text');
    await expect(box).toBeFocused();
    await expect(box).toBeInViewport();
    const panel = page.locator('task-panel');
    await expect(panel).toContainText('Bring yours below; until then the models read Moby Dick');
    await expect(panel).not.toContainText('Melville');
    await page.screenshot({path: test.info().outputPath('own.png')});
    await box.fill('the quick brown fox jumps over the lazy dog. '.repeat(40));
    await page.getByRole('button', {name: 'Use this text'}).click();
    await expect.poll(async () => (await readRace(page)).experiment.task.corpus).toBe('own');
    await expect(panel).not.toContainText('Bring yours below');
  });

test('one’s own text is asked for by the first click after a wide window was made narrow', async ({page}) => {
  await page.setViewportSize({width: 1366, height: 768});
  await page.goto('./#lab');
  await page.locator('model-card').first().waitFor();
  await page.waitForTimeout(2500); // until nothing is drawn any more
  await page.setViewportSize({width: 1024, height: 768});
  await page.getByRole('button', {name: 'Your own text …'}).click();
  const box = page.getByLabel('Paste a text');
  await expect(box).toBeFocused();
  await page.waitForTimeout(1500); // whatever is drawn meanwhile folds nothing away
  await expect(page.locator('details', {has: page.locator('task-panel')})).toHaveAttribute('open', '');
  await expect(box).toBeInViewport();
});

test('a file is read, and one that is no text is refused in words', async ({page}) => {
  await open(page);
  await page.getByRole('combobox', {name: 'Text'}).selectOption('own');
  const file = page.locator('data-box input[type=file]');
  await file.setInputFiles({name: 'verse.txt', mimeType: 'text/plain', buffer: Buffer.from(VERSE)});
  await expect.poll(async () => (await readRace(page)).experiment.task.corpus).toBe('own');
  await page.getByRole('combobox', {name: 'Text'}).selectOption('own');
  await file.setInputFiles({
    name: 'cat.bin',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from([0, 1, 2, 0, 255, 254]),
  });
  await expect(page.getByRole('alert').filter({hasText: /text/i})).toBeVisible();
});

test('a text that is too short or empty gets a sentence, and the race stays as it was', async ({page}) => {
  await open(page);
  for (const text of ['', 'too short']) {
    await ownText(page, text);
    await expect(page.getByRole('alert').first()).toBeVisible();
    expect((await readRace(page)).experiment.task.corpus).toBe('names');
  }
});

test('ten megabytes do not freeze the page', async ({page}, testInfo) => {
  await open(page);
  await page.getByRole('combobox', {name: 'Text'}).selectOption('own');
  await page.evaluate(() => {
    /** @type {any} */ (window).longest = 0;
    let last = performance.now();
    setInterval(() => {
      const now = performance.now();
      /** @type {any} */ (window).longest = Math.max(/** @type {any} */ (window).longest, now - last);
      last = now;
    }, 10);
  });
  const line = 'It was the best of times, it was the worst of times; number ';
  const buffer = Buffer.from(
    Array.from({length: 155_000}, (_, i) => `${line}${i}\n`)
      .join('')
      .slice(0, 10_000_000),
  );
  // By its path: a buffer would be unpacked by the test's own code in the page, which takes seconds.
  writeFileSync(testInfo.outputPath('long.txt'), buffer);
  await page.locator('data-box input[type=file]').setInputFiles(testInfo.outputPath('long.txt'));
  await expect.poll(async () => (await readRace(page)).experiment.task.corpus, {timeout: 30_000}).toBe('own');
  await press(page, 'Train');
  await untilStep(page, 3);
  expect(await page.evaluate(() => /** @type {any} */ (window).longest)).toBeLessThan(4000); // a shared machine hiccups; a freeze is longer
});

test('every trained model continues a prompt, the same way for the same seed', async ({page}) => {
  await open(page, withTrain({steps: 60}));
  await trainToTheEnd(page);
  await page.getByLabel('A beginning').fill('mar');
  const answers = async () => {
    await press(page, 'Continue it');
    await expect(page.locator('prompt-panel article p.text')).toHaveCount(3);
    return page.locator('prompt-panel article p.text').allTextContents();
  };
  const first = await answers();
  for (const text of first) expect(text.startsWith('mar')).toBe(true);
  for (const text of first) expect(text.length).toBeGreaterThan(100);
  expect(await answers()).toEqual(first);
});
