// The losses of count models on the held-out text: the lines that every curve is drawn against. One set a task.
import {failureOf} from './protocol.js';

/** @typedef {import('./types').Experiment} Experiment */
/** @typedef {import('./types').Floors} FloorState */

/** @type {FloorState} */
const UNKNOWN = {state: 'idle', levels: [], failure: null};

export class FloorLines {
  state = UNKNOWN;
  #turn = 0;
  #planner;
  #onChange;

  /** @param {import('./planner.js').Planner} planner @param {() => void} onChange */
  constructor(planner, onChange) {
    this.#planner = planner;
    this.#onChange = onChange;
  }

  /** Does nothing where the floors are known or being computed. @param {Experiment} experiment @param {() => Promise<Uint8Array>} text */
  async compute(experiment, text) {
    if (this.state.state !== 'idle' || !('corpus' in experiment.task)) return;
    const turn = ++this.#turn;
    this.#set({...UNKNOWN, state: 'working'});
    /** @type {FloorState} */
    let state;
    try {
      state = {...UNKNOWN, state: 'ready', levels: await this.#planner.floors(experiment, await text())};
    } catch (error) {
      state = {...UNKNOWN, state: 'failed', failure: failureOf(error)};
    }
    if (turn === this.#turn) this.#set(state);
  }

  /** The task changed. */
  forget() {
    this.#turn++;
    this.state = UNKNOWN;
  }

  /** @param {FloorState} state */
  #set(state) {
    this.state = state;
    this.#onChange();
  }
}
