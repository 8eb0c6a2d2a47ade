import '../../words/late.js';
import {LitElement, css, html, nothing} from 'lit';
import {base, controls} from '../../styles/base.js';
import {refusalOfModel} from '../../words/refusals.js';
import {say, told, toldAll} from '../../words/words.js';
import {linesOf} from '../chart/chart_metric.js';
import {Pointing} from '../inside/pointing.js';
import {prepared} from '../inside/prepared.js';
import {wantTaps} from '../inside/wanted_taps.js';
import {ThemeWatch, coloursOf} from '../parts/colours.js';
import {Cadence, Follow} from '../parts/follow.js';
import {listed} from '../parts/format.js';
import {segmentsOf} from '../inside/segments.js';
import {cursorOf} from '../inside/shared_cursor.js';
import {asksOf, tapsWanted} from './asks.js';
import {Following} from './following.js';
import {drawMark} from './mark.js';
import './numbers_table.js';
import {overExamples} from './over_examples.js';
import {placesOfRace} from './places_of_race.js';
import {measuredOf, runsOf} from './shown_runs.js';
import {withEarlier} from './with_earlier.js';

/** @typedef {import('../../runtime/race.js').Race} Race @typedef {import('../../runtime/runner.js').Runner} Runner */
/** @typedef {import('../../charts/compare/runs.js').Picture} Picture @typedef {import('../../charts/compare/runs.js').Run} Run */
/** @typedef {import('../../charts/compare/runs.js').Options} Options @typedef {import('../../charts/compare/runs.js').Words} Words @typedef {import('../../charts/grid.js').Cursor} Cursor */
/** @typedef {{runner: Runner, kinds: Set<string>}} Asked a model, and what can be measured of it */
/** earlier: what was measured of the same weights by somebody else @typedef {{choice?: Record<string, number>, mark?: string, earlier?: (runner: Runner) => Measured[]}} Wish */
/** @typedef {import('../../charts/compare/runs.js').Measured} Measured */

/**
 * One picture of what was measured, with its cursor, its sentences, its numbers and its files. Measures only while it is on screen.
 * @prop race @prop picture @prop asked - the models that it is about @attr large @attr brief - the picture alone, with one sentence @prop wish - what is
 *     chosen on it to begin with, and what is marked @slot head @fires say - the reading at the keyboard cursor
 */
export class PictureFrame extends LitElement {
  static properties = {
    race: {attribute: false},
    picture: {attribute: false},
    asked: {attribute: false},
    large: {type: Boolean},
    brief: {type: Boolean},
    wish: {attribute: false},
    _choices: {state: true},
    _seen: {state: true},
  };
  static styles = [
    base,
    controls,
    css`
    :host { display: block; container-type: inline-size; min-width: 0; }
    .spread { align-items: start; }
    .spread save-menu { margin-left: auto; } /* its menu opens to the left */
    .stack { display: grid; grid-template-columns: minmax(0, 1fr); gap: 8px; }
    .pair { display: grid; grid-template-columns: minmax(0, 1fr); gap: 8px 24px; align-items: start; }
    .pair > div { display: grid; grid-template-columns: minmax(0, 1fr); gap: 8px; }
    @container (min-width: 900px) {
      .spread { flex-wrap: nowrap; }
      .pair { grid-template-columns: minmax(0, 2fr) minmax(280px, 1fr); }
    }
    .canvas { position: relative; min-width: 0; border-radius: 4px; touch-action: pan-y; }
    canvas { width: 100%; }
    .selectors { display: flex; flex-wrap: wrap; gap: 6px 14px; }
    .choice { display: inline-flex; align-items: center; flex-wrap: wrap; gap: 6px; }
    .reading { min-height: 2.8em; font-size: 13px; }
    .found { display: grid; gap: 4px; max-width: 92ch; }
    .found li { padding-left: 12px; border-left: 3px solid var(--mine, transparent); }
    .coming { min-height: 300px; display: grid; place-items: center; text-align: center; }
    details p { max-width: 78ch; margin-block: 0 6px; }
  `,
  ];

