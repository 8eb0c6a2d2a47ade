import '../../words/lab.js';
import {LitElement, css, html, nothing} from 'lit';
import {CHAPTERS} from '../../learn/index.js';
import {presetGroups} from '../../state/preset_groups.js';
import {base} from '../../styles/base.js';
import {language, say} from '../../words/words.js';
import {Follow} from '../parts/follow.js';

const ids = CHAPTERS.map(({id}) => id);

/** What the lab has besides the chapters, by what it is about. @prop describe - of the engine @attr root */
export class LabDoor extends LitElement {
  static properties = {describe: {attribute: false}, root: {type: String}};
  static styles = [
    base,
    css`
    :host { display: grid; gap: 18px 28px; grid-template-columns: repeat(auto-fill, minmax(min(210px, 100%), 1fr)); }
    div { display: grid; gap: 2px; align-content: start; }
    h3 { font-size: 13px; color: var(--muted); font-weight: 600; }
    a { display: inline-block; padding: 4px 0; color: var(--ink); text-decoration-color: var(--edge); }
    a:hover { text-decoration-color: currentColor; }
    p { color: var(--muted); font-size: 13px; }
    @media (pointer: coarse) { a { padding: 10px 0; } }
  `,
  ];

  constructor() {
    super();
    /** @type {import('../../runtime/types').Description | null} */
    this.describe = null;
    this.root = '';
    new Follow(this, () => language, {change: () => this.requestUpdate()});
  }

  render() {
    if (!this.describe) return nothing;
    return presetGroups(this.describe).map(
      ({id: group, presets}) =>
        html`<div><h3>${say(`gallery.group_${group}`)}</h3><ul>${presets
          .filter(({id}) => !ids.includes(id))
          .map(({id}) => html`<li><a href=${`${this.root}#lab=${id}`}>${say(`preset.${id}.title`)}</a></li>`)}</ul>${
          group === 'texts' ? html`<p>${say('home.own_what')}</p>` : nothing
        }</div>`,
    );
  }
}

customElements.define('lab-door', LabDoor);
