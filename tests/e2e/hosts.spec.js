// Frames and elements in pages of hosts: what platforms leave of the lines, addresses written by hand, many elements on a page, the module
// of notebooks, a frame made of an address alone.
import {readFileSync} from 'node:fs';
import {strFromU8, unzipSync} from 'fflate';
import {CHAPTERS} from '../../web/learn/index.js';
import {encodeExercise} from '../../web/exercise/link.js';
import {unsealed} from '../../web/exercise/seal.js';
import {unpack} from '../../web/state/packed.js';
import {encodeLink} from '../../web/shape/link.js';
import {elementLine, frameAddress, iframeLine} from '../../web/hosts/lines.js';
import {say} from '../../web/words/words.js';
import '../../web/words/hosts.js';
import '../../web/words/embed.js';
import {sanitized} from '../support/hosts/sanitize.js';
import {EXERCISE, EXPERIMENT} from '../support/made_exercise.js';
import {expect, readRace, SMALL, test} from './lab.js';

const COURSE = 'http://course.test/lesson.html';
const RULES = JSON.parse(readFileSync(new URL('../support/sanitizers.json', import.meta.url), 'utf8'));
const HASH = await encodeLink({
  experiment: {...SMALL, train: {...SMALL.train, steps: 20}, models: SMALL.models.slice(0, 1)},
});
/** A frame unpacks two megabytes before it shows anything. */
const SLOW = {timeout: 30_000};

/** @param {import('@playwright/test').Page} page @param {string} body */
async function openCourse(page, body) {
  await page.route('http://course.test/**', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><meta charset="utf-8"><title>Lesson</title><h1>Lesson</h1>${body}`,
    }),
  );
  await page.goto(COURSE);
}
const made = (baseURL) => ({root: baseURL, hash: HASH, title: 'Which forgets?', height: 640, lang: ''});
const train = (frame) => frame.getByRole('button', {name: 'Train', exact: true});
const labOf = (page) => page.frames().find((one) => one.url().includes('embed'));

/** What of a line is seen once a platform has filtered it. */
const SEEN = {
  works: (page) => expect(train(page.frameLocator('iframe'))).toBeVisible(SLOW),
  link: async (page) => {
    await expect(page.getByRole('link', {name: 'Open “Which forgets?”'})).toBeVisible();
    await expect(page.locator('iframe')).toHaveCount(0);
  },
  says: (page) => expect(page.frameLocator('iframe').getByText(/JavaScript is switched off/)).toBeVisible(SLOW),
};

for (const [host, rules] of Object.entries(RULES))
  for (const [kind, line] of Object.entries({iframe: iframeLine, element: elementLine})) {
    const expected = rules.expects[kind];
    if (!expected) continue;
    test(`${host} leaves of the line with the ${kind} what ${expected === 'works' ? 'trains' : expected === 'says' ? 'says why it cannot' : 'leads there'}`, async ({
      page,
      baseURL,
    }) => {
      page.allowedErrors = /Blocked script execution|net::ERR/;
      await page.setContent('');
      const left = await page.evaluate(
        `(${sanitized})(${JSON.stringify(line(made(baseURL)))}, ${JSON.stringify(rules)})`,
      );
      await openCourse(page, String(left));
      await SEEN[expected](page);
    });
  }

test('H5P shows the frame by its address alone', async ({page, baseURL}) => {
  const source = frameAddress(made(baseURL)).replaceAll('&', '&amp;');
  await openCourse(
    page,
    `<iframe src="${source}" scrolling="no" width="100%" height="640" frameBorder="0" class="h5p-iframe-wrapper" style="width: 100%"></iframe>`,
  );
  const frame = page.frameLocator('iframe');
  await train(frame).click(SLOW);
  await expect.poll(async () => (await readRace(labOf(page))).state, {timeout: 45_000}).toBe('done');
});

test('an address of other rules is refused in a sentence; what nobody knows of it is named, and the rest shown', async ({
  page,
}) => {
  await page.goto(`./embed.html${HASH}&v=2`);
  await expect(page.getByRole('alert')).toHaveText(say('embed.version', {found: '2', version: '1'}), SLOW);
  await expect(train(page)).toHaveCount(0);
  await page.goto('about:blank');
  await page.goto(`./embed.html${HASH}&v=1&seeds=7&hide=storey`);
  await expect(train(page)).toBeVisible(SLOW);
  await expect(page.getByText(say('embed.unknown', {names: 'seeds, hide=storey'}))).toBeVisible();
  for (const file of ['embed.html', 'embed-chapters.html', 'embed-files.html']) {
    await page.goto('about:blank');
    await page.goto(`./${file}#v=7&chapter=${CHAPTERS[0].id}`);
    await expect(page.getByRole('alert')).toContainText('version 7', SLOW);
  }
});

