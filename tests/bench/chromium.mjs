// The engine's training workloads in a Web Worker of Chromium, as JSON lines like those of `unrolled bench`:
//   node tests/bench/chromium.mjs [--tier fast] [--seconds 2]
// Wall time: the median, and the tenth percentile, which other work on the machine disturbs least.
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {chromium} from 'playwright-core';
import {LAUNCH} from '../support/chromium.js';

const option = (name, otherwise) =>
  process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : otherwise;
const tier = option('--tier', 'strict');
const budget = 1000 * Number(option('--seconds', '2'));
const port = 20000 + (process.pid % 20000);

const recurrent = (kind, width) => ({kind, embedding_size: width, hidden_size: width, num_layers: 1});
const transformer = (d_model, num_layers) => ({
  kind: 'transformer',
  d_model,
  num_heads: 4,
  num_layers,
  d_ff: 4 * d_model,
});
/** Forward operations a token by the convention of docs/performance.md, without the head. */
const cell = (gates, h) => gates * 2 * 2 * h * h;
const blocks = (d, layers, T) => layers * (2 * (4 * d * d + 8 * d * d) + 4 * T * d);
const WORKLOADS = [
  {id: 'rnn-h64', model: recurrent('rnn', 64), length: 32, width: 64, forward: cell(1, 64)},
  {id: 'lstm-h64', model: recurrent('lstm', 64), length: 64, width: 64, forward: cell(4, 64)},
  {id: 'lstm-h128', model: recurrent('lstm', 128), length: 64, width: 128, forward: cell(4, 128)},
  {id: 'tfm-d64', model: transformer(64, 2), length: 64, width: 64, forward: blocks(64, 2, 64)},
  {id: 'tfm-d128', model: transformer(128, 4), length: 128, width: 128, forward: blocks(128, 4, 128)},
];

/** Runs in the worker. */
async function measure({origin, tier, workloads, budget}) {
  const {createEngine} = await import(`${origin}/wasm_bindings/engine.js`);
  const module = await WebAssembly.compileStreaming(fetch(`${origin}/build/wasm/engine_${tier}.wasm`));
  const text = Uint8Array.from({length: 20000}, (_, i) => 48 + (i < 64 ? i : Math.imul(i, 2654435761) >>> 26));
  const results = [];
  for (const {id, model, length, learning_rate = 0.002} of workloads) {
    const engine = await createEngine({module, tier});
    const experiment = {
      version: 1,
      task: {kind: 'text', corpus: 'own', length},
      models: [model],
      train: {batch_size: 16, clip_norm: 0, tier, optimizer: {kind: 'adam', lr: learning_rate}},
    };
    const begun = performance.now();
    const session = engine.open(experiment, 0, text);
    session.step(1);
    const first = performance.now() - begun;
    const times = [];
    for (const end = performance.now() + budget; performance.now() < end || times.length < 5;) {
      const start = performance.now();
      session.step(1);
      times.push(performance.now() - start);
    }
    times.sort((a, b) => a - b);
    results.push({id, first, median: times[times.length >> 1], p10: times[Math.floor(times.length / 10)]});
    session.close();
  }
  return results;
}

const server = spawn(process.execPath, ['tools/serve.mjs', '.'], {
  env: {...process.env, PORT: String(port)},
  stdio: ['ignore', 'pipe', 'inherit'],
});
await once(server.stdout, 'data');
const browser = await chromium.launch(LAUNCH);
try {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${port}/web/embed.html`);
  const results = await page.evaluate(
    ([source, data]) =>
      new Promise((resolve, reject) => {
        const script = `onmessage = async ({data}) =>
      postMessage(await (${source})(data).catch((error) => ({error: String(error)})))`;
        const worker = new Worker(URL.createObjectURL(new Blob([script], {type: 'text/javascript'})), {type: 'module'});
        worker.onerror = (event) => reject(new Error(event.message));
        worker.onmessage = (event) => resolve(event.data);
        worker.postMessage({...data, origin: location.origin});
      }),
    [measure.toString(), {tier, budget, workloads: WORKLOADS.map(({id, model, length}) => ({id, model, length}))}],
  );
  if (results.error) throw new Error(results.error);
  for (const {id, first, median, p10} of results) {
    const {length, width, forward} = WORKLOADS.find((one) => one.id === id);
    const flops = 3 * (forward + 2 * width * 64) * 16 * length;
    const round = (x, digits = 2) => Number(x.toFixed(digits));
    console.log(
      JSON.stringify({
        workload: id,
        tier,
        ms_per_step: round(median),
        ms_p10: round(p10),
        first_step_ms: round(first),
        tokens_per_s: Math.round((16000 * length) / median),
        gflops: round(flops / median / 1e6),
      }),
    );
  }
} finally {
  await browser.close();
  server.kill();
}
