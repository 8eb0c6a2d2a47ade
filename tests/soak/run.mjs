// Does anything grow in a page that is left to train, and is used and abused meanwhile? Three models for as long as told, in
// headless Chromium: pictures opened and closed, checkpoints taken, links made, resets, ended workers, a hidden tab. After
// each round memory is collected and measured; at the end stands how fast each measure grows.
//   node tests/soak/run.mjs [--minutes N] [--speed N] [--dist FOLDER] [--json FILE]
// speed: steps a second and model; 0: as fast as they can. Exit code 1: the page reported an error, a model stood still, a
// worker too many lived, or something grew beyond the limits below. Needs dist/ (tools/build.sh web).
import {writeFileSync} from 'node:fs';
import {parseArgs} from 'node:util';
import {encodeLink} from '../../web/shape/link.js';
import {launch} from '../support/browsers.js';
import {serve} from '../support/serve.js';
import {ACTS} from './acts.mjs';
import {measure, prepare, slopes} from './measures.mjs';

const {values: options} = parseArgs({
  options: {
    minutes: {type: 'string', default: '60'},
    speed: {type: 'string', default: '50'},
    dist: {type: 'string', default: 'dist'},
    json: {type: 'string'},
  },
});

/** How much an hour may add, from the second third on; below half an hour too little is known to judge. */
const LIMITS = {heap_mb: 2, worker_heap_mb: 2, wasm_mb: 1, nodes: 200, listeners: 50};
const MODELS = [
  {kind: 'rnn', embedding_size: 16, hidden_size: 32},
  {kind: 'lstm', embedding_size: 16, hidden_size: 32},
  {kind: 'transformer', topology: 'decoder', d_model: 32, num_heads: 2, num_layers: 2, d_ff: 64},
];
/** @type {import('../../web/runtime/types').Experiment} */
const EXPERIMENT = {
  version: 1,
  task: {kind: 'text', corpus: 'names', length: 24},
  train: {batch_size: 8, steps: 1_000_000, eval_every: 200, seed: 1},
  models: MODELS,
};
/** One worker a model, and the planner's. */
const WORKERS = MODELS.length + 1;

/** @param {import('puppeteer-core').Page} page @param {string[]} errors @param {number} minutes */
async function soak(page, errors, minutes) {
  const begun = performance.now();
  const end = begun + minutes * 60_000;
  const samples = [];
  const counts = Object.fromEntries(Object.keys(ACTS).map((name) => [name, 0]));
  for (let round = 0; performance.now() < end || round < 3; round++) {
    for (const [name, {every, act}] of Object.entries(ACTS)) {
      if (round % every !== every - 1) continue;
      await act(page, round).catch((error) => errors.push(`${name}, round ${round}: ${error.message}`));
      counts[name]++;
    }
    const sample = {hours: (performance.now() - begun) / 3_600_000, ...(await measure(page))};
    samples.push(sample);
    const told = Object.entries(sample).map(([name, value]) => `${name} ${value.toFixed(name === 'hours' ? 3 : 2)}`);
    console.log(`round ${round}: ${told.join(', ')}`);
  }
  return {samples, counts};
}

/** @param {ReturnType<typeof slopes>} grown @param {{workers: number}[]} samples @param {number} minutes */
function faults(grown, samples, minutes) {
  const most = Math.max(...samples.map(({workers}) => workers));
  return [
    ...(most > WORKERS ? [`${most} workers at once, expected at most ${WORKERS}`] : []),
    ...Object.entries(LIMITS)
      .filter(([name, limit]) => minutes >= 30 && grown[name].an_hour > limit)
      .map(([name, limit]) => `${name} grows by ${grown[name].an_hour.toFixed(2)} an hour, at most ${limit}`),
  ];
}

const server = await serve(options.dist);
const browser = await launch('chromium');
try {
  const minutes = Number(options.minutes);
  const page = await browser.newPage();
  /** @type {string[]} */
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await prepare(page);
  await page.goto(`${server.url}${await encodeLink({experiment: EXPERIMENT})}&speed=${options.speed}`);
  await page.waitForFunction("document.querySelector('unrolled-app')?.race");
  const {samples, counts} = await soak(page, errors, minutes);
  const grown = slopes(samples);
  const wrong = [...errors, ...faults(grown, samples, minutes)];
  console.log(`\n${minutes} minutes, ${samples.length} rounds: ${JSON.stringify(counts)}`);
  for (const [name, {first, last, an_hour}] of Object.entries(grown))
    console.log(`${name.padEnd(16)} ${first.toFixed(2)} -> ${last.toFixed(2)}, ${an_hour.toFixed(2)} an hour`);
  for (const fault of wrong) console.log(`FAIL ${fault}`);
  if (options.json) writeFileSync(options.json, JSON.stringify({minutes, counts, grown, wrong, samples}, null, 1));
  process.exitCode = wrong.length ? 1 : 0;
} finally {
  await browser.close();
  server.close();
}
