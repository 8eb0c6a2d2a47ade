import {LitElement, css, html, nothing, svg} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {alignCurves, sampleRows, summarise, valueAt, xRange, yRange} from '../charts/loss_columns.js';
import {DASHES} from '../state/palette.js';
import {base, controls} from '../styles/base.js';
import {ThemeWatch, coloursOf} from './colours.js';
import {Cadence, Follow, announce} from './follow.js';
import {byteSize, compact, duration, integer, loss} from './format.js';
import {createPlot} from './loss_plot.js';
import './text_table.js';

/** @typedef {import('../runtime/race.js').Race} Race */
/** @typedef {import('../runtime/types').Axis} Axis */
/** @typedef {import('../state/view.js').View} View */

/** @type {Record<Axis, {title: string, unit: string, least: number}>} least: the shortest axis worth drawing */
const AXES = {
  step: {title: 'Steps', unit: 'steps', least: 50},
  tokens: {title: 'Characters seen', unit: 'characters', least: 50_000},
  seconds: {title: 'Seconds of training', unit: 'seconds', least: 2},
  flops: {title: 'Floating-point operations', unit: 'operations', least: 1e9},
};
const POINTS = 700;
const SMOOTHING = [
  {value: 0, title: 'as measured'},
  {value: 0.9, title: 'smoothed'},
  {value: 0.98, title: 'very smooth'},
];

/**
 * The loss of every model over one of four x axes.
 * @prop race @prop view
 * @fires view-change - detail: the changed part of the view
 */
export class LossChart extends LitElement {
  static properties = {
    race: {attribute: false},
    view: {attribute: false},
    compact: {type: Boolean, reflect: true},
    _cursor: {state: true},
    _table: {state: true},
    _version: {state: true},
  };
  static styles = [
    base,
    controls,
    css`
    :host {
      min-width: 0; display: grid; gap: 6px 16px; grid-template-columns: minmax(0, 1fr) auto; align-items: center;
      grid-template-areas: 'title options' 'plot plot' 'legend legend' 'hint hint' 'table table';
    }
    h2 { grid-area: title; } .plot { grid-area: plot; } .legend { grid-area: legend; } .hint { grid-area: hint; } .options { grid-area: options; }
    text-table { grid-area: table; }
    .plot { position: relative; overflow: clip; height: clamp(240px, 100vh - 568px, 540px); min-width: 0; border-radius: 6px; }
    :host([compact]) .plot { height: clamp(170px, 36vh, 260px); }
    .uplot { position: relative; }
    .u-wrap { position: relative; user-select: none; }
    .u-over, .u-under { position: absolute; }
    .u-under { overflow: hidden; }
    .uplot canvas { position: relative; display: block; width: 100%; height: 100%; }
    .u-axis { position: absolute; }
    .u-cursor-x, .u-cursor-y { position: absolute; left: 0; top: 0; pointer-events: none; }
    .u-cursor-x { height: 100%; border-right: 1px solid var(--edge); }
    .u-cursor-pt { position: absolute; top: 0; left: 0; border-radius: 50%; border: 0 solid; pointer-events: none; }
    .u-hz .u-cursor-x.u-off, .u-off, .u-select { display: none; }
    :host([compact]) .empty { background: var(--paper); }
    .empty { position: absolute; z-index: 1; inset: 16% 150px auto 90px; padding: 10px; background: var(--surface); text-align: center; pointer-events: none; color: var(--muted); }
    .empty strong { display: block; color: var(--ink); font-size: 16px; font-weight: 600; }
    .legend { display: flex; flex-wrap: wrap; gap: 2px 18px; min-height: 21px; }
    .legend li { display: inline-flex; align-items: baseline; gap: 6px; white-space: nowrap; }
    .legend svg { width: 26px; height: 8px; align-self: center; }
    .legend b { font-weight: 600; }
    .legend .train { color: var(--muted); }
    .options { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; }
    .at { min-width: 9ch; color: var(--muted); }
    @media (max-width: 720px) {
      :host { grid-template-columns: minmax(0, 1fr); grid-template-areas: 'title' 'plot' 'legend' 'hint' 'options' 'table'; }
      .plot { height: clamp(230px, 40vh, 320px); }
      .empty { inset: 12% 64px auto 52px; padding: 4px; }
      .legend { display: grid; }
    }
  `,
  ];

