import {LitElement, css, html, nothing} from 'lit';
import {BestShown, canChoose} from '../../runtime/best_weights.js';
import {base, controls} from '../../styles/base.js';
import '../../words/late.js';
import {say} from '../../words/words.js';
import {Follow} from '../parts/follow.js';
import {loss} from '../parts/format.js';

/** @typedef {import('../../runtime/runner.js').Runner} Runner */

/** Of which weights the answers, texts and looks of a card are, where the best were kept beside the last. @prop runner */
export class BestWeights extends LitElement {
  static properties = {runner: {attribute: false}};
  static styles = [
    base,
    controls,
    css`
    p { display: flex; flex-wrap: wrap; align-items: center; gap: 2px 10px; color: var(--muted); }
    span { flex: 1 1 200px; }
  `,
  ];

  constructor() {
    super();
    /** @type {Runner | null} */
    this.runner = null;
    new Follow(this, () => this.runner, {change: () => this.requestUpdate(), progress: () => this.requestUpdate()});
  }

  render() {
    const {runner} = this;
    const best = runner?.record.best;
    if (!runner || !best || !canChoose(runner)) return nothing;
    const {name, step, other} = runner;
    if (best.step === step) return html`<p class="small">${say('best.same', {step})}</p>`;
    const steps = {step, best: best.step, loss: loss(best.val_loss)};
    const words = other ? say('best.best', steps) : say('best.last', steps);
    const button = other ? ['best.show_last', 'best.show_last_of'] : ['best.show_best', 'best.show_best_of'];
    return html`<p class="small"><span>${words}</span>
      <button aria-label=${say(button[1], {name})} @click=${this.#turn}>${say(button[0])}</button></p>`;
  }

  async #turn() {
    const runner = /** @type {Runner} */ (this.runner);
    await (runner.other ? runner.other.back() : BestShown.show(runner)).catch((error) => runner.mention(error));
  }
}

customElements.define('best-weights', BestWeights);
