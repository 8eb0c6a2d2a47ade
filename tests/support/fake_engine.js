// An engine that computes nothing but behaves like one: losses fall along a formula, deterministic in everything.
// For tests of the page's logic; what it does on purpose wrong is chosen with `faults`.
import {RuntimeError} from '../../web/runtime/protocol.js';
import {FAKE_DESCRIBE} from './fake_describe.js';
import {FAKE_TASKS, fakeItem, misfit} from './fake_tasks.js';

const START = Math.log(60);
const END = {rnn: 1.9, lstm: 1.7, transformer: 1.6};
/** How much of the answers a model gets right in the end. */
const TALENT = {rnn: 0.4, gru: 0.95, lstm: 0.9, transformer: 1, seq2seq: 0.9};
const BASELINES = [
  {name: 'chance', title: 'Chance', metric: 'accuracy', value: 0.125},
  {name: 'chance', title: 'Chance', metric: 'loss', value: 2.08},
];
const SYMBOLS = [...'abcdefghijklmnopqrstuvwxyz .,\n'];

/**
 * @typedef {object} Faults
 * @property {number} [nan_above_lr] the loss is NaN in any step with a higher learning rate
 * @property {number} [trap_at_step] throws once when it gets there
 * @property {number} [ms_per_step] advances the clock by so much each step
 * @property {number} [parts] into which an evaluation, examples or a text fall; 1 unless told
 * @property {number} [ms_per_part] advances the clock by so much each
 */

/** @param {Faults} [faults] @param {(ms: number) => void} [tick] moves the clock */
export function createFakeEngine(faults = {}, tick = () => {}) {
  return async () => ({
    describe: () => FAKE_DESCRIBE,
    estimate: (/** @type {any} */ experiment, /** @type {number} */ k, /** @type {number} */ vocab) =>
      cost(experiment, k, vocab),
    match: (
      /** @type {any} */ experiment,
      /** @type {number} */ k,
      /** @type {number} */ parameters,
      /** @type {number} */ vocab,
    ) => resize(experiment, k, parameters, vocab),
    textInfo: (/** @type {Uint8Array} */ bytes) => textInfo(bytes),
    floors: () => [3, 2.4, 2.1, 1.9, 1.85].map((val_loss, order) => ({order, val_loss})),
    open: (/** @type {any} */ experiment, /** @type {number} */ k, /** @type {Uint8Array} */ bytes) =>
      new FakeSession(experiment, k, bytes, faults, tick),
  });
}

class FakeSession {
  #at = {step: 0, lr: 0.002, broken: false};
  /** @type {{left: number, result: () => any} | null} */
  #work = null;

  /** @param {any} experiment @param {number} k @param {Uint8Array} bytes @param {Faults} faults @param {(ms: number) => void} tick */
  constructor(experiment, k, bytes, faults, tick) {
    this.model = experiment.models[k];
    this.task = experiment.task;
    this.kind = FAKE_TASKS.find(({kind}) => kind === this.task.kind) ?? FAKE_TASKS[0];
    const text = this.kind.text === true;
    const {vocab_size, characters} = text ? textInfo(bytes) : {vocab_size: 10, characters: 0};
    this.faults = faults;
    this.tick = tick;
    this.lr = this.#at.lr = experiment.train.optimizer.lr;
    this.info = {
      ...cost(experiment, k, vocab_size),
      kind: this.model.kind,
      vocab: SYMBOLS,
      train_tokens: 0.9 * characters,
      form: this.kind.view === 'pairs' ? 'pairs' : 'single',
      baselines: text ? [] : BASELINES,
      classes: [],
      facts: this.model.kind === 'transformer' ? [] : [{name: 'receptive_field', title: 'Receptive field', value: 31}],
      generates: text,
      answers: this.kind.view === 'pairs',
    };
  }

