// What a frame with an exercise tells the page around it of what came of it, and takes back from it: {score, completed, state}. The page
// around keeps the state and brings it again. What was typed is in none of it.
import '../words/exercise.js';
import {RuntimeError} from '../runtime/protocol.js';

/** @typedef {import('../exercise/taking.js').Taking} Taking @typedef {import('../exercise/types').Result} Result */

/** Changes come together: a run that is noted, a goal that it reached. */
const SETTLE_MS = 200;

export class ResultVoice {
  #taking;
  #tell;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #told = '';

  /** @param {Taking} taking @param {(result: Result) => void} tell whenever it is another */
  constructor(taking, tell) {
    this.#taking = taking;
    this.#tell = tell;
    taking.addEventListener('change', () => (this.#timer ??= setTimeout(() => this.#now(), SETTLE_MS)));
  }

  /** @returns {Promise<Result>} */
  async result() {
    return {...this.#taking.result, state: await this.#taking.packed()};
  }

  async #now() {
    this.#timer = undefined;
    const result = await this.result();
    const said = JSON.stringify(result);
    if (result.score === null || said === this.#told) return;
    this.#told = said;
    this.#tell(result);
  }

  /** What the page around has kept. @param {unknown} state @throws RuntimeError where it is none of this exercise, or not whole: nothing is changed */
  async restore(state) {
    if (!(await this.#taking.restore(state))) throw new RuntimeError('message', 'taking.not_ours');
    this.#told = JSON.stringify(await this.result()); // it knows
  }
}
