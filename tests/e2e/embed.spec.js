import {encodeLink} from '../../web/shape/link.js';
import {expect, open, readRace, SMALL, test, withTrain} from './lab.js';

const COURSE = 'http://course.test/lesson.html';

/** A page of another origin with frames of the lab in it, as a teacher would paste them. */
async function openCourse(page, body) {
  await page.route('http://course.test/**', (route) =>
    route.fulfill({contentType: 'text/html', body: `<!doctype html><title>Lesson</title><h1>Lesson</h1>${body}`}),
  );
  await page.goto(COURSE);
}

/** Scripts alone, which is enough to train. */
const frameLine = (source, title) =>
  `<iframe src="${source}" title="${title}" width="100%" height="640" sandbox="allow-scripts"></iframe>`;

/** A frame unpacks two megabytes before it shows anything. */
const SLOW = {timeout: 30_000};

const labOf = (page) => page.frames().find((one) => one.url().includes('embed.html'));

test('the copied line works in a sandboxed frame of another origin', async ({page, baseURL}) => {
  await open(page, withTrain({steps: 40, eval_every: 20}));
  await page.getByRole('button', {name: 'Share or embed'}).click();
  const line = await page.getByRole('textbox', {name: /iframe/}).inputValue();
  expect(line).toContain('sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads"');
  expect(line).toContain(new URL('embed.html', baseURL).href);
  await openCourse(page, line);
  const frame = page.frameLocator('iframe');
  await frame.getByRole('button', {name: 'Train', exact: true}).click();
  const lab = page.frames().find((one) => one.url().includes('embed.html'));
  await expect
    .poll(async () => (await readRace(lab)).runners.map(({state}) => state), {timeout: 45_000})
    .toEqual(['done', 'done', 'done']);
  for (const {held_out} of (await readRace(lab)).runners) expect(held_out.at(-1)).toBeLessThan(held_out[0]);
});

test('two frames on one page train side by side, and ask for nothing once loaded', async ({page, baseURL}) => {
  const hash = await encodeLink({
    experiment: {...SMALL, train: {...SMALL.train, steps: 30}, models: SMALL.models.slice(0, 2)},
  });
  const source = new URL('embed.html', baseURL).href + hash;
  await openCourse(page, frameLine(source, 'first') + frameLine(source, 'second'));
  for (const title of ['first', 'second'])
    await expect(
      page.frameLocator(`iframe[title=${title}]`).getByRole('button', {name: 'Train', exact: true}),
    ).toBeVisible();
  /** @type {string[]} */
  const requests = [];
  page.on('request', (request) => !/^(blob|data):/.test(request.url()) && requests.push(request.url()));
  for (const title of ['first', 'second'])
    await page.frameLocator(`iframe[title=${title}]`).getByRole('button', {name: 'Train', exact: true}).click();
  for (const lab of page.frames().filter((one) => one.url().includes('embed.html')))
    await expect
      .poll(async () => (await readRace(lab)).runners.map(({state}) => state), {timeout: 45_000})
      .toEqual(['done', 'done']);
  expect(requests).toEqual([]);
});

test('the frame and its host talk: ready, start, progress, done', async ({page, baseURL}) => {
  const hash = await encodeLink({experiment: {...SMALL, train: {...SMALL.train, steps: 30}}});
  await openCourse(
    page,
    `<script>
    window.heard = [];
    addEventListener('message', (event) => {
      const frame = document.querySelector('iframe');
      if (event.source !== frame.contentWindow) return;
      window.heard.push(event.data.type ?? event.data.subject);
      if (event.data.type === 'unrolled:ready') frame.contentWindow.postMessage({type: 'unrolled:start', v: 1, id: 7, data: {}}, '*');
    });</script>${frameLine(new URL('embed.html', baseURL).href + hash, 'lab')}`,
  );
  await expect
    .poll(() => page.evaluate(() => /** @type {any} */ (window).heard), {timeout: 45_000})
    .toEqual(
      expect.arrayContaining([
        'unrolled:ready',
        'unrolled:started',
        'unrolled:progress',
        'unrolled:done',
        'unrolled:height',
        'lti.frameResize',
      ]),
    );
});

