import {LitElement, css, html} from 'lit';
import {base, controls} from '../../styles/base.js';
import {language, say} from '../../words/words.js';
import {Follow, announce} from '../parts/follow.js';

const NEXT = /** @type {const} */ ({'': 'dark', dark: 'light', light: ''});
/** Keys of their names. */
const NAMES = {'': 'theme.system', dark: 'theme.dark', light: 'theme.light'};

/** Light, dark, or as the system has it. @attr theme @fires theme-change - detail: '' | 'light' | 'dark' */
export class ThemeButton extends LitElement {
  static properties = {theme: {type: String}};
  static styles = [base, controls, css`:host { display: inline-block; }`];

  constructor() {
    super();
    /** @type {'' | 'light' | 'dark'} */
    this.theme = '';
    new Follow(this, () => language, {change: () => this.requestUpdate()});
  }

  render() {
    const [now, next] = [say(NAMES[this.theme]), say(NAMES[NEXT[this.theme]])];
    return html`<button class="quiet icon" title=${say('theme.is', {now})} aria-label=${say('theme.change', {now, next})}
      @click=${() => announce(this, 'theme-change', NEXT[this.theme])}>
      <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true"><circle cx="9" cy="9" r="6.5" fill="none" stroke="currentColor" stroke-width="1.6"/>
        <path d=${this.theme === 'light' ? 'M9 9' : this.theme === 'dark' ? 'M9 2.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13' : 'M9 2.5a6.5 6.5 0 0 1 0 13z'} fill="currentColor"/></svg></button>`;
  }
}

customElements.define('theme-button', ThemeButton);
