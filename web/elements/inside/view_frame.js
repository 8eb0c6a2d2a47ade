import {LitElement, css, html, nothing} from 'lit';
import {drawLegends} from '../../charts/legend.js';
import {base, controls} from '../../styles/base.js';
import {say, told, toldAll} from '../../words/words.js';
import {Following} from '../compare/following.js';
import {ThemeWatch, coloursOf} from '../parts/colours.js';
import {Cadence, Follow} from '../parts/follow.js';
import {integer} from '../parts/format.js';
import {segments, segmentsOf} from './segments.js';
import {cursorOf} from './shared_cursor.js';
import {symbolsOf, tapOf, truthOf} from './padding.js';
import {placesOfLook} from './place_names.js';
import {Pointing} from './pointing.js';
import {prepared} from './prepared.js';
import {layersOf, measuresOf, tapsOf} from './view_choice.js';
import {wantTaps} from './wanted_taps.js';

/** @typedef {import('../../runtime/race.js').Race} Race */
/** @typedef {import('../../runtime/runner.js').Runner} Runner */
/** @typedef {import('./view_choice.js').View} View @typedef {import('../../runtime/types').Tap} Tap */

/**
 * One view of what goes on inside one model, through its taps, with its choices, its cursor and its sentences.
 * @prop race @prop runner @prop view - of web/charts/index.js, whose taps the model has @prop kinds - what can be measured of the model
 * @attr large @slot head @fires say - the reading at the keyboard cursor
 */
export class ViewFrame extends LitElement {
  static properties = {
    race: {attribute: false},
    runner: {attribute: false},
    view: {attribute: false},
    kinds: {attribute: false},
    large: {type: Boolean},
    _layer: {state: true},
    _choice: {state: true},
    _seen: {state: true},
  };
  static styles = [
    base,
    controls,
    css`
    :host { display: block; min-width: 0; }
    /* A canvas is as wide as what was drawn last: it must never say how wide its card is. */
    .stack { display: grid; grid-template-columns: minmax(0, 1fr); gap: 8px; min-width: 0; }
    canvas { width: 100%; }
    .selectors { display: flex; flex-wrap: wrap; gap: 6px 14px; }
    .choice { display: inline-flex; align-items: center; gap: 6px; }
    .canvas { position: relative; min-width: 0; border-radius: 4px; }
    .reading { min-height: 2.8em; font-size: 13px; }
    .none { min-height: 120px; display: grid; place-items: center; text-align: center; }
    /* About what the picture will take: it must not push away what stands below. */
    .coming { min-height: 300px; }
    .closed { min-height: 260px; }
    .spread { align-items: start; }
    .spread save-menu { margin-left: auto; } /* its menu opens to the left */
  `,
  ];

