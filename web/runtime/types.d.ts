// The shapes that the runtime hands to the page, and that its own parts pass around.
// Experiment, model and option names are those of docs/experiment.md and `describe()`.

/** One model of an experiment: {"kind":"lstm","hidden_size":128,…}, and of its run alone `train`, `changes` and `start`. */
export type ModelJson = {kind: string; [option: string]: unknown};

/** How models are trained. A model's own and a change are a part of this. */
export interface Train {
  batch_size?: number;
  steps?: number;
  seed?: number;
  eval_every?: number;
  clip_norm?: number;
  tier?: Tier;
  optimizer?: {kind: string; lr?: number; [option: string]: unknown};
  schedule?: {kind: string; span?: number; [option: string]: unknown};
  [option: string]: unknown;
}

/** What is different from a step on: it holds before the step after `step` is trained. */
export interface Change {
  step: number;
  train: Partial<Train>;
  /** What was done to places of the model, and is held from then on (docs/experiment.md). */
  edits?: Edit[];
}
export interface Edit {
  place: {name: string; part: string; index?: number};
  to: 'off' | 'open' | 'closed' | 'mean' | 'frozen' | 'free' | number;
}

/** Where a model's first weights come from: another run up to a step, or a file by its hash. */
export type Start = {experiment: Experiment; model: number; step: number} | {weights: string};

/** An experiment: everything that defines a run, and nothing else. Version 2 or 3 where it uses what earlier ones had not. */
export interface Experiment {
  version: 1 | 2 | 3;
  name?: string;
  task: {kind: string; [option: string]: unknown};
  train: Train;
  models: ModelJson[];
}

export type Tier = 'strict' | 'fast';
/** The engine of a tier, or the strict one with all measures. */
export type ModuleName = Tier | 'measures';

/** What anything that fails on purpose is thrown as: one clear sentence, and the option it concerns. */
export interface Failure {
  /** For programs: what kind of failure it is. */
  code: string;
  /** Of its sentence: one of describe().refusals, or of web/words. web/words/refusals.js makes the sentence. */
  key: string;
  /** What the sentence names; a `line` belongs to the place. */
  values: Record<string, string | number>;
  /** Path of the offending option, such as "models[1].hidden_size", or "text", "table" ...; empty when it concerns none. */
  where: string;
  /** For logs and machines, in English; no reader sees it. */
  message: string;
}

/** describe(): see docs/contracts.md. */
export interface Option {
  name: string;
  type: 'integer' | 'number' | 'boolean' | 'choice' | 'text';
  title?: string;
  summary: string;
  default: unknown;
  min?: number;
  max?: number;
  step?: number;
  unit?: string;
  scale?: 'log' | 'linear';
  choices?: {value: string | number; title: string; summary?: string}[];
  when?: Record<string, unknown[]>;
  /** What a task must be like for it to have an effect; info() says where it has none. */
  needs?: string;
}
export interface TapKind {
  name: string;
  axes: string[];
  title: string;
  summary: string;
}
export interface Kind {
  kind: string;
  title: string;
  summary: string;
  options: Option[];
  taps?: TapKind[];
  /** Of tasks: how results are shown. */
  view?: View;
  /** Of tasks: what the places of its sequences are ("words"), or in braces the option whose value says it. */
  places?: {given: string; written?: string};
  /** Of tasks: the option "corpus" names the data to load, "own" the reader's. */
  reads_data?: boolean;
  /** Of tasks: the data is a text whose characters are the vocabulary. */
  text?: boolean;
}

/** The forms in which results are shown: one element of web/elements/answers/results_*.js each. */
export type View = 'text' | 'pairs' | 'labels' | 'positions' | 'waves' | 'images' | 'sets';
export interface Description {
  version: 1;
  /** Counts up with every change of the arithmetic that changes bits. */
  arithmetic?: number;
  /** What the engine says when it refuses, by key, in Fluent's syntax. */
  refusals?: Record<string, string>;
  models: Kind[];
  tasks: Kind[];
  train: {options: Option[]; optimizers: Kind[]; schedules: Kind[]};
}

/** One entry of build/corpora/index.json. */
export interface Corpus {
  id: string;
  title: string;
  summary: string;
  /** Number of Unicode characters, and of distinct ones (the vocabulary the engine will make). */
  characters: number;
  vocab_size: number;
  bytes: number;
}

export interface LookKind {
  tap: string;
  layers: number[];
}
export interface Place {
  /** Of the layer: "lstm.0". */
  name: string;
  part: 'head' | 'gate' | 'unit';
  count: number;
  names?: string[];
}

