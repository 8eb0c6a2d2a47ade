// What is offered where everybody is done: so many steps more, and where the schedule left no rate, a rate to go on with.
import {LitElement, css, html, nothing} from 'lit';
import {covers} from '../../shape/parts.js';
import {hides, locks} from '../../shape/shape.js';
import {gentleRate, moreSteps, spentRate} from '../../state/going_on.js';
import {base, controls} from '../../styles/base.js';
import '../../words/late.js';
import {say} from '../../words/words.js';
import {figure, plain} from '../parts/format.js';
import {complaint, readNumber} from '../setup/option_values.js';

/** @typedef {import('../../runtime/race.js').Race} Race */
/** @typedef {import('../../runtime/runner.js').Runner} Runner */
/** spent: the whole rates of those whose schedule left them none. @typedef {{count: number, spent: Map<Runner, number>}} Offer */

const LR = 'train.optimizer.lr';
const STEPS = 'train.steps';
/** What is asked for where each had a rate of its own: a part of it. */
const PART = /** @type {const} */ ({name: 'part', type: 'number', min: 0.0001, max: 1, default: 0.1, summary: ''});

/**
 * null: nobody may go on, or there would be nothing to learn.
 * @param {Race} race @param {import('../../shape/shape.js').Shape} shape @param {Runner[]} [done] who goes on: those that are done @returns {Offer | null}
 */
export function offerOf({runners, experiment, describe}, shape, done = runners.filter(({state}) => state === 'done')) {
  const most = describe.train.options.find(({name}) => name === 'steps')?.max ?? Infinity;
  const room = Math.min(...done.map(({steps}) => most - steps));
  const count = Math.min(moreSteps(Number(experiment.train.steps)), room);
  const spent = new Map(done.flatMap((one) => entryOf(one, spentRate(experiment, runners.indexOf(one), one.latest))));
  const barred = locks(shape, STEPS) || hidesSteps(shape) || (spent.size > 0 && (locks(shape, LR) || hides(shape, LR)));
  return count > 0 && !barred ? {count, spent} : null;
}

/** Where the panel is hidden as a whole nobody minds the button. @param {import('../../shape/shape.js').Shape} shape */
const hidesSteps = ({hide}) => hide.some((entry) => entry.includes('.') && covers(entry, STEPS));

/** @param {Runner} runner @param {number | null} whole @returns {[Runner, number][]} */
const entryOf = (runner, whole) => (whole === null ? [] : [[runner, whole]]);

/** The rate to go on with, or the part of each where they had several. @prop race @prop spent */
export class RateAfter extends LitElement {
  static properties = {race: {attribute: false}, spent: {attribute: false}, _value: {state: true}};
  static styles = [
    base,
    controls,
    css`
    label { flex-wrap: wrap; gap: 2px 8px; }
    input[type='number'] { width: 92px; }
  `,
  ];

  constructor() {
    super();
    /** @type {Race | null} */
    this.race = null;
    /** @type {Offer['spent']} */
    this.spent = new Map();
    /** What the reader wrote; null: what is offered. @type {number | null} */
    this._value = null;
  }

  /** The one rate that all of them had; null: they had several. */
  get #whole() {
    const [first, ...others] = new Set(this.spent.values());
    return others.length ? null : first;
  }

  get #written() {
    return this._value ?? (this.#whole === null ? PART.default : gentleRate(this.#whole));
  }

  /** @returns {import('../../runtime/types').Option} */
  get #option() {
    const {optimizers} = /** @type {Race} */ (this.race).describe.train;
    const lr = optimizers[0].options.find(({name}) => name === 'lr');
    return this.#whole === null || !lr ? PART : lr;
  }

  get #problem() {
    return complaint(this.#option, this.#written);
  }

  /** What each goes on with; null where what is written is no such number: then the box has the focus. @returns {Map<Runner, number> | null} */
  take() {
    if (this.#problem) {
      this.renderRoot.querySelector('input')?.focus();
      return null;
    }
    const rateOf = (/** @type {number} */ whole) =>
      this.#whole === null ? Number((whole * this.#written).toPrecision(6)) : this.#written;
    return new Map([...this.spent].map(([runner, whole]) => [runner, rateOf(whole)]));
  }

  render() {
    if (!this.race || !this.spent.size) return nothing;
    const [runner] = this.spent.keys();
    const left = Math.max(...[...this.spent.keys()].map(({latest}) => latest.lr));
    const rate = left < 1e-3 * (this.spent.get(runner) ?? 0) ? '0' : figure(Number(left.toPrecision(2)));
    const problem = this.#problem;
    return html`<label>${say(this.#whole === null ? 'spent.rates' : 'spent.rate', {rate})}
      <input type="number" inputmode="decimal" step="any" aria-describedby="problem" aria-invalid=${problem ? 'true' : 'false'} .value=${plain(this.#written)}
        @change=${(/** @type {any} */ e) => (this._value = readNumber(e.target.value))} /></label>
      ${problem ? html`<p class="problem" id="problem">${problem}</p>` : nothing}`;
  }
}

customElements.define('rate-after', RateAfter);
