import {encodeLink} from '../../web/state/link.js';
import {expect, open, readRace, SMALL, test, withTrain} from './lab.js';

const COURSE = 'http://course.test/lesson.html';

/** A page of another origin with frames of the lab in it, as a teacher would paste them. */
async function openCourse(page, body) {
  await page.route('http://course.test/**', (route) =>
    route.fulfill({contentType: 'text/html', body: `<!doctype html><title>Lesson</title><h1>Lesson</h1>${body}`}),
  );
  await page.goto(COURSE);
}

const frameLine = (source, title) =>
  `<iframe src="${source}" title="${title}" width="100%" height="640" sandbox="allow-scripts"></iframe>`;

test('the copied line works in a sandboxed frame of another origin', async ({page, baseURL}) => {
  await open(page, withTrain({steps: 40, eval_every: 20}));
  await page.getByRole('button', {name: 'Share or embed'}).click();
  const line = await page.getByRole('textbox', {name: /iframe/}).inputValue();
  expect(line).toContain('sandbox="allow-scripts"');
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
