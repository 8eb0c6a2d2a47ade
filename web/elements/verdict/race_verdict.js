import {LitElement, css, html, nothing} from 'lit';
import {facts} from '../../facts/facts.js';
import {judged} from '../../facts/judged.js';
import {verdictLines} from '../../facts/verdict.js';
import {NO_SHAPE} from '../../shape/shape.js';
import {variedIn} from '../../state/variants.js';
import {base, controls} from '../../styles/base.js';
import {refusal} from '../../words/refusals.js';
import '../../words/late.js';
import {say, told, toldAll} from '../../words/words.js';
import {Cadence, Follow, announce} from '../parts/follow.js';
import {listed} from '../parts/format.js';
import {withTerms} from '../terms/in_sentence.js';
import '../terms/term_word.js';
import {addSeeds, stepsMore, takesSeeds, trainOn} from './next_steps.js';
import {shippedSpreads} from './shipped.js';

/** Words that are explained where they first stand. */
const TERMS = ['exact', 'held_out', 'range', 'loss', 'seed'];

/** @typedef {import('../../runtime/race.js').Race} Race */
/** @typedef {import('../../facts/entrants.js').Spread} Spread */

/**
 * What the numbers of a race say, in words, and what can follow: under the chart, in the lab, in frames and in chapters alike.
 * @prop race @prop shape - what is locked is not offered @attr compact - for a frame @attr plain - the sentences alone, nothing offered
 * @fires train-on - detail: {count, taken}: somebody wants to train on; whoever does so calls taken
 * @fires say - what happened, to be said aloud
 */
export class RaceVerdict extends LitElement {
  static properties = {
    race: {attribute: false},
    shape: {attribute: false},
    compact: {type: Boolean, reflect: true},
    plain: {type: Boolean},
    _spreads: {state: true},
    _problem: {state: true},
  };
  static styles = [
    base,
    controls,
    css`
    :host { display: block; }
    section { display: grid; gap: 4px; font-size: 14px; max-width: 96ch; }
    .ahead { font-weight: 650; }
    :host([compact]) section { font-size: 14px; gap: 4px; }
    @container (max-width: 620px) {
      :host([plain]) .spread { display: none; } /* of what other races came to there is no room on a phone */
      :host([plain]) section { font-size: 13px; line-height: 1.4; }
    }
    .on-the-way { color: var(--muted); font-size: 13px; }
  `,
  ];

  #redraw = new Cadence(this, () => this.requestUpdate(), 500);
  /** The race whose spreads are there, or on their way, and how it was set up. */
  #asked = '';
  /** What was said aloud at the end; '' until then, and from when it goes on. */
  #heard = '';
  /** Whether it was seen before its end: what was done when the page opened is no news. */
  #watched = false;

  constructor() {
    super();
    /** @type {Race | null} */
    this.race = null;
    this.shape = NO_SHAPE;
    this.compact = false;
    this.plain = false;
    /** @type {Spread[]} */
    this._spreads = [];
    this._problem = '';
    new Follow(this, () => this.race, {
      change: () => this.requestUpdate(),
      progress: () => this.#redraw.request(),
    });
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('race')) [this.#watched, this.#heard, this._problem] = [false, '', ''];
    if (this.race?.started) this.#ask(this.race);
  }

  /** Once for each way in which a race is set up. @param {Race} race */
  async #ask(race) {
    const asked = JSON.stringify(race.experiment);
    if (asked === this.#asked) return;
    this.#asked = asked;
    const spreads = await shippedSpreads(race).catch(() => []); // a part of the page that does not come
    if (asked === this.#asked) this._spreads = spreads;
  }

  render() {
    const {race} = this;
    if (!race?.started) return nothing;
    const now = facts(race);
    const lines = variedIn(race.experiment) ? [] : verdictLines(now, this._spreads); // a series has words of its own
    const over = now.state === 'done';
    this.#hear(over, lines.map(toldAll));
    const seen = new Set();
    return html`<p class="unseen" role="status">${this.#heard}</p>
      ${
        lines.length
          ? html`<section class=${over ? 'over' : 'on-the-way'} aria-label=${say('verdict.region')}>
        ${lines.map((line) => sentences(line, seen))} ${over && !this.plain ? this.#next(race, judged(now, this._spreads)) : nothing}</section>`
          : nothing
      }`;
  }

  /** Once, when it has come to its end. @param {boolean} over @param {string[]} told */
  #hear(over, told) {
    if (!over) [this.#watched, this.#heard] = [true, ''];
    else if (this.#watched && !this.#heard) this.#heard = told.join(' ');
  }

  /** @param {Race} race @param {ReturnType<typeof judged>} judgement */
  #next(race, {learning, single}) {
    const count = stepsMore(race, this.shape, learning.length);
    const seeds = takesSeeds(race, this.shape, single);
    if (!count && !seeds && !this._problem) return nothing;
    return html`<div class="row">
      ${count ? html`<button @click=${() => trainOn(this, race, this.shape)}>${say('verdict.train_on', {count})}</button>` : nothing}
      ${seeds ? html`<button title=${say('verdict.another_hint', {count: single.length})} @click=${() => this.#addSeeds(race, single)}>${say('verdict.another_seed')}</button>` : nothing}
      ${this._problem ? html`<span class="problem small" role="alert">${this._problem}</span>` : nothing}</div>`;
  }

  /** @param {Race} race @param {number[]} single */
  async #addSeeds(race, single) {
    this._problem = '';
    try {
      announce(this, 'say', say('verdict.added', {names: listed(await addSeeds(race, single))}));
    } catch (error) {
      this._problem = refusal(error, race);
    }
  }
}

/** A line of the verdict; what other seeds gave can be left out by who has no room. @param {import('../../charts/grid.js').Saying[]} line @param {Set<string>} seen */
function sentences(line, seen) {
  return html`<p class=${line[0].key === 'verdict.ahead' ? 'ahead' : ''}>${line.map(
    (saying) =>
      html`<span class=${saying.key === 'verdict.spread' ? 'spread' : ''}>${withTerms(told(saying), TERMS, seen)}</span> `,
  )}</p>`;
}

customElements.define('race-verdict', RaceVerdict);
