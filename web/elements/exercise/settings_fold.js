import '../../words/exercise.js';
import {LitElement, css, html, nothing} from 'lit';
import {NO_SHAPE, hides, opens} from '../../shape/shape.js';
import {base, controls} from '../../styles/base.js';
import {say} from '../../words/words.js';
import {Fetched} from '../parts/late.js';

const PARTS = ['task', 'training', 'models'];

/** What an exercise leaves open to be changed, folded; it comes when it is opened. Nothing, where its author hid all of it. @prop race @prop shape */
export class SettingsFold extends LitElement {
  static properties = {race: {attribute: false}, shape: {attribute: false}, _open: {state: true}};
  static styles = [
    base,
    controls,
    css`
    :host { display: block; min-width: 0; }
    details { border-top: 1px solid var(--line); }
    summary { padding: 8px 2px; min-height: 40px; box-sizing: border-box; cursor: pointer; font-weight: 600; }
    .inner { display: grid; gap: 12px; padding: 4px 2px 12px; grid-template-columns: minmax(0, 1fr); }
  `,
  ];

  #panels = new Fetched(
    () => import('./open_settings.js'),
    () => this.requestUpdate(),
  );

  constructor() {
    super();
    /** @type {import('../../runtime/race.js').Race | null} */
    this.race = null;
    this.shape = NO_SHAPE;
    this._open = false;
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('shape')) this._open ||= [...PARTS, 'model_editor'].some((part) => opens(this.shape, part));
  }

  render() {
    if (!this.race || PARTS.every((part) => hides(this.shape, part))) return nothing;
    const there = this._open && this.#panels.value;
    return html`<details ?open=${this._open} @toggle=${(/** @type {Event} */ {target}) => (this._open = /** @type {HTMLDetailsElement} */ (target).open)}>
      <summary>${say('exercise.settings')}</summary>${there ? html`<div class="inner"><p class="muted small">${say('exercise.settings_what')}</p><open-settings .race=${this.race} .shape=${this.shape}></open-settings></div>` : nothing}</details>`;
  }
}

customElements.define('settings-fold', SettingsFold);
