// How long the page's class view takes to verify the receipts of a class, beside the training time of their runs divided by the workers that it
// uses: at most LIMIT times that. The page in Chromium, its engine and its workers; the training time is what the page measured of the steps
// themselves, so that the rest is what opening, testing, hashing and telling of it cost.
//   node tests/bench/class_seconds.mjs [--receipts 30] [--steps 600]      needs dist (make build)
import {parseArgs} from 'node:util';
import {CLASS_EXERCISE, CLASS_EXPERIMENT, handIn, thirty} from '../support/class_receipts.js';
import {engineSurroundings} from '../support/engine_surroundings.js';
import {launch} from '../support/browsers.js';
import {serve} from '../support/serve.js';

const LIMIT = 1.15;
const {values} = parseArgs({
  options: {receipts: {type: 'string', default: '30'}, steps: {type: 'string', default: '600'}},
});
const experiment = {
  ...CLASS_EXPERIMENT,
  train: {...CLASS_EXPERIMENT.train, batch_size: 32, steps: Number(values.steps), eval_every: 100},
  models: CLASS_EXPERIMENT.models.map((model) => ({...model, hidden_size: 32})),
};

/** Each student's, really trained. @returns {Promise<{name: string, text: string}[]>} */
async function handedIn() {
  const surroundings = await engineSurroundings();
  const all = [];
  for (const who of thirty().slice(0, Number(values.receipts))) {
    const {receipt} = await handIn(surroundings, {experiment, exercise: CLASS_EXERCISE}, {...who, positions: [1]});
    all.push({name: `${who.name}.json`, text: JSON.stringify(receipt)});
  }
  for (const worker of surroundings.workers) worker.terminate();
  return all;
}

const files = await handedIn();
const [server, browser] = await Promise.all([serve('dist'), launch('chromium')]);
try {
  const page = await browser.newPage();
  await page.goto(`${server.url}#class`);
  await page.waitForFunction('document.querySelector("class-desk")?.checking', {timeout: 60_000});
  const found = await page.evaluate(async (given) => {
    const desk = /** @type {any} */ (document.querySelector('class-desk'));
    await desk.takeFiles(given.map(({name, text}) => new File([text], name)));
    const {checking, gathered} = desk;
    const begin = performance.now();
    await checking.start();
    while (checking.state !== 'done')
      await new Promise((resolve) => checking.addEventListener('change', resolve, {once: true}));
    const taken = (performance.now() - begin) / 1000;
    const {students} = gathered;
    const proved = students.filter((/** @type {any} */ one) => checking.of(one).standing === 'proved').length;
    return {taken, proved, trained: checking.progress.trained_s, lanes: checking.lanes, count: checking.progress.of};
  }, files);
  const times = found.taken / (found.trained / found.lanes);
  console.log(
    `${found.proved} of ${files.length} receipts proved by ${found.count} trainings in Chromium: trained in ${found.trained.toFixed(1)} s, ` +
      `verified in ${found.taken.toFixed(1)} s by ${found.lanes} worker(s): ${times.toFixed(2)} times the training time divided by them (at most ${LIMIT})`,
  );
  process.exitCode = times <= LIMIT && found.proved === files.length ? 0 : 1;
} finally {
  await browser.close();
  server.close();
}
