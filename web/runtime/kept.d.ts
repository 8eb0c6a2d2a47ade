// What of a race outlives the page, as the runtime takes it up again.

/** One model's run as it was kept. */
export interface KeptRun {
  record: import('./record.js').Record;
  /** The changes that came with its experiment. */
  given: import('./types').Change[];
  adopted: import('./types').Adopted | null;
  reproducible: boolean;
  /** How many weights the file has, where that cannot be counted otherwise. */
  parameters?: number;
  /** By which it was told apart. */
  colour?: number;
  dash?: number;
}

/** Data that a race learned from, and that did not come with it. */
export interface Awaited {
  title: string;
  /** Of its text; 0: nobody knows, or it is none. */
  vocab_size: number;
  /** What is known of it; null: nothing. */
  data: {corpus: string; sha256: string; bytes: number} | null;
  /** How many bytes what somebody gives has more or less, as it comes nearest; null: nobody knows. */
  longer(bytes: Uint8Array): number | null;
  /** The same data in what somebody gives, but for how lines end; null: it is other data. */
  find(bytes: Uint8Array): Promise<Uint8Array | null>;
}

/** A race as it was kept. */
export interface KeptRace {
  experiment: import('./types').Experiment;
  /** The learning rate as it was moved while it trained. */
  moved_lr: number | null;
  /** The reader's own data, where it learns from such. */
  own: {bytes: Uint8Array; title: string} | null;
  /** Where that is not here. */
  awaits?: Awaited | null;
  /** One a model; null: not begun. */
  models: (KeptRun | null)[];
}
