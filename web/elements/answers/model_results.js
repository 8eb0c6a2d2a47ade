import {LitElement, css, html, nothing} from 'lit';
import {base} from '../../styles/base.js';
import {say} from '../../words/words.js';
import {Cadence, Follow} from '../parts/follow.js';
import {givenStyles} from './given_view.js';
import {images, imagesStyles} from './results_images.js';
import {labels, labelsStyles} from './results_labels.js';
import {pairs, pairsStyles} from './results_pairs.js';
import {positions, positionsStyles} from './results_positions.js';
import {sets, setsStyles} from './results_sets.js';
import {waves, wavesStyles} from './results_waves.js';
import {tokenStyles} from './tokens_view.js';

/** @typedef {import('../../runtime/types').Item} Item */

/** How each form of results is drawn. @type {Record<string, (items: Item[]) => unknown>} */
const VIEWS = {pairs, labels, positions, waves, images, sets};

/** Held-out examples with what one model makes of them at present, in the form of the task. @prop runner @attr compact */
export class ModelResults extends LitElement {
  static properties = {runner: {attribute: false}, view: {attribute: false}, compact: {type: Boolean}};
  static styles = [
    base,
    tokenStyles,
    givenStyles,
    pairsStyles,
    labelsStyles,
    positionsStyles,
    wavesStyles,
    imagesStyles,
    setsStyles,
    css`
    :host { min-width: 0; }
    .items { display: grid; gap: 6px; }
    .none { min-height: 120px; }
  `,
  ];

  constructor() {
    super();
    /** @type {import('../../runtime/runner.js').Runner | null} */
    this.runner = null;
    this.view = '';
    this.compact = false;
    const redraw = new Cadence(this, () => this.requestUpdate(), 250);
    new Follow(this, () => this.runner, {progress: () => redraw.request(), change: () => redraw.request()});
  }

  updated() {
    this.style.setProperty('--mine', `var(--run-${this.runner?.colour})`);
  }

  render() {
    const examples = this.runner?.examples;
    if (!examples?.items.length)
      return html`<p class="none muted">${say(examples ? 'answer.no_more' : 'answer.later')}</p>`;
    const draw = VIEWS[examples.view] ?? pairs;
    const items = this.compact ? examples.items.slice(0, 3) : examples.items;
    return html`${draw(items)}${examples.set === 'longer' ? html`<p class="small muted">${say('answer.longer')}</p>` : nothing}`;
  }
}

customElements.define('model-results', ModelResults);
