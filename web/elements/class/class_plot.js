import {LitElement, html, nothing, svg} from 'lit';
import {linearTicks} from '../../charts/ticks.js';
import {lowIsBetter} from '../../facts/metrics.js';
import {scoreWritten} from '../../facts/scores_said.js';
import {DASHES} from '../../state/palette.js';
import {base} from '../../styles/base.js';
import {say} from '../../words/words.js';
import {integer, listed, tickNumber} from '../parts/format.js';
import {plotStyles} from './plot_styles.js';

/** @typedef {import('../../facts/types').Curve} Curve */
/** @typedef {{name: string, colour: number, values: number[], median: number, low: number, high: number, curves: Curve[], band: ReturnType<typeof import('../../class/settings.js').bandOf>, runs: number}} Drawn */

const HEIGHT = 210;
const ROW = 70;
const PAD = {left: 54, right: 16, top: 10, bottom: 26};
/** Beside one another where each has at least so much room. */
const LEAST = 340;
const GAP = 20;
const DOT = 4.5;

/** Where the runs of a class ended, and their curves as far as they are known. @prop models - what is drawn of each @attr score */
export class ClassPlot extends LitElement {
  static properties = {models: {attribute: false}, score: {type: String}, _width: {state: true}};
  static styles = [base, plotStyles];

  #sizes = new ResizeObserver(([{contentRect}]) => (this._width = Math.floor(contentRect.width)));

  constructor() {
    super();
    /** @type {Drawn[]} */
    this.models = [];
    this.score = 'val_loss';
    this._width = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#sizes.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#sizes.disconnect();
  }

