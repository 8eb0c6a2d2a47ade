// How long each measure takes in Chromium, of every model of every preset, beside what it may take: milliseconds in all, and of its
// longest part, which is how long a worker is deaf. The slowest of each measure is told, and all with --all.
//   node tests/bench/measure_times.mjs [--all] [PRESET...]      needs build/wasm (tools/build.sh wasm-strict engine_measures)
import {cpus} from 'node:os';
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright-core';
import {PRESETS} from '../../web/state/presets.js';
import {LAUNCH} from '../support/chromium.js';
import {serve} from '../support/serve.js';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
/** As they are asked for where something was promised of it. */
const OPTIONS = {lengths: {lengths: 24, examples: 24}, reach: {examples: 16}};
const GOALS = {lengths: 3000, parts: 2000, influence: 300, reach: 200};
const LONGEST_PART = 20;
const FILES = {'moby-dick': 'moby-dick.txt', names: 'names.txt', births: 'births.csv', digits: 'digits.bin'};

const names = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const server = await serve('.');
const browser = await chromium.launch(LAUNCH);
const page = await browser.newPage();
await page.goto(`${server.url}tests/bench/page.html`);
console.log(`${cpus().length} × ${cpus()[0].model}, Chromium ${browser.version()}`);

/** In a worker of its own. */
const ask = (asked) =>
  page.evaluate(
    (asked) =>
      new Promise((resolve) => {
        const worker = new Worker('/tests/bench/measure_worker.mjs', {type: 'module'});
        const end = (answer) => (worker.terminate(), resolve(answer));
        worker.onmessage = ({data}) => end(data);
        worker.onerror = ({message}) => end({error: message});
        worker.postMessage(asked);
      }),
    asked,
  );

const all = process.argv.includes('--all');
const line = ({kind, ms, longest, of}) => {
  const goal = GOALS[kind];
  const late = (goal && ms > goal) || longest > LONGEST_PART ? '  over' : '';
  return (
    `${kind.padEnd(12)} ${ms.toFixed(0).padStart(7)} ms ${goal ? `of ${goal}` : ''}`.padEnd(34) +
    `longest part ${longest.toFixed(1).padStart(6)} ms  ${of}${late}`
  );
};

const rows = [];
for (const {id, experiment} of PRESETS.filter(({id}) => !names.length || names.includes(id)))
  for (const [model, {kind: family}] of experiment.models.entries()) {
    const corpus = experiment.task.corpus ?? (experiment.task.kind === 'digits' ? 'digits' : '');
    const text = corpus ? `/build/corpora/${FILES[corpus]}` : '';
    const {taken = [], error} = await ask({experiment, model, text, options: OPTIONS});
    if (error) console.log(`${id} ${family}: ${error}`);
    for (const one of taken) {
      rows.push({...one, of: `${id} ${model + 1} (${family})`});
      if (all) console.log(line(rows[rows.length - 1]));
    }
  }
await browser.close();
server.close();

for (const kind of new Set(rows.map((row) => row.kind))) {
  const own = rows.filter((row) => row.kind === kind);
  console.log(line(own.reduce((a, b) => (a.ms > b.ms ? a : b))));
  console.log(line(own.reduce((a, b) => (a.longest > b.longest ? a : b))));
}
