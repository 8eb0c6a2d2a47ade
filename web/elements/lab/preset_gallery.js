import {LitElement, css, html, nothing} from 'lit';
import {availablePresets, presetOf} from '../../state/presets.js';
import {NO_TEXT} from '../../shape/page.js';
import {hides, locks, NO_SHAPE} from '../../shape/shape.js';
import {base, controls} from '../../styles/base.js';
import {refusal} from '../../words/refusals.js';
import {say} from '../../words/words.js';
import {Cadence, Follow, announce} from '../parts/follow.js';
import {LOCKED, lockedReason} from '../parts/locked.js';
import './preset_words.js';

/** @typedef {import('../../runtime/race.js').Race} Race */
/** @typedef {import('../../state/presets.js').Preset} Preset */

/**
 * Experiments to choose from, and the words beside the present one. A page of its own alone has it.
 * @prop race @prop shape @prop text - for the words
 * @fires own-wanted - the reader wants to bring a text @fires say @fires page-change - detail: what is shown of a preset besides its experiment
 */
export class PresetGallery extends LitElement {
  static properties = {
    race: {attribute: false},
    shape: {attribute: false},
    text: {attribute: false},
    _asked: {state: true},
    _problem: {state: true},
  };
  static styles = [
    base,
    controls,
    css`
    :host { display: grid; gap: 6px; min-width: 0; }
    ul { display: flex; flex-wrap: wrap; gap: 6px; padding-block: 3px; }
    li { flex: none; }
    ul button { border-radius: 999px; font-size: 13px; padding-inline: 11px; }
    .own { border-style: dashed; border-color: var(--edge); }
    ul button[aria-pressed='true'] { background: var(--ink); border-color: var(--ink); color: var(--paper); }
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
    this.shape = NO_SHAPE;
    /** @type {import('../../shape/page.js').Text} */
    this.text = NO_TEXT;
    /** @type {Preset | null} what waits for a yes */
    this._asked = null;
    this._problem = '';
    const redraw = new Cadence(this, () => this.requestUpdate(), 200);
    new Follow(this, () => this.race, {change: () => redraw.request(), unsettled: () => this.requestUpdate()});
  }

  render() {
    if (!this.race) return nothing;
    return html`${hides(this.shape, 'gallery') ? nothing : this.#list(this.race)}
    ${this._asked ? this.#question(this._asked) : nothing}
    ${this._problem ? html`<p class="problem" role="alert">${this._problem}</p>` : nothing}
    <preset-words .race=${this.race} .shape=${this.shape} .text=${this.text}></preset-words>`;
  }

  /** @param {Race} race */
  #list({describe, experiment, giving}) {
    const chosen = giving ? null : presetOf(experiment, describe);
    const locked = locks(this.shape, 'gallery');
    return html`<ul aria-label=${say('gallery.experiments')}>${this.#own()}${availablePresets(describe).map(
      (preset) =>
        html`<li><button aria-pressed=${preset === chosen} ?disabled=${locked} aria-describedby=${LOCKED} @click=${() => this.#choose(preset)}>${say(`preset.${preset.id}.title`)}</button></li>`,
    )}</ul>${lockedReason(locked)}`;
  }

  /** Not an experiment, but what many look for here. */
  #own() {
    const barred = ['task.corpus', 'task.*'].some((name) => hides(this.shape, name) || locks(this.shape, name));
    if (barred || locks(this.shape, 'gallery')) return nothing;
    return html`<li><button class="own" @click=${() => announce(this, 'own-wanted')}>${say('gallery.own')}</button></li>`;
  }

  /** @param {Preset} preset */
  #question({id}) {
    return html`<div class="notice warning" role="alert"><p>${say(this.race?.kept ? 'replace.but_kept' : 'replace.lost', {title: say(`preset.${id}.title`)})}</p>
      <div class="row"><button class="primary" @click=${() => this.#open(/** @type {Preset} */ (this._asked))}>${say('replace.yes')}</button><button @click=${() => (this._asked = null)}>${say('replace.no')}</button></div></div>`;
  }

  /** @param {Preset} preset */
  #choose(preset) {
    this._problem = '';
    if (this.race?.started && !this.race.safe()) this._asked = preset;
    else this.#open(preset);
  }

  /** @param {Preset} preset */
  async #open(preset) {
    this._asked = null;
    try {
      await this.race?.setExperiment(structuredClone(preset.experiment));
      announce(this, 'page-change', preset);
      const [title, story] = [say(`preset.${preset.id}.title`), say(`preset.${preset.id}.story`)];
      announce(this, 'say', say('gallery.opened', {title, story}));
    } catch (error) {
      this._problem = refusal(error, this.race ?? {});
    }
  }
}

customElements.define('preset-gallery', PresetGallery);