/** What a model costs; known from the planner before anything is opened. */
export interface Info {
  parameters: number;
  bytes: number;
  flops_per_step: number;
  flops_per_token: number;
  position_count: number;
  kind?: string;
  vocab?: string[];
  train_tokens?: number;
  held_out_tokens?: number;
  /** How many held-out examples its scores are over. */
  held_out_examples?: number;
  text_replaced?: number;
  /** How this model reads the examples. */
  form?: 'single' | 'pairs' | 'prefix' | 'aligned';
  baselines?: Baseline[];
  classes?: string[];
  facts?: {name: string; title: string; value: number}[];
  /** What a look inside will bring. */
  taps?: {name: string; axes: string[]}[];
  /** The kinds of taps of describe() that are among them, and the layers that have them. */
  looks?: LookKind[];
  /** Options that change nothing for this task. */
  idle?: string[];
  /** What can be held or switched off by itself. */
  places?: Place[];
  /** The step at which its run ends. */
  steps?: number;
  /** Number of the engine's arithmetic: the same bits only within one. */
  arithmetic?: number;
  /** Whether it can continue a text, and whether it answers a prompt of the task. */
  generates?: boolean;
  answers?: boolean;
}

export type Metric = 'loss' | 'accuracy' | 'exact';

/** A number to compare models with. */
export interface Baseline {
  name: string;
  title: string;
  metric: Metric;
  value: number;
  /** The models it holds for, by name; missing: all. */
  of?: string[];
}

/** Held-out scores; NaN where the task has no such number. */
export interface Scores {
  val_loss: number;
  val_accuracy: number;
  val_exact: number;
  longer_loss: number;
  longer_accuracy: number;
  longer_exact: number;
}

/** Symbols, or vectors of numbers, one a position; a mixture of Gaussians in the plane. */
export interface Content {
  /** null: nothing was asked there. */
  symbols?: (string | null)[];
  values?: number[][];
  numbers?: (number | null)[][];
  mixture?: {weight: number; mean: [number, number]; deviation: [number, number]}[];
}

/** One held-out example, or a prompt, with what a model made of it. */
export interface Item {
  given: Content;
  image_columns?: number;
  /** Absent where nobody knows the answer: after a prompt. */
  target?: Content;
  answer: Content;
  /** One a symbol of the answer, and one more where it is too short; or one for the whole. null: nothing was asked. */
  right?: (boolean | null)[];
  /** One an answer symbol. */
  probability?: number[];
  /** Of whole answers: one a class. */
  probabilities?: number[];
}

export type HeldOutSet = 'val' | 'longer';

/** Which held-out examples are shown while training. */
export interface Shown {
  set: HeldOutSet;
  first: number;
  count: number;
}

export interface Examples extends Shown {
  step: number;
  view: View;
  items: Item[];
}

/** What is written somewhere and not taken up yet. settle() takes it up where it can be, and says whether nothing is left of it. */
export interface Unsettled {
  waits(): boolean;
  settle(): Promise<boolean>;
  /** Whether data of the reader's own are about to be given. */
  giving?(): boolean;
}

/** What a model took over from kept weights. */
export interface Adopted {
  from: string;
  adopted: string[];
  fresh: string[];
  /** The file has no hash of what it says. */
  unverified?: boolean;
}

/** A tap as the engine names it, with its values: row-major float32 in the order of `shape`. */
export interface Tap {
  name: string;
  axes: string[];
  shape: number[];
  data: Float32Array;
}

/** What a model did with the excerpt: one look inside. */
export interface Look {
  step: number;
  text: string;
  /** The excerpt symbol by symbol, as the vocabulary spells them. */
  symbols: string[];
  /** Probability that the model gave to each symbol, where known. */
  probability?: number[];
  /** Of pairs: what is given, symbol by symbol. */
  source?: string[];
  /** Of tasks that are no text: the example that was read. */
  item?: Item;
  /** Of those answered with symbols: what is asked for at each of `symbols`, ends of answers among them; null: nothing. */
  asked?: (string | null)[];
  /** Where the model writes its answer, which it then reads: what it wrote after each of `symbols`, its end too; else null. */
  written?: (string | null)[];
  taps: Tap[];
}

/** Anything that can stand for a Worker: the page's, or a test's. */
export interface WorkerLike {
  postMessage(message: unknown, transfer?: Transferable[]): void;
  terminate(): void;
  onmessage: ((event: {data: any}) => void) | null;
  onerror: ((event: any) => void) | null;
  /** Resolves as soon as the worker is gone, however that came about; absent where the browser cannot tell. */
  lost?: Promise<void>;
}

/** What a worker found: of the weights of that step, in so many milliseconds of its time. */
export type Measured = import('../../wasm_bindings/engine').Measurement & {ms: number};

/** Compiled once a tier, or the bytes where compiling in the page is forbidden. */
export type EngineModule = WebAssembly.Module | ArrayBuffer;

/** Where the race gets what it does not make itself. One implementation for the page, one for the embed, one for tests. */
export interface Surroundings {
  describe: Description;
  corpora: Corpus[];
  /** @throws Failure with code "no_simd", "no_wasm" or "network" */
  loadModule(name: ModuleName): Promise<EngineModule | null>;
  /** UTF-8 bytes of a built-in corpus; onProgress is called with bytes so far and in all. */
  loadText(corpus: string, onProgress?: (loaded: number, total: number) => void): Promise<Uint8Array>;
  /** Resolves when the worker answers. @throws Failure with code "no_worker" */
  createWorker(): Promise<WorkerLike>;
  /** What the models of a race are called, where it is not as in the lab. */
  modelNames?: typeof import('../state/names.js').modelNames;
}

