// What engine.js promises. Keys and meanings: docs/contracts.md and docs/experiment.md.

export type Tier = 'strict' | 'fast';

/** What every call throws: the key of a sentence with what it names, and the option it concerns. */
export class EngineError extends Error {
  constructor(
    code: string,
    key: string,
    of?: {where?: string; values?: Record<string, string | number>; message?: string},
  );
  /**
   * invalid_config, invalid_text, invalid_file, too_expensive: a user's mistake, the engine goes on;
   * closed: the session was closed; no_wasm: it never started;
   * out_of_memory, trap, internal: the instance is not to be used again, and refuses to be.
   */
  code: string;
  /** Of describe().refusals, or "trouble.…" of web/words for what the engine cannot say itself. */
  key: string;
  /** What the sentence names; a `line` belongs to the place. */
  values: Record<string, string | number>;
  /** Path of the offending option, such as "models[1].hidden_size", or "text", "table", "checkpoint"; "" for none. */
  where: string;
}

/** What a model costs. */
export interface Cost {
  kind: string;
  parameters: number;
  bytes: number;
  flops_per_step: number;
  flops_per_token: number;
  position_count: number;
  /** What inspect() will record. */
  taps: {name: string; axes: string[]}[];
  /** Those kinds of taps of describe() that are among them, and the layers that have them. */
  looks: {tap: string; layers: number[]}[];
  /** What can be held or switched off by itself: heads, gates (with names), units. */
  places: {name: string; part: 'head' | 'gate' | 'unit' | 'layer' | 'parameter'; count: number; names?: string[]}[];
}

export interface SessionInfo extends Cost {
  /** Names of the model's options that have no effect for this task. */
  idle: string[];
  /** The step at which the run ends as of now. */
  steps: number;
  /** Where its weights come from; until adopt() brought them it does not train. */
  start: null | {weights: string} | {experiment: any; model: number; step: number};
  /** The number of the arithmetic that gives the weights of this run; 0: no single one does. */
  arithmetic: number;
  vocab: string[];
  train_tokens: number;
  held_out_tokens: number;
  held_out_examples: number;
  text_replaced: number;
  form: 'single' | 'pairs' | 'prefix' | 'aligned';
  /** Whether generate() continues a text, and whether answer() takes questions. */
  generates: boolean;
  answers: boolean;
  facts: {name: string; title: string; value: number}[];
  classes: string[];
  baselines: {name: string; title: string; metric: 'loss' | 'accuracy' | 'exact'; value: number}[];
}

/** null: the task has no such number. */
export interface Evaluation {
  step: number;
  val_loss: number | null;
  val_accuracy: number | null;
  val_exact: number | null;
  longer_loss: number | null;
  longer_accuracy: number | null;
  longer_exact: number | null;
}

/** Symbols, vectors, or the parts of a mixture; null where nothing was asked. */
export interface Content {
  symbols?: (string | null)[];
  values?: number[][];
  numbers?: (number | null)[][];
  mixture?: {weight: number; mean: [number, number]; deviation: [number, number]}[];
}

/** An example and what the model made of it. */
export interface Item {
  given: Content;
  image_columns?: number;
  target?: Content;
  answer: Content;
  right?: (boolean | null)[];
  probability?: number[];
  probabilities?: number[];
}

export interface StepReport {
  step: number;
  losses: number[];
  grad_norm: number | null;
  lr: number;
  finite: boolean;
  /** The step at which the run ends as of now. */
  steps: number;
  /** Where they are asked for: of the last of `count` steps, but for `clipped`. */
  signals?: Signals;
}

/** engine/train/signals.hpp says what each is. A number for each part with parameters, or for each layer. */
export interface Signals {
  clipped: number;
  parts: string[];
  grad_norm: number[];
  update: number[];
  layers: string[];
  spread: number[];
  dead: number[];
  saturated: (number | null)[];
}

export interface Look {
  text: string;
  step: number;
  symbols: string[];
  /** Of each symbol, given those before it; null for the first. */
  probability: (number | null)[];
}

export interface Generation {
  text: string;
  prompt_used: string;
  /** Characters of the prompt that the vocabulary lacks. */
  prompt_unknown: number;
}

/** A copy, row-major. */
export interface TapData {
  shape: number[];
  data: Float32Array;
}

/** What a measure found: arrays, row-major, NaN where there is nothing to know, and single numbers. */
export interface Measurement {
  measure: string;
  step: number;
  arrays: {
    name: string;
    /** `at`: what the places of an axis stand for; `names`: what they are called; neither: 0, 1, ... */
    axes: {name: string; count: number; at?: number[]; names?: string[]}[];
    shape: number[];
    data: Float32Array;
  }[];
  numbers: Record<string, number>;
}

export interface Engine {
  describe(): any;
  estimate(experiment: object, k: number, vocabSize: number): Cost;
  match(experiment: object, k: number, parameters: number, vocabSize: number): any;
  /** text: UTF-8, here and below. */
  textInfo(text: Uint8Array): {characters: number; vocab_size: number; replaced: number; distinct: number};
  floors(experiment: object, text: Uint8Array): {order: number; val_loss: number}[];
  open(experiment: object, k: number, text: Uint8Array): EngineSession;
}

export interface EngineSession {
  readonly info: SessionInfo;
  step(count: number, signals?: boolean): StepReport;
  evaluate(): Evaluation;
  /**
   * evaluate, examples, generate or measure in parts: next() gives null until, after the last, what that call gives, to the bit.
   * One thing at a time: whatever is begun, and whatever changes the weights, drops what was under way.
   */
  begin(what: 'evaluate' | 'examples' | 'generate' | 'measure', options?: object): void;
  next(): any;
  /** Those of describe().measures that can be taken of this model, and what each takes as it is asked for by default. */
  measures(): {kind: string; bytes: number; flops: number}[];
  measure(which: {kind: string; options?: object}): Measurement;
  examples(options?: {set?: 'val' | 'longer'; first?: number; count?: number}): {
    step: number;
    view: string;
    items: Item[];
  };
  answer(options: {prompt: string; beam?: number}): {step: number; view: string; item: Item};
  adopt(bytes: Uint8Array): {adopted: string[]; fresh: string[]};
  generate(options: {
    prompt?: string;
    tokens?: number;
    temperature?: number;
    top_k?: number;
    seed?: number;
  }): Generation;
  inspect(text: string): Look;
  /** Of the last inspect(). */
  taps(): {name: string; axes: string[]; shape: number[]}[];
  tap(name: string): TapData;
  /** Of the last training step. */
  trainingTap(name: string): TapData;
  /** A partial "train" from the next step on, as it is added to the model's changes in the experiment. */
  change(train: object): {step: number; train: any};
  setLr(value: number): void;
  reset(): void;
  save(): Uint8Array;
  load(bytes: Uint8Array): {step: number; arithmetic: number; reproducible: boolean};
  /** A copy of all weights, for another session of the same experiment: one that takes measures. */
  weights(): Float32Array;
  takeWeights(weights: Float32Array): void;
  weightsSha256(): string;
  close(): void;
}

/** module: engine_strict.wasm, engine_fast.wasm, or engine_measures.wasm (strict, with all measures), compiled (once for all workers) or its bytes. */
export function createEngine(options: {
  module: WebAssembly.Module | ArrayBuffer | Uint8Array;
  tier?: Tier;
}): Promise<Engine>;
