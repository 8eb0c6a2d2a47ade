// What somebody hid, locked, opened and wrote in the object that a link packs: on the page, in a frame, by a message.
import {readFileSync} from 'node:fs';
import {decodeLink, encodeLink} from '../../web/shape/link.js';
import {experiments, expect, readRace, SMALL, test} from './lab.js';

const LOCKED = 'Locked by whoever made this page.';
const OLD = JSON.parse(readFileSync(new URL('../support/old_links.json', import.meta.url), 'utf8'));
const TEXT = {title: 'Names', story: 'Which one <b>learns</b> faster?', watch: 'Look at the curves.'};

/** @param {Partial<import('../../web/shape/shape.js').Shape>} shape */
const shaped = (shape) => ({hide: [], lock: [], open: [], ...shape});

/** The names of everything in the accessibility tree, one a line: "button Train". @param {import('@playwright/test').Page} page */
async function heard(page) {
  const {nodes} = await (await page.context().newCDPSession(page)).send('Accessibility.getFullAXTree');
  return nodes.filter(({ignored}) => !ignored).map(({role, name}) => `${role?.value} ${name?.value ?? ''}`);
}

/** What Tab reaches from the top of the page, until it comes round. @param {import('@playwright/test').Page} page */
async function tabStops(page) {
  /** @type {string[]} */
  const stops = [];
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      let element = document.activeElement;
      const hosts = [];
      for (; element?.shadowRoot?.activeElement; element = element.shadowRoot.activeElement)
        hosts.push(element.localName);
      return element === document.body
        ? ''
        : `${hosts.join(' ')} ${element?.localName} ${element?.getAttribute('aria-label') ?? element?.textContent?.trim().slice(0, 30)}`;
    });
    if (!stop && stops.length) break;
    stops.push(stop);
  }
  return stops;
}

/** @param {import('@playwright/test').Page} page @param {object} kept @param {string} [more] */
async function openShaped(page, kept, more = '') {
  await page.goto(`./${await encodeLink({experiment: SMALL, ...kept})}${more}`);
  await expect(page.getByRole('button', {name: 'Train', exact: true})).toBeVisible();
}

test('what is hidden is there for nobody, and the rest still works', async ({page}) => {
  const hide = [
    'gallery',
    'add_model',
    'inside',
    'prompt',
    'share',
    'pace',
    'numbers',
    'model_menu',
    'data',
    'train.optimizer.lr',
    'train.seed',
    'models.*.hidden_size',
  ];
  await openShaped(page, {shape: shaped({hide, open: ['model_editor', 'train.seed', 'train.clip_norm']})});
  await expect(page.locator('model-editor').first()).toBeVisible();
  const gone =
    /Share|Add a model|More for|Inside|Continue it|Speed|Pacing|Experiments|Learning rate|Seed|Hidden size|Reading a novel|bits a character|Paste/;
  expect((await heard(page)).filter((line) => gone.test(line))).toEqual([]);
  const stops = await tabStops(page);
  expect(
    stops.filter((line) => gone.test(line) || /gallery|prompt|inside|add-model|pace-select|data-box/.test(line)),
  ).toEqual([]);
  expect(stops.some((line) => /BUTTON Train|button Train/.test(line))).toBe(true);
  expect((await heard(page)).filter((line) => /Embedding size/.test(line)).length).toBeGreaterThan(0);

  await page.getByRole('button', {name: 'Train', exact: true}).click();
  await expect.poll(async () => (await readRace(page)).state, {timeout: 45_000}).toBe('done');
});

test('whole sections go, the chart too, and nothing gapes', async ({page}) => {
  await openShaped(page, {shape: shaped({hide: ['task', 'training', 'story']})});
  await expect(page.locator('aside')).toHaveCount(0);
  const boxes = await Promise.all(['loss-chart', '.areas', 'main'].map((one) => page.locator(one).boundingBox()));
  const [chart, areas, main] = boxes.map((box) => box?.width ?? NaN);
  expect(chart + areas).toBeGreaterThan(0.9 * main - 80);
  await openShaped(page, {shape: shaped({hide: ['chart']})}, '&');
  await page.reload();
  await expect(page.locator('loss-chart')).toHaveCount(0);
  expect((await page.locator('aside').boundingBox())?.height).toBeGreaterThan(200);
});

