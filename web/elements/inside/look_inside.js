import {LitElement, css, html, nothing} from 'lit';
import * as views from '../../charts/index.js';
import {drawLegends} from '../../charts/legend.js';
import {base, controls} from '../../styles/base.js';
import {say, told, toldAll} from '../../words/words.js';
import {PICTURES} from '../../charts/compare/index.js';
import {Following} from '../compare/following.js';
import {Measurable} from '../compare/measurable.js';
import '../compare/picture_frame.js';
import {askable} from '../compare/whose.js';
import {ThemeWatch, coloursOf} from '../parts/colours.js';
import {Cadence, Follow, announce} from '../parts/follow.js';
import {integer} from '../parts/format.js';
import {segments} from './segments.js';
import {cursorOf} from './shared_cursor.js';
import {movedBy} from './moves.js';
import {symbolsOf, tapOf, truthOf} from './padding.js';
import {placesOfLook} from './place_names.js';
import {prepared} from './prepared.js';
import {questionsOf} from './questions.js';
import {layersOf, tapsOf, viewsFor} from './view_choice.js';
import {wantTaps} from './wanted_taps.js';

/** @typedef {import('../../runtime/race.js').Race} Race */
/** @typedef {import('../../runtime/runner.js').Runner} Runner */
/** @typedef {import('./view_choice.js').View} View @typedef {import('../../runtime/types').Tap} Tap */

/**
 * What goes on inside one model, question by question, through its taps and what is measured of it. Knows no view and no picture: it takes
 * those whose taps the model offers, and whose measures can be taken of it.
 * @prop race @prop runner @attr large @fires enlarge @fires say - the reading at the keyboard cursor
 */
export class LookInside extends LitElement {
  static properties = {
    race: {attribute: false},
    runner: {attribute: false},
    large: {type: Boolean, reflect: true},
    _question: {state: true},
    _entry: {state: true},
    _layer: {state: true},
    _choice: {state: true},
    _reading: {state: true},
    _seen: {state: true},
  };
  static styles = [
    base,
    controls,
    css`
    :host { min-width: 0; background: var(--surface); border: 1px solid var(--line); border-top: 3px solid var(--mine, var(--line)); border-radius: var(--radius); padding: 10px 14px 12px; }
    /* A canvas is as wide as what was drawn last: it must never say how wide its card is. */
    .stack { display: grid; grid-template-columns: minmax(0, 1fr); gap: 8px; min-width: 0; }
    canvas { width: 100%; }
    .head { display: flex; align-items: center; gap: 8px; min-height: var(--target); }
    .head h3 { flex: 1 1 0; min-width: 0; }
    .selectors { display: flex; flex-wrap: wrap; gap: 6px 14px; }
    .choice { display: inline-flex; align-items: center; gap: 6px; }
    select { max-width: 100%; }
    .canvas { position: relative; min-width: 0; border-radius: 4px; }
    .reading { min-height: 2.8em; font-size: 13px; }
    .none { min-height: 120px; display: grid; place-items: center; text-align: center; }
    /* About what the picture will take: it must not push away what stands below. */
    .coming { min-height: 300px; }
    .closed { min-height: 260px; }
  `,
  ];

  #draw = new Cadence(this, () => this.#paint());
  #look = new Cadence(this, () => this._seen++, 240);
  #sizes = new ResizeObserver((entries) => this.#resize(entries));
  /** Of the picture, in CSS pixels; asking the element each time would lay out the page anew. */
  #width = 0;
  /** @type {import('../../charts/grid.js').Cursor | null} */
  #cursor = null;
  /** Only what is on screen is looked at. */
  #visible = new IntersectionObserver(([entry]) => this.#setOnScreen(entry.isIntersecting), {rootMargin: '200px'});
  #onScreen = false;
  #measurable = new Measurable(() => this.#look.request());
  #following = new Following(() => this.#look.request());
  /** Taps without padding, by their data. @type {WeakMap<Float32Array, Tap>} */
  #cut = new WeakMap();
  /** What stands beside the picture; kept while another layer or picture is on its way. @type {{summary: string, controls: import('./view_choice.js').Control[]} | null} */
  #shown = null;