  #draw = new Cadence(this, () => this.#paint());
  #look = new Cadence(this, () => this._seen++, 240);
  #following = new Following(() => this.#look.request());
  #sizes = new ResizeObserver((entries) => this.#resize(entries));
  /** Only while it is on screen is anything measured; what is folded away is not. */
  #visible = new IntersectionObserver((entries) => this.#setOnScreen(entries.some((entry) => entry.isIntersecting)));
  #onScreen = false;
  /** Of the picture, in CSS pixels. */
  #width = 0;
  #pointing = new Pointing(this, {
    drawn: () => this.#readable(),
    draw: () => this.#draw.request(),
    start: ({columns}) => ({column: columns, row: 0}), // the latest is at the right
  });
  /** What it was last about. */
  #shown = '';
  /** Explanations that are open. @type {Set<string>} */
  #unfolded = new Set();
  /** Models whose taps are wanted. @type {Set<Runner>} */
  #wanting = new Set();

  constructor() {
    super();
    /** @type {Race | null} */
    this.race = null;
    /** @type {Picture | null} */
    this.picture = null;
    /** @type {Asked[]} */
    this.asked = [];
    this.large = this.brief = false;
    /** @type {Wish | null} */
    this.wish = null;
    /** What was chosen, by picture. @type {Record<string, Record<string, number>>} */
    this._choices = {};
    this._seen = 0;
    new ThemeWatch(this, () => this.#draw.request());
    new Follow(this, () => this.race && cursorOf(this.race), {
      move: () => this.#pointing.follow() && this.#look.request(),
    });
    new Follow(this, () => this.race, {
      look: () => this.#look.request(),
      change: () => this.#look.request(),
      point: ({detail}) => this.race && cursorOf(this.race).point(this.race, {along: detail}),
    });
  }

  connectedCallback() {
    super.connectedCallback();
    this.#visible.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#visible.disconnect();
    this.#sizes.disconnect();
    this.#setOnScreen(false);
  }

  /** @param {boolean} on */
  #setOnScreen(on) {
    this.#onScreen = on;
    this.#watch();
    this.#look.request();
  }

  /** Follows what the picture asks, and wants its taps, as long as somebody sees it. */
  #watch() {
    const {race, picture} = this;
    if (!race || !picture || !this.#onScreen) {
      this.#following.stop();
      return this.#want(race, []);
    }
    const asks = asksOf(picture, this.#options(0));
    const able = (/** @type {Set<string>} */ kinds) => asks.filter(({measure}) => kinds.has(measure));
    this.#following.follow(
      race,
      this.asked.map(({runner, kinds}) => ({runner, asks: able(kinds)})),
    );
    this.#want(race, picture.meta.taps?.length ? this.asked.map(({runner}) => runner) : []);
  }

  /** @param {Race | null} race @param {Runner[]} runners */
  #want(race, runners) {
    for (const runner of this.#wanting) if (race && !runners.includes(runner)) wantTaps(race, runner, this, []);
    this.#wanting = new Set(runners);
    const wanted = this.picture?.meta.taps ?? [];
    for (const runner of runners) if (race) wantTaps(race, runner, this, tapsWanted(wanted, runner.info?.looks ?? []));
  }

  // What is known ---------------------------------------------------------------------------------------------------

  /** @param {Runner} runner @param {import('../../charts/compare/runs.js').Ask} ask */
  #known = (runner, ask) => {
    const known = this.race && this.#following.of(this.race, runner, ask);
    const before = ask.measure === this.picture?.meta.measure ? this.wish?.earlier?.(runner) : undefined;
    return known && before?.length ? withEarlier(known, before) : known;
  };

  /** Whether all came, or failed, that the picture asks of a model before anything is picked: no half of it is told. @param {Picture} picture @param {Asked} asked */
  #whole(picture, {runner, kinds}) {
    const asks = asksOf(picture, {...this.#options(0), picked: null}).filter(({measure}) => kinds?.has(measure));
    return asks.every((ask) => {
      const known = this.#known(runner, ask);
      return known?.failure || measuredOf(runner, known).length > 0;
    });
  }

  /** @returns {Run[]} of which something was found */
  #runs() {
    const {race, picture} = this;
    if (!race || !picture) return [];
    const seen = {picture, options: this.#options(0), along: cursorOf(race).along, train: race.experiment.train};
    return runsOf(
      this.asked.filter((one) => this.#whole(picture, one)).map(({runner}) => runner),
      seen,
      this.#known,
      coloursOf(this).runs,
    );
  }

  /** @param {number} width @returns {Options} */
  #options(width) {
    const {race, picture} = this;
    const choice = this._choices[picture?.meta.id ?? ''] ?? this.wish?.choice ?? {};
    const common = {
      width,
      colours: coloursOf(this),
      cursor: this.#pointing.cursor,
      picked: this.#pointing.picked,
      choice,
      ...(this.wish?.mark && {marked: this.wish.mark}),
      large: this.large,
      brief: this.brief,
      mark: this.wish?.mark,
      say: told,
    };
    if (!race) return common;
    const example = race.readsText ? 0 : Number(race.excerpt) || 0;
    return {...common, example, places: placesOfRace(race), lines: linesOf(race, 'accuracy')};
  }

  /** What is drawn, for whoever saves it. */
  get drawn() {
    return {
      picture: this.picture,
      runs: this.#runs(),
      options: this.#options(0),
      runners: this.asked.map(({runner}) => runner),
    };
  }

  // Drawing and reading ---------------------------------------------------------------------------------------------

  willUpdate() {
    const about = `${this.picture?.meta.id} ${this.asked.map(({runner}) => runner.id)}`;
    if (about === this.#shown) return;
    this.#shown = about;
    this.#pointing.forget();
  }

  updated() {
    this.#watch();
    const sentences = /** @type {NodeListOf<HTMLElement>} */ (this.renderRoot.querySelectorAll('.found li'));
    for (const {style, dataset} of sentences) style.setProperty('--mine', dataset.colour || 'transparent');
    const place = this.renderRoot.querySelector('.canvas');
    if (place) this.#sizes.observe(place);
    this.#draw.request();
  }

  /** A picture that has just gone away has no width. @param {ResizeObserverEntry[]} entries */
  #resize(entries) {
    const widths = entries.map(({contentRect}) => Math.round(contentRect.width));
    this.#width = widths.findLast((width) => width > 0) ?? this.#width;
    this.#draw.request();
  }

  /** @returns {{picture: Picture, runs: Run[], options: Options} | null} null where nothing can be drawn */
  #drawn() {
    const runs = this.#runs();
    return this.picture && runs.length && this.#width
      ? {picture: this.picture, runs, options: this.#options(this.#width)}
      : null;
  }

  #paint() {
    const drawn = this.#drawn();
    const canvas = this.renderRoot.querySelector('canvas');
    if (!drawn || !canvas) return;
    const {picture, runs, options} = drawn;
    const {height, columns, rows} = picture.scene(runs, options);
    const {cursor, picked} = this.#pointing.within({columns, rows});
    const shown = {...options, cursor, picked};
    const ctx = prepared(canvas, options.width, height);
    picture.draw(ctx, runs, shown);
    const mark = this.#mark(picture, runs, shown);
    if (mark) drawMark(ctx, mark, shown);
  }

  /** The spot that whoever shows the picture wants seen, if it stands out. @param {Picture} picture @param {Run[]} runs @param {Options} options */
  #mark(picture, runs, options) {
    return this.wish?.mark ? (picture.mark?.(runs, options, this.wish.mark) ?? null) : null;
  }

  /** What pointer and keys read. @returns {import('../inside/pointing.js').Drawn | null} */
  #readable() {
    const drawn = this.#drawn();
    if (!drawn) return null;
    const {picture, runs, options} = drawn;
    return {
      scene: () => picture.scene(runs, options),
      locate: (x, y) => picture.locate(runs, options, x, y),
      readout: (cursor) => picture.readout(runs, options, cursor),
      place: picture.place && ((cursor) => picture.place?.(runs, options, cursor) ?? null),
      at: picture.at && ((place) => picture.at?.(runs, options, place) ?? null),
    };
  }

  // What it looks like ----------------------------------------------------------------------------------------------

  render() {
    const {race, picture} = this;
    if (!race || !picture) return nothing;
    const runs = this.#runs();
    const options = this.#options(this.#width || 320);
    const words = runs.length ? picture.describe(runs, options) : null;
    if (this.brief) return this.#brief(race, picture, runs, options, words);
    return html`<div class="stack"><div class="spread"><slot name="head"></slot>
        ${runs.length ? html`<save-menu .of=${this} what=${told(picture.meta.title)}></save-menu>` : nothing}</div>
      ${words || this._choices[picture.meta.id] ? this.#selectors(picture, runs, options) : nothing}
      <div class="pair"><div>${words ? this.#canvas(picture, runs, options, words) : html`<p class="none coming muted">${say('compare.coming')}</p>`}</div>
        <div>${this.#missing(race, picture)} ${words ? this.#words(picture, runs, options, words) : nothing}</div></div></div>`;
  }

  /** What is marked is said first; that nothing is, once all are measured. @param {Race} race @param {Picture} picture @param {Run[]} runs @param {Options} options @param {Words | null} words */
  #brief(race, picture, runs, options, words) {
    const missing = this.#missing(race, picture);
    if (!words) return html`<p class="none coming muted">${say('compare.coming')}</p>${missing}`;
    const all = this.asked.every((one) => this.#whole(picture, one));
    const mark = this.#mark(picture, runs, options);
    const marked = mark ? [{key: 'compare.marked', values: {words: mark.words}}] : [];
    const first = this.wish?.mark && all && !mark ? [{key: 'compare.unmarked'}] : marked;
    const said = new Set([...[...first, ...words.found].slice(0, 1), ...(words.also ?? [])]);
    const found = [...new Set([...said, ...words.found])];
    return html`<div class="stack">${this.#canvas(picture, runs, options, {...words, found}, toldAll([...said]))}${missing}</div>`;
  }

  /** @param {Picture} picture @param {Run[]} runs @param {Options} options */
  #selectors(picture, runs, options) {
    const offered = (picture.scene(runs, options).controls ?? []).filter(({choices}) => choices.length > 1);
    if (!offered.length) return nothing;
    const choose = (/** @type {string} */ name, /** @type {number} */ value) =>
      this.#choose(picture.meta.id, name, value);
    return html`<div class="selectors small">${segmentsOf(offered, options.choice ?? {}, choose)}</div>`;
  }

  /** @param {string} id @param {string} name @param {number} value */
  #choose(id, name, value) {
    this._choices = {...this._choices, [id]: {...this._choices[id], [name]: value}};
    this.#pointing.letGo();
    this.#pointing.read(null);
  }

  /** @param {Picture} picture @param {Run[]} runs @param {Options} options @param {Words} words @param {string} [about] what is said while nobody points */
  #canvas(picture, runs, options, {found}, about) {
    const alt = say('compare.alt', {title: picture.meta.title, found: toldAll(found)});
    return html`${this.#pointing.canvas(alt, say('compare.keys'))}
      <p class="reading">${this.#pointing.reading || about || html`<span class="muted">${say('compare.point')}</span>`}</p>
      ${this.#detail(picture.detail?.(runs, options))}`;
  }

  /** @param {import('../../charts/compare/runs.js').Detail | null | undefined} detail */
  #detail(detail) {
    if (!detail) return nothing;
    void import('../inside/cell_detail.js');
    return html`<cell-detail .of=${detail}></cell-detail>`;
  }

  /** Models of which nothing was found yet, or nothing can be. @param {Race} race @param {Picture} picture */
  #missing(race, picture) {
    const [main] = asksOf(picture, this.#options(0));
    const failures = this.asked.map(({runner}) => ({runner, failure: this.#known(runner, main)?.failure}));
    const waiting = this.asked.filter((one) => !this.#whole(picture, one));
    const names = {names: listed(waiting.map(({runner}) => runner.name))};
    return html`${failures.map(({runner: {name}, failure}) =>
      failure
        ? html`<p class="problem">${say('compare.refused', {name, sentence: refusalOfModel(failure, race)})}</p>`
        : nothing,
    )}${waiting.length ? html`<p class="muted small">${say('compare.measuring', names)}</p>` : nothing}`;
  }

  /** It stays so when the picture is another. @param {string} which */
  #unfold(which) {
    return (/** @type {Event} */ {target}) => {
      if (/** @type {HTMLDetailsElement} */ (target).open) this.#unfolded.add(which);
      else this.#unfolded.delete(which);
    };
  }

  /** What the numbers say, how they are read, and what lies behind them. @param {Picture} picture @param {Run[]} runs @param {Options} options @param {Words} words */
  #words(picture, runs, options, {found, phenomenon}) {
    const ahead = found.length - runs.length; // sentences about all of them come first
    return html`<ul class="found">${found.map((one, i) => html`<li data-colour=${runs[i - ahead]?.colour ?? ''}>${told(one)}</li>`)}</ul>
      ${overExamples(runs, picture.meta.measure).map((one) => html`<p class="muted small">${told(one)}</p>`)}
      <details class="small" ?open=${this.#unfolded.has('how')} @toggle=${this.#unfold('how')}><summary>${say('compare.how')}</summary>${picture.meta.how.map((one) => html`<p class="muted">${told(one)}</p>`)}</details>
      <details class="small" ?open=${this.#unfolded.has('behind')} @toggle=${this.#unfold('behind')}><summary>${say('compare.behind')}</summary><p class="muted">${told(phenomenon)}</p></details>
      <numbers-table .of=${() =>
        picture.table(
          runs.map((run) => ({...run, course: []})),
          options,
        )}></numbers-table>`;
  }
}

customElements.define('picture-frame', PictureFrame);
