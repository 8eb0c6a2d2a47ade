// Everything a Race needs, with the built engine, in Node. Needs build/wasm and build/corpora.
import {readFileSync} from 'node:fs';
import {createEngine} from '../../wasm_bindings/engine.js';
import {HostedWorker} from './hosted_worker.js';

const built = (/** @type {string} */ name) => readFileSync(new URL(`../../build/${name}`, import.meta.url));

/** @returns {Promise<import('../../web/runtime/types').Surroundings & {workers: HostedWorker[]}>} `workers`: all that were ever made */
export async function engineSurroundings() {
  const compiled = (/** @type {string} */ name) => WebAssembly.compile(built(`wasm/engine_${name}.wasm`));
  const [strict, measures] = await Promise.all(['strict', 'measures'].map(compiled));
  const {describe} = await createEngine({module: measures}).then((engine) => ({describe: engine.describe()}));
  /** @type {HostedWorker[]} */
  const workers = [];
  return {
    workers,
    describe,
    corpora: JSON.parse(built('corpora/index.json').toString()),
    loadModule: async (name) => (name === 'measures' ? measures : strict),
    loadText: async (corpus) => new Uint8Array(built(`corpora/${corpus}.txt`)),
    createWorker: async () => {
      const worker = new HostedWorker((options) => createEngine(options));
      workers.push(worker);
      return worker;
    },
  };
}
