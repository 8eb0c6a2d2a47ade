// The engine itself, as the page's workers use it.

/** The memory of every engine started from here on: what the page's glue keeps to itself. */
function watchMemory() {
  const memories = [];
  const {instantiate} = WebAssembly;
  WebAssembly.instantiate = async (...values) => {
    const made = await instantiate(...values);
    const {exports} = made.instance ?? made;
    memories.push(...Object.values(exports).filter((one) => one instanceof WebAssembly.Memory));
    return made;
  };
  return () => memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
}

/** @param {any} workload @param {{tier: 'strict' | 'fast'}} options
 * @param {{read: (path: string) => Promise<Uint8Array>, load: (path: string) => Promise<any>}} place */
export async function open(workload, {tier}, {read, load}) {
  const memory = watchMemory();
  const {createEngine} = await load('wasm_bindings/engine.js');
  const module = await WebAssembly.compile(await read(`build/wasm/engine_${tier}.wasm`));
  const text = await read(`tests/bench/${workload.text}`);
  const experiment = structuredClone(workload.experiment);
  experiment.train.tier = tier;
  const engine = await createEngine({module, tier});
  let session = null;
  return {
    memory,
    arena: () => session.info.bytes,
    // A fresh session opens in its first step: that is what a reader waits for.
    step() {
      session ??= engine.open(experiment, 0, text);
      if (!workload.generate) return session.step(1).losses[0];
      session.generate(workload.generate);
      return null;
    },
  };
}