  step(/** @type {number} */ count) {
    const losses = [];
    this.#work = null;
    for (let i = 0; i < count && !this.#at.broken; i++) {
      this.tick(this.faults.ms_per_step ?? 1);
      if (this.faults.trap_at_step === this.#at.step + 1) this.#trap();
      if (this.#at.lr > (this.faults.nan_above_lr ?? Infinity)) this.#at.broken = true;
      else losses.push(this.#loss(++this.#at.step) + 0.05 * Math.sin(7.1 * this.#at.step));
    }
    const {step, lr, broken} = this.#at;
    return {step, losses, grad_norm: 1 / (1 + step), lr, finite: !broken};
  }

  begin(/** @type {'evaluate' | 'examples' | 'generate'} */ what, /** @type {any} */ options) {
    this.#work = {left: this.faults.parts ?? 1, result: () => this[what](options)};
  }

  next() {
    if (!this.#work) throw new RuntimeError('invalid_config', '[next] expected something that was begun, got nothing');
    this.tick(this.faults.ms_per_part ?? 0);
    if (--this.#work.left > 0) return null;
    const {result} = this.#work;
    this.#work = null;
    return result();
  }

  evaluate() {
    const {step} = this.#at;
    const [val_loss, share] = [this.#loss(step), this.#share()];
    if (this.kind.text) return {step, val_loss, val_accuracy: 0.5};
    const whole = {
      val_exact: share ** 4,
      longer_loss: 1.2 * val_loss,
      longer_accuracy: 0.8 * share,
      longer_exact: null,
    };
    return {step, val_loss, val_accuracy: share, ...(this.kind.view === 'waves' ? {} : whole)};
  }

  examples(/** @type {any} */ {set, first, count}) {
    const from = first + (set === 'longer' ? 1000 : 0);
    const items = Array.from({length: count}, (_, i) => fakeItem(this.task.kind, from + i, this.#share()));
    return {step: this.#at.step, view: this.kind.view, items};
  }

  answer(/** @type {any} */ {prompt}) {
    if (prompt.length > 40) throw new RuntimeError('invalid', '[prompt] expected at most 40 symbols', 'prompt');
    const symbols = [...prompt];
    return {item: {given: {symbols}, answer: {symbols: symbols.toReversed()}, probability: symbols.map(() => 0.9)}};
  }

  adopt(/** @type {Uint8Array} */ bytes) {
    const {kind} = JSON.parse(new TextDecoder().decode(bytes));
    return kind === this.model.kind
      ? {adopted: ['embedding.weight', 'hidden.weight'], fresh: ['output.weight']}
      : {adopted: [], fresh: ['embedding.weight', 'hidden.weight', 'output.weight']};
  }

  #share() {
    const talent = TALENT[/** @type {'rnn'} */ (this.model.kind)] ?? 0.5;
    return talent * (1 - Math.exp(-this.#at.step / 250));
  }

  generate(/** @type {any} */ {prompt, tokens, seed}) {
    const text = Array.from({length: tokens}, (_, i) => SYMBOLS[(i * i + seed + this.#at.step) % 27]).join('');
    return {text, prompt_used: prompt};
  }

  taps() {
    const {kind} = this.model;
    if (kind === 'seq2seq')
      return [{name: 'seq2seq.attention', axes: ['batch', 'head', 'query', 'key'], shape: [1, 1, 8, 7]}];
    if (kind === 'gru')
      return [
        {name: 'gru.0.gates', axes: ['time', 'batch', 'gate', 'unit'], shape: [8, 1, 3, 4]},
        {name: 'gru.0.hidden', axes: ['time', 'batch', 'unit'], shape: [8, 1, 4]},
      ];
    if (kind === 'transformer')
      return [{name: 'transformer.0.attention', axes: ['batch', 'head', 'query', 'key'], shape: [1, 2, 8, 8]}];
    return [{name: `${kind}.0.hidden`, axes: ['time', 'batch', 'unit'], shape: [8, 1, 4]}];
  }

  inspect(/** @type {string} */ text) {
    if (!this.kind.text) {
      if (Number(text) > 99)
        throw new RuntimeError('invalid_text', '[excerpt] expected the number of a held-out example');
      const item = fakeItem(this.task.kind, Number(text), this.#share());
      const read = item.given.symbols ?? (item.given.values ?? []).map((_, i) => String(i + 1));
      if (this.kind.view !== 'pairs') return {text, symbols: read, probability: [], item};
      return {text, symbols: ['→', ...(item.target?.symbols ?? [])], source: read, probability: [], item};
    }
    return {text, symbols: [...text], probability: [...text].map(() => 0.5)};
  }

  tap(/** @type {string} */ name) {
    const {shape} = this.taps().find((tap) => tap.name === name) ?? {shape: [0]};
    const size = shape.reduce((a, b) => a * b, 1);
    return {shape, data: Float32Array.from({length: size}, (_, i) => Math.sin(i + this.#at.step))};
  }

  setLr(/** @type {number} */ value) {
    this.#at.lr = value;
  }

  reset() {
    this.#work = null;
    this.#at = {step: 0, lr: this.lr, broken: false};
  }

  save() {
    return new TextEncoder().encode(JSON.stringify({...this.#at, kind: this.model.kind}));
  }

  load(/** @type {Uint8Array} */ bytes) {
    this.#work = null;
    this.#at = JSON.parse(new TextDecoder().decode(bytes));
  }

  weightsSha256() {
    return `${this.model.kind}-${this.#at.step}`.padEnd(64, '0');
  }

  close() {}

  #loss(/** @type {number} */ step) {
    const end = END[/** @type {'rnn' | 'lstm' | 'transformer'} */ (this.model.kind)] ?? 2;
    return end + (START - end) * Math.exp(-step / 300);
  }

  #trap() {
    this.faults.trap_at_step = undefined;
    throw new RuntimeError('trap', 'unreachable');
  }
}

/** @param {any} experiment @param {number} k @param {number} vocab */
function cost({task, train, models}, k, vocab) {
  const why = misfit(task, models[k]);
  if (why) throw new RuntimeError('invalid_config', `[models[${k}]] expected ${why}`, `models[${k}]`);
  const {hidden_size = 0, d_model = 0, num_layers = 1} = models[k];
  const width = hidden_size + d_model;
  if (!(width <= 1024))
    throw new RuntimeError('invalid', `hidden_size: expected 1 to 1024, got ${width}`, `models[${k}].hidden_size`);
  const parameters = vocab * width + 8 * num_layers * width * width;
  const tokens = (task.length ?? 1) * train.batch_size;
  return {
    parameters,
    bytes: 16 * parameters,
    flops_per_token: 6 * parameters,
    flops_per_step: 6 * parameters * tokens,
    position_count: tokens,
  };
}

/** @param {any} experiment @param {number} k @param {number} parameters @param {number} vocab */
function resize(experiment, k, parameters, vocab) {
  const name = 'd_model' in experiment.models[k] ? 'd_model' : 'hidden_size';
  for (let width = 1; width <= 1024; width++) {
    const models = [...experiment.models];
    models[k] = {...models[k], [name]: width};
    if (cost({...experiment, models}, k, vocab).parameters >= parameters) return models[k];
  }
  throw new RuntimeError('invalid', 'No size of this model has so many parameters.', `models[${k}]`);
}

/** @param {Uint8Array} bytes */
function textInfo(bytes) {
  if (bytes.length < 100)
    throw new RuntimeError('invalid', 'The text is too short: at least 100 characters are needed.', 'task.text');
  return {characters: bytes.length, vocab_size: new Set(bytes).size, replaced: 0, distinct: new Set(bytes).size};
}
