import '../../words/late.js';
import {LitElement, css, html, nothing} from 'lit';
import {PICTURES} from '../../charts/compare/index.js';
import {DASHES} from '../../state/palette.js';
import {base, controls} from '../../styles/base.js';
import {say, told, toldAll} from '../../words/words.js';
import {refusalOfModel} from '../../words/refusals.js';
import {ThemeWatch, coloursOf} from '../parts/colours.js';
import {linesOf} from '../chart/chart_metric.js';
import {Cadence, Follow, announce} from '../parts/follow.js';
import {listed} from '../parts/format.js';
import {movedBy} from '../inside/moves.js';
import {prepared} from '../inside/prepared.js';
import {Following} from './following.js';
import {Measurable} from './measurable.js';
import './numbers_table.js';
import {placesOfRace} from './places_of_race.js';
import {askable} from './whose.js';

/** @typedef {import('../../runtime/race.js').Race} Race @typedef {import('../../runtime/runner.js').Runner} Runner */
/** @typedef {typeof PICTURES[number]} Picture @typedef {import('../../charts/compare/runs.js').Run} Run */

/**
 * One question to all models of the race, on the same axes. Knows no picture: it offers those whose measure some model has.
 * @prop race @fires say - the reading at the keyboard cursor
 */
export class CompareSection extends LitElement {
  static properties = {
    race: {attribute: false},
    _question: {state: true},
    _reading: {state: true},
    _seen: {state: true},
  };
  static styles = [
    base,
    controls,
    css`
    :host { container-type: inline-size; min-width: 0; background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); padding: 10px 14px 12px; }
    .stack { display: grid; grid-template-columns: minmax(0, 1fr); gap: 8px; }
    .pair { display: grid; grid-template-columns: minmax(0, 1fr); gap: 8px 24px; align-items: start; }
    .pair > div { display: grid; grid-template-columns: minmax(0, 1fr); gap: 8px; }
    @container (min-width: 900px) {
      .pair { grid-template-columns: minmax(0, 2fr) minmax(280px, 1fr); }
    }
    .canvas { position: relative; min-width: 0; border-radius: 4px; touch-action: pan-y; }
    canvas { width: 100%; }
    .reading { min-height: 2.8em; font-size: 13px; }
    .found { display: grid; gap: 4px; max-width: 92ch; }
    .found li { padding-left: 12px; border-left: 3px solid var(--mine, transparent); }
    .none { min-height: 120px; display: grid; gap: 12px; place-items: center; place-content: center; text-align: center; }
    .none span { max-width: 60ch; }
    .coming { min-height: 300px; }
    details p { max-width: 78ch; }
    details p + p { margin-top: 6px; }
    .questions { display: flex; flex-wrap: wrap; gap: 6px; }
    .questions button { border-radius: 99px; padding-inline: 12px; }
    @container (max-width: 480px) {
      .questions button { font-size: 13px; padding-inline: 9px; }
    }
    .questions button[aria-pressed='true'] { background: var(--ink); border-color: var(--ink); color: var(--paper); }
    @media (forced-colors: active) {
      .questions button[aria-pressed='true'] { background: Highlight; color: HighlightText; }
    }
  `,
  ];

  #draw = new Cadence(this, () => this.#paint());
  #look = new Cadence(this, () => this._seen++, 240);
  #following = new Following(() => this.#look.request());
  #measurable = new Measurable(() => this.#heard());
  #sizes = new ResizeObserver((entries) => this.#resize(entries));
  /** Only while it is on screen is anything measured; what is folded away is not. */
  #visible = new IntersectionObserver((entries) => this.#setOnScreen(entries.some((entry) => entry.isIntersecting)));
  #onScreen = false;
  /** Of the picture, in CSS pixels. */
  #width = 0;
  /** @type {import('../../charts/grid.js').Cursor | null} */
  #cursor = null;

  constructor() {
    super();
    /** @type {Race | null} */
    this.race = null;
    /** The picture that was chosen. */
    this._question = '';
    this._reading = '';
    this._seen = 0;
    new ThemeWatch(this, () => this.#draw.request());
    new Follow(this, () => this.race, {change: () => this.#heard()});
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
    this.#heard();
  }

  /** Something about the models is otherwise: asks and follows what there is to, and shows it. */
  #heard() {
    this.#watch();
    this.#look.request();
  }

  #watch() {
    const {race} = this;
    if (!race || !this.#onScreen) return this.#following.stop();
    this.#measurable.ask(race, askable(race));
    const picture = this.#picture;
    if (!picture) return this.#following.stop();
    this.#following.follow(race, this.#asked(picture), {measure: picture.meta.measure, options: picture.meta.options});
  }

  // What is known ---------------------------------------------------------------------------------------------------

  /** Of models that are open: what can be found out about each; none that is still being asked. @returns {{runner: Runner, kinds: Set<string>}[]} */
  get #answers() {
    const {race} = this;
    if (!race) return [];
    return askable(race).flatMap((runner) => {
      const kinds = this.#measurable.of(race, runner)?.kinds;
      return kinds ? [{runner, kinds}] : [];
    });
  }

  /** Questions that some model can answer. @returns {Picture[]} */
  get #questions() {
    const answers = this.#answers;
    return PICTURES.filter(({meta}) => answers.some(({kinds}) => kinds.has(meta.measure)));
  }

