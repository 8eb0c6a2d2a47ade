// The engine for JavaScript: objects in, objects out, in Node and in workers. The only code that knows Emscripten.
// Both tiers share the glue that Emscripten wrote for the strict one (tests/wasm checks that they are the same), and
// the module is compiled by the caller, once for all workers.
import instantiate from '../build/wasm/engine_strict.mjs';

/** What every call here throws: the key of a sentence with what it names, and the option it concerns. */
export class EngineError extends Error {
  /**
   * @param {string} code @param {string} key
   * @param {{where?: string, values?: Record<string, string | number>, message?: string}} [of]
   */
  constructor(code, key, {where = '', values = {}, message = key} = {}) {
    super(message);
    this.name = 'EngineError';
    this.code = code;
    this.key = key;
    this.where = where;
    this.values = values;
  }
}

/** After these an instance must not be used again: its memory cannot be trusted. */
const FATAL = new Set(['trap', 'out_of_memory', 'internal']);

/**
 * @param {{module: WebAssembly.Module | ArrayBuffer | Uint8Array, tier?: 'strict' | 'fast'}} options
 *   module: engine_strict.wasm or engine_fast.wasm; compiled, or its bytes where the page may not compile
 * @returns {Promise<Engine>}
 */
export async function createEngine({module, tier = 'strict'}) {
  const core = await start(module);
  if (core.tier() !== tier)
    throw new EngineError('internal', 'trouble.internal', {values: {reason: `${core.tier()}, ${tier}`}});
  return new Engine(new Calls(core));
}

/** @param {any} module */
function start(module) {
  return new Promise((resolve, reject) => {
    const failed = (/** @type {unknown} */ error) => reject(startError(error));
    const instantiateWasm = (/** @type {WebAssembly.Imports} */ imports, /** @type {Function} */ done) => {
      WebAssembly.instantiate(module, imports)
        .then((result) => {
          const {instance = result} = /** @type {any} */ (result);
          done(instance);
        })
        .catch(failed);
      return {};
    };
    // locateFile keeps the glue from looking for the .wasm beside a script that has no address (a blob, an inlined one).
    instantiate({instantiateWasm, locateFile: (/** @type {string} */ name) => name}).then(resolve, failed);
  });
}

/** @param {unknown} error */
function startError(error) {
  const text = error instanceof Error ? error.message : String(error);
  const memory = error instanceof RangeError;
  const code = memory ? 'out_of_memory' : 'no_wasm';
  return new EngineError(code, memory ? 'trouble.memory' : 'trouble.start', {values: {reason: text}, message: text});
}

/** With U+FFFD for half a character, such as an input that ends inside an emoji leaves. @param {string} text */
function wellFormed(text) {
  return new TextDecoder('utf-8', {ignoreBOM: true}).decode(new TextEncoder().encode(text));
}

/** @param {object} value */
function toJson(value) {
  return JSON.stringify(value, (_key, part) => (typeof part === 'string' ? wellFormed(part) : part));
}

/** Calls into one instance; once it has trapped, none. */
class Calls {
  /** @type {EngineError | null} */
  #dead = null;

  /** @param {any} core what Emscripten made */
  constructor(core) {
    this.core = core;
  }