test('hidden models can still be asked, and what is opened is what one sees first', async ({page}) => {
  await openShaped(page, {shape: shaped({hide: ['models']})});
  await expect(page.getByRole('button', {name: 'Continue it'})).toBeVisible();
  await expect(page.locator('model-card, add-model')).toHaveCount(0);
  await openShaped(page, {shape: shaped({open: ['inside']})}, '&');
  await page.reload();
  await expect(page.getByRole('tab', {name: 'Inside'})).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('inside-section')).toBeVisible();
  await page.getByRole('tab', {name: 'Answers'}).click();
  await expect(page.locator('inside-section')).toBeHidden();
});

test('what is locked shows its value, can not be changed, and says why', async ({page}) => {
  const lock = [
    'gallery',
    'task.length',
    'train.seed',
    'train.optimizer.lr',
    'models.lstm.hidden_size',
    'add_model',
    'model_menu',
    'pace',
    'data',
  ];
  await openShaped(page, {shape: shaped({lock, open: ['train.seed', 'models.lstm.*']})});
  const fields = page.locator('option-field').filter({hasText: LOCKED});
  await expect(fields).toHaveCount(6); // rate and seed twice: the race's, and those that the model may have of its own
  for (const name of [/Seed/, /Learning rate/, /Hidden/, /Sequence length/]) {
    const entry = page.locator('option-field[locked]').filter({hasText: name}).first().locator('#entry');
    await expect(entry).toBeDisabled();
    await expect(entry).not.toHaveValue('');
    await expect(entry).toHaveAccessibleDescription(new RegExp(LOCKED));
  }
  await experiments(page);
  for (const control of [
    page.locator('task-panel #task'),
    page.locator('task-panel #corpus'),
    page.getByRole('button', {name: 'Reading a novel'}),
    page.locator('run-bar pace-select select').first(),
    page.locator('model-editor select').first(),
  ]) {
    await expect(control).toBeDisabled();
    await expect(control).toHaveAccessibleDescription(LOCKED);
  }
  for (const name of ['Add a model', /^More for LSTM/]) {
    const button = page.getByRole('button', {name});
    await expect(button).toBeDisabled();
    await expect(button).toHaveAccessibleDescription(LOCKED);
  }
  await expect(page.locator('data-box')).toHaveCount(0);
  const free = page.locator('model-card').filter({hasText: 'RNN'}).first();
  await free.getByRole('button', {name: 'Options'}).click();
  await expect(
    free
      .locator('option-field')
      .filter({hasText: /Hidden/})
      .locator('#entry'),
  ).toBeEnabled();
});

test('a page keeps what its link hid, locked and said: in its address and in what is shared from it', async ({
  page,
}) => {
  const shape = shaped({hide: ['inside'], lock: ['train.seed']});
  await openShaped(page, {shape, text: TEXT, start: {axis: 'seconds'}});
  await expect(page.getByRole('heading', {name: 'Names'})).toBeVisible();
  await expect(page.getByText('Which one <b>learns</b> faster?')).toBeVisible();
  await expect(page.getByLabel('Across')).toHaveValue('seconds');
  const opened = page.url();
  await page.getByLabel('log x').check();
  await expect.poll(() => page.url()).not.toBe(opened);
  for (const hash of [new URL(page.url()).hash, await shared(page)]) {
    expect(await decodeLink(hash)).toMatchObject({
      shape,
      text: TEXT,
      start: {axis: 'seconds'},
      view: {axis: 'seconds', log: true},
    });
  }
  await page.reload();
  await expect(page.getByText('Which one <b>learns</b> faster?')).toBeVisible();
  await expect(page.locator('inside-section')).toHaveCount(0);
});

test('another task takes the words along that were written for the first, and leaves what is locked', async ({
  page,
}) => {
  const shape = shaped({lock: ['train.seed']});
  await openShaped(page, {shape, text: TEXT});
  await expect(page.getByRole('heading', {name: 'Names'})).toBeVisible();
  await page.getByLabel('Task', {exact: true}).selectOption('reverse');
  await expect(page.getByRole('heading', {name: 'Names'})).toHaveCount(0);
  await expect(page.getByText('Without attention the whole word must fit into one vector')).toBeVisible();
  expect(await decodeLink(await shared(page))).toMatchObject({shape, text: {}, experiment: {task: {kind: 'reverse'}}});
});

/** The hash of the link that the share dialog gives. @param {import('@playwright/test').Page} page */
async function shared(page) {
  await page.getByRole('button', {name: 'Share or embed'}).click();
  return new URL(await page.getByRole('textbox', {name: 'Link', exact: true}).inputValue()).hash;
}

