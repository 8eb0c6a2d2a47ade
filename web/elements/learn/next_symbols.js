// What each model takes for the likeliest symbol after a passage, asked once nothing trains, of what it has learned by then.

/** @typedef {import('../../runtime/runner.js').Runner} Runner */

/** The likeliest, and no other. */
const SURE = {tokens: 1, temperature: 0, top_k: 0, seed: 1};

export class NextSymbols {
  /** What came, and of which step and passage; what is on the way has none. @type {WeakMap<Runner, {of: string, symbol: string}>} */
  #known = new WeakMap();
  #came;

  /** @param {() => void} came called when one came */
  constructor(came) {
    this.#came = came;
  }

  /** Empty where nobody knows, or knows no longer. @param {Runner} runner @param {string} passage */
  of(runner, passage) {
    const known = this.#known.get(runner);
    return known?.of === keyOf(runner, passage) ? known.symbol : '';
  }

  /** @param {Runner[]} runners @param {string} passage */
  ask(runners, passage) {
    for (const runner of runners)
      if (runner.step > 0 && this.#known.get(runner)?.of !== keyOf(runner, passage)) void this.#ask(runner, passage);
  }

  /** A model that cannot say is left without. @param {Runner} runner @param {string} passage */
  async #ask(runner, passage) {
    const of = keyOf(runner, passage);
    this.#known.set(runner, {of, symbol: ''});
    const {text} = await runner.generateTo({prompt: passage, ...SURE}).catch(() => ({text: ''}));
    if (this.#known.get(runner)?.of !== of) return;
    this.#known.set(runner, {of, symbol: text});
    this.#came();
  }
}

/** @param {Runner} runner @param {string} passage */
const keyOf = ({step}, passage) => `${step} ${passage}`;