  #draw = new Cadence(this, () => this.#paint());
  #look = new Cadence(this, () => this._seen++, 240);
  #sizes = new ResizeObserver((entries) => this.#resize(entries));
  /** Of the picture, in CSS pixels; asking the element each time would lay out the page anew. */
  #width = 0;
  #pointing = new Pointing(this, {
    drawn: () => this.#readable(),
    draw: () => this.#draw.request(),
    start: () => ({column: 0, row: 0}),
  });
  /** Only what is on screen is looked at. */
  #visible = new IntersectionObserver(([entry]) => this.#setOnScreen(entry.isIntersecting), {rootMargin: '200px'});
  #onScreen = false;
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
    /** @type {View | null} */
    this.view = null;
    /** @type {Set<string> | null} not known yet: null */
    this.kinds = null;
    this.large = false;
    this._layer = 0;
    /** @type {Record<string, number>} */
    this._choice = {};
    this._seen = 0;
    new ThemeWatch(this, () => this.#draw.request());
    new Follow(this, () => this.race && cursorOf(this.race), {move: () => this.#pointing.follow()});
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

  /** Wants the taps of the view, and follows what it asks to be measured. */
  #watch() {
    const {race, runner} = this;
    if (!race || !runner) return;
    const view = this.#onScreen ? this.view : null;
    wantTaps(race, runner, this, view ? tapsOf(view, this.#layerIndex) : []);
    const asks = view ? measuresOf(view, this.#layerIndex).filter(({measure}) => this.kinds?.has(measure)) : [];
    this.#following.follow(race, [{runner, asks}]);
  }

  /** Those that can fill the view; none where it has no layers. */
  get #layers() {
    return this.view ? layersOf(this.view, this.runner?.info?.looks ?? []) : [];
  }

  /** The chosen layer, or the nearest below it that there is. */
  get #layerIndex() {
    const layers = this.#layers;
    return layers.findLast((layer) => layer <= this._layer) ?? layers[0] ?? 0;
  }

  /** The taps of the view in its order, or null until all of them have come. */
  get #taps() {
    const view = this.view;
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
      cursor: this.#pointing.cursor,
      picked: this.#pointing.picked,
      choice: this._choice,
      vocab: this.runner?.info?.classes?.length ? this.runner.info.classes : this.runner?.info?.vocab,
      truth: truthOf(look),
      large: this.large,
      measured: this.#measured(),
      step: look?.step,
      say: told,
    };
  }

  /** The latest of what the view asks to be measured, as far as it is there. */
  #measured() {
    const {race, runner} = this;
    const asks = this.view ? measuresOf(this.view, this.#layerIndex) : [];
    const known = asks.map((ask) => [
      ask.measure,
      race && runner && this.#following.of(race, runner, ask)?.course.latest,
    ]);
    return Object.fromEntries(known.filter(([, found]) => found));
  }

  /** What is drawn, for whoever saves it. */
  get picture() {
    const [layer, layers] = [this.#layerIndex, this.#layers];
    return {view: this.view, taps: this.#taps, layer, layers, options: this.#options(0)};
  }

  get #canvas() {
    return /** @type {HTMLCanvasElement | null} */ (this.renderRoot.querySelector('.canvas canvas'));
  }

  // Drawing ---------------------------------------------------------------------------------------------------------

  /** Another picture has other places. @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('view')) this.#pointing.forget();
  }

  updated() {
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
    const view = this.view;
    const [canvas, legend] = this.renderRoot.querySelectorAll('canvas');
    const taps = this.#taps;
    const width = this.#width;
    if (!view || !taps || !width || !canvas) return;
    const options = this.#options(width);
    const scene = view.scene(taps, options);
    const {cursor, picked} = this.#pointing.within(scene);
    view.draw(prepared(canvas, width, scene.height), taps, {...options, cursor, picked});
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

  /** What pointer and keys read. @returns {import('./pointing.js').Drawn | null} */
  #readable() {
    const [view, taps] = [this.view, this.#taps];
    if (!view || !taps || !this.#canvas) return null;
    const options = this.#options(this.#width);
    return {
      scene: () => view.scene(taps, options),
      locate: (x, y) => view.locate(taps, options, x, y),
      readout: (cursor) => view.readout(taps, options, cursor),
      place: view.place && ((cursor) => view.place?.(taps, options, cursor) ?? null),
      at: view.at && ((place) => view.at?.(taps, options, place) ?? null),
    };
  }

  // What it looks like ----------------------------------------------------------------------------------------------

  render() {
    const {runner, view} = this;
    if (!runner || !view) return nothing;
    const taps = this.#taps;
    if (taps) this.#shown = this.#words(view, taps);
    else if (!runner.look) this.#shown = null;
    return html`<div class="stack"><div class="spread"><div class="selectors small"><slot name="head"></slot>${this.#selectors()}</div>
        ${runner.look ? html`<save-menu .of=${this} what=${runner.name}></save-menu>` : nothing}</div>
      ${this.#shown ? this.#picture(view, this.#shown.summary) : this.#before()}</div>`;
  }

  /** @param {View} view @param {string} summary */
  #picture(view, summary) {
    const alt = say('inside.alt', {title: view.meta.title, summary});
    return html`${this.#pointing.canvas(alt, say('inside.keys'))}
      <canvas aria-hidden="true"></canvas>
      <p class="reading">${this.#pointing.reading || html`<span class="muted">${say('inside.at_step', {step: integer(this.runner?.look?.step), summary})}</span>`}</p>
      <details class="small"><summary>${say('inside.how')}</summary><p class="muted">${toldAll(view.meta.summary)}</p></details>`;
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

  /** Its layers, and what else there is to choose. */
  #selectors() {
    const numbered = (/** @type {number} */ value) => ({
      value,
      title: say('inside.layer.number', {number: String(value + 1)}),
    });
    const layer = say('inside.layer');
    const choose = (/** @type {number} */ value) => (this._layer = value);
    return html`${segments({title: layer, label: layer, choices: this.#layers.map(numbered), chosen: this.#layerIndex, choose})}
      ${segmentsOf(this.#shown?.controls ?? [], this._choice, (name, value) => {
        this._choice = {...this._choice, [name]: value};
        this.#pointing.letGo(); // its row is another's now
      })}`;
  }
}

customElements.define('view-frame', ViewFrame);
