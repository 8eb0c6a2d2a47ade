// Memory that cannot grow: whoever asks is told, nothing traps. (Such an engine is then replaced: engine.js, FATAL.)
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {createEngine} from '../../wasm_bindings/engine.js';

const strict = await WebAssembly.compile(readFileSync(new URL('../../build/wasm/engine_strict.wasm', import.meta.url)));
const text = new TextEncoder().encode('the white whale and the old ship sailed over the sea\n'.repeat(80));

/** @param {object} model */
const experiment = (model) => ({version: 1, task: {kind: 'text', corpus: 'own', length: 16}, models: [model]});
const LARGE = experiment({kind: 'transformer', d_model: 64, num_heads: 4, num_layers: 2, d_ff: 128});

/** What people do with a session, one after the other. @type {((session: any) => unknown)[]} */
const USES = [
  (session) => session.step(2),
  (session) => session.evaluate(),
  (session) => session.inspect('the white whale'),
  (session) => session.generate({prompt: 'the', tokens: 4, temperature: 1, top_k: 0, seed: 1}),
  (session) => session.save(),
];

/** Lets the memory of all modules grow by so many pages of 64 KiB and no more, while `work` is done. @param {number} pages @param {() => void} work */
function limited(pages, work) {
  const {grow} = WebAssembly.Memory.prototype;
  WebAssembly.Memory.prototype.grow = function (more) {
    if (more > pages) throw new RangeError('no more memory');
    pages -= more;
    return grow.call(this, more);
  };
  try {
    work();
  } finally {
    WebAssembly.Memory.prototype.grow = grow;
  }
}

/** Opens and uses large sessions until that is refused; how often it went well. @param {any} engine */
function useUntilRefused(engine) {
  let done = 0;
  try {
    for (let i = 0; i < 200; i++) {
      const session = engine.open(LARGE, 0, text);
      for (const use of USES) (use(session), done++);
    }
    assert.fail('there was memory for all of them');
  } catch (/** @type {any} */ error) {
    assert.equal(error.code, 'out_of_memory', String(error));
    assert.match(error.message, /There is not enough memory|[1-9]\d* MiB of memory are not free/);
  }
  return done;
}

test('memory that cannot grow is told as that, wherever it ends', async () => {
  const done = new Set();
  for (let pages = 0; pages < 260; pages += 4) {
    const engine = await createEngine({module: strict});
    limited(pages, () => done.add(useUntilRefused(engine)));
  }
  assert.ok(done.size > USES.length, `it ended at ${[...done]}, in all that is done`);
});
