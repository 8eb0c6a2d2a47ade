// What engine.js promises. Keys and meanings: docs/contracts.md and docs/experiment.md.

export type Tier = 'strict' | 'fast';

/** What every call throws: one clear sentence, and the option it concerns. */
export class EngineError extends Error {
  constructor(code: string, message: string, where?: string);
  /**
   * invalid_config, invalid_text, invalid_file, too_expensive: a user's mistake, the engine goes on;
   * closed: the session was closed; no_wasm: it never started;
   * out_of_memory, trap, internal: the instance is not to be used again, and refuses to be.
   */
  code: string;
  /** Path of the offending option, such as "models[1].hidden_size"; "" where it concerns none. */
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
}

export interface SessionInfo extends Cost {
  vocab: string[];
  train_tokens: number;
  held_out_tokens: number;
  text_replaced: number;
}

export interface StepReport {
  step: number;
  losses: number[];
  grad_norm: number | null;
  lr: number;
  finite: boolean;
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
  step(count: number): StepReport;
  evaluate(): {step: number; val_loss: number; val_accuracy: number};
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
  setLr(value: number): void;
  reset(): void;
  save(): Uint8Array;
  load(bytes: Uint8Array): void;
  weightsSha256(): string;
  close(): void;
}

/** module: engine_strict.wasm or engine_fast.wasm, compiled (once for all workers) or its bytes. */
export function createEngine(options: {
  module: WebAssembly.Module | ArrayBuffer | Uint8Array;
  tier?: Tier;
}): Promise<Engine>;
