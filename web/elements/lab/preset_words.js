import {LitElement, css, html, nothing} from 'lit';
import {isLiteral, NO_TEXT} from '../../shape/page.js';
import {hides, NO_SHAPE} from '../../shape/shape.js';
import {presetOf} from '../../state/presets.js';
import {base} from '../../styles/base.js';
import {say} from '../../words/words.js';
import {Cadence, Follow} from '../parts/follow.js';

/**
 * The words beside an experiment: its own, or those that somebody gave it.
 * @prop race @prop shape @prop text @attr compact - with its title, where no list of experiments shows that
 */
export class PresetWords extends LitElement {
  static properties = {
    race: {attribute: false},
    shape: {attribute: false},
    text: {attribute: false},
    compact: {type: Boolean},
  };
  static styles = [
    base,
    css`
    :host { display: grid; gap: 6px; min-width: 0; }
    .story { max-width: 110ch; }
    .story b { font-weight: 600; }
    .own { white-space: pre-line; overflow-wrap: anywhere; }
  `,
  ];

  constructor() {
    super();
    /** @type {import('../../runtime/race.js').Race | null} */
    this.race = null;
    this.shape = NO_SHAPE;
    /** @type {import('../../shape/page.js').Text} */
    this.text = NO_TEXT;
    this.compact = false;
    const redraw = new Cadence(this, () => this.requestUpdate(), 200);
    new Follow(this, () => this.race, {change: () => redraw.request(), unsettled: () => this.requestUpdate()});
  }

  render() {
    const {race, text} = this;
    if (!race || hides(this.shape, 'story')) return nothing;
    if (isLiteral(text))
      return html`${text.title ? html`<h2>${text.title}</h2>` : nothing}${text.story || text.watch ? html`<p class="story own"><b>${text.story}</b> <span class="muted">${text.watch}</span></p>` : nothing}`;
    if (race.giving) return html`<p class="story">${say('data.giving')}</p>`; // words about other data would be taken for it
    const id = text.preset ?? presetOf(race.experiment, race.describe)?.id;
    const title = id ? say(`preset.${id}.title`) : race.experiment.name;
    return html`${this.compact && title ? html`<h2>${title}</h2>` : nothing}${
      id
        ? html`<p class="story"><b>${say(`preset.${id}.story`)}</b> <span class="muted">${say(`preset.${id}.watch`)}</span></p>`
        : nothing
    }`;
  }
}

customElements.define('preset-words', PresetWords);