  /** @param {() => {error?: import('./engine').EngineError, value?: any}} call */
  run(call) {
    if (this.#dead) throw this.#dead;
    let answer;
    try {
      answer = call();
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      throw (this.#dead = new EngineError('trap', 'trouble.trap', {values: {reason: text}, message: text}));
    }
    if (!answer.error) return answer.value;
    const failure = new EngineError(answer.error.code, answer.error.key, answer.error);
    if (FATAL.has(failure.code)) this.#dead = failure;
    throw failure;
  }

  /** The same for an answer that is JSON. @param {() => any} call */
  json(call) {
    return JSON.parse(this.run(call));
  }
}

/** What needs no session. Experiments are plain objects, texts are UTF-8 bytes. */
class Engine {
  #calls;

  /** @param {Calls} calls */
  constructor(calls) {
    this.#calls = calls;
  }

  /** Every model, task, option, range, default and tap. */
  describe() {
    return this.#calls.json(() => this.#calls.core.describe());
  }

  /** What model k of an experiment would cost; allocates nothing. @param {object} experiment @param {number} k @param {number} vocabSize */
  estimate(experiment, k, vocabSize) {
    return this.#calls.json(() => this.#calls.core.estimate(toJson(experiment), k, vocabSize));
  }

  /** Model k resized to about `parameters`. @param {object} experiment @param {number} k @param {number} parameters @param {number} vocabSize */
  match(experiment, k, parameters, vocabSize) {
    return this.#calls.json(() => this.#calls.core.match(toJson(experiment), k, parameters, vocabSize));
  }

  /** @param {Uint8Array} text */
  textInfo(text) {
    return this.#calls.json(() => this.#calls.core.textInfo(text));
  }

  /** Held-out losses of count models. @param {object} experiment @param {Uint8Array} text */
  floors(experiment, text) {
    return this.#calls.json(() => this.#calls.core.floors(toJson(experiment), text));
  }

  /** @param {object} experiment @param {number} k @param {Uint8Array} text */
  open(experiment, k, text) {
    return new EngineSession(
      this.#calls,
      this.#calls.run(() => this.#calls.core.open(toJson(experiment), k, text)),
    );
  }
}

/** One model of one experiment. After close() it must not be used. */
class EngineSession {
  #calls;
  #native;

  /** @param {Calls} calls @param {any} native */
  constructor(calls, native) {
    this.#calls = calls;
    this.#native = native;
    this.info = this.#json('info');
  }

  /** What changes a run may change what it is: the step at its end, say. @template T @param {T} answer */
  #changed(answer) {
    this.info = this.#json('info');
    return answer;
  }

  /** Up to `count` training steps; with what the last one tells of each part and layer. @param {number} count @param {boolean} [signals] */
  step(count, signals = false) {
    const report = this.#json('step', count, signals);
    this.info.steps = report.steps;
    return report;
  }

  evaluate() {
    return this.#json('evaluate');
  }

  /** The measures that can be taken of this model, and what each takes by default. @returns {{kind: string, bytes: number, flops: number}[]} */
  measures() {
    return this.#json('measures');
  }

  /** A measure of the weights as they are, at once. @param {{kind: string, options?: object}} which */
  measure(which) {
    this.begin('measure', which);
    for (;;) {
      const result = this.next();
      if (result) return result;
    }
  }

  /**
   * evaluate, examples, generate or measure to be done in parts: next() does one and gives null until, after the last, it gives
   * what that call would have given. One thing at a time: whatever changes the weights drops it.
   * @param {'evaluate' | 'examples' | 'generate' | 'measure'} what @param {any} [options] as of that call
   */
  begin(what, options = {}) {
    if (what === 'evaluate') this.#run('beginEvaluation');
    else if (what === 'measure') this.#run('beginMeasure', wellFormed(options.kind), toJson(options.options ?? {}));
    else this.#run(what === 'examples' ? 'beginExamples' : 'beginGeneration', toJson(options));
  }

  /** The next part of what was begun. */
  next() {
    const result = this.#json('next');
    if (!result?.measure) return result;
    const arrays = result.arrays.map((/** @type {{name: string}} */ array) => ({
      ...array,
      data: new Float32Array(this.#run('measured', array.name)),
    }));
    return {...result, arrays};
  }

  /** @param {{prompt?: string, tokens?: number, temperature?: number, top_k?: number, seed?: number}} options */
  generate(options) {
    return this.#json('generate', toJson(options));
  }

  /** Names, axes and shapes of what inspect() and training keep. */
  taps() {
    return this.#json('taps');
  }

  /** Runs the model on a text of its own; its taps are then read with tap(). @param {string} text */
  inspect(text) {
    return this.#json('inspect', wellFormed(text));
  }

  /** Held-out examples with the model's answers. @param {{set?: 'val'|'longer', first?: number, count?: number}} options */
  examples(options = {}) {
    return this.#json('examples', toJson(options));
  }

  /** The model's answer to a question of one's own. @param {{prompt: string, beam?: number}} options */
  answer(options) {
    return this.#json('answer', toJson(options));
  }

  /** Takes over weights of equal names and shapes from a checkpoint. @param {Uint8Array} bytes */
  adopt(bytes) {
    return this.#changed(this.#json('adopt', bytes));
  }

  /** A copy of one tap after inspect(). @param {string} name @returns {{shape: number[], data: Float32Array}} */
  tap(name) {
    const {shape, data} = this.#run('tap', name);
    return {shape: [...shape], data: new Float32Array(data)};
  }

  /** A copy of one tap of the last training batch, after step(). @param {string} name @returns {{shape: number[], data: Float32Array}} */
  trainingTap(name) {
    const {shape, data} = this.#run('trainingTap', name);
    return {shape: [...shape], data: new Float32Array(data)};
  }

  /** Some of "train" from the next step on: what is added to the model's changes. @param {object} train */
  change(train) {
    return this.#changed(this.#json('change', toJson(train)));
  }

  /** change() of the learning rate. @param {number} value */
  setLr(value) {
    this.#run('setLr', value);
  }

  /** Back to step 0 and the same initial weights, without the changes made meanwhile. */
  reset() {
    this.#changed(this.#run('reset'));
  }

  /** Weights, optimizer and position in the data, as safetensors. */
  save() {
    return new Uint8Array(this.#run('save'));
  }

  /** @param {Uint8Array} bytes */
  load(bytes) {
    return this.#changed(this.#json('load', bytes));
  }

  /** A copy of all weights, for a session of the same experiment that takes measures. @returns {Float32Array} */
  weights() {
    return new Float32Array(this.#run('weights'));
  }

  /** @param {Float32Array} weights of weights() of such a session */
  takeWeights(weights) {
    this.#run('takeWeights', weights);
  }

  /** @returns {string} */
  weightsSha256() {
    return this.#run('weightsSha256');
  }

  /** Gives its memory back to the instance. Closing twice is allowed. */
  close() {
    this.#native?.delete();
    this.#native = null;
  }

  /** @param {string} method @param {...any} values */
  #run(method, ...values) {
    if (!this.#native) throw new EngineError('closed', 'trouble.closed');
    return this.#calls.run(() => this.#native[method](...values));
  }

  /** @param {string} method @param {...any} values */
  #json(method, ...values) {
    return JSON.parse(this.#run(method, ...values));
  }
}
