// The held-out examples that are shown: answered at once, and again whenever the weights are others.

/** @typedef {import('./errands.js').Errand} Errand */
/** @typedef {import('./types').Shown} Shown */

export class ShownAnswers {
  /** @type {Shown | null} */
  #shown = null;
  /** That are being answered. @type {Errand | null} */
  #answering = null;
  #errands;
  #send;
  #emit;
  #failed;

  /**
   * @param {import('./errands.js').Errands} errands
   * @param {{send: (errand: Errand) => void, emit: (examples: object) => void, failed: (error: unknown) => void}} to
   *     failed: what becomes of one that nobody asked for
   */
  constructor(errands, {send, emit, failed}) {
    this.#errands = errands;
    this.#send = send;
    this.#emit = emit;
    this.#failed = failed;
  }

  /** @param {Shown | null} shown @returns {Promise<void>} resolves when they are answered */
  show(shown) {
    this.#shown = shown;
    return new Promise((done, refused) =>
      this.again(done, (error) => {
        if (this.#shown === shown) this.#shown = null;
        refused(error);
      }),
    );
  }

  /** Only the last examples that were asked for are answered. */
  again(done = () => {}, refused = this.#failed) {
    this.#errands.drop(this.#answering);
    this.#answering?.done(null); // whoever waits for others need not any more
    const shown = this.#shown;
    if (!shown) return done();
    this.#answering = {
      what: 'examples',
      options: shown,
      done: (answers) => {
        if (answers) this.#emit({...shown, ...answers});
        this.#answering = null;
        done();
      },
      failed: (error) => {
        this.#answering = null;
        refused(error);
      },
    };
    this.#send(this.#answering);
  }
}
