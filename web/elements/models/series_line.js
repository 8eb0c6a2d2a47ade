import {LitElement, css, html, nothing} from 'lit';
import {facts} from '../../facts/facts.js';
import {variedIn} from '../../state/variants.js';
import {base} from '../../styles/base.js';
import {toldAll} from '../../words/words.js';
import {Cadence, Follow} from '../parts/follow.js';
import {seriesSaid} from './series_words.js';

/** Beneath the curves: what came of five rates or five seeds. @prop race */
export class SeriesLine extends LitElement {
  static properties = {race: {attribute: false}};
  static styles = [
    base,
    css`
    p { padding-top: 6px; font-weight: 550; }
  `,
  ];

  constructor() {
    super();
    /** @type {import('../../runtime/race.js').Race | null} */
    this.race = null;
    const redraw = new Cadence(this, () => this.requestUpdate(), 250);
    new Follow(this, () => this.race, {change: () => redraw.request(), progress: () => redraw.request()});
  }

  render() {
    const {race} = this;
    const varied = race && race.state !== 'training' && race.started ? variedIn(race.experiment) : null;
    const said = race && varied ? seriesSaid(facts(race), varied) : [];
    return said.length ? html`<p>${toldAll(said)}</p>` : nothing;
  }
}

customElements.define('series-line', SeriesLine);