test('an element of other rules hears that it is refused', async ({page, baseURL}) => {
  const script = `<script src="${new URL('unrolled-lab.js', baseURL).href}"></script>`;
  await openCourse(
    page,
    `${script}<script>window.failures = []; addEventListener('unrolled-error', ({detail}) => failures.push(detail.code + detail.key));</script><unrolled-lab exercise="${HASH}" v="2"></unrolled-lab>`,
  );
  await expect
    .poll(() => page.evaluate(() => /** @type {any} */ (window).failures), SLOW)
    .toEqual(['linkembed.version']);
});

test('what is written by hand behind the packed object only tightens it, and nothing starts by itself', async ({
  page,
}) => {
  const packed = await encodeLink({experiment: SMALL, shape: {hide: ['chart'], lock: ['task'], open: []}});
  await page.goto(`./embed.html${packed}&v=1&hide=prompt&lock=pace&theme=dark&lang=es&start=1`);
  const app = page.locator('unrolled-app');
  await expect(app.getByRole('button', {name: 'Entrenar', exact: true})).toBeVisible(SLOW);
  const shape = await app.evaluate((one) => /** @type {any} */ (one).page.shape);
  expect(shape.hide).toEqual(['chart', 'prompt']);
  expect(shape.lock).toEqual(['task', 'pace']);
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  await expect(page.getByText(/start/)).toBeVisible(); // there is no such parameter
  expect((await readRace(page)).runners.every(({step}) => step === 0)).toBe(true);
});

test('a height that the address says is what the page around hears', async ({page, baseURL}) => {
  const source = `${new URL('embed.html', baseURL).href}${HASH}&height=480`;
  await openCourse(
    page,
    `<script>window.heights = []; addEventListener('message', ({data}) => data.type === 'unrolled:height' && heights.push(data.data.height));</script>
     <iframe src="${source}" title="lab" width="700" height="480" sandbox="allow-scripts"></iframe>`,
  );
  await expect(train(page.frameLocator('iframe'))).toBeVisible(SLOW);
  await expect.poll(() => page.evaluate(() => /** @type {any} */ (window).heights)).toEqual([480]);
});

test('many elements on a page, with their attributes, events and methods; removed they leave nothing', async ({
  page,
  baseURL,
}) => {
  const script = `<script src="${new URL('unrolled-lab.js', baseURL).href}"></script>`;
  const two = ['a', 'b']
    .map(
      (id) =>
        `<unrolled-lab id="${id}" exercise="${HASH}" hide="story" lock="train.steps" v="1" title="${id}"></unrolled-lab>`,
    )
    .join('');
  await openCourse(
    page,
    `${script}<script>window.heard = []; for (const name of ['ready', 'done', 'error']) addEventListener('unrolled-' + name, ({target}) => heard.push(target.id + name));</script>${two}`,
  );
  const heard = () => page.evaluate(() => /** @type {any} */ (window).heard);
  await expect.poll(heard, SLOW).toEqual(expect.arrayContaining(['aready', 'bready']));
  const state = await page.locator('#a').evaluate((lab) => /** @type {any} */ (lab).getState());
  expect(state.shape.hide).toEqual(['story']);
  expect(state.shape.lock).toEqual(['train.steps']);
  const refused = await page
    .locator('#b')
    .evaluate((lab) => /** @type {any} */ (lab).ask('fly').catch(({code, message}) => ({code, message})));
  expect(refused.code).toBe('message');
  await page.locator('#a').evaluate((lab) => lab.setAttribute('title', 'renamed'));
  await expect(page.locator('#a iframe')).toHaveAttribute('title', 'renamed');
  await page.locator('#b').evaluate((lab) => lab.setAttribute('theme', 'dark'));
  await expect.poll(() => page.frames().filter((one) => one.url().includes('theme=dark')).length).toBe(1);
  await page.locator('#a').evaluate((lab) => /** @type {any} */ (lab).ask('start'));
  await expect.poll(heard, {timeout: 45_000}).toEqual(expect.arrayContaining(['adone']));
  await page.evaluate(() => document.querySelectorAll('unrolled-lab').forEach((one) => one.remove()));
  await expect.poll(() => page.frames().length).toBe(1);
  await expect.poll(() => page.workers().length).toBe(0);
  await page.evaluate(() => window.postMessage({type: 'unrolled:ready'}, '*')); // nobody listens
});

