// How long each chapter's race takes on the page, in Chromium, at every position of its knob: from Train until the first test after
// the beginning, until its claims that something is reached all hold (what is to be seen), and until all models have arrived (the
// verdict).
//   node tests/bench/chapter_seconds.mjs [CHAPTER...]      needs dist/ (make build)
import {cpus} from 'node:os';
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright-core';
import {CHAPTERS} from '../../web/learn/index.js';
import {changed} from '../../web/learn/change.js';
import {encodeLink} from '../../web/shape/link.js';
import {LAUNCH} from '../support/chromium.js';
import {serve} from '../support/serve.js';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const LIMIT_MS = 300_000;

const server = await serve('dist');
const browser = await chromium.launch(LAUNCH);
console.log(`${cpus().length} × ${cpus()[0].model}, Chromium ${browser.version()}`);
console.log('first test, to be seen, verdict, in s');
try {
  for (const {id, load} of CHAPTERS) {
    const chapter = await load();
    if (chapter.measures) continue; // nothing trains in it
    if (process.argv.length < 3 || process.argv.includes(id)) await measureAll(chapter);
  }
} finally {
  await browser.close();
  server.close();
}

/** @param {import('../../web/learn/types').Chapter} chapter */
async function measureAll({id, experiment, claims, knob, challenge, view}) {
  for (const [k, {name, change, claims: own}] of knob.values.entries()) {
    const goal = challenge.reached_with.includes(name) ? challenge.goal : [];
    const all = [...(k === knob.begin ? claims : own), ...goal];
    const link = await encodeLink({experiment: changed(experiment, change), view});
    const seconds = await measure(
      link,
      all.filter(({from_step, metric}) => from_step === undefined && !metric.startsWith('final_')), // what is so at the end is the verdict's
    );
    console.log(`${id} ${name}`.padEnd(22), ...seconds.map((one) => one.toFixed(1).padStart(6)));
  }
}

/** @param {string} link @param {import('../../web/facts/types').Predicate[]} reached */
async function measure(link, reached) {
  const page = await browser.newPage({viewport: {width: 1366, height: 768}});
  await page.goto(`${server.url}${link}`);
  const train = page.getByRole('button', {name: 'Train', exact: true});
  await train.waitFor();
  await train.click();
  const seconds = await page.evaluate(timed, {reached, limit: LIMIT_MS});
  await page.close();
  return seconds;
}

/** In the page. @param {{reached: any[], limit: number}} what @returns {Promise<number[]>} */
function timed({reached, limit}) {
  const {race} = /** @type {any} */ (document.querySelector('unrolled-app'));
  const begin = performance.now();
  const whose = (/** @type {any} */ model) =>
    typeof model === 'number'
      ? race.runners[model]
      : race.runners.find((/** @type {any} */ one) => one.model.kind === model.kind);
  const curveOf = (/** @type {any} */ {model, metric}) => Array.from(whose(model).record.heldOut.views[metric] ?? []);
  const boundOf = (/** @type {any} */ {metric, value}, /** @type {number} */ i) => {
    if (typeof value === 'number') return value;
    const other = curveOf({model: value.model, metric});
    return (value.times ?? 1) * (other[i] ?? other.at(-1)) + (value.plus ?? 0);
  };
  const holds = (/** @type {any} */ claim) =>
    curveOf(claim).some((value, i) =>
      claim.op.startsWith('>') ? value >= boundOf(claim, i) : value < boundOf(claim, i),
    );
  const signs = [
    () => race.runners.every((/** @type {any} */ {record}) => record.heldOut.views.step.length > 1),
    () => reached.every(holds),
    () => race.state === 'done',
  ];
  const when = signs.map(
    (sign) =>
      new Promise((resolve) => {
        const look = () => {
          const passed = performance.now() - begin;
          if (sign() || passed > limit) resolve(passed / 1000);
          else setTimeout(look, 30);
        };
        look();
      }),
  );
  return /** @type {Promise<number[]>} */ (Promise.all(when));
}
