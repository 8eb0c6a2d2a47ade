import {LitElement, css, html, nothing} from 'lit';
import {base, controls} from '../../styles/base.js';
import {say} from '../../words/words.js';
import {Cadence, Follow} from '../parts/follow.js';

/** @typedef {import('../../runtime/race.js').Race} Race */

/** Views in which answers are pictures, which can be saved. */
const PICTURES = new Set(['waves', 'images']);

/** Which held-out examples all the models answer: those like in training, or longer ones; earlier or later. @prop race */
export class ExamplesBar extends LitElement {
  static properties = {race: {attribute: false}};
  static styles = [
    base,
    controls,
    css`
    .row { gap: 6px 14px; min-height: var(--target); }
    save-menu { margin-left: auto; }
    .pages { display: inline-flex; align-items: center; gap: 2px; }
  `,
  ];

  constructor() {
    super();
    /** @type {Race | null} */
    this.race = null;
    const redraw = new Cadence(this, () => this.requestUpdate(), 200);
    new Follow(this, () => this.race, {change: () => redraw.request(), progress: () => redraw.request()});
  }

  render() {
    const {race} = this;
    if (!race || race.view === 'text') return nothing;
    const {set, first, count} = race.shown;
    const known = race.runners.find(({examples}) => examples)?.examples;
    const over = known !== undefined && known?.first === first && known.items.length < count;
    return html`<div class="row small"><span class="muted">${say('shown.unseen')}</span>
      ${
        this.#hasLonger(race)
          ? html`<span class="segments" role="group" aria-label=${say('shown.length')}>
        <button aria-pressed=${set === 'val'} @click=${() => race.setShown({set: 'val', first: 0})}>${say('shown.as_trained')}</button>
        <button aria-pressed=${set === 'longer'} @click=${() => race.setShown({set: 'longer', first: 0})}>${say('shown.longer')}</button></span>`
          : nothing
      }
      <span class="pages"><button class="quiet icon" aria-label=${say('shown.earlier')} ?disabled=${first === 0} @click=${() => race.setShown({first: Math.max(0, first - count)})}>‹</button>
        ${say('shown.range', {first: first + 1, last: first + count})}
        <button class="quiet icon" aria-label=${say('shown.later')} ?disabled=${over} @click=${() => race.setShown({first: first + count})}>›</button></span>
      ${known?.items.length && PICTURES.has(race.view) ? html`<save-menu .of=${this} what=${say('shown.unseen')}></save-menu>` : nothing}</div>`;
  }

  /** @param {Race} race */
  #hasLonger({runners, shown}) {
    return shown.set === 'longer' || runners.some(({latest}) => Number.isFinite(latest.longer_loss));
  }
}

customElements.define('examples-bar', ExamplesBar);
