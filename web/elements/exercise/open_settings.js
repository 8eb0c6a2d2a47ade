import '../../words/exercise.js';
import '../../words/lab.js';
import '../../words/late.js';
import {LitElement, css, html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {NO_SHAPE, hides} from '../../shape/shape.js';
import {base, controls} from '../../styles/base.js';
import {say} from '../../words/words.js';
import '../models/model_card.js';
import {Follow} from '../parts/follow.js';
import '../setup/task_panel.js';
import '../setup/train_panel.js';

/** Of a card what is no setting: the exercise shows it elsewhere, or not at all. */
const BESIDE = ['numbers', 'answers', 'prompt', 'model_menu'];

/** What the author of an exercise left open of its task, its training and its models. @prop race @prop shape - what is hidden and locked */
export class OpenSettings extends LitElement {
  static properties = {race: {attribute: false}, shape: {attribute: false}};
  static styles = [
    base,
    controls,
    css`
    :host { display: grid; gap: 16px; min-width: 0; grid-template-columns: minmax(0, 1fr); }
    .pair { display: grid; gap: 16px 32px; align-items: start; grid-template-columns: repeat(auto-fit, minmax(min(300px, 100%), 1fr)); }
    section { display: grid; gap: 8px; align-content: start; min-width: 0; grid-template-columns: minmax(0, 1fr); }
    h3 { margin: 0; font-size: 15px; }
  `,
  ];

  constructor() {
    super();
    /** @type {import('../../runtime/race.js').Race | null} */
    this.race = null;
    this.shape = NO_SHAPE;
    new Follow(this, () => this.race, {change: () => this.requestUpdate()});
  }

  render() {
    const {race, shape} = this;
    if (!race) return nothing;
    const shown = (/** @type {string} */ name, /** @type {() => unknown} */ content) =>
      hides(shape, name) ? nothing : content();
    return html`<div class="pair">${shown('task', () => html`<section><h3>${say('lab.task')}</h3><task-panel .race=${race} .shape=${shape}></task-panel></section>`)}
      ${shown('training', () => html`<section><h3>${say('lab.training')}</h3><train-panel .race=${race} .shape=${shape}></train-panel></section>`)}</div>
      ${shown('models', () => html`<section><h3>${say('lab.models', {count: race.runners.length})}</h3><div class="pair">${this.#cards(race)}</div></section>`)}`;
  }

  /** @param {import('../../runtime/race.js').Race} race */
  #cards(race) {
    const shape = {...this.shape, hide: [...this.shape.hide, ...BESIDE]};
    return repeat(
      race.runners,
      ({id}) => id,
      (runner) => html`<model-card compact .race=${race} .runner=${runner} .shape=${shape}></model-card>`,
    );
  }
}

customElements.define('open-settings', OpenSettings);
