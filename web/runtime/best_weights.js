// A model's worker with the weights of its lowest held-out loss in place of its last, to be looked at, asked and kept. The
// run stays where it is: curves and step are the last's, and whatever trains or changes it has the last again before.

/** @typedef {import('./runner.js').Runner} Runner */

/** Whether there are best weights that could be shown now, or the last again. @param {Runner} runner */
export function canChoose({record: {best, saved}, state, step, wanted}) {
  return best !== null && saved?.step === step && !wanted && (state === 'paused' || state === 'done');
}

export class BestShown {
  #runner;
  #record;
  /** What is seen of the last weights. */
  #seen;

  /** @param {Runner} runner */
  constructor(runner) {
    this.#runner = runner;
    this.#record = runner.record;
    this.#seen = {examples: runner.record.examples, look: runner.look};
  }

  /** @param {Runner} runner */
  static async show(runner) {
    const connection = await runner.opened();
    const {best} = runner.record;
    if (!best || runner.other || !canChoose(runner)) return;
    runner.other = new BestShown(runner);
    runner.changed();
    await connection.request('load', best);
  }

  /** The last weights take their place again. */
  async back() {
    const {connection} = this.#runner.slot;
    const {saved} = this.#record;
    this.#leave();
    if (connection && saved) await this.#runner.load(connection, saved);
  }

  /** The worker is gone, and with it what it showed; the next one has the last. */
  gone() {
    this.#leave();
    if (this.#runner.record !== this.#record) return;
    this.#record.examples = this.#seen.examples;
    this.#runner.look = this.#seen.look;
  }

  #leave() {
    this.#runner.other = null;
    this.#runner.changed();
  }
}
