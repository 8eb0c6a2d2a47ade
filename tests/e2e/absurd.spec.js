// Absurd numbers, wherever a number of an experiment can come from: nothing is drawn, counted over or allocated by them before
// the engine has refused, so the page goes on answering. A number that the page believes freezes it for seconds or for good.
import {encodeLink} from '../../web/shape/link.js';
import {expect, open, SMALL, test} from './lab.js';

/** Milliseconds; on a machine that does nothing else it is a tenth of a second. */
const LIMIT_MS = 3000;

/** Runs in the page: what to try, and how long the page was deaf meanwhile. */
function lay() {
  const {race} = /** @type {any} */ (document.querySelector('unrolled-app'));
  const {models, tasks, train} = race.describe;
  const numeric = (options) => options.filter(({type}) => type === 'integer' || type === 'number');
  const absurd = ({min = 0, max = 1}) => [-1, 0, min, max, max + 1, 1e6, 1e9, 1e300, NaN];
  /** Each numeric option of each model at each value, one model each. */
  const allModels = models.flatMap(({kind, options}) =>
    numeric(options).flatMap((option) => absurd(option).map((value) => ({kind, [option.name]: value}))),
  );
  /** All numeric options of a kind at their first, second ... value. */
  const each = (kinds) =>
    kinds.flatMap(({kind, options}) =>
      absurd({}).map((_, at) => ({
        kind,
        ...Object.fromEntries(numeric(options).map((option) => [option.name, absurd(option)[at]])),
      })),
    );
  const trains = absurd({}).flatMap((_, at) => {
    const own = Object.fromEntries(numeric(train.options).map((option) => [option.name, absurd(option)[at]]));
    const optimizers = each(train.optimizers).filter((__, i) => i % absurd({}).length === at);
    const schedules = each(train.schedules).filter((__, i) => i % absurd({}).length === at);
    return optimizers.map((optimizer, i) => ({...own, optimizer, schedule: schedules[i % schedules.length]}));
  });
  let [worst, last] = [0, performance.now()];
  let where = '';
  let doing = '';
  const tick = () => {
    const now = performance.now();
    if (now - last > worst) [worst, where] = [now - last, doing];
    last = now;
    setTimeout(tick);
  };
  tick();
  Object.assign(window, {
    laid: {allModels, tasks: each(tasks), trains, absurd, numeric},
    doing: (what) => (doing = what),
    deaf: () => ({worst: Math.round(worst), where}),
  });
}

/** What it drew, too: a page that answers may have drawn a million buttons in parts. */
const elements = (page) =>
  page.evaluate(() => {
    const count = (root) =>
      [...root.querySelectorAll('*')].reduce((sum, one) => sum + 1 + (one.shadowRoot ? count(one.shadowRoot) : 0), 0);
    return count(document);
  });

async function expectAnswers(page) {
  const {worst, where} = await page.evaluate(() => /** @type {any} */ (window).deaf());
  test.info().annotations.push({type: 'deaf', description: `${worst} ms at ${where}`});
  console.log(`   longest time without an answer: ${worst} ms (${where})`);
  expect(worst, where).toBeLessThan(LIMIT_MS);
  expect(await elements(page)).toBeLessThan(20_000);
}

test('by setState: every numeric option at, within and beyond its limits', async ({page}) => {
  test.setTimeout(600_000);
  await open(page, SMALL);
  await page.evaluate(lay);
  await page.evaluate(async (small) => {
    const {laid, doing} = /** @type {any} */ (window);
    const {race} = /** @type {any} */ (document.querySelector('unrolled-app'));
    const show = async (what, experiment) => {
      doing(`${what} ${JSON.stringify(experiment)}`.slice(0, 300));
      await race.setExperiment(experiment).catch(() => {});
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    };
    for (let i = 0; i < laid.allModels.length; i += 6)
      await show('models', {...small, models: laid.allModels.slice(i, i + 6)});
    for (const task of laid.tasks) await show('task', {...small, task, models: small.models.slice(0, 2)});
    for (const train of laid.trains) await show('train', {...small, train, models: small.models.slice(0, 2)});
  }, SMALL);
  await expectAnswers(page);
});

test('in a link, opened or pasted over another', async ({page}) => {
  test.setTimeout(300_000);
  for (const num_layers of [1e6, 1e9]) {
    const start = performance.now();
    await open(page, {
      version: 1,
      task: {kind: 'text', corpus: 'names'},
      train: {},
      models: [{kind: 'rnn', num_layers}],
    });
    await expect(page.getByText(/^Layers: .* is not a whole number from 1 to/)).toBeVisible({timeout: 20_000});
    expect(performance.now() - start).toBeLessThan(30_000);
  }
  await page.evaluate(lay);
  const laid = await page.evaluate(() => JSON.parse(JSON.stringify(/** @type {any} */ (window).laid)));
  const experiments = [
    ...laid.tasks.filter((_, i) => i % 9 > 4).map((task) => ({...SMALL, task})),
    ...laid.trains.map((train) => ({...SMALL, train})),
    ...laid.allModels.filter((_, i) => i % 9 > 4).map((model) => ({...SMALL, models: [model]})),
  ];
  for (let i = 0; i < experiments.length; i += 7) {
    const hash = await encodeLink({experiment: experiments[i]});
    await page.evaluate(async (to) => {
      /** @type {any} */ (window).doing(to);
      location.hash = to;
      await new Promise((resolve) => setTimeout(resolve, 30));
    }, hash);
  }
  await expectAnswers(page);
});

test('in the editors, as somebody types it', async ({page}) => {
  test.setTimeout(600_000);
  await open(page, SMALL);
  await page.evaluate(lay);
  await page.evaluate(async (small) => {
    const {laid, doing} = /** @type {any} */ (window);
    const app = /** @type {any} */ (document.querySelector('unrolled-app'));
    const {race} = app;
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const fieldsIn = (root) =>
      [...root.querySelectorAll('*')].flatMap((one) =>
        one.localName === 'option-field' ? [one] : one.shadowRoot ? fieldsIn(one.shadowRoot) : [],
      );
    /** Each value into each field at once, as many fields as there are. */
    const typeInto = async (root) => {
      for (let at = 0; at < laid.absurd({}).length; at++) {
        for (const field of fieldsIn(root).filter(({option}) => laid.numeric([option]).length)) {
          const value = laid.absurd(field.option)[at];
          doing(`${field.option.name} ${value}`);
          const detail = {name: field.option.name, value};
          field.dispatchEvent(new CustomEvent('option-input', {detail, bubbles: true, composed: true}));
        }
        await frame();
      }
    };
    const kinds = race.describe.models.map(({kind}) => ({kind}));
    for (let i = 0; i < kinds.length; i += 6) {
      await race.setExperiment({...small, models: kinds.slice(i, i + 6)});
      await frame();
      for (const card of app.renderRoot.querySelectorAll('model-card')) card.editing = true;
      await frame();
      await customElements.whenDefined('model-editor');
      await frame();
      await typeInto(app.renderRoot.querySelector('.cards'));
    }
    for (const {kind} of race.describe.tasks) {
      await race.setExperiment({...small, task: {kind}, models: [{kind: 'rnn'}]}).catch(() => {});
      await frame();
      await typeInto(app.renderRoot.querySelector('task-panel').renderRoot);
    }
    await typeInto(app.renderRoot.querySelector('train-panel').renderRoot);
  }, SMALL);
  await expectAnswers(page);
});