  /** @param {number} value */
  #write(value) {
    return scoreWritten(/** @type {any} */ (this.score), value);
  }

  /** Shares from none to all, losses as far as these go. @param {number[]} values */
  #range(values) {
    return lowIsBetter(this.score) ? {low: 0, high: 1.04 * Math.max(...values, 1e-9)} : {low: 0, high: 1};
  }

  /** A run that begins far off is cut: it would press all others flat. */
  get #rangeOfCurves() {
    return this.#range(this.models.flatMap(({values, band}) => [...values, ...band.map(({third}) => 1.1 * third)]));
  }

  render() {
    if (!this._width) return nothing;
    const drawn = this.models.some(({curves}) => curves.length);
    return html`<h3>${say('class.ends')}</h3>${this.#ends()}
      <h3>${say('class.curves')}</h3>${drawn ? html`<div class="panels">${this.models.map((model) => this.#panel(model))}</div><p class="muted small">${say('class.curves_what')}</p>` : html`<p class="muted small">${say('class.curves_wait')}</p>`}`;
  }

  // Where they ended ------------------------------------------------------------------------------------------------

  #ends() {
    const {low, high} = this.#range(this.models.flatMap(({values}) => values));
    const x = (/** @type {number} */ value) =>
      PAD.left / 3 + ((value - low) / (high - low)) * (this._width - PAD.left / 3 - PAD.right);
    const height = ROW * this.models.length + PAD.bottom;
    const all = listed(
      this.models.map(({name, median, low, high}) =>
        say('class.ends_one', {name, median: this.#write(median), low: this.#write(low), high: this.#write(high)}),
      ),
    );
    return html`<svg role="img" width=${this._width} height=${height} aria-label=${say('class.ends_picture', {all})}>
      ${linearTicks(low, high, this._width / 110).map((tick) => svg`<line class="grid" x1=${x(tick)} x2=${x(tick)} y1="4" y2=${height - PAD.bottom}/><text class="tick" x=${x(tick)} y=${height - 8} text-anchor="middle">${this.#tick(tick)}</text>`)}
      ${this.models.map((model, i) => this.#strip(model, ROW * (i + 1), x))}</svg>`;
  }

  /** @param {number} tick */
  #tick(tick) {
    return lowIsBetter(this.score) ? tickNumber(tick) : this.#write(tick);
  }

  /** Those that would lie on one another stand on one another. @param {Drawn} model @param {number} bottom @param {(value: number) => number} x */
  #strip({name, colour, values, median}, bottom, x) {
    /** @type {Map<number, number>} */
    const stacks = new Map();
    const room = ROW - 28;
    const places = values
      .toSorted((a, b) => a - b)
      .map((value) => {
        const slot = Math.round(x(value) / (2 * DOT));
        const at = stacks.get(slot) ?? 0;
        stacks.set(slot, at + 1);
        return {x: slot * 2 * DOT, at};
      });
    const step = Math.min(2 * DOT, room / Math.max(1, ...stacks.values()));
    return svg`<g class=${`run-${colour % 6}`}><text class="name" x="2" y=${bottom - ROW + 18}>${name}</text>
      ${places.map((one) => svg`<circle class="dot" cx=${one.x} cy=${bottom - DOT - 1 - one.at * step} r=${DOT - 0.5}/>`)}
      <line class="floor" x1="0" x2=${this._width} y1=${bottom} y2=${bottom}/><path class="middle" d=${`M${x(median)} ${bottom}v${24 - ROW}`}/></g>`;
  }

  // How they came there ---------------------------------------------------------------------------------------------

  /** @param {Drawn} model */
  #panel(model) {
    const beside = Math.max(1, Math.min(this.models.length, Math.floor((this._width + GAP) / (LEAST + GAP))));
    const width = Math.floor((this._width - GAP * (beside - 1)) / beside);
    const {low, high} = this.#rangeOfCurves;
    const last = Math.max(1, ...this.models.flatMap(({curves}) => curves.map(({step}) => step[step.length - 1] ?? 0)));
    const x = (/** @type {number} */ step) => PAD.left + (step / last) * (width - PAD.left - PAD.right);
    const y = (/** @type {number} */ value) =>
      HEIGHT - PAD.bottom - ((Math.min(value, high) - low) / (high - low)) * (HEIGHT - PAD.top - PAD.bottom);
    return html`<figure><figcaption><b>${model.name}</b> <span class="muted">${say('class.curves_of', {count: model.curves.length, of: model.runs})}</span></figcaption>
      <svg role="img" width=${width} height=${HEIGHT} aria-label=${this.#said(model)} class=${`run-${model.colour % 6}`}>
        ${linearTicks(low, high, 4).map((tick) => svg`<line class="grid" x1=${PAD.left} x2=${width - PAD.right} y1=${y(tick)} y2=${y(tick)}/><text class="tick" x=${PAD.left - 8} y=${y(tick) + 4} text-anchor="end">${this.#tick(tick)}</text>`)}
        ${linearTicks(0, last, 4).map((tick) => svg`<text class="tick" x=${x(tick)} y=${HEIGHT - 8} text-anchor=${tick === last ? 'end' : 'middle'}>${integer(tick)}</text>`)}
        ${model.curves.map(({step, value}) => svg`<path class="one" d=${pathOf(Array.from(step, (at, i) => [x(at), y(value[i])]))}/>`)}
        ${this.#band(model, x, y)}</svg></figure>`;
  }

  /** @param {Drawn} model @param {(step: number) => number} x @param {(value: number) => number} y */
  #band({band, colour}, x, y) {
    if (!band.length) return nothing;
    const up = band.map(({step, third}) => [x(step), y(third)]);
    const down = band.map(({step, first}) => [x(step), y(first)]).reverse();
    return svg`<path class="band" d=${`${pathOf([...up, ...down])}Z`}/><path class="median" stroke-dasharray=${DASHES[colour % DASHES.length].join(' ') || nothing} d=${pathOf(band.map(({step, median}) => [x(step), y(median)]))}/>`;
  }

  /** @param {Drawn} model */
  #said({name, curves, band}) {
    const end = band.at(-1);
    if (!end) return name;
    const {step, median, first, third} = end;
    return say('class.curves_picture', {
      name,
      count: curves.length,
      step,
      median: this.#write(median),
      first: this.#write(first),
      third: this.#write(third),
    });
  }
}

/** @param {number[][]} points those that are no numbers are left out */
const pathOf = (points) =>
  points
    .filter((point) => point.every(Number.isFinite))
    .map(([x, y], i) => `${i ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`)
    .join('');

customElements.define('class-plot', ClassPlot);