  /** @type {import('uplot') | null} */
  #plot = null;
  #made = '';
  /** @type {import('./loss_plot.js').PlotState | null} */
  #state = null;
  /** @type {import('../charts/loss_columns.js').Run[]} */
  #runs = [];
  #draw = new Cadence(this, () => this.#redraw());
  #numbers = new Cadence(this, () => this._version++, 250);
  #sizes = new ResizeObserver(() => this.#resize());

  constructor() {
    super();
    /** @type {Race | null} */
    this.race = null;
    /** @type {View | null} */
    this.view = null;
    this.compact = false;
    /** @type {number | null} the x being read */
    this._cursor = null;
    this._table = false;
    this._version = 0;
    new ThemeWatch(this, () => this.#draw.request());
    new Follow(this, () => this.race, {
      progress: () => this.#fresh(),
      change: () => this.#fresh(),
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#sizes.disconnect();
    this.#plot?.destroy();
    this.#plot = null;
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.hasUpdated) this.requestUpdate('view');
  }

  #fresh() {
    this.#draw.request();
    this.#numbers.request();
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (!changed.has('race') && !changed.has('view') && !changed.has('compact')) return;
    const place = this.#place;
    if (place) this.#sizes.observe(place);
    this.#draw.request();
  }

  get #place() {
    return /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('.plot'));
  }

  // Drawing ---------------------------------------------------------------------------------------------------------

  #redraw() {
    if (!this.race || !this.view || !this.#place?.clientWidth) return;
    this.#runs = this.#readRuns();
    this.#state = this.#plotState(this.#runs);
    const made = JSON.stringify([
      this.#state.logX,
      this.#state.logY,
      this.race.runners.map(({id, dash}) => [id, dash]),
    ]);
    if (made !== this.#made || !this.#plot) this.#remake(made);
    const curves = [...this.#runs.map(({train}) => train), ...this.#runs.map(({held_out}) => held_out)];
    const {x} = this.#state;
    this.#plot?.setData(/** @type {any} */ (alignCurves(curves, {...x, log: this.#state.logX})), true);
  }

  #readRuns() {
    const {axis, smooth} = /** @type {View} */ (this.view);
    return /** @type {Race} */ (this.race).runners.map((runner) => ({
      name: runner.name,
      train: runner.curve('train', axis, smoothPoints(smooth)),
      held_out: runner.curve('held_out', axis, POINTS),
    }));
  }

  /** @param {import('../charts/loss_columns.js').Run[]} runs @returns {import('./loss_plot.js').PlotState} */
  #plotState(runs) {
    const {runners, floors, experiment, text} = /** @type {Race} */ (this.race);
    const {axis, log} = /** @type {View} */ (this.view);
    const logY = /** @type {View} */ (this.view).log_y;
    const colours = coloursOf(this);
    const ends = runs.map(({held_out, train}) =>
      held_out.x.length > 1 ? held_out : train.x.length ? train : held_out,
    );
    const end = axis === 'step' ? Number(experiment.train.steps ?? Infinity) : Infinity;
    const ceiling = 1.15 * Math.log(Math.max(8, text.vocab_size || 80));
    return {
      runs: runners.map(({name, colour, dash}) => ({
        name,
        colour: colours.runs[colour] ?? colours.ink,
        dash: DASHES[dash] ?? [],
      })),
      floors: floors.levels,
      x: xRange(runs, {
        log,
        end,
        least: AXES[axis].least,
        room: Math.min(0.42, 125 / ((this.#place?.clientWidth ?? 800) - 130)),
      }),
      y: yRange(
        runs,
        floors.levels.map(({val_loss}) => val_loss),
        {log: logY, ceiling},
      ),
      logX: log,
      logY,
      colours,
      ends: ends.map(({y}) => (y.length ? y[y.length - 1] : null)),
      endXs: ends.map(({x}) => (x.length ? x[x.length - 1] : 0)),
    };
  }

  /** @param {string} made */
  #remake(made) {
    this.#plot?.destroy();
    this.#made = made;
    const place = /** @type {HTMLElement} */ (this.#place);
    const size = {width: place.clientWidth, height: place.clientHeight};
    const state = () => /** @type {import('./loss_plot.js').PlotState} */ (this.#state);
    this.#plot = createPlot(state, size, (x) => (this._cursor = x), place);
  }

  #resize() {
    const place = this.#place;
    if (!place?.clientWidth) return;
    if (this.#plot) this.#plot.setSize({width: place.clientWidth, height: place.clientHeight});
    else this.#draw.request();
  }

  // Reading with the keyboard ---------------------------------------------------------------------------------------

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    if (!this.#plot || !this.#state) return;
    const width = this.#plot.over.clientWidth;
    const end = this.#plot.valToPos(this.#state.x.end, 'x');
    const now = this.#plot.cursor.left !== undefined && this.#plot.cursor.left >= 0 ? this.#plot.cursor.left : end;
    const stride = event.shiftKey ? width / 10 : width / 100;
    /** @type {Record<string, number>} */
    const moves = {ArrowLeft: now - stride, ArrowRight: now + stride, Home: 1, End: end, Escape: -10};
    if (!(event.key in moves)) return;
    event.preventDefault();
    const left = event.key === 'Escape' ? -10 : Math.max(1, Math.min(end, moves[event.key]));
    this.#plot.setCursor({left, top: left < 0 ? -10 : 10}, true);
    announce(this, 'say', left < 0 ? '' : this.#reading(this.#plot.posToVal(left, 'x')));
  }

  /** @param {number} x */
  #reading(x) {
    const values = this.#runs.map(({name, train, held_out}) => `${name} ${loss(this.#best(held_out, train, x), 2)}`);
    return `${this.#amount(x)}: ${values.join(', ')}`;
  }

  /** @param {import('../charts/loss_columns.js').Curve} held_out @param {import('../charts/loss_columns.js').Curve} train @param {number} x */
  #best(held_out, train, x) {
    const value = valueAt(held_out, x);
    return Number.isFinite(value) ? value : valueAt(train, x);
  }

  /** @param {number} x */
  #amount(x) {
    const {axis} = /** @type {View} */ (this.view);
    if (axis === 'seconds') return x < 10 ? `${x.toFixed(2)} s` : duration(x);
    return axis === 'step' ? `step ${integer(x)}` : `${compact(x)} ${AXES[axis].unit}`;
  }

  // What it looks like ----------------------------------------------------------------------------------------------

  render() {
    if (!this.race || !this.view) return nothing;
    return html`
      <h2>Loss <span class="muted small">in nats per character, lower is better</span></h2>
      ${this.compact ? nothing : this.#options()}
      <div class="plot" role="img" tabindex="0" aria-label=${this.#summary()} aria-describedby="keys"
        @keydown=${this.#onKey} @blur=${() => this.#plot?.setCursor({left: -10, top: -10})}>
        ${this.race.started ? nothing : this.#emptyHint()}
      </div>
      <span id="keys" class="unseen">Left and right arrow keys read the values at a point, Home and End go to the ends, Escape leaves.</span>
      ${this.#legend()} ${this.compact ? nothing : this.#hint()}
      ${this._table ? this.#tableView() : nothing}`;
  }

  #summary() {
    if (!this.race || !this.view) return '';
    return summarise(this.#runs, this.race.floors.levels, AXES[this.view.axis].unit);
  }

  #emptyHint() {
    const {text} = /** @type {Race} */ (this.race);
    if (text.state === 'loading')
      return html`<p class="empty"><strong>Loading ${text.title}</strong>${byteSize(text.loaded)} of ${byteSize(text.total)}</p>`;
    const vocab = text.vocab_size;
    const blind = vocab ? ` Guessing blindly among ${vocab} symbols costs ${Math.log(vocab).toFixed(2)}.` : '';
    return html`<p class="empty"><strong>The curves will grow here</strong>All models read the same characters in the same order.${blind}</p>`;
  }

  #legend() {
    const at = this._cursor;
    return html`<ul class="legend small" aria-hidden=${at === null ? 'false' : 'true'}>
      <li class="at">${at === null ? 'latest' : this.#amount(at)}</li>
      ${repeat(
        this.race?.runners ?? [],
        ({id}) => id,
        (runner, i) => this.#entry(runner, this.#runs[i], at ?? Infinity),
      )}
    </ul>`;
  }

  /** @param {import('../runtime/runner.js').Runner} runner @param {import('../charts/loss_columns.js').Run | undefined} run @param {number} x */
  #entry({name, colour, dash}, run, x) {
    const held_out = run ? valueAt(run.held_out, x) : NaN;
    const train = run ? valueAt(run.train, x) : NaN;
    return html`<li>
      <svg viewBox="0 0 26 8" aria-hidden="true">${svg`<path d="M0 4H26" fill="none" stroke="var(--run-${colour})" stroke-width="2.5" stroke-dasharray=${(DASHES[dash] ?? []).join(' ')} />`}</svg>
      <span>${name}</span> <b>${loss(held_out)}</b> <span class="train">training ${loss(train)}</span></li>`;
  }

  #options() {
    const view = /** @type {View} */ (this.view);
    return html`<div class="options small">
      <label>Across <select @change=${(/** @type {any} */ e) => this.#change({axis: e.target.value})}>
        ${Object.entries(AXES).map(([value, {title}]) => html`<option value=${value} ?selected=${view.axis === value}>${title}</option>`)}
      </select></label>
      <label><input type="checkbox" .checked=${view.log} @change=${(/** @type {any} */ e) => this.#change({log: e.target.checked})} />log x</label>
      <label><input type="checkbox" .checked=${view.log_y} @change=${(/** @type {any} */ e) => this.#change({log_y: e.target.checked})} />log y</label>
      <label>Training <select @change=${(/** @type {any} */ e) => this.#change({smooth: Number(e.target.value)})}>
        ${SMOOTHING.map(({value, title}) => html`<option value=${value} ?selected=${view.smooth === value}>${title}</option>`)}
      </select></label>
      <button class="quiet" aria-expanded=${this._table} @click=${() => (this._table = !this._table)}>${this._table ? 'Hide table' : 'View as table'}</button>
    </div>`;
  }

  #hint() {
    return html`<p class="small muted hint">Strong lines: on held-out text. Faint: on what it trains on. ${this.#floorsHint()}</p>`;
  }

  #floorsHint() {
    const {state, message} = /** @type {Race} */ (this.race).floors;
    if (state === 'working') return 'Counting the text for the dotted lines …';
    if (state === 'failed') return html`<span class="problem">${message}</span>`;
    return state === 'ready'
      ? `Dotted: what mere counting reaches, looking 0 to ${this.race?.floors.levels.at(-1)?.order} characters back.`
      : nothing;
  }

  #tableView() {
    const rows = sampleRows(this.#runs).map((row) => [
      this.#amount(row[0].x),
      ...row.flatMap(({held_out, train}) => [loss(held_out), loss(train)]),
    ]);
    const head = ['At', ...this.#runs.flatMap(({name}) => [`${name}, held-out`, `${name}, training`])];
    return html`<text-table caption="Loss in nats per character" .head=${head} .rows=${rows}></text-table>`;
  }

  /** @param {object} part */
  #change(part) {
    announce(this, 'view-change', part);
  }
}

/**
 * Smoother means fewer points, each the mean of more steps: unlike a running mean it does not lag behind a falling loss.
 * @param {number} smooth 0..1
 */
function smoothPoints(smooth) {
  return Math.max(20, Math.round(POINTS * Math.sqrt(1 - smooth)));
}

customElements.define('loss-chart', LossChart);
