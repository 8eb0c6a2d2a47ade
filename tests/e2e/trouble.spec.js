import {encodeLink} from '../../web/shape/link.js';
import {
  expect,
  msUntilMessage,
  open,
  press,
  readRace,
  SMALL,
  test,
  trainToTheEnd,
  untilStep,
  withTrain,
  workerOf,
} from './lab.js';

test('a learning rate that is far too high stops that model with a sentence, and it can go on', async ({page}) => {
  await open(page, withTrain({steps: 400, clip_norm: 0, optimizer: {kind: 'sgd', lr: 10, momentum: 0.99}}));
  await press(page, 'Train');
  await expect
    .poll(async () => (await readRace(page)).runners.some(({state}) => state === 'not_finite'), {timeout: 30_000})
    .toBe(true);
  const {runners} = await readRace(page);
  const stopped = runners.find(({state}) => state === 'not_finite');
  expect(stopped.message).toMatch(/not_finite\w* .*optimizer\.lr/);
  await expect(
    page.getByRole('group', {name: 'Message'}).getByText(/Learning rate: .* the weights grew without bound/),
  ).toBeVisible();
  expect(Number.isFinite(stopped.train.at(-1) ?? 0)).toBe(true);
});

test('a killed worker is replaced and goes on from its last save; the others never stop', async ({page}) => {
  await open(page, withTrain({steps: 100_000}));
  await press(page, 'Train');
  await untilStep(page, 30);
  const before = await readRace(page);
  const worker = await workerOf(page, 2);
  await worker.evaluate(() => self.close());
  await expect
    .poll(async () => (await readRace(page)).runners.some(({message}) => message.length > 10), {timeout: 15_000})
    .toBe(true);
  await expect
    .poll(async () => (await readRace(page)).runners.every(({state}) => state === 'training'), {timeout: 15_000})
    .toBe(true);
  const after = await readRace(page);
  expect(after.runners.filter(({step}, i) => step >= before.runners[i].step).length).toBeGreaterThanOrEqual(2);
  const again = await readRace(page);
  await expect
    .poll(async () => (await readRace(page)).runners.every(({step}, i) => step > again.runners[i].step))
    .toBe(true);
});

