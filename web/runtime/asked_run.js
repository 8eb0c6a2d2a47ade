// What a run is asked: to go on with a text, to answer, to be measured, hashed and saved.
import {ShownRun} from './shown_run.js';
import {SLOW_MS, SLOW_MS_PER_BYTE} from './slow.js';

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
    await this.continuation.ask(meanwhile, () => this.generateTo(options));
  }

  /** The same for whoever asks, and shown nowhere. @param {import('./types').GenerateOptions} options @returns {Promise<import('./types').Generated>} */
  async generateTo(options) {
    return (await this.opened()).request('generate', options);
  }

  /** Answers a prompt of the task; it appears in `answered`. @param {import('./types').AnswerOptions} options */
  async answer(options) {
    const {prompt} = options;
    await this.reply.ask({item: null, prompt, unknown: 0}, async () => {
      const {item, unknown} = await this.answerTo(options);
      return {item, prompt, unknown};
    });
  }

  /**
   * The same for whoever asks, and shown nowhere.
   * @param {import('./types').AnswerOptions} options
   * @returns {Promise<{item: import('./types').Item, unknown: number}>}
   */
  async answerTo(options) {
    return (await this.opened()).request('answer', options);
  }

  /** Those that can be taken of this model. @returns {Promise<{kind: string, bytes: number, flops: number}[]>} */
  async measures() {
    return (await this.#measured('measures')).measures;
  }

  /**
   * Of the weights as they are now, while it trains on.
   * @param {string} kind of describe().measures @param {object} [options] @returns {Promise<import('./types').Measured>}
   */
  async measure(kind, options = {}) {
    return this.#measured('measure', {kind, options});
  }

  /** Whoever asks first brings the engine that has the measures. @param {'measures' | 'measure'} type @param {object} [data] @returns {Promise<any>} */
  async #measured(type, data = {}) {
    const connection = await this.opened();
    const answer = await connection.request(type, data);
    if (!answer.lacks) return answer;
    const [module, bytes] = await Promise.all([this.#track.measuring(), this.#track.text()]);
    const text = bytes.slice();
    const ms = SLOW_MS.equip + SLOW_MS_PER_BYTE * text.length;
    await connection.request('equip', {module, text}, {transfer: [text.buffer], ms});
    return connection.request(type, data);
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
