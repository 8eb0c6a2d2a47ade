// The benchmark's table: its numbers are what its formula says, and every line can be opened and trained.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {createEngine} from '../../wasm_bindings/engine.js';
import {stepFlops, symbolFlops} from '../bench/flops.mjs';

/** @param {string} name */
const read = (name) => readFileSync(new URL(`../bench/${name}`, import.meta.url));
/** @type {{id: string, text: string, flops: number, tokens: number, length: number, symbols: number, generate?: any, experiment: any}[]} */
const workloads = JSON.parse(read('workloads.json').toString()).workloads;

test('operations and symbols of a step are what the formula says', () => {
  for (const w of workloads) {
    const {generate, experiment, length} = w;
    const flops = generate ? symbolFlops({...w, generate}) * generate.tokens : stepFlops(w);
    assert.equal(w.flops, flops, w.id);
    assert.equal(w.tokens, generate ? generate.tokens : experiment.train.batch_size * length, w.id);
  }
});

test('every workload opens, has 64 symbols and begins at chance', async () => {
  const wasm = readFileSync(new URL('../../build/wasm/engine_strict.wasm', import.meta.url));
  const engine = await createEngine({module: await WebAssembly.compile(wasm)});
  for (const {id, text, symbols, generate, experiment} of workloads) {
    if (generate || id === 'tfm-d128') continue; // tfm-d128 is tfm-d64 but larger, and slow
    const session = engine.open(experiment, 0, new Uint8Array(read(text)));
    assert.equal(session.info.vocab.length, symbols, id);
    assert.ok(Math.abs(session.step(1).losses[0] - Math.log(symbols)) < 0.4, id);
    session.close();
  }
});