for (const [what, harm] of /** @type {[string, () => void][]} */ ([
  ['dies', () => self.close()],
  [
    'hangs',
    () => {
      for (;;);
    },
  ],
])) {
  test(`a worker that ${what} in a sandboxed frame is noticed within seconds, and the model goes on`, async ({
    page,
    baseURL,
  }) => {
    const source = new URL('embed.html', baseURL).href + (await encodeLink({experiment: withTrain({steps: 100_000})}));
    await page.route('http://course.test/**', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><title>Lesson</title><iframe src="${source}" title="lab" width="100%" height="640" sandbox="allow-scripts"></iframe>`,
      }),
    );
    await page.goto('http://course.test/');
    await page.frameLocator('iframe').getByRole('button', {name: 'Train', exact: true}).click({timeout: 30_000});
    const lab = page.frames().find((frame) => frame.url().includes('embed.html'));
    await untilStep(lab, 30);
    const worker = await workerOf(page, 1, lab);
    const noticed = msUntilMessage(lab, 1);
    worker.evaluate(harm).catch(() => {}); // it never answers
    const ms = await noticed;
    test.info().annotations.push({type: 'noticed', description: `${Math.round(ms)} ms`});
    expect(ms).toBeLessThan(6000); // 1 s on a machine that does nothing else
    await expect.poll(async () => (await readRace(lab)).runners[1].state).toBe('training');
  });

  test(`a reset resolves although a worker ${what}, and the race trains again`, async ({page}) => {
    await open(page, withTrain({steps: 100_000}));
    await press(page, 'Train');
    await untilStep(page, 30);
    const worker = await workerOf(page, 0);
    worker.evaluate(harm).catch(() => {});
    await page.locator('unrolled-app').evaluate((app) => /** @type {any} */ (app).race.reset());
    expect((await readRace(page)).runners.map(({step}) => step)).toEqual([0, 0, 0]);
    await press(page, 'Train');
    await untilStep(page, 30);
  });
}

test('a page that was frozen, or busy itself, finds no worker dead', async ({page}) => {
  await open(page, withTrain({steps: 1_000_000}));
  await press(page, 'Train');
  await untilStep(page, 30);
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setWebLifecycleState', {state: 'frozen'});
  await new Promise((resolve) => setTimeout(resolve, 3000)); // no clock of the page's own goes on
  await session.send('Page.setWebLifecycleState', {state: 'active'});
  await page.evaluate(() => {
    const end = performance.now() + 2500;
    while (performance.now() < end);
  });
  const before = await readRace(page);
  await untilStep(page, before.runners[0].step + 30);
  expect((await readRace(page)).runners.map(({message}) => message)).toEqual(['', '', '']);
});

test('unknown keys and absurd sizes are refused by name, one model, the others train', async ({page}) => {
  const experiment = withTrain({steps: 30});
  experiment.models = [{...SMALL.models[0], hiden_size: 9}, {...SMALL.models[1], hidden_size: 1e9}, SMALL.models[2]];
  await open(page, experiment);
  await press(page, 'Train');
  await expect
    .poll(async () => (await readRace(page)).runners.map(({state}) => state), {timeout: 30_000})
    .toEqual(['failed', 'failed', 'done']);
  const {runners} = await readRace(page);
  expect(runners[0].message).toContain('hiden_size');
  expect(runners[1].message).toContain('hidden_size');
  await expect(page.getByText(/Hidden size: 1,000,000,000 is not a whole number from 1 to/)).toBeVisible();
});

test('a damaged link gets a sentence and the default race', async ({page}) => {
  await page.goto('./#x=AAAA');
  await expect(page.getByText(/link is damaged/i)).toBeVisible();
  expect((await readRace(page)).runners.map(({name}) => name)).toEqual([
    'Seq2seq 48 with additive attention',
    'Seq2seq 48 without attention',
  ]);
});

test('without SIMD the page says so', async ({page}) => {
  await page.addInitScript(() => {
    WebAssembly.validate = () => false;
  });
  await open(page);
  await expect(page.getByText(/SIMD/).first()).toBeVisible();
  await expect(page.getByRole('button', {name: 'Train', exact: true})).toBeDisabled();
});

test('a policy that forbids WebAssembly gets a sentence', async ({page}) => {
  page.allowedErrors = /Content.Security.Policy|WebAssembly|CSP/i;
  await page.route('**/*', async (route) => {
    // The worker file as well: with a policy of its own it may do what the page may not.
    const request = route.request();
    if (request.resourceType() !== 'document' && !/worker[^/]*\.js$/.test(request.url())) return route.continue();
    const response = await route.fetch();
    await route.fulfill({
      response,
      headers: {...response.headers(), 'content-security-policy': "script-src 'self'; worker-src 'self' blob:"},
    });
  });
  await open(page);
  await expect(page.getByText(/WebAssembly/).first()).toBeVisible();
  await page.unrouteAll({behavior: 'ignoreErrors'}); // another worker's file may still be on its way
});

test('changing one model restarts only that one, after saying so', async ({page}) => {
  await open(page, withTrain({steps: 60, eval_every: 20}));
  await trainToTheEnd(page);
  const card = page.locator('model-card').nth(1);
  await card.getByRole('button', {name: 'Options'}).click();
  await card.getByRole('spinbutton', {name: /hidden/i}).fill('12');
  await card.getByRole('spinbutton', {name: /hidden/i}).press('Tab');
  await expect(card.getByText(/restart|start again|from step 0/i).first()).toBeVisible();
  expect((await readRace(page)).runners.map(({step}) => step)).toEqual([60, 60, 60]);
  await card
    .getByRole('button', {name: /apply|restart|start/i})
    .first()
    .click();
  await expect.poll(async () => (await readRace(page)).runners.map(({step}) => step)).toEqual([60, 0, 60]);
  expect((await readRace(page)).experiment.models[1].hidden_size).toBe(12);
});

/** The bytes of a safetensors file, its metadata changed. @param {Buffer} file @param {(metadata: Record<string, string>) => void} change */
function withMetadata(file, change) {
  const size = Number(file.readBigUInt64LE(0));
  const header = JSON.parse(file.subarray(8, 8 + size).toString());
  change(header.__metadata__);
  const text = Buffer.from(JSON.stringify(header));
  const padded = Buffer.concat([text, Buffer.alloc((8 - (text.length % 8)) % 8, ' ')]);
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(padded.length));
  return Buffer.concat([length, padded, file.subarray(8 + size)]);
}

for (const verified of [true, false])
  test(`a file of weights ${verified ? 'with' : 'without'} a hash of its own is taken${verified ? '' : ', and the card says that it is not verified'}`, async ({
    page,
  }) => {
    const [model] = SMALL.models;
    const race = {...SMALL, train: {...SMALL.train, steps: 20}, models: [model]};
    await open(page, race);
    await trainToTheEnd(page);
    const {bytes, weights} = await page.locator('unrolled-app').evaluate(async (app) => {
      const [runner] = /** @type {any} */ (app).race.runners;
      return {bytes: [...(await runner.save())], weights: await runner.hash()};
    });
    await page.goto('about:blank');
    await open(page, {...race, version: 2, models: [{...model, start: {weights}}]});
    await press(page, 'Train');
    await expect(page.getByRole('button', {name: 'Choose the file …'})).toBeVisible();
    const buffer = withMetadata(Buffer.from(bytes), (metadata) => verified || delete metadata.sha256);
    await page
      .locator('model-card input[type=file]')
      .setInputFiles({name: 'weights.safetensors', mimeType: '', buffer});
    const told = page.locator('model-card .adopted');
    await expect(told).toContainText('nothing is fresh');
    if (verified) await expect(told).not.toContainText('hash');
    else
      await expect(told).toContainText(
        'The file has no hash of its own, so nothing shows that it is as it was written.',
      );
    expect((await trainToTheEnd(page)).runners[0].state).toBe('done');
  });
