import {LitElement, html, nothing, svg} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {alignCurves, sampleRows, summarise, valueAt, xRange, yRange} from '../charts/loss_columns.js';
import {DASHES} from '../state/palette.js';
import {FAST_LABEL, FAST_MEANING, isFast} from '../state/tier.js';
import {base, controls} from '../styles/base.js';
import {ThemeWatch, coloursOf} from './colours.js';
import {Cadence, Follow, announce} from './follow.js';
import {METRICS, ceilingOf, inMetric, linesOf, metricOf, metricWords, score} from './chart_metric.js';
import {byteSize, compact, duration, integer} from './format.js';
import {createPlot} from './loss_plot.js';
import {chartStyles} from './loss_chart_styles.js';
import './text_table.js';

/** @typedef {import('../runtime/race.js').Race} Race */
/** @typedef {import('../runtime/types').Axis} Axis */
/** @typedef {import('../state/view.js').View} View */

/** @type {Record<Axis, {title: string, unit: string, least: number}>} least: the shortest axis worth drawing */
const AXES = {
  step: {title: 'Steps', unit: 'steps', least: 50},
  tokens: {title: 'Positions seen', unit: 'positions', least: 50_000},
  seconds: {title: 'Seconds of training', unit: 'seconds', least: 2},
  flops: {title: 'Floating-point operations', unit: 'operations', least: 1e9},
};
const POINTS = 700;
/** Ten drawings a second look as smooth as sixty, and cost the page a sixth. */
const DRAW_MS = 100;
const NONE = {x: new Float64Array(0), y: new Float64Array(0)};
const SMOOTHING = [
  {value: 0, title: 'as measured'},
  {value: 0.9, title: 'smoothed'},
  {value: 0.98, title: 'very smooth'},
];

