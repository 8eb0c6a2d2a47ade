import '../../words/late.js';
import {LitElement, css, html, nothing} from 'lit';
import {BRING} from '../../charts/compare/apart.js';
import {base} from '../../styles/base.js';
import {say} from '../../words/words.js';
import {Measurable} from '../compare/measurable.js';
import '../compare/picture_frame.js';
import {askable} from '../compare/whose.js';
import {Cadence, Follow} from '../parts/follow.js';
import {Fetched} from '../parts/late.js';

/** @typedef {import('../../runtime/race.js').Race} Race @typedef {import('../compare/picture_frame.js').Asked} Asked @typedef {import('../../charts/compare/runs.js').Picture} Picture */

/** The one picture in which the cause of something shows, with a mark on it. @prop race @prop look - which picture, what is marked, of which models
 *  @prop earlier - of each model, what was measured of the same weights before @prop bring - how one comes that no chapter shows */
export class CauseView extends LitElement {
  static properties = {
    race: {attribute: false},
    look: {attribute: false},
    earlier: {attribute: false},
    bring: {attribute: false},
    _seen: {state: true},
  };
  static styles = [
    base,
    css`:host { min-width: 0; } .none { min-height: 200px; display: grid; place-items: center; text-align: center; }`,
  ];

  #again = new Cadence(this, () => this._seen++, 240);
  #measurable = new Measurable(() => this.#again.request());
  /** By their ids. @type {Map<string, Fetched<Picture>>} */
  #pictures = new Map();

  constructor() {
    super();
    /** @type {Race | null} */
    this.race = null;
    /** @type {import('../../learn/types').Look | null} */
    this.look = null;
    /** @type {import('../../charts/compare/runs.js').Measured[][]} */
    this.earlier = [];
    /** @type {((id: string) => (() => Promise<Picture>) | undefined) | undefined} */
    this.bring = undefined;
    this._seen = 0;
    new Follow(this, () => this.race, {change: () => this.#again.request()});
  }

  /** Null while it is on the way. */
  get #picture() {
    const id = this.look?.picture ?? '';
    const bring = BRING[id] ?? this.bring?.(id);
    if (!this.#pictures.has(id) && bring) this.#pictures.set(id, new Fetched(bring, () => this.requestUpdate()));
    return this.#pictures.get(id)?.value ?? null;
  }

  /** Those that it is about, as soon as all have said what can be measured of them; null before. @returns {Asked[] | null} */
  get #asked() {
    const {race, look} = this;
    const picture = this.#picture;
    if (!race || !picture) return null;
    const wanted = look?.models?.map((i) => race.runners[i]);
    const about = askable(race).filter((runner) => wanted?.includes(runner) ?? true);
    const answers = about.map((runner) => ({runner, answer: this.#measurable.of(race, runner)}));
    if (!answers.length || !answers.every(({answer}) => answer?.kinds || answer?.failure)) return null;
    return answers.flatMap(({runner, answer}) =>
      answer?.kinds?.has(picture.meta.measure) ? [{runner, kinds: answer.kinds}] : [],
    );
  }

  /** @param {import('../../runtime/runner.js').Runner} runner */
  #earlier = (runner) => this.earlier[this.race?.runners.indexOf(runner) ?? -1] ?? [];

  updated() {
    if (this.race) this.#measurable.ask(this.race, askable(this.race));
  }

  render() {
    const {race, look} = this;
    const picture = this.#picture;
    const asked = this.#asked;
    if (!race || !look) return nothing;
    if (!picture || !asked?.length)
      return html`<p class="none muted">${say(asked ? 'compare.none' : 'compare.asking')}</p>`;
    return html`<picture-frame brief .race=${race} .picture=${picture} .asked=${asked} .wish=${{...look, earlier: this.#earlier}}></picture-frame>`;
  }
}

customElements.define('cause-view', CauseView);