test('the element makes a frame that trains', async ({page, baseURL}) => {
  const hash = await encodeLink({experiment: {...SMALL, train: {...SMALL.train, steps: 30}}});
  await openCourse(
    page,
    `<script src="${new URL('unrolled-lab.js', baseURL).href}"></script><unrolled-lab state="${hash}"></unrolled-lab>`,
  );
  await page.frameLocator('iframe').getByRole('button', {name: 'Train', exact: true}).click();
  const lab = page.frames().find((one) => one.url().includes('embed.html'));
  await expect.poll(async () => (await readRace(lab)).state, {timeout: 45_000}).toBe('done');
});

test('the full lab opens from the line handed out; where it may not, its address can be selected', async ({
  page,
  baseURL,
}) => {
  const hash = await encodeLink({experiment: SMALL});
  const source = new URL('embed.html', baseURL).href + hash;
  await openCourse(
    page,
    frameLine(source, 'lab').replace('allow-scripts', 'allow-scripts allow-popups allow-popups-to-escape-sandbox'),
  );
  const opened = page.waitForEvent('popup');
  await page.frameLocator('iframe').getByRole('link', {name: 'Open in the full lab'}).click();
  await expect((await opened).getByRole('button', {name: 'Train', exact: true})).toBeVisible(SLOW);

  page.allowedErrors = /Blocked opening/;
  await openCourse(page, frameLine(source, 'lab'));
  const lab = page.frameLocator('iframe');
  await lab.getByRole('link', {name: 'Open in the full lab'}).click();
  const address = await lab.getByRole('textbox', {name: /full lab, to copy/}).inputValue();
  expect(address.startsWith(`${baseURL}#x=`)).toBe(true);
});

test('title and story stand in the frame, and the height handed out holds all of it', async ({page}) => {
  await open(page, withTrain({steps: 20, eval_every: 10}));
  await page.getByRole('button', {name: 'Share or embed'}).click();
  const line = page.getByRole('textbox', {name: /iframe/});
  await expect(line).not.toHaveValue(/height="640"/);
  await openCourse(page, await line.inputValue());
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('heading', {name: SMALL.name})).toBeVisible(SLOW);
  await frame.getByRole('button', {name: 'Train', exact: true}).click();
  await expect.poll(async () => (await readRace(labOf(page))).state, {timeout: 45_000}).toBe('done');
  for (const width of [780, 1000, 1240]) {
    await page.setViewportSize({width, height: 900});
    const room = () =>
      labOf(page).evaluate(() => innerHeight - document.documentElement.getBoundingClientRect().height);
    await expect.poll(room).toBeGreaterThanOrEqual(0);
    expect(await room()).toBeLessThan(120);
  }
});

test('the element fits its frame, takes a whole link as it was handed on, and a theme', async ({page, baseURL}) => {
  const whole = baseURL + (await encodeLink({experiment: withTrain({steps: 20})}));
  const script = `<script src="${new URL('unrolled-lab.js', baseURL).href}"></script>`;
  const element = (state, theme) => `${script}<unrolled-lab state="${state}" theme="${theme}"></unrolled-lab>`;
  for (const [state, theme] of [
    [`${whole}.`, 'dark'],
    [encodeURIComponent(whole), 'light'],
    [`&quot;${whole.replace(/.{70}/g, '$&\n')}&quot;`, 'auto'],
  ]) {
    await openCourse(page, element(state, theme));
    await expect(page.frameLocator('iframe').getByRole('heading', {name: SMALL.name})).toBeVisible(SLOW);
    const shown = await labOf(page).evaluate(() => document.documentElement.dataset.theme ?? '');
    expect(shown).toBe(theme === 'auto' ? '' : theme);
    for (const width of [320, 1200]) {
      await page.setViewportSize({width, height: 900});
      const beyond = () =>
        labOf(page).evaluate(() => document.documentElement.getBoundingClientRect().height - innerHeight);
      await expect.poll(async () => Math.abs(await beyond())).toBeLessThanOrEqual(1);
    }
  }
});

test('a link that cannot be read is said, and opens no other experiment', async ({page, baseURL}) => {
  const script = `<script src="${new URL('unrolled-lab.js', baseURL).href}"></script>`;
  for (const [state, words] of [
    ['#x=abc', /link is damaged/],
    [baseURL, /not a link to an experiment/],
  ]) {
    await openCourse(page, `${script}<unrolled-lab state="${state}"></unrolled-lab>`);
    const frame = page.frameLocator('iframe');
    await expect(frame.getByRole('alert')).toContainText(words);
    await expect(frame.getByRole('button', {name: 'Train', exact: true})).toHaveCount(0);
  }
});
