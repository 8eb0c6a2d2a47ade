// How long the page's class view takes to verify the receipts of a class, beside the time that the same runs trained when they were handed in:
// the models of each side by side, steps and tests, on the same cores, one student after the other. At most LIMIT times that. The former in
// Chromium, the latter under Node, whose compiler is the same.
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

/** Each student's, really trained. @returns {Promise<{files: {name: string, text: string}[], trained_s: number}>} */
async function handedIn() {
  const surroundings = await engineSurroundings();
  const files = [];
  let all_s = 0;
  for (const who of thirty().slice(0, Number(values.receipts))) {
    const {receipt, trained_s} = await handIn(
      surroundings,
      {experiment, exercise: CLASS_EXERCISE},
      {...who, positions: [1]},
    );
    all_s += trained_s;
    files.push({name: `${who.name}.json`, text: JSON.stringify(receipt)});
  }
  for (const worker of surroundings.workers) worker.terminate();
  return {files, trained_s: all_s};
}

const {files, trained_s} = await handedIn();
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
  const times = found.taken / trained_s;
  console.log(
    `${found.proved} of ${files.length} receipts proved by ${found.count} trainings in Chromium: trained by their students in ${trained_s.toFixed(1)} s, ` +
      `verified in ${found.taken.toFixed(1)} s by ${found.lanes} worker(s), of which ${found.trained.toFixed(1)} s were steps: ${times.toFixed(2)} times as long (at most ${LIMIT})`,
  );
  process.exitCode = times <= LIMIT && found.proved === files.length ? 0 : 1;
} finally {
  await browser.close();
  server.close();
}
