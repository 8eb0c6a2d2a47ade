import {LitElement, html, nothing} from 'lit';
import {base, controls} from '../../styles/base.js';
import {say} from '../../words/words.js';
import {Follow, announce} from '../parts/follow.js';

/** Leads to the kept races, where there are any. @prop keeping @fires show-runs */
export class RunsButton extends LitElement {
  static properties = {keeping: {attribute: false}};
  static styles = [base, controls];

  constructor() {
    super();
    /** @type {import('../../store/keeping.js').Keeping | null} */
    this.keeping = null;
    new Follow(this, () => this.keeping, {change: () => this.requestUpdate()});
  }

  render() {
    if (!this.keeping?.rows.length) return nothing;
    return html`<button @click=${() => announce(this, 'show-runs')}>${say('runs.button')}</button>`;
  }
}

customElements.define('runs-button', RunsButton);