/**
 * The loss of every model, or its share of right answers, over one of four x axes.
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
  static styles = [base, controls, chartStyles];

  /** @type {import('uplot') | null} */
  #plot = null;
  #made = '';
  /** @type {import('./loss_plot.js').PlotState | null} */
  #state = null;
  /** @type {import('../charts/loss_columns.js').Run[]} */
  #runs = [];
  #draw = new Cadence(this, () => this.#redraw(), DRAW_MS);
  #numbers = new Cadence(this, () => this._version++, 250);
  #sizes = new ResizeObserver(([{contentRect}]) => this.#resize(contentRect));
  /** Of the plot; asking the element each time would lay out the page anew. */
  #size = {width: 0, height: 0};

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

  /** What is drawn. */
  get #metric() {
    return metricOf(this.view?.metric ?? '', /** @type {Race} */ (this.race));
  }

  get #words() {
    return metricWords(this.#metric, this.race?.readsText ?? true);
  }

  /** The unit of the x axis. */
  get #unit() {
    const {axis} = /** @type {View} */ (this.view);
    return axis === 'tokens' && this.race?.readsText ? 'characters' : AXES[axis].unit;
  }

  // Drawing ---------------------------------------------------------------------------------------------------------

  #redraw() {
    if (!this.race || !this.view || !this.#place || !this.#size.width) return;
    this.#runs = this.#readRuns();
    this.#state = this.#plotState(this.#runs);
    const made = JSON.stringify([
      this.#state.logX,
      this.#state.logY,
      this.#state.floors,
      this.race.runners.map(({id, dash}) => [id, dash]),
    ]);
    if (made !== this.#made || !this.#plot) this.#remake(made);
    const curves = [
      ...this.#runs.map(({train}) => train),
      ...this.#runs.map(({held_out}) => held_out),
      ...this.#runs.map(({longer}) => longer ?? NONE),
    ];
    const {x} = this.#state;
    this.#plot?.setData(/** @type {any} */ (alignCurves(curves, {...x, log: this.#state.logX})), true);
  }

  #readRuns() {
    const {axis, smooth} = /** @type {View} */ (this.view);
    const metric = this.#metric;
    return /** @type {Race} */ (this.race).runners.map((runner) => ({
      name: runner.name,
      train: metric === 'loss' ? runner.curve('train', axis, smoothPoints(smooth)) : NONE,
      held_out: runner.scores(score('val', metric), axis, POINTS),
      longer: runner.scores(score('longer', metric), axis, POINTS),
    }));
  }

  /** @param {import('../charts/loss_columns.js').Run[]} runs @returns {import('./loss_plot.js').PlotState} */
  #plotState(runs) {
    const race = /** @type {Race} */ (this.race);
    const {runners, experiment, text, readsText} = race;
    const {axis, log} = /** @type {View} */ (this.view);
    const share = this.#metric !== 'loss';
    const lines = linesOf(race, this.#metric);
    const ceiling = ceilingOf(runs, lines, {text: readsText, vocab: text.vocab_size});
    const levels = lines.map(({value}) => value);
    const wanted = /** @type {View} */ (this.view).log_y && !share;
    const logY = wanted && yRange(runs, levels, {log: false, ceiling}).min >= 0;
    const colours = coloursOf(this);
    const ends = runs.map(({held_out, train}) =>
      held_out.x.length > 1 ? held_out : train.x.length ? train : held_out,
    );
    const end = axis === 'step' ? Number(experiment.train.steps ?? Infinity) : Infinity;
    return {
      runs: runners.map(({name, colour, dash}) => ({
        name,
        colour: colours.runs[colour] ?? colours.ink,
        dash: DASHES[dash] ?? [],
      })),
      lines,
      floors: readsText && !share,
      share,
      x: xRange(runs, {
        log,
        end,
        least: AXES[axis].least,
        room: Math.min(0.42, 125 / (this.#size.width - 130)),
      }),
      y: share ? {min: 0, max: 1.03} : yRange(runs, levels, {log: logY, ceiling}),
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
    const state = () => /** @type {import('./loss_plot.js').PlotState} */ (this.#state);
    this.#plot = createPlot(state, this.#size, (x) => (this._cursor = x), /** @type {HTMLElement} */ (this.#place));
  }

  /** @param {{width: number, height: number}} size */
  #resize({width, height}) {
    this.#size = {width: Math.round(width), height: Math.round(height)};
    if (!this.#size.width) return;
    if (this.#plot) this.#plot.setSize(this.#size);
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
    const values = this.#runs.map(
      ({name, train, held_out}) => `${name} ${inMetric(this.#metric, this.#best(held_out, train, x), 2)}`,
    );
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
    return axis === 'step' ? `step ${integer(x)}` : `${compact(x)} ${this.#unit}`;
  }

  // What it looks like ----------------------------------------------------------------------------------------------

  render() {
    if (!this.race || !this.view) return nothing;
    return html`
      <h2>${this.#words.title} <span class="muted small">${this.#words.what}</span></h2>
      ${this.compact ? nothing : this.#options()}
      <div class="plot" role="img" tabindex="0" aria-label=${this.#summary()} aria-describedby="keys"
        @keydown=${this.#onKey} @blur=${() => this.#plot?.setCursor({left: -10, top: -10})}>
        ${this.race.started ? nothing : this.#emptyHint()}
      </div>
      <span id="keys" class="unseen">Left and right arrow keys read the values at a point, Home and End go to the ends, Escape leaves.</span>
      ${this.#legend()} ${this.compact ? nothing : this.#hint()}
      ${this.compact && this.#fast ? html`<p class="small muted hint">${FAST_MEANING}</p>` : nothing}
      ${this._table ? this.#tableView() : nothing}`;
  }

  #summary() {
    if (!this.race || !this.view) return '';
    const share = this.#metric !== 'loss';
    const levels = share || !this.race.readsText ? [] : this.race.floors.levels;
    const lines = this.race.readsText ? [] : linesOf(this.race, this.#metric);
    const compared = lines.length ? ` To compare: ${lines.map(({text}) => text).join('; ')}.` : '';
    const what = {measure: this.#words.title, share, nats: this.race.readsText};
    return summarise(this.#runs, levels, this.#unit, what) + compared;
  }

  #emptyHint() {
    const {text} = /** @type {Race} */ (this.race);
    if (text.state === 'loading')
      return html`<p class="empty"><strong>Loading ${text.title}</strong>${byteSize(text.loaded)} of ${byteSize(text.total)}</p>`;
    if (!this.race?.readsText)
      return html`<p class="empty"><strong>The curves will grow here</strong>All models see the same examples in the same order.</p>`;
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
    const longer = run?.longer ? valueAt(run.longer, x) : NaN;
    const write = (/** @type {number} */ value) => inMetric(this.#metric, value);
    return html`<li>
      <svg viewBox="0 0 26 8" aria-hidden="true">${svg`<path d="M0 4H26" fill="none" stroke="var(--run-${colour})" stroke-width="2.5" stroke-dasharray=${(DASHES[dash] ?? []).join(' ')} />`}</svg>
      <span>${name}</span> <b>${write(held_out)}</b>
      ${this.#metric === 'loss' ? html`<span class="train">training ${write(train)}</span>` : nothing}
      ${Number.isFinite(longer) ? html`<span class="train">longer ${write(longer)}</span>` : nothing}</li>`;
  }

  #options() {
    const view = /** @type {View} */ (this.view);
    const metric = this.#metric;
    return html`<div class="options small">
      <label>Show <select @change=${(/** @type {any} */ e) => this.#change({metric: e.target.value})}>
        ${METRICS.map(({value, title}) => html`<option value=${value} .selected=${metric === value}>${title}</option>`)}
      </select></label>
      <label>Across <select @change=${(/** @type {any} */ e) => this.#change({axis: e.target.value})}>
        ${Object.entries(AXES).map(([value, {title}]) => html`<option value=${value} ?selected=${view.axis === value}>${value === 'tokens' && this.race?.readsText ? 'Characters seen' : title}</option>`)}
      </select></label>
      <label><input type="checkbox" .checked=${view.log} @change=${(/** @type {any} */ e) => this.#change({log: e.target.checked})} />log x</label>
      <label><input type="checkbox" .checked=${view.log_y} @change=${(/** @type {any} */ e) => this.#change({log_y: e.target.checked})} />log y</label>
      ${metric === 'loss' ? this.#smoothing(view) : nothing}
      <button class="quiet" aria-expanded=${this._table} @click=${() => (this._table = !this._table)}>${this._table ? 'Hide table' : 'View as table'}</button>
    </div>`;
  }

  /** @param {View} view */
  #smoothing(view) {
    return html`<label>Training <select @change=${(/** @type {any} */ e) => this.#change({smooth: Number(e.target.value)})}>
        ${SMOOTHING.map(({value, title}) => html`<option value=${value} ?selected=${view.smooth === value}>${title}</option>`)}
      </select></label>`;
  }

  #hint() {
    const text = this.race?.readsText;
    const longer = this.#runs.some(({longer: curve}) => curve?.x.length);
    const faint = this.#metric === 'loss' ? ' Faint: on what it trains on.' : '';
    return html`<p class="small muted hint">Strong lines: on held-out ${text ? 'text' : 'examples'}.${faint}
      ${longer ? 'Dotted: on examples longer than any in training.' : nothing} ${text ? this.#floorsHint() : this.#linesHint()}
      ${this.#fast ? FAST_MEANING : nothing}</p>`;
  }

  get #fast() {
    return this.race !== null && isFast(this.race.experiment);
  }

  #linesHint() {
    const lines = linesOf(/** @type {Race} */ (this.race), this.#metric);
    return lines.length ? 'Level lines: what can be reached without learning, or in theory.' : nothing;
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
    const metric = this.#metric;
    const columns = metric === 'loss' ? 2 : 1;
    const rows = sampleRows(this.#runs).map((row) => [
      this.#amount(row[0].x),
      ...row.flatMap(({held_out, train}) => [held_out, train].slice(0, columns).map((v) => inMetric(metric, v))),
    ]);
    const head = [
      'At',
      ...this.#runs.flatMap(({name}) => [`${name}, held-out`, `${name}, training`].slice(0, columns)),
    ];
    return html`<text-table caption="${this.#words.title}, ${this.#words.what}${this.#fast ? `, ${FAST_LABEL}` : ''}" .head=${head} .rows=${rows}></text-table>`;
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
