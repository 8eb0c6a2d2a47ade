// Looks inside while it trains, as often as they may cost.
import {inspect} from './inspect.js';

/** Looks inside may take at most this part of the time: half of what looks and measures may take together (followed.js). */
const LOOK_SHARE = 0.025;

export class Watching {
  /** @type {{text: string, taps: string[], every_ms: number} | null} */
  #watch = null;
  #due = 0;
  #loop;

  /** @param {import('./training_loop.js').TrainingLoop} loop */
  constructor(loop) {
    this.#loop = loop;
  }

  /** @param {{text: string, taps: string[], every_ms: number} | null} watch */
  set(watch) {
    this.#watch = watch?.taps.length ? watch : null;
    try {
      this.look();
    } catch (error) {
      this.#watch = null; // what cannot be looked at is no reason to stop training
      throw error;
    }
  }

  /** @param {number} time */
  lookIfDue(time) {
    if (this.#watch && time >= this.#due) this.look();
  }

  look() {
    const {text, taps} = this.#watch ?? {};
    if (!taps || text === undefined) return;
    const {session, step, surround} = this.#loop;
    const start = surround.now();
    const {look, transfer} = inspect(session, text, taps);
    surround.emit('look', {step, ...look}, transfer);
    const cost = surround.now() - start;
    this.#due = start + Math.max(this.#watch?.every_ms ?? 0, cost / LOOK_SHARE);
  }
}
