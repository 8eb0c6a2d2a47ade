import {LitElement, css, html, nothing} from 'lit';
import {base} from '../../styles/base.js';
import {identityOf} from '../compare/whose.js';
import {different} from '../learn/network_strip.js';
import {Follow} from '../parts/follow.js';

/** @typedef {import('../../runtime/race.js').Race} Race @typedef {import('../../learn/types').RecordedMeasure} Measure */

/** More of them side by side are too small to be read. */
const MOST = 3;

/** The models of an exercise unrolled, before anything trains: of a chapter that is recorded, here it is measured. It comes after the task and
 *  the question, which do not wait for it. @prop race @prop example - its number among those held out */
export class ExerciseNetworks extends LitElement {
  static properties = {race: {attribute: false}, example: {attribute: false}, _found: {state: true}};
  static styles = [base, css`:host { display: block; min-width: 0; }`];

  /** What was asked last: of which models. */
  #asked = '';

  constructor() {
    super();
    /** @type {Race | null} */
    this.race = null;
    this.example = 0;
    /** One a model, null: it has nothing inside; [] while they are on their way. @type {(Measure | null)[]} */
    this._found = [];
    new Follow(this, () => this.race, {change: () => this.#ask(), progress: () => this.#ask()});
  }

  updated() {
    this.#ask();
  }

  /** Once the example is there: a worker is open then, and nobody waits for it any more. */
  async #ask() {
    const {race} = this;
    if (!race || !this.#item || race.runners.length > MOST || race.state === 'training') return;
    if (race.runners.some(({refused, away}) => refused || away)) return;
    const of = race.runners.map((runner) => identityOf(race, runner)).join();
    if (of === this.#asked) return;
    this.#asked = of;
    this._found = [];
    const found = [];
    for (const runner of race.runners) found.push(await runner.measure('anatomy', {time: false}).catch(() => null));
    if (of === this.#asked) this._found = different(found.map((one) => one && plain(one)));
  }

  get #item() {
    return this.race?.runners.find(({examples}) => examples?.first === this.example)?.examples?.items[0];
  }

  render() {
    if (!this._found.some((one) => one)) return nothing;
    return html`<network-strip .race=${this.race} .anatomies=${this._found} .item=${this.#item}></network-strip>`;
  }
}

/** As a file has it. @param {import('../../runtime/types').Measured} measured @returns {Measure} */
const plain = ({step, arrays, numbers}) => ({
  step,
  numbers,
  arrays: arrays.map((array) => ({...array, data: [...array.data]})),
});

customElements.define('exercise-networks', ExerciseNetworks);
