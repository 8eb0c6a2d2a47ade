import {LitElement, html, nothing} from 'lit';
import {base} from '../../styles/base.js';
import {say} from '../../words/words.js';
import {Follow} from '../parts/follow.js';

/** Which weights any model may begin with. @prop race */
export class KeptLine extends LitElement {
  static properties = {race: {attribute: false}};
  static styles = base;

  constructor() {
    super();
    /** @type {import('../../runtime/race.js').Race | null} */
    this.race = null;
    new Follow(this, () => this.race, {change: () => this.requestUpdate()});
  }

  render() {
    const kept = this.race?.kept;
    if (!kept) return nothing;
    return html`<p class="small muted">${say('menu.kept', {name: kept.from, steps: kept.step})}</p>`;
  }
}

customElements.define('kept-line', KeptLine);