/**
 * idle         nothing opened yet
 * opening      its worker is being started, the text read
 * ready        opened, at step 0 or after a reset
 * training     running (in a paced race it may be waiting for the others: see `waiting`)
 * paused       by its own button or the race's
 * done         reached train.steps
 * not_finite   the loss became NaN or infinite; the last good state is kept
 * failed       refused or crashed; `message` says why
 * unavailable  this browser or page cannot run the engine; `message` says why
 */
export type RunnerState =
  'idle' | 'opening' | 'ready' | 'training' | 'paused' | 'done' | 'not_finite' | 'failed' | 'unavailable';

/** What a card says besides its numbers: one sentence, and buttons that call runner.act(id). */
export interface Message extends Failure {
  tone: 'info' | 'warning' | 'error';
  /** Sentences that follow that of the failure. */
  then: {key: string; values?: Record<string, string | number>}[];
  /** Buttons; their titles are `trouble.do_<id>`. */
  actions: {id: 'retry' | 'gentler' | 'dismiss'; values?: Record<string, string | number>}[];
}

export interface Latest extends Scores {
  step: number;
  /** Seconds spent in training steps alone: what "seconds of training" means everywhere. */
  seconds: number;
  /** Characters seen. */
  tokens: number;
  flops: number;
  /** Mean training loss of the last steps, nats per character (exponential mean); NaN before the first step. */
  loss: number;
  /** The newest held-out loss in bits: val_loss / ln 2; the scores themselves are NaN before the first evaluation. */
  bits_per_char: number;
  steps_per_s: number;
  tokens_per_s: number;
  grad_norm: number;
  lr: number;
}

export type Axis = 'step' | 'tokens' | 'seconds' | 'flops';
export type Pacing = 'free' | 'steps' | 'seconds';

/** Curves as columns of equal length, ready for a chart. Views: valid until the next progress event. */
export interface Curve {
  x: Float64Array;
  y: Float64Array;
}

export interface GenerateOptions {
  prompt: string;
  tokens: number;
  temperature: number;
  top_k: number;
  seed: number;
}
export interface AnswerOptions {
  prompt: string;
  /** Width of the search: how many beginnings of an answer are followed at once. */
  beam: number;
}
export interface Generated {
  text: string;
  prompt_used: string;
}

export interface TextState {
  state: 'idle' | 'loading' | 'ready' | 'failed';
  /** Corpus id, or "own". */
  corpus: string;
  title: string;
  loaded: number;
  total: number;
  characters: number;
  vocab_size: number;
  /** Characters outside the vocabulary, which the engine replaces. */
  replaced: number;
  /** Whether a link to this experiment contains the text. */
  travels: boolean;
  failure: Failure | null;
}

export interface Floors {
  state: 'idle' | 'working' | 'ready' | 'failed';
  /** Held-out loss of count models that look at the last `order` characters. */
  levels: {order: number; val_loss: number}[];
  failure: Failure | null;
}

/** Trains models for a moment that nobody sees; idle: whether that is still worth while. See warm_up.js. */
export type WarmUp = (means: Track, experiment: Experiment, models: number[], idle: () => boolean) => Promise<void>;

/** Why a model's last test ends it; null: it goes on; undefined: that is not known yet. */
export type Judge = (
  runner: import('./shown_run.js').ShownRun,
) => import('../words/words.js').Saying | null | undefined;

/** What the training loop of a worker has besides its session. */
export interface LoopSurround {
  emit(type: string, data: object, transfer?: Transferable[]): void;
  /** Milliseconds. */
  now(): number;
  /** Calls back as soon as waiting messages were handled; no timer. */
  defer(callback: () => void): void;
  /** A timer, for deliberately slow training only. */
  later(callback: () => void, ms: number): void;
  /** Told what stops the loop for good. */
  fail(error: unknown): void;
}

/** What a runner asks of the race it runs in. */
export interface Track {
  experiment(): Experiment;
  /** A change was taken: the experiment says so from now on. */
  record(runner: import('./shown_run.js').ShownRun, change: Change): void;
  /** The run went back to the step of the change: later ones are forgotten. */
  rewind(runner: import('./shown_run.js').ShownRun, change: Change): void;
  beginnings(): import('./beginnings.js').Beginnings;
  /** What a beginning is called. */
  nameOf(start: Start): string;
  indexOf(runner: import('./shown_run.js').ShownRun): number;
  text(): Promise<Uint8Array>;
  /** Whether the data that it learned from is not here: it stands as it was. */
  awaits(): boolean;
  module(): Promise<EngineModule | null>;
  /** The engine that has the measures, and edits. */
  measuring(): Promise<EngineModule | null>;
  createWorker(): Promise<WorkerLike>;
  /** Steps per second, 0: unlimited. */
  speed(): number;
  excerpt(): string;
  /** Whether somebody keeps what is trained. */
  keeps(): boolean;
  shown(): Shown;
  /** Whether the weights of the lowest held-out loss are kept beside the last. */
  keepsBest(): boolean;
}