test('readable parameters hide and lock more, and never less; another link replaces all', async ({page}) => {
  await openShaped(page, {shape: shaped({hide: ['inside']})}, '&hide=gallery,nonsense&lock=train.seed&show=accuracy');
  await expect(page.locator('inside-section')).toHaveCount(0);
  await expect(page.locator('preset-gallery summary')).toHaveCount(0);
  await expect(page.locator('option-field[locked]')).toHaveCount(1);
  expect(await decodeLink(await shared(page))).toMatchObject({
    shape: {hide: ['inside', 'gallery'], lock: ['train.seed']},
  });
  await page.keyboard.press('Escape');

  const hash = await encodeLink({experiment: {...SMALL, models: SMALL.models.slice(0, 1)}});
  await page.evaluate((next) => (location.hash = next), hash);
  await expect(page.locator('inside-section')).toHaveCount(1);
  await expect(page.locator('preset-gallery summary')).toHaveCount(1);
  await expect(page.locator('option-field[locked]')).toHaveCount(0);
  await expect(page.locator('model-card')).toHaveCount(1);
});

test('a name that this page does not know is left out and said', async ({page}) => {
  await openShaped(page, {shape: shaped({hide: ['inside', 'hologram']})});
  await expect(page.getByRole('alert')).toContainText('hologram');
  await expect(page.locator('inside-section')).toHaveCount(0);
});

for (const [number, {hash, experiment, view}] of OLD.entries()) {
  test(`an old link opens as it always did (${number + 1})`, async ({page}) => {
    await page.goto(`./${hash}`);
    await expect(page.getByRole('button', {name: 'Train', exact: true})).toBeVisible();
    const race = await readRace(page);
    expect(race.experiment).toMatchObject(experiment);
    const shown = await page.locator('unrolled-app').evaluate((app) => {
      const {view: seen, race: raced, notice} = /** @type {any} */ (app);
      return {view: seen, pacing: raced.pacing, speed: raced.speed, notice};
    });
    expect(shown).toEqual({
      view: {...view, patience: 0, goal: '', theme: 'auto'},
      pacing: view.pacing,
      speed: view.speed,
      notice: '',
    }); // neither was known
  });
}

const COURSE = 'http://course.test/lesson.html';

test('in a frame too: hidden, locked, said; and the page around it may set and read it', async ({page, baseURL}) => {
  const hide = ['inside', 'prompt', 'lab_link'];
  const hash = await encodeLink({
    experiment: SMALL,
    shape: shaped({hide, lock: ['train.seed'], open: ['train.seed']}),
    text: TEXT,
  });
  const source = new URL('embed.html', baseURL).href + hash;
  await page.route('http://course.test/**', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>Lesson</title><iframe src="${source}" title="lab" width="100%" height="640" sandbox="allow-scripts"></iframe>`,
    }),
  );
  await page.goto(COURSE);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('heading', {name: 'Names'})).toBeVisible();
  await expect(frame.getByText('Open in the full lab')).toHaveCount(0);
  await expect(frame.locator('inside-section')).toHaveCount(0);
  const seed = frame.locator('option-field[locked]').filter({hasText: 'Seed'}).locator('#entry');
  await expect(seed).toBeDisabled();
  await expect(seed).toHaveAccessibleDescription(new RegExp(LOCKED));

  const ask = (/** @type {object} */ message) =>
    page.evaluate(
      (sent) =>
        new Promise((resolve) => {
          addEventListener('message', ({data}) => data.id === sent.id && resolve(data));
          document.querySelector('iframe')?.contentWindow?.postMessage({v: 1, ...sent}, '*');
        }),
      /** @type {any} */ (message),
    );
  const before = await ask({type: 'unrolled:getState', id: 'a'});
  expect(before.data).toMatchObject({shape: {hide, lock: ['train.seed']}, text: TEXT, view: {axis: 'step'}});
  const data = {
    experiment: SMALL,
    view: {axis: 'flops'},
    shape: {hide: ['chart']},
    text: {story: 'Now without a chart.'},
  };
  expect((await ask({type: 'unrolled:setState', id: 'b', data})).data).toMatchObject({
    view: {axis: 'flops'},
    shape: shaped({hide: ['chart']}),
    text: data.text,
  });
  await expect(frame.locator('loss-chart')).toHaveCount(0);
  await expect(frame.getByText('Now without a chart.')).toBeVisible();
  await expect(frame.locator('option-field[locked]')).toHaveCount(0);
});
