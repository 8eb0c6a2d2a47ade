import {LitElement, css, html, nothing} from 'lit';
import * as views from '../../charts/index.js';
import {drawLegends} from '../../charts/legend.js';
import {base, controls} from '../../styles/base.js';
import {say, told, toldAll} from '../../words/words.js';
import {ThemeWatch, coloursOf} from '../parts/colours.js';
import {Cadence, Follow, announce} from '../parts/follow.js';
import {integer} from '../parts/format.js';
import {movedBy} from './moves.js';
import {symbolsOf, tapOf, truthOf} from './padding.js';
import {placesOfLook} from './place_names.js';
import {prepared} from './prepared.js';
import {layersOf, tapsOf, viewsFor} from './view_choice.js';

/** @typedef {import('../../runtime/race.js').Race} Race */
/** @typedef {import('../../runtime/runner.js').Runner} Runner */
/** @typedef {import('./view_choice.js').View} View @typedef {import('../../runtime/types').Tap} Tap */

/**
 * What goes on inside one model, through its taps. Knows no view: it takes those whose taps the model offers.
 * @prop race @prop runner @attr large @fires enlarge @fires say - the reading at the keyboard cursor
 */
export class LookInside extends LitElement {
  static properties = {
    race: {attribute: false},
    runner: {attribute: false},
    large: {type: Boolean, reflect: true},
    _view: {state: true},
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
  #watched = '';
  /** Only what is on screen is looked at. */
  #visible = new IntersectionObserver(([entry]) => this.#setOnScreen(entry.isIntersecting), {rootMargin: '200px'});
  #onScreen = false;
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
    this._view = 0;
    this._layer = 0;
    /** @type {Record<string, number>} */
    this._choice = {};
    this._reading = '';
    this._seen = 0;
    new ThemeWatch(this, () => this.#draw.request());
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

  /** Asks for the taps of the chosen view, once a change. */
  #watch() {
    const index = this.race && this.runner ? this.race.runners.indexOf(this.runner) : -1;
    if (index < 0) return;
    const view = this.#onScreen ? this.#view : undefined;
    const taps = view ? tapsOf(view, this.#layerIndex) : [];
    const watched = `${this.runner?.id} ${JSON.stringify(this.runner?.model)} ${taps}`;
    if (watched === this.#watched) return;
    this.#watched = watched;
    this.race?.setWatched(index, taps);
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

  /** @returns {View | undefined} the chosen one, if the model still has it */
  get #view() {
    const all = this.#views;
    return all[this._view] ?? all[0];
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
      say: told,
    };
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
    this.#setCursor(view.locate(taps, this.#options(this.#width), event.offsetX, event.offsetY));
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const view = this.#view;
    const taps = this.#taps;
    if (!view || !taps || !this.#canvas) return;
    const moved = movedBy(event, this.#cursor ?? {column: 0, row: 0}, view.scene(taps, this.#options(this.#width)));
    if (moved === undefined) return;
    this.#setCursor(moved);
    if (moved) announce(this, 'say', this._reading);
    event.preventDefault();
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
    const all = this.#views;
    const view = this.#view;
    return html`<div class="stack">
      <div class="head"><h3>${this.runner.name} <span class="muted small">${view && all.length === 1 ? told(view.meta.title) : ''}</span></h3>
        <button class="quiet small" aria-pressed=${this.large} @click=${() => announce(this, 'enlarge')}>${say(this.large ? 'inside.smaller' : 'inside.larger')}</button>
        ${view && this.runner.look ? html`<save-menu .of=${this} what=${this.runner.name}></save-menu>` : nothing}</div>
      ${view ? this.#picture(view, all) : html`<p class="none muted">${say(this.runner.info ? 'inside.no_picture' : 'inside.closed')}</p>`}</div>`;
  }

  /** @param {View} view @param {View[]} all */
  #picture(view, all) {
    const taps = this.#taps;
    if (taps) this.#shown = this.#words(view, taps);
    else if (!this.runner?.look) this.#shown = null;
    const {summary = '', controls = []} = this.#shown ?? {};
    return html`
      ${this.#selectors(all, controls)}
      ${
        this.#shown
          ? html`
      <div class="canvas" role="img" tabindex="0" aria-label=${say('inside.alt', {title: view.meta.title, summary})} aria-describedby="how"
        @pointermove=${this.#onPointer} @pointerdown=${this.#onPointer} @pointerleave=${() => this.#setCursor(null)}
        @keydown=${this.#onKey} @blur=${() => this.#setCursor(null)}><canvas></canvas></div>
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

  /** @param {View[]} all @param {import('./view_choice.js').Control[]} controls */
  #selectors(all, controls) {
    const pictures = all.map(({meta}, i) => ({value: i, title: told(meta.title)}));
    const numbered = (/** @type {number} */ value) => ({
      value,
      title: say('inside.layer.number', {number: String(value + 1)}),
    });
    const layers = this.#layers.map(numbered);
    return html`<div class="selectors small">
      ${this.#segments('', pictures, all.indexOf(/** @type {View} */ (this.#view)), (v) => (this._view = v))}
      ${this.#segments(say('inside.layer'), layers, this.#layerIndex, (v) => (this._layer = v))}
      ${controls.map(({name, title, choices}) => {
        const choose = (/** @type {number} */ v) => (this._choice = {...this._choice, [name]: v});
        const named = choices.map((choice) => ({...choice, title: told(choice.title)}));
        return this.#segments(told(title), named, this._choice[name] ?? 0, choose);
      })}</div>`;
  }

  /**
   * Nothing where there is nothing to choose.
   * @param {string} title @param {{value: number, title: string}[]} choices @param {number} chosen
   * @param {(value: number) => void} choose
   */
  #segments(title, choices, chosen, choose) {
    if (choices.length < 2) return nothing;
    return html`<span class="choice">${title ? html`<span class="muted">${title}</span>` : nothing}
      <span class="segments" role="group" aria-label=${title || say('inside.picture')}>
      ${choices.map((choice) => html`<button aria-pressed=${choice.value === chosen} @click=${() => choose(choice.value)}>${choice.title}</button>`)}</span></span>`;
  }
}

customElements.define('look-inside', LookInside);
