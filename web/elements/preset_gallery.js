import {LitElement, css, html, nothing} from 'lit';
import {availablePresets, presetOf} from '../state/presets.js';
import {base, controls} from '../styles/base.js';
import {Cadence, Follow, announce} from './follow.js';
import {sentence} from './format.js';

/** @typedef {import('../runtime/race.js').Race} Race */
/** @typedef {import('../state/presets.js').Preset} Preset */

/** Experiments to choose from, each with its story. @prop race @fires say */
export class PresetGallery extends LitElement {
  static properties = {race: {attribute: false}, _asked: {state: true}, _problem: {state: true}};
  static styles = [
    base,
    controls,
    css`
    :host { display: grid; gap: 6px; min-width: 0; }
    ul { display: flex; flex-wrap: wrap; gap: 6px; padding-block: 3px; }
    li { flex: none; }
    ul button { border-radius: 999px; font-size: 13px; padding-inline: 11px; }
    ul button[aria-pressed='true'] { background: var(--ink); border-color: var(--ink); color: var(--paper); }
    .story { max-width: 110ch; }
    .story b { font-weight: 600; }
    .notice { display: grid; gap: 8px; }
    @media (max-width: 900px) {
      ul { flex-wrap: nowrap; overflow-x: auto; scrollbar-width: thin; margin-inline: calc(-1 * var(--side, 12px)); padding-inline: var(--side, 12px); }
    }
  `,
  ];

  constructor() {
    super();
    /** @type {Race | null} */
    this.race = null;
    /** @type {Preset | null} what waits for a yes */
    this._asked = null;
    this._problem = '';
    const redraw = new Cadence(this, () => this.requestUpdate(), 200);
    new Follow(this, () => this.race, {change: () => redraw.request()});
  }

  render() {
    if (!this.race) return nothing;
    const {describe, experiment} = this.race;
    const chosen = presetOf(experiment, describe);
    return html`<ul aria-label="Experiments">${availablePresets(describe).map(
      (preset) =>
        html`<li><button aria-pressed=${preset === chosen} @click=${() => this.#choose(preset)}>${preset.title}</button></li>`,
    )}</ul>
    ${this._asked ? this.#question(this._asked) : nothing}
    ${this._problem ? html`<p class="problem" role="alert">${this._problem}</p>` : nothing}
    ${chosen ? html`<p class="story"><b>${chosen.story}</b> <span class="muted">${chosen.watch}</span></p>` : nothing}`;
  }

  /** @param {Preset} preset */
  #question(preset) {
    return html`<div class="notice warning" role="alert"><p>“${preset.title}” replaces this race: what its models have learned is lost${this.race?.kept ? ', but the kept weights stay' : ''}.</p>
      <div class="row"><button class="primary" @click=${() => this.#open(preset)}>Replace it</button><button @click=${() => (this._asked = null)}>No</button></div></div>`;
  }

  /** @param {Preset} preset */
  #choose(preset) {
    this._problem = '';
    if (this.race?.started) this._asked = preset;
    else this.#open(preset);
  }

  /** @param {Preset} preset */
  async #open(preset) {
    this._asked = null;
    try {
      await this.race?.setExperiment(structuredClone(preset.experiment));
      announce(this, 'say', `${preset.title}. ${preset.story}`);
    } catch (error) {
      this._problem = sentence(/** @type {Error} */ (error).message);
    }
  }
}

customElements.define('preset-gallery', PresetGallery);
