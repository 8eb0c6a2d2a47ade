import {LitElement, html, nothing} from 'lit';
import {base, controls} from '../../styles/base.js';
import {language, say} from '../../words/words.js';
import {Follow, announce} from '../parts/follow.js';

/** Leads to the kept races, where there are any. @prop keeping @fires show-runs */
export class RunsButton extends LitElement {
  static properties = {keeping: {attribute: false}};
  static styles = [base, controls];

  constructor() {
    super();
    /** @type {import('../../store/keeping.js').Keeping | null} */
    this.keeping = null;
    for (const heard of [() => this.keeping, () => language])
      new Follow(this, heard, {change: () => this.requestUpdate()});
  }

  render() {
    if (!this.keeping?.rows.length) return nothing;
    return html`<button @click=${() => announce(this, 'show-runs')}>${say('runs.button')}</button>`;
  }
}

customElements.define('runs-button', RunsButton);
