// What a run is asked: to go on with a text, to answer, to be measured, hashed and saved.
import {measured} from './asked.js';
import {ShownRun} from './shown_run.js';

/** @typedef {import('./protocol.js').Connection} Connection */

export class AskedRun extends ShownRun {
  #track;

  /** @param {ConstructorParameters<typeof ShownRun>[0]} of */
  constructor(of) {
    super(of);
    this.#track = of.track;
  }

  /** The worker, with a model in it that is where the run is. @returns {Promise<Connection>} */
  async opened() {
    throw new Error('abstract'); // opened_run.js says how
  }

  /** Continues a text; it appears in `generated`. @param {import('./types').GenerateOptions} options */
  async generate(options) {
    const meanwhile = {text: '', prompt_used: options.prompt};
    await this.continuation.ask(meanwhile, async () => (await this.opened()).request('generate', options));
  }

  /** Answers a prompt of the task; it appears in `answered`. @param {import('./types').AnswerOptions} options */
  async answer(options) {
    const {prompt} = options;
    await this.reply.ask({item: null, prompt, unknown: 0}, async () => {
      const {item, unknown} = await (await this.opened()).request('answer', options);
      return {item, prompt, unknown};
    });
  }

  /** Those that can be taken of this model. @returns {Promise<{kind: string, bytes: number, flops: number}[]>} */
  async measures() {
    return (await measured(this, this.#track, 'measures')).measures;
  }

  /**
   * Of the weights as they are now, while it trains on.
   * @param {string} kind of describe().measures @param {object} [options] @returns {Promise<import('./types').Measured>}
   */
  async measure(kind, options = {}) {
    return measured(this, this.#track, 'measure', {kind, options});
  }

  /** SHA-256 of the weights, in hexadecimal. @returns {Promise<string>} */
  async hash() {
    return (await (await this.opened()).request('hash')).sha256;
  }

  /** The whole state of the run as safetensors. @returns {Promise<Uint8Array>} */
  async save() {
    return (await this.checkpoint()).bytes;
  }

  /** The same with where it is, and the weights' hash. @returns {Promise<import('./record.js').Checkpoint & {sha256: string}>} */
  async checkpoint() {
    return (await this.opened()).request('save', {hash: true, file: this.#track.keeps()});
  }
}
