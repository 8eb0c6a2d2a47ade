// What a page holds, after everything that nobody needs any more was collected; and how fast it grows.

/** @typedef {import('puppeteer-core').CDPSession} Session */

const MB = 2 ** 20;

/** Bytes of heap of one thread, after collecting twice: what is freed first may hold something else. @param {Session} session */
async function heapOf(session) {
  for (let i = 0; i < 2; i++) await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}

/** Runs in front of a worker's script. Asked from outside (Runtime.queryObjects), a worker's memories end Chromium 156's page. */
const PROBE = `self.memories = [];
self.addEventListener('message', ({data}) => { self.trains ||= data?.type === 'open'; });
const {instantiate} = WebAssembly;
WebAssembly.instantiate = async (module, imports) => {
  const made = await instantiate(module, imports);
  const held = [made.instance ?? made].flatMap(({exports}) => Object.values(exports));
  for (const one of [...held, ...Object.values(imports ?? {}).flatMap(Object.values)])
    if (one instanceof WebAssembly.Memory) self.memories.push(one);
  return made;
};
`;

/** Has every worker that the page makes know its WebAssembly memories, and whether it trains; before the page is opened. @param {import('puppeteer-core').Page} page */
export const prepare = (page) =>
  page.evaluateOnNewDocument((/** @type {string} */ probe) => {
    const {Blob: Real} = window;
    const runs = (/** @type {BlobPropertyBag | undefined} */ options) => options?.type?.startsWith('text/javascript');
    window.Blob = class extends Real {
      constructor(
        /** @type {BlobPart[]} */ parts = [],
        /** @type {BlobPropertyBag | undefined} */ options = undefined,
      ) {
        super(runs(options) ? [probe, ...parts] : parts, options);
      }
    };
  }, PROBE);

/** Workers that have a model, not the planner. @param {import('puppeteer-core').Page} page */
export async function trainers(page) {
  const workers = page.workers();
  const known = await Promise.all(workers.map((worker) => worker.evaluate('self.trains').catch(() => false)));
  return workers.filter((_, i) => known[i]);
}

/** Bytes of all WebAssembly memories of a worker. @param {import('puppeteer-core').WebWorker} worker @returns {Promise<number>} */
const wasmOf = (worker) =>
  worker.evaluate(() => {
    const memories = /** @type {WebAssembly.Memory[]} */ (/** @type {any} */ (self).memories);
    return memories.reduce((bytes, memory) => bytes + memory.buffer.byteLength, 0);
  });

/**
 * @param {import('puppeteer-core').Page} page
 * @returns megabytes (2^20 bytes) of the page's heap, of its workers' together, of WebAssembly; counts of the rest
 */
export async function measure(page) {
  const session = await page.createCDPSession();
  await session.send('Performance.enable');
  const workers = page.workers();
  const heaps = await Promise.all(workers.map(({client}) => heapOf(client)));
  const memories = await Promise.all(workers.map(wasmOf));
  const heap_mb = (await heapOf(session)) / MB;
  const {metrics} = await session.send('Performance.getMetrics');
  const count = (/** @type {string} */ metric) => metrics.find(({name}) => name === metric)?.value ?? NaN;
  await session.detach();
  const sum = (/** @type {number[]} */ values) => values.reduce((total, value) => total + value, 0);
  return {
    heap_mb,
    worker_heap_mb: sum(heaps) / MB,
    wasm_mb: sum(memories) / MB,
    nodes: count('Nodes'),
    listeners: count('JSEventListeners'),
    workers: workers.length,
  };
}

/**
 * Least squares over the second and third third: a page needs a while until everything was opened once.
 * @param {Record<string, number>[]} samples with `hours`
 * @returns {Record<string, {first: number, last: number, an_hour: number}>} by measure; first: where the second third begins
 */
export function slopes(samples) {
  const late = samples.slice(Math.floor(samples.length / 3));
  const mean = (/** @type {string} */ name) => late.reduce((sum, sample) => sum + sample[name], 0) / late.length;
  const around = (/** @type {string} */ a, /** @type {string} */ b) =>
    late.reduce((sum, sample) => sum + (sample[a] - mean(a)) * (sample[b] - mean(b)), 0);
  const names = Object.keys(samples[0]).filter((name) => name !== 'hours');
  return Object.fromEntries(
    names.map((name) => {
      const an_hour = around('hours', name) / around('hours', 'hours');
      return [name, {first: late[0][name], last: late[late.length - 1][name], an_hour}];
    }),
  );
}