  constructor() {
    super();
    /** @type {Race | null} */
    this.race = null;
    /** @type {Runner | null} */
    this.runner = null;
    this.large = false;
    /** Ids of the question and of what answers it that were chosen. */
    this._question = this._entry = '';
    this._layer = 0;
    /** @type {Record<string, number>} */
    this._choice = {};
    this._reading = '';
    this._seen = 0;
    new ThemeWatch(this, () => this.#draw.request());
    new Follow(this, () => this.race && cursorOf(this.race), {move: () => this.#onShared()});
    new Follow(this, () => this.runner, {look: () => this.#look.request(), change: () => this.#onChange()});
  }

  connectedCallback() {
    super.connectedCallback();
    this.#visible.observe(this);
    if (this.hasUpdated) this.requestUpdate('runner');
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
  }

  #onChange() {
    this.#watch();
    this.#look.request();
  }

  /** Wants the taps of the chosen view, and follows what it asks to be measured. */
  #watch() {
    const {race, runner} = this;
    if (!race || !runner) return;
    const view = this.#onScreen ? this.#view : undefined;
    wantTaps(race, runner, this, view ? tapsOf(view, this.#layerIndex) : []);
    if (this.#onScreen) this.#measurable.ask(race, askable(race).includes(runner) ? [runner] : []);
    const asks = (view?.meta.measures ?? []).filter(({measure}) => this.#kinds?.has(measure));
    this.#following.follow(race, [{runner, asks}]);
  }

  /** What can be measured of it, once that is known. */
  get #kinds() {
    return this.race && this.runner ? this.#measurable.of(this.race, this.runner)?.kinds : null;
  }

  /** What there is to look at in this model as it is set up: info() says so, before any look. */
  get #looks() {
    return this.runner?.info?.looks ?? [];
  }

  /** Those that this model can fill. @returns {View[]} */
  get #views() {
    const offered = this.#looks.map(({tap}) => tap);
    return viewsFor(Object.values(views), offered).filter(
      ({meta}) => meta.id !== views.guesses.meta.id || this.#guesses,
    );
  }

  /** Whether it answers with symbols, one a position. */
  get #guesses() {
    return ['text', 'pairs', 'positions'].includes(this.race?.view ?? 'text');
  }

  /** What can be asked of it. */
  get #questions() {
    const kinds = this.#kinds;
    return questionsOf(this.#views, kinds ? PICTURES.filter(({meta}) => !meta.apart && kinds.has(meta.measure)) : []);
  }

  /** The chosen one, if the model still has it. */
  get #question() {
    const all = this.#questions;
    return all.find(({id}) => id === this._question) ?? all[0];
  }

  /** What answers it: the chosen one, or the first. */
  get #entry() {
    const entries = this.#question?.entries ?? [];
    return entries.find(({id}) => id === this._entry) ?? entries[0];
  }

  /** @returns {View | undefined} where taps answer it */
  get #view() {
    return this.#entry?.view;
  }

