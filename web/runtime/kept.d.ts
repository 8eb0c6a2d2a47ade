// What of a race outlives the page, as the runtime takes it up again.

/** One model's run as it was kept. */
export interface KeptRun {
  record: import('./record.js').Record;
  /** The changes that came with its experiment. */
  given: import('./types').Change[];
  adopted: import('./types').Adopted | null;
  reproducible: boolean;
  /** By which it was told apart. */
  colour?: number;
  dash?: number;
}

/** A race as it was kept. */
export interface KeptRace {
  experiment: import('./types').Experiment;
  /** The learning rate as it was moved while it trained. */
  moved_lr: number | null;
  /** The reader's own data, where it learns from such. */
  own: {bytes: Uint8Array; title: string} | null;
  /** One a model; null: not begun. */
  models: (KeptRun | null)[];
}
