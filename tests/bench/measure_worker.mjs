// A Web Worker that takes every measure of one model of an experiment, and tells milliseconds: in all, and of the longest part.
import {createEngine} from '../../wasm_bindings/engine.js';

const bytes = async (path) => new Uint8Array(await (await fetch(path)).arrayBuffer());
const engine = bytes('/build/wasm/engine_measures.wasm').then(async (wasm) =>
  createEngine({module: await WebAssembly.compile(wasm)}),
);

const TIMES = 4;

/** Of each part the quickest of some times: others share the machine, and the first time code is compiled. */
function timed(session, kind, options) {
  const parts = [];
  for (let i = 0; i < TIMES; i++)
    for (let part = 0, done = false; !done; part++) {
      const start = performance.now();
      if (part === 0) session.begin('measure', {kind, options});
      done = session.next() !== null;
      parts[part] = Math.min(parts[part] ?? Infinity, performance.now() - start);
    }
  return {ms: parts.reduce((sum, ms) => sum + ms, 0), longest: Math.max(...parts)};
}

onmessage = async ({data: {experiment, model, text, options}}) => {
  try {
    const session = (await engine).open(experiment, model, text ? await bytes(text) : new Uint8Array());
    if (!experiment.models[model].start) session.step(3); // else its weights come from elsewhere
    const taken = session.measures().map(({kind}) => ({kind, ...timed(session, kind, options[kind] ?? {})}));
    session.close();
    postMessage({taken});
  } catch (error) {
    postMessage({error: String(error?.message ?? error)});
  }
};
