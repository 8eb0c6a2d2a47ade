// An engine that computes nothing but behaves like one: losses fall along a formula, deterministic in everything.
// For tests of the page's logic; what it does on purpose wrong is chosen with `faults`.
import {RuntimeError} from '../../web/runtime/protocol.js';
import {changesOf, stepsOf, trainAt, withChange, withChanges} from '../../web/state/runs.js';
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
 * @property {boolean} [die_at_change] throws once when it has taken a change, before it says so
 * @property {number} [rises_after] a step from which the held-out loss only rises
 * @property {boolean} [other_arithmetic] what is loaded was made by another one
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

/** What a run of steps with their learning rates comes to: the weights of this engine. */
const FRESH = {step: 0, broken: false, path: 7, from: ''};

class FakeSession {
  #at = {...FRESH};
  #begun = false;
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
    this.opened = this.experiment = {...experiment, models: [this.model]};
    this.info = {
      ...cost(experiment, k, vocab_size),
      steps: stepsOf(this.experiment, 0),
      arithmetic: 1,
      kind: this.model.kind,
      vocab: SYMBOLS,
      train_tokens: 0.9 * characters,
      held_out_examples: 256,
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
    if (this.model.start && !this.#begun) throw new RuntimeError('invalid_config', 'start.weights');
    for (let i = 0; i < count && !this.#at.broken; i++) {
      this.tick(this.faults.ms_per_step ?? 1);
      if (this.faults.trap_at_step === this.#at.step + 1) this.#trap();
      const lr = this.#lr;
      if (lr > (this.faults.nan_above_lr ?? Infinity)) {
        this.#at.broken = true;
        break;
      }
      this.#at.path = (31 * this.#at.path + 1e6 * lr * (this.#train.seed ?? 1)) % 1_000_003;
      losses.push(this.#loss(++this.#at.step) + 0.05 * Math.sin(7.1 * this.#at.step));
    }
    const {step, broken} = this.#at;
    const lr = this.#lr;
    return {step, losses, grad_norm: 1 / (1 + step), lr, finite: !broken};
  }

  begin(/** @type {'evaluate' | 'examples' | 'generate'} */ what, /** @type {any} */ options) {
    this.#work = {left: this.faults.parts ?? 1, result: () => this[what](options)};
  }

  next() {
    if (!this.#work) throw new RuntimeError('invalid_config', 'session.nothing');
    this.tick(this.faults.ms_per_part ?? 0);
    if (--this.#work.left > 0) return null;
    const {result} = this.#work;
    this.#work = null;
    return result();
  }

  evaluate() {
    const {step} = this.#at;
    const rise = Math.max(0, step - (this.faults.rises_after ?? Infinity)) / 100;
    const [val_loss, share] = [this.#loss(step - 100 * rise) + rise, this.#share()];
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
    if (prompt.length > 40)
      throw new RuntimeError('invalid', 'prompt.length', {where: 'prompt', values: {found: prompt.length, most: 40}});
    const symbols = [...prompt].filter((symbol) => symbol !== '=');
    const item = {given: {symbols}, answer: {symbols: symbols.toReversed()}, probability: symbols.map(() => 0.9)};
    return {item, unknown: prompt.length - symbols.length};
  }

  adopt(/** @type {Uint8Array} */ bytes) {
    const {kind, path, step, ...at} = JSON.parse(new TextDecoder().decode(bytes));
    const {weights} = this.model.start ?? {};
    if (weights && weights !== hashOf({kind, path, step, from: at.from}))
      throw new RuntimeError('invalid_file', 'start.hash', {where: 'models[0].start.weights'});
    this.reset();
    this.#at = {...FRESH, path, from: `${kind}-${step}`};
    this.#begun = true;
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
    return fakeTaps(this.model.kind);
  }

  inspect(/** @type {string} */ text) {
    if (!this.kind.text) {
      if (Number(text) > 99)
        throw new RuntimeError('invalid_text', 'excerpt.number', {where: 'excerpt', values: {found: text}});
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

  get #train() {
    return trainAt(this.experiment, 0, this.#at.step);
  }

  /** A cosine down to zero over the schedule's span, or constant. */
  get #lr() {
    const {optimizer, schedule} = this.#train;
    const {steps: stated} = trainAt(withChanges(this.experiment, 0, []), 0, 0);
    const span = Number(schedule?.span) || Number(stated);
    const scale = schedule?.kind === 'cosine' ? (1 + Math.cos((Math.PI * this.#at.step) / span)) / 2 : 1;
    return Number(optimizer?.lr) * scale;
  }

  change(/** @type {any} */ train) {
    if (train.optimizer?.lr < 0)
      throw new RuntimeError('invalid_config', 'number.above', {where: 'train.optimizer.lr'});
    const {step} = this.#at;
    const changes = withChange(changesOf(this.experiment.models[0]), {step, train});
    this.experiment = withChanges(this.experiment, 0, changes);
    if (this.faults.die_at_change) {
      this.faults.die_at_change = undefined;
      throw new RuntimeError('trap', 'trouble.trap');
    }
    return {step, train};
  }

  reset() {
    this.#work = null;
    this.#begun = false;
    this.experiment = this.opened;
    this.#at = {...FRESH};
  }

  save() {
    const changes = changesOf(this.experiment.models[0]);
    return new TextEncoder().encode(JSON.stringify({...this.#at, kind: this.model.kind, changes}));
  }

  load(/** @type {Uint8Array} */ bytes) {
    this.#work = null;
    this.#begun = true;
    const {kind: _, changes, ...at} = JSON.parse(new TextDecoder().decode(bytes));
    this.#at = at;
    const until = changes.filter((/** @type {any} */ change) => change.step <= at.step);
    const later = changesOf(this.opened.models[0]).filter(({step}) => step > at.step);
    this.experiment = withChanges(this.experiment, 0, [...until, ...later]);
    return {step: at.step, arithmetic: 1, reproducible: !this.faults.other_arithmetic};
  }

  weightsSha256() {
    return hashOf({...this.#at, kind: this.model.kind});
  }

  close() {}

  #loss(/** @type {number} */ step) {
    const end = END[/** @type {'rnn' | 'lstm' | 'transformer'} */ (this.model.kind)] ?? 2;
    return end + (START - end) * Math.exp(-step / 300);
  }

  #trap() {
    this.faults.trap_at_step = undefined;
    throw new RuntimeError('trap', 'trouble.trap');
  }
}

/** @param {string} kind */
function fakeTaps(kind) {
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

/** What info() and estimate() say of them. @param {string} kind */
function outline(kind) {
  const taps = fakeTaps(kind).map(({name, axes}) => ({name, axes}));
  const looks = taps.map(({name}) => ({
    tap: name.replace('.0.', '.{layer}.'),
    layers: name.includes('.0.') ? [0] : [],
  }));
  return {taps, looks, places: []};
}

/** @param {{kind: string, step: number, path: number, from?: string}} of */
function hashOf({kind, step, path, from}) {
  return `${kind}-${step}-${path}-${from}`.padEnd(64, '0');
}

/** @param {any} experiment @param {number} k @param {number} vocab */
function cost({task, train, models}, k, vocab) {
  const why = misfit(task, models[k]);
  if (why) throw new RuntimeError('invalid_config', why, {where: `models[${k}]`});
  const {hidden_size = 0, d_model = 0, num_layers = 1} = models[k];
  const width = hidden_size + d_model;
  if (!(width <= 1024))
    throw new RuntimeError('invalid', 'number.whole', {
      where: `models[${k}].hidden_size`,
      values: {found: width, min: 1, max: 1024},
    });
  const parameters = vocab * width + 8 * num_layers * width * width;
  const tokens = (task.length ?? 1) * train.batch_size;
  return {
    parameters,
    bytes: 16 * parameters,
    flops_per_token: 6 * parameters,
    flops_per_step: 6 * parameters * tokens,
    position_count: tokens,
    ...outline(models[k].kind),
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
  throw new RuntimeError('invalid', 'size.none', {where: `models[${k}]`, values: {found: parameters}});
}

/** @param {Uint8Array} bytes */
function textInfo(bytes) {
  if (bytes.length < 100)
    throw new RuntimeError('invalid', 'text.short', {
      where: 'text',
      values: {found: bytes.length, length: 10, least: 100},
    });
  return {characters: bytes.length, vocab_size: new Set(bytes).size, replaced: 0, distinct: new Set(bytes).size};
}