  /** Those that can fill the chosen view; none where it has no layers. */
  get #layers() {
    return this.#view ? layersOf(this.#view, this.#looks) : [];
  }

  /** The chosen layer, or the nearest below it that there is. */
  get #layerIndex() {
    const layers = this.#layers;
    return layers.findLast((layer) => layer <= this._layer) ?? layers[0] ?? 0;
  }

  /** The taps of the chosen view in its order, or null until all of them have come. */
  get #taps() {
    const view = this.#view;
    const look = this.runner?.look;
    if (!view || !look) return null;
    const taps = tapsOf(view, this.#layerIndex).map((name) => look.taps.find((tap) => tap.name === name));
    if (!taps.every((tap) => tap !== undefined)) return null;
    return /** @type {Tap[]} */ (taps).map((tap) => this.#unpadded(tap, look));
  }

  /** Once a tap: pointer and picture ask for it many times. @param {Tap} tap @param {import('../../runtime/types').Look} look */
  #unpadded(tap, look) {
    const known = this.#cut.get(tap.data) ?? tapOf(tap, look);
    this.#cut.set(tap.data, known);
    return known;
  }

  /** @param {number} width @returns {import('../../charts/grid.js').ViewOptions} */
  #options(width) {
    const {race} = this;
    const look = this.runner?.look;
    return {
      width,
      ...(look ? symbolsOf(look) : {symbols: []}),
      places: look && race ? placesOfLook(look, this.runner?.info?.form, race.experiment, race.describe) : undefined,
      colours: coloursOf(this),
      cursor: this.#cursor,
      choice: this._choice,
      vocab: this.runner?.info?.classes?.length ? this.runner.info.classes : this.runner?.info?.vocab,
      truth: truthOf(look),
      large: this.large,
      measured: this.#measured(),
      say: told,
    };
  }

  /** The latest of what the view asks to be measured, as far as it is there. */
  #measured() {
    const {race, runner} = this;
    const asks = this.#view?.meta.measures ?? [];
    const known = asks.map((ask) => [
      ask.measure,
      race && runner && this.#following.of(race, runner, ask)?.course.latest,
    ]);
    return Object.fromEntries(known.filter(([, found]) => found));
  }

  /** What is drawn, for whoever saves it. */
  get picture() {
    const [layer, layers] = [this.#layerIndex, this.#layers];
    return {view: this.#view, taps: this.#taps, layer, layers, options: this.#options(0)};
  }

  get #canvas() {
    return /** @type {HTMLCanvasElement | null} */ (this.renderRoot.querySelector('.canvas canvas'));
  }

  // Drawing ---------------------------------------------------------------------------------------------------------

  updated() {
    this.style.setProperty('--mine', `var(--run-${this.runner?.colour})`);
    this.#watch();
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

  #paint() {
    const view = this.#view;
    const [canvas, legend] = this.renderRoot.querySelectorAll('canvas');
    const taps = this.#taps;
    const width = this.#width;
    if (!view || !taps || !width || !canvas) return;
    const options = this.#options(width);
    const scene = view.scene(taps, options);
    if (this.#cursor && (this.#cursor.column >= scene.columns || this.#cursor.row >= scene.rows))
      this.#cursor = options.cursor = null;
    view.draw(prepared(canvas, width, scene.height), taps, options);
    drawLegends(prepared(legend, width, this.#legendHeight(scene.legend, width)), scene.legend, {
      width,
      colours: options.colours,
      say: told,
    });
  }

  /** @param {unknown[]} legends @param {number} width */
  #legendHeight(legends, width) {
    return 16 * Math.max(1, Math.ceil((legends.length * 200) / width));
  }

  // Reading with pointer and keys -----------------------------------------------------------------------------------

  /** @param {PointerEvent} event */
  #onPointer(event) {
    const view = this.#view;
    const taps = this.#taps;
    const canvas = this.#canvas;
    if (!view || !taps || !canvas) return;
    this.#point(view.locate(taps, this.#options(this.#width), event.offsetX, event.offsetY));
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const view = this.#view;
    const taps = this.#taps;
    if (!view || !taps || !this.#canvas) return;
    const moved = movedBy(event, this.#cursor ?? {column: 0, row: 0}, view.scene(taps, this.#options(this.#width)));
    if (moved === undefined) return;
    this.#point(moved);
    if (moved) announce(this, 'say', this._reading);
    event.preventDefault();
  }

  /** Other pictures show the same place. @param {import('../../charts/grid.js').Cursor | null} cursor */
  #point(cursor) {
    this.#setCursor(cursor);
    const [view, taps] = [this.#view, this.#taps];
    if (!this.race || !view?.place || !taps) return;
    cursorOf(this.race).point(this, {place: cursor && view.place(taps, this.#options(this.#width), cursor)});
  }

  #onShared() {
    const {place, owner} = cursorOf(/** @type {Race} */ (this.race));
    const [view, taps] = [this.#view, this.#taps];
    if (owner === this || !view?.at || !taps) return;
    this.#setCursor(place && view.at(taps, this.#options(this.#width), place));
  }

  /** @param {import('../../charts/grid.js').Cursor | null} cursor */
  #setCursor(cursor) {
    this.#cursor = cursor;
    const view = this.#view;
    const taps = this.#taps;
    this._reading = cursor && view && taps ? toldAll(view.readout(taps, this.#options(this.#width), cursor)) : '';
    this.#draw.request();
  }

  // What it looks like ----------------------------------------------------------------------------------------------

  render() {
    if (!this.runner) return nothing;
    const [question, entry] = [this.#question, this.#entry];
    return html`<div class="stack">
      <div class="head"><h3>${this.runner.name} <span class="muted small">${this.#only ? told(this.#only) : ''}</span></h3>
        <button class="quiet small" aria-pressed=${this.large} @click=${() => announce(this, 'enlarge')}>${say(this.large ? 'inside.smaller' : 'inside.larger')}</button>
        ${entry?.view && this.runner.look ? html`<save-menu .of=${this} what=${this.runner.name}></save-menu>` : nothing}</div>
      ${entry && question ? html`${this.#selectors(question, entry)}${this.#answer(entry)}` : html`<p class="none muted">${say(this.runner.info ? 'inside.no_picture' : 'inside.closed')}</p>`}</div>`;
  }

  /** The title of the one thing that there is to see. */
  get #only() {
    const [first, ...others] = this.#questions.flatMap(({entries}) => entries);
    return others.length ? null : first?.title;
  }

  /** @param {import('./questions.js').Entry} entry */
  #answer({view, picture}) {
    if (view) return this.#picture(view);
    const asked = [{runner: this.runner, kinds: this.#kinds}];
    return html`<picture-frame .race=${this.race} .picture=${picture} .asked=${asked} ?large=${this.large}></picture-frame>`;
  }

  /** @param {View} view */
  #picture(view) {
    const taps = this.#taps;
    if (taps) this.#shown = this.#words(view, taps);
    else if (!this.runner?.look) this.#shown = null;
    const {summary = ''} = this.#shown ?? {};
    return html`${
      this.#shown
        ? html`
      <div class="canvas" role="img" tabindex="0" aria-label=${say('inside.alt', {title: view.meta.title, summary})} aria-describedby="how"
        @pointermove=${this.#onPointer} @pointerdown=${this.#onPointer} @pointerleave=${() => this.#point(null)}
        @keydown=${this.#onKey} @blur=${() => this.#point(null)}><canvas></canvas></div>
      <span id="how" class="unseen">${say('inside.keys')}</span>
      <canvas aria-hidden="true"></canvas>
      <p class="reading">${this._reading || html`<span class="muted">${say('inside.at_step', {step: integer(this.runner?.look?.step), summary})}</span>`}</p>
      <details class="small"><summary>${say('inside.how')}</summary><p class="muted">${toldAll(view.meta.summary)}</p></details>`
        : this.#before()
    }`;
  }

  /** @param {View} view @param {import('../../runtime/types').Tap[]} taps */
  #words(view, taps) {
    const options = this.#options(this.#width || 320);
    return {summary: toldAll(view.describe(taps, options)), controls: view.scene(taps, options).controls};
  }

  /** In the picture's place, until it is there. */
  #before() {
    if (this.race?.awaited) return html`<p class="none muted">${say('inside.apart')}</p>`;
    if (this.runner?.state !== 'idle') return html`<p class="none coming muted">${say('inside.coming')}</p>`;
    return html`<p class="none closed muted">${say('inside.closed')}</p>
      <p class="row"><button @click=${() => this.runner?.prepare()}>${say('inside.open')}</button></p>`;
  }

  /** @param {import('./questions.js').Question} question @param {import('./questions.js').Entry} entry */
  #selectors(question, entry) {
    const {entries} = question;
    const choose = (/** @type {number} */ i) => this.#choose(question.id, entries[i].id);
    const titles = entries.map(({title}, value) => ({value, title: told(title)}));
    return html`<div class="selectors small">${this.#asking(question)}
      ${segments({title: '', label: say('inside.picture'), choices: titles, chosen: entries.indexOf(entry), choose})}
      ${entry.view ? this.#viewControls(entry.view) : nothing}</div>`;
  }

  /** @param {import('./questions.js').Question} question */
  #asking(question) {
    const all = this.#questions;
    if (all.length < 2) return nothing;
    const chosen = (/** @type {Event} */ {target}) => this.#choose(/** @type {HTMLSelectElement} */ (target).value, '');
    return html`<select aria-label=${say('inside.question')} @change=${chosen}>${all.map(
      ({id, title}) => html`<option value=${id} ?selected=${id === question.id}>${told(title)}</option>`,
    )}</select>`;
  }

  /** @param {string} question @param {string} entry */
  #choose(question, entry) {
    [this._question, this._entry, this._reading] = [question, entry, ''];
    this.#cursor = null;
  }

  /** Its layers, and what else there is to choose. @param {View} view */
  #viewControls(view) {
    const taps = this.#taps;
    const numbered = (/** @type {number} */ value) => ({
      value,
      title: say('inside.layer.number', {number: String(value + 1)}),
    });
    const controls = taps ? this.#words(view, taps).controls : (this.#shown?.controls ?? []);
    const layer = say('inside.layer');
    const choose = (/** @type {number} */ value) => (this._layer = value);
    return html`${segments({title: layer, label: layer, choices: this.#layers.map(numbered), chosen: this.#layerIndex, choose})}
      ${controls.map(({name, title, choices}) =>
        segments({
          title: told(title),
          label: told(title),
          choices: choices.map((choice) => ({...choice, title: told(choice.title)})),
          chosen: this._choice[name] ?? 0,
          choose: (value) => (this._choice = {...this._choice, [name]: value}),
        }),
      )}`;
  }
}

customElements.define('look-inside', LookInside);
