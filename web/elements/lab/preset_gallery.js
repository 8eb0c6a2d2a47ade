import {LitElement, css, html, nothing} from 'lit';
import {presetGroups} from '../../state/preset_groups.js';
import {presetOf} from '../../state/presets.js';
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
    :host { display: block; min-width: 0; }
    .beside { display: grid; grid-template-columns: minmax(0, auto) minmax(0, 1fr); gap: 4px 18px; align-items: center; }
    details { position: relative; }
    summary { border: 1px solid var(--line); border-radius: 6px; background: var(--surface); padding-inline: 10px 14px; white-space: nowrap; }
    .groups {
      position: absolute; z-index: 5; top: calc(100% + 4px); left: 0; width: min(880px, calc(100vw - 2 * var(--side, 12px))); padding: 14px 16px; gap: 14px 20px;
      display: grid; grid-template-columns: repeat(auto-fill, minmax(min(240px, 100%), 1fr));
      background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); box-shadow: var(--shadow);
    }
    .groups section { display: grid; gap: 4px; align-content: start; }
    .own { border-style: dashed; border-color: var(--edge); }
    ul button { width: 100%; text-align: left; border-color: transparent; background: none; padding-inline: 8px; white-space: normal; }
    ul button:hover:not(:disabled) { background: var(--sunken); }
    ul button[aria-pressed='true'] { background: var(--ink); border-color: var(--ink); color: var(--paper); }
    .notice { display: grid; gap: 8px; margin-top: 6px; }
    @media (max-width: 900px) {
      .beside { grid-template-columns: minmax(0, 1fr); }
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
    return html`<div class="beside"><div class="row">${hides(this.shape, 'gallery') ? nothing : html`${this.#list(this.race)}${this.#own()}`}<slot></slot></div>
      <preset-words .race=${this.race} .shape=${this.shape} .text=${this.text}></preset-words></div>
    ${this._asked ? this.#question(this._asked) : nothing}
    ${this._problem ? html`<p class="problem" role="alert">${this._problem}</p>` : nothing}`;
  }

  /** @param {Race} race */
  #list({describe, experiment, giving}) {
    const chosen = giving ? null : presetOf(experiment, describe);
    const locked = locks(this.shape, 'gallery');
    return html`<details @keydown=${this.#onKey} @focusout=${this.#onFocus}><summary>${say('gallery.experiments')} <span class="muted small">${chosen ? say(`preset.${chosen.id}.title`) : nothing}</span></summary><div class="groups">${presetGroups(
      describe,
    ).map(({id, presets}) => this.#group(id, presets, {chosen, locked}))}${lockedReason(locked)}</div></details>`;
  }

  /** @param {string} id @param {Preset[]} presets @param {{chosen: Preset | null | undefined, locked: boolean}} how */
  #group(id, presets, {chosen, locked}) {
    const one = (/** @type {Preset} */ preset) =>
      html`<li><button aria-pressed=${preset === chosen} ?disabled=${locked} aria-describedby=${LOCKED} @click=${() => this.#choose(preset)}>${say(`preset.${preset.id}.title`)}</button></li>`;
    return html`<section><h3>${say(`gallery.group_${id}`)}</h3><ul>${presets.map(one)}</ul></section>`;
  }

  /** Not an experiment, but what many look for here. */
  #own() {
    const barred = ['task.corpus', 'task.*'].some((name) => hides(this.shape, name) || locks(this.shape, name));
    if (barred || locks(this.shape, 'gallery')) return nothing;
    return html`<button class="own" @click=${() => announce(this, 'own-wanted')}>${say('gallery.own')}</button>`;
  }

  get #details() {
    return /** @type {HTMLDetailsElement | null} */ (this.renderRoot.querySelector('details'));
  }

  /** It lies over the page: chosen from, left or escaped from, it goes. */
  #close() {
    if (this.#details) this.#details.open = false;
  }

  /** @param {KeyboardEvent} event */
  #onKey({key}) {
    if (key !== 'Escape' || !this.#details?.open) return;
    this.#close();
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('summary'))?.focus();
  }

  /** @param {FocusEvent} event */
  #onFocus({relatedTarget}) {
    if (relatedTarget && !this.#details?.contains(/** @type {Node} */ (relatedTarget))) this.#close();
  }

  /** @param {Preset} preset */
  #question({id}) {
    return html`<div class="notice warning" role="alert"><p>${say(this.race?.kept ? 'replace.but_kept' : 'replace.lost', {title: say(`preset.${id}.title`)})}</p>
      <div class="row"><button class="primary" @click=${() => this.#open(/** @type {Preset} */ (this._asked))}>${say('replace.yes')}</button><button @click=${() => (this._asked = null)}>${say('replace.no')}</button></div></div>`;
  }

  /** @param {Preset} preset */
  #choose(preset) {
    this._problem = '';
    this.#close();
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