  /** @returns {Picture | undefined} */
  get #picture() {
    const all = this.#questions;
    return all.find(({meta}) => meta.id === this._question) ?? all[0];
  }

  /** The models that a picture is about. @param {Picture} picture */
  #asked({meta}) {
    return this.#answers.filter(({kinds}) => kinds.has(meta.measure)).map(({runner}) => runner);
  }

  /** What was measured, in the order of the race. @param {Picture} picture @param {string[]} colours @returns {Run[]} */
  #runs(picture, colours) {
    return this.#asked(picture).flatMap((runner) => {
      const known = this.#known(runner, picture);
      const found = known?.course.latest;
      const look = {name: runner.name, colour: colours[runner.colour] ?? 'gray', dash: DASHES[runner.dash] ?? []};
      return known && found ? [{...look, found, course: known.course.earlier}] : [];
    });
  }

  /** @param {Runner} runner @param {Picture} picture */
  #known(runner, {meta}) {
    return this.race && this.#following.of(this.race, runner, meta.measure);
  }

  /** @param {number} width @returns {import('../../charts/compare/runs.js').Options} */
  #options(width) {
    const {race} = this;
    const common = {width, colours: coloursOf(this), cursor: this.#cursor, say: told};
    return race ? {...common, places: placesOfRace(race), lines: linesOf(race, 'accuracy')} : common;
  }

  /** What is drawn, for whoever saves it. */
  get picture() {
    const picture = this.#picture;
    const options = this.#options(0);
    const runs = picture ? this.#runs(picture, coloursOf(this).runs) : [];
    return {picture, runs, options, runners: picture ? this.#asked(picture) : []};
  }

  // Drawing and reading ---------------------------------------------------------------------------------------------

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

  /** @returns {{picture: Picture, runs: Run[], options: import('../../charts/compare/runs.js').Options} | null} null where nothing can be drawn */
  #drawn() {
    const {picture, runs} = this.picture;
    return picture && runs.length && this.#width ? {picture, runs, options: this.#options(this.#width)} : null;
  }

  #paint() {
    const drawn = this.#drawn();
    const canvas = this.renderRoot.querySelector('canvas');
    if (!drawn || !canvas) return;
    const {picture, runs, options} = drawn;
    const {height, columns, rows} = picture.scene(runs, options);
    const {column = 0, row = 0} = this.#cursor ?? {};
    if (column >= columns || row >= rows) this.#cursor = options.cursor = null;
    picture.draw(prepared(canvas, options.width, height), runs, options);
  }

  /** @param {PointerEvent} event */
  #onPointer(event) {
    const drawn = this.#drawn();
    if (drawn) this.#setCursor(drawn.picture.locate(drawn.runs, drawn.options, event.offsetX, event.offsetY));
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const drawn = this.#drawn();
    if (!drawn) return;
    const scene = drawn.picture.scene(drawn.runs, drawn.options);
    const moved = movedBy(event, this.#cursor ?? {column: scene.columns, row: 0}, scene);
    if (moved === undefined) return;
    this.#setCursor(moved);
    if (moved) announce(this, 'say', this._reading);
    event.preventDefault();
  }

  /** @param {import('../../charts/grid.js').Cursor | null} cursor */
  #setCursor(cursor) {
    this.#cursor = cursor;
    const drawn = this.#drawn();
    this._reading = cursor && drawn ? toldAll(drawn.picture.readout(drawn.runs, drawn.options, cursor)) : '';
    this.#draw.request();
  }

  // What it looks like ----------------------------------------------------------------------------------------------

  render() {
    const {race} = this;
    if (!race) return nothing;
    const picture = this.#picture;
    return html`<div class="stack">${picture ? this.#shown(race, picture) : this.#before(race)}</div>`;
  }

  /** @param {Race} race @param {Picture} picture */
  #shown(race, picture) {
    const runs = this.#runs(picture, coloursOf(this).runs);
    return html`<div class="spread">${this.#choices(picture)}
        ${runs.length ? html`<save-menu .of=${this} what=${told(picture.meta.title)}></save-menu>` : nothing}</div>
      <div class="pair"><div>${runs.length ? this.#canvas(picture, runs) : html`<p class="none coming muted">${say('compare.coming')}</p>`}</div>
        <div>${this.#missing(race, picture)} ${runs.length ? this.#words(picture, runs) : nothing}</div></div>`;
  }

  /** @param {Picture} picture */
  #choices(picture) {
    const choose = (/** @type {string} */ id) => {
      [this._question, this._reading] = [id, ''];
      this.#cursor = null;
    };
    return html`<span class="questions" role="group" aria-label=${say('compare.question')}>
      ${this.#questions.map(({meta}) => html`<button aria-pressed=${meta === picture.meta} @click=${() => choose(meta.id)}>${told(meta.title)}</button>`)}</span>`;
  }

  /** @param {Picture} picture @param {Run[]} runs */
  #canvas(picture, runs) {
    const {found} = picture.describe(runs, this.#options(this.#width));
    const alt = say('compare.alt', {title: picture.meta.title, found: toldAll(found)});
    return html`<div class="canvas" role="img" tabindex="0" aria-label=${alt} aria-describedby="keys"
        @pointermove=${this.#onPointer} @pointerdown=${this.#onPointer} @pointerleave=${() => this.#setCursor(null)}
        @keydown=${this.#onKey} @blur=${() => this.#setCursor(null)}><canvas></canvas></div>
      <span id="keys" class="unseen">${say('compare.keys')}</span>
      <p class="reading">${this._reading || html`<span class="muted">${say('compare.point')}</span>`}</p>`;
  }

  /** Models that the picture lacks, and why. @param {Race} race @param {Picture} picture */
  #missing(race, picture) {
    const asked = this.#asked(picture);
    const others = this.#answers.map(({runner}) => runner).filter((runner) => !asked.includes(runner));
    const waiting = asked.filter(
      (runner) => !this.#known(runner, picture)?.course.latest && !this.#failure(runner, picture),
    );
    const names = (/** @type {Runner[]} */ runners) => ({names: listed(runners.map(({name}) => name))});
    return html`${asked.map((runner) => this.#refusal(race, runner, this.#failure(runner, picture)))}
      ${waiting.length ? html`<p class="muted small">${say('compare.measuring', names(waiting))}</p>` : nothing}
      ${others.length ? html`<p class="muted small">${say('compare.unasked', names(others))}</p>` : nothing}`;
  }

  /** @param {Runner} runner @param {Picture} picture */
  #failure(runner, picture) {
    return this.#known(runner, picture)?.failure ?? null;
  }

  /** @param {Race} race @param {Runner} runner @param {import('../../runtime/types').Failure | null | undefined} failure */
  #refusal(race, {name}, failure) {
    if (!failure) return nothing;
    return html`<p class="problem">${say('compare.refused', {name, sentence: refusalOfModel(failure, race)})}</p>`;
  }

  /** What the numbers say, how they are read, and what lies behind them. @param {Picture} picture @param {Run[]} runs */
  #words(picture, runs) {
    const {found, phenomenon} = picture.describe(runs, this.#options(this.#width));
    const ahead = found.length - runs.length; // sentences about all of them come first
    return html`<ul class="found">${found.map((one, i) => html`<li data-colour=${runs[i - ahead]?.colour ?? ''}>${told(one)}</li>`)}</ul>
      <details class="small"><summary>${say('compare.how')}</summary>${picture.meta.how.map((one) => html`<p class="muted">${told(one)}</p>`)}</details>
      <details class="small"><summary>${say('compare.behind')}</summary><p class="muted">${told(phenomenon)}</p></details>
      <numbers-table .of=${() => picture.table(runs.map((run) => ({...run, course: []})))}></numbers-table>`;
  }

  /** In the picture's place, until a question can be put. @param {Race} race */
  #before(race) {
    const none = (/** @type {unknown} */ words) => html`<p class="none muted">${words}</p>`;
    if (race.awaited) return none(say('compare.apart'));
    const open = askable(race);
    if (!open.length) return none(html`<span>${say('compare.closed')}</span> ${this.#opener(race)}`);
    const failed = open.map((runner) => ({runner, failure: this.#measurable.of(race, runner)?.failure}));
    if (failed.some(({failure}) => failure))
      return failed.map(({runner, failure}) => this.#refusal(race, runner, failure));
    return none(say(this.#answers.length === open.length ? 'compare.none' : 'compare.asking'));
  }

  /** Models that are refused cannot be opened. @param {Race} race */
  #opener({runners}) {
    if (runners.every(({refused}) => refused)) return nothing;
    return html`<button @click=${this.#open}>${say('compare.open')}</button>`;
  }

  #open() {
    for (const runner of this.race?.runners ?? []) runner.prepare();
  }
}

customElements.define('compare-section', CompareSection);