test('the module of notebooks makes a frame, follows its height, writes the result into the model, and goes', async ({
  page,
  baseURL,
}) => {
  // As a host has to send it, so that pages elsewhere may import it.
  await page.route(`${baseURL}unrolled-lab.mjs`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({response, headers: {...response.headers(), 'access-control-allow-origin': '*'}});
  });
  await openCourse(
    page,
    `<main></main><script type="module">
      import widget from '${new URL('unrolled-lab.mjs', baseURL).href}';
      window.values = {base: '${baseURL}', exercise: '${HASH}', hide: 'story', height: 500, title: 'Lab'};
      const model = {get: (name) => values[name], set: (name, value) => (values[name] = value), save_changes() { throw new Error('no kernel'); }};
      window.remove = widget.render({model, el: document.querySelector('main')});
    </script>`,
  );
  await expect(train(page.frameLocator('iframe'))).toBeVisible(SLOW);
  expect(labOf(page).url()).toContain('embed.html#hide=story&x=');
  await expect(page.locator('iframe')).not.toHaveAttribute('height', '500'); // it follows what the frame shows
  await page.evaluate(() => {
    const {contentWindow} = document.querySelector('iframe');
    const data = {type: 'unrolled:result', data: {score: 0.5, completed: false, state: 'a'}};
    window.dispatchEvent(new MessageEvent('message', {source: contentWindow, data}));
  });
  expect(await page.evaluate(() => /** @type {any} */ (window).values)).toMatchObject({score: 0.5, state: 'a'});
  await page.evaluate(() => /** @type {any} */ (window).remove());
  await expect(page.locator('iframe')).toHaveCount(0);
});

test('what a student types in an exercise, name and free text, reaches no host', async ({page, baseURL}) => {
  const hash = await encodeExercise({experiment: EXPERIMENT, exercise: {...EXERCISE, why: undefined}, view: {}});
  await openCourse(
    page,
    `<script>window.told = []; addEventListener('message', ({data}) => told.push(data));</script>
     <iframe src="${new URL('embed.html', baseURL).href}${hash}&v=1" title="exercise" width="700" height="900" sandbox="allow-scripts"></iframe>`,
  );
  const frame = page.frameLocator('iframe');
  await frame.getByRole('button', {name: 'The RNN'}).click(SLOW);
  const text = frame.locator('textarea');
  for (let n = 0; n < 8 && !(await text.isVisible()); n++) {
    await frame.locator('button.primary:enabled, .onward button:enabled').last().click(SLOW);
    await page.waitForTimeout(300);
  }
  await text.fill('Geheimnis');
  await text.blur();
  const told = () =>
    page.evaluate(() => /** @type {any} */ (window).told.filter(({type}) => type === 'unrolled:result'));
  await expect.poll(async () => (await told()).length, SLOW).toBeGreaterThan(1);
  await page.waitForTimeout(500);
  const all = JSON.stringify(await page.evaluate(() => /** @type {any} */ (window).told));
  expect(all).not.toContain('Geheimnis');
  for (const {data} of await told()) {
    const said = await unpack(String(await unsealed('UT1-', data.state)));
    expect(said).toMatch(/[0-9]/); // it is what it says it is
    expect(said).not.toContain('Geheimnis');
  }
});

test('the maker hands out packages and lines for hosts, made in the page', async ({page, context}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  page.allowedErrors = /icon-192|Manifest/;
  await page.goto(`./${await encodeExercise({experiment: EXPERIMENT, exercise: EXERCISE, view: {}}, {edit: true})}`);
  const saved = async (title) => {
    const coming = page.waitForEvent('download');
    await page.getByRole('button', {name: title}).click(SLOW);
    const download = await coming;
    return {name: download.suggestedFilename(), bytes: readFileSync(await download.path())};
  };
  for (const [title, name] of [
    ['SCORM 1.2 package', 'scorm12'],
    ['SCORM 2004 package', 'scorm2004'],
    ['Folder for a site', 'own'],
  ]) {
    const {name: file, bytes} = await saved(new RegExp(`^${title}`));
    expect(file).toBe(`which-one-forgets-${name}.zip`);
    const files = unzipSync(bytes);
    expect(files['embed.html'].length).toBe(readFileSync(new URL('../../dist/embed.html', import.meta.url)).length);
    expect(strFromU8(files['index.html'])).toContain('Which one forgets?');
    if (name !== 'own') expect(strFromU8(files['imsmanifest.xml'])).toContain('Which one forgets?');
  }
  await page.getByRole('button', {name: /^Open edX problem/}).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('hosts/jsinput.html#x=');
});
