import '../../words/chart.js';
import {LitElement, html, nothing, svg} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {alignCurves, summarise, valueAt} from '../../charts/loss_columns.js';
import {strung} from '../../charts/grid.js';
import {hasBegun} from '../../runtime/overall.js';
import {DASHES} from '../../state/palette.js';
import {fastMeaning, isFast} from '../../state/tier.js';
import {base, controls} from '../../styles/base.js';
import {refusal} from '../../words/refusals.js';
import {say, told, toldAll} from '../../words/words.js';
import {ThemeWatch} from '../parts/colours.js';
import {Cadence, Follow, announce} from '../parts/follow.js';
import {Fetched} from '../parts/late.js';
import {Latest} from '../parts/latest.js';
import {term} from '../terms/term.js';
import {amount, axisWords} from './chart_axis.js';
import {inMetric, isDrawn, linesOf, metricOf, metricWords, score} from './chart_metric.js';
import {isMove, leftAfter} from './chart_keys.js';
import {byteSize} from '../parts/format.js';
import {LivePlot} from './live_plot.js';
import {chartStyles} from './loss_chart_styles.js';
import {POINTS, smoothPoints} from './smoothing.js';
import {chartOptions} from './chart_options.js';

/** @typedef {import('../../runtime/race.js').Race} Race */
/** @typedef {import('../../state/view.js').View} View */
/** @typedef {import('../../words/words.js').Saying} Saying */
/** Ten drawings a second look as smooth as sixty, and cost the page a sixth. */
const DRAW_MS = 100;
const NONE = {x: new Float64Array(0), y: new Float64Array(0)};

/**
 * The loss of every model, or its share of right answers, over one of four x axes.
 * @prop race @prop view @attr compact @attr plain - without a choice of what is shown
 * @prop ghosts - what draws kept races beneath, where there are such @prop range - what y spans, where that is known ahead; then the
 *     held-out scores alone are drawn @fires view-change - detail: the changed part of the view
 */
export class LossChart extends LitElement {
  static properties = {
    race: {attribute: false},
    view: {attribute: false},
    compact: {type: Boolean, reflect: true},
    plain: {type: Boolean},
    ghosts: {attribute: false},
    range: {attribute: false},
    _cursor: {state: true},
    _table: {state: true},
    _version: {state: true},
  };
  static styles = [base, controls, chartStyles];

  #live = new LivePlot();
  /** Few unfold it. */
  #tables = new Fetched(
    () => import('./loss_table.js'),
    () => this.requestUpdate(),
  );
  /** A key that was not answered yet. @type {KeyboardEvent | null} */
  #pressed = null;
  /** @type {import('./loss_plot.js').PlotState | null} */
  #state = null;
  /** The drawing and the words read the same numbers, each at its own pace. */
  #latest = new Latest(() => this.#readRuns());
  #draw = new Cadence(this, () => this.#redraw(), DRAW_MS);
  /** The library is a fifth of the page: it waits for numbers. */
  #plotting = new Fetched(
    () => import('./loss_plot.js'),
    () => this.#draw.request(),
  );
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
    this.compact = this.plain = false;
    this.ghosts = /** @type {import('../runs/ghosts.js').Ghosts | null} */ (null);
    /** @type {[number, number] | null} */
    this.range = null;
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
    this.#live.destroy();
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.hasUpdated) this.requestUpdate('view');
  }

  #fresh() {
    this.#latest.outdate();
    this.#draw.request();
    this.#numbers.request();
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('race') || changed.has('view')) this.#latest.outdate();
  }

  get #plot() {
    return this.#live.plot;
  }

  get #runs() {
    return this.#latest.value;
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (!['race', 'view', 'compact', 'ghosts', 'range'].some((name) => changed.has(name))) return;
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

  /** @param {number} x where on the x axis */
  #amount(x) {
    return amount(x, /** @type {View} */ (this.view).axis, /** @type {Race} */ (this.race));
  }

  // Drawing ---------------------------------------------------------------------------------------------------------

  #redraw() {
    if (!this.race || !this.view || !this.#place || !this.#size.width) return;
    if (!this.#plot && !hasBegun(this.race.runners)) return;
    const plotting = this.#plotting.value;
    if (!plotting) return;
    this.#state = plotting.plotState(this, this.#runs, this.#metric, this.#size.width);
    const made = JSON.stringify([
      this.#state.logX,
      this.#state.logY,
      this.#state.floors,
      this.#state.title,
      this.#state.zoom,
      this.race.runners.map(({id, dash}) => [id, dash]),
    ]);
    const [before, read] = [this.#plot, this._cursor];
    if (!this.#live.ready(made, () => this.#make(plotting.createPlot))) return this.#draw.request();
    const curves = [
      ...this.#runs.map(({train}) => train),
      ...this.#runs.map(({held_out}) => held_out),
      ...this.#runs.map(({longer}) => longer ?? NONE),
    ];
    const {x} = this.#state;
    this.#plot?.setData(/** @type {any} */ (alignCurves(curves, {...x, log: this.#state.logX})), true);
    queueMicrotask(() => this.#resume(this.#plot === before ? null : read)); // a new plot knows its axes after this
  }

  /** What was read on the plot before this one, and what was pressed before there was one. @param {number | null} read */
  #resume(read) {
    if (read !== null) this.#plot?.setCursor({left: this.#plot.valToPos(read, 'x'), top: 10});
    this.#move();
  }

  #readRuns() {
    if (!this.race || !this.view) return [];
    const {axis, smooth} = this.view;
    const metric = this.#metric;
    return this.race.runners.map((runner) => ({
      name: runner.name,
      loss: metric === 'loss' && !this.range ? runner.latest.loss : NaN,
      train: metric === 'loss' && !this.range ? runner.curve('train', axis, smoothPoints(smooth)) : NONE,
      held_out: runner.scores(score('val', metric), axis, POINTS),
      longer: this.range ? NONE : runner.scores(score('longer', metric), axis, POINTS),
    }));
  }

  /** What is drawn, for whoever saves it. */
  get picture() {
    return {runs: this.#runs, metric: this.#metric, words: this.#words, summary: this.#summary()};
  }

  /** @param {typeof import('./loss_plot.js').createPlot} create */
  #make(create) {
    const state = () => /** @type {import('./loss_plot.js').PlotState} */ (this.#state);
    return create(state, this.#size, (x) => this.#point(x), /** @type {HTMLElement} */ (this.#place));
  }

  /** Pictures show what was measured then. @param {number | null} x */
  #point(x) {
    this._cursor = x;
    const axis = this.view?.axis;
    this.race?.dispatchEvent(new CustomEvent('point', {detail: x === null ? null : {axis, x}}));
  }

  /** @param {{width: number, height: number}} size */
  #resize({width, height}) {
    this.#size = {width: Math.round(width), height: Math.round(height)};
    if (!this.#size.width) return;
    if (this.#plot) this.#plotting.value?.resize(this.#plot, this.#size);
    this.#draw.request();
  }

  // Reading with the keyboard ---------------------------------------------------------------------------------------

  /** Before there is a plot, it waits for one. @param {KeyboardEvent} event */
  #onKey(event) {
    if (!isMove(event.key)) return;
    event.preventDefault();
    this.#pressed = event;
    this.#move();
  }

  #move() {
    if (!this.#pressed || !this.#plot || !this.#state) return;
    const left = leftAfter(this.#pressed, this.#plot, this.#state.x.end);
    this.#pressed = null;
    this.#plot.setCursor({left, top: left < 0 ? -10 : 10}, true);
    announce(this, 'say', left < 0 ? '' : this.#reading(this.#plot.posToVal(left, 'x')));
  }

  #leave() {
    this.#pressed = null;
    this.#plot?.setCursor({left: -10, top: -10});
  }

  /** @param {number} x */
  #reading(x) {
    const values = this.#runs.map(({name, train, held_out}) => ({
      key: 'chart.reading.one',
      values: {name, value: inMetric(this.#metric, this.#best(held_out, train, x), 2)},
    }));
    return say('chart.reading', {at: this.#amount(x), values: strung(values, 'list.comma')});
  }

  /** @param {import('../../charts/loss_columns.js').Curve} held_out @param {import('../../charts/loss_columns.js').Curve} train @param {number} x */
  #best(held_out, train, x) {
    const value = valueAt(held_out, x);
    return Number.isFinite(value) ? value : valueAt(train, x);
  }

  // What it looks like ----------------------------------------------------------------------------------------------

  render() {
    if (!this.race || !this.view) return nothing;
    return html`
      <h2>${term(this.#metric, told(this.#words.title))} <span class="muted small">${told(this.#words.what)}</span></h2>
      ${this.compact || this.plain ? nothing : this.#options()}
      <div class="plot" role="img" tabindex="0" aria-label=${this.#summary()} aria-describedby="keys"
        @keydown=${this.#onKey} @blur=${this.#leave}>
        ${this.race.started ? nothing : this.#emptyHint()}
      </div>
      <span id="keys" class="unseen">${say('chart.keys')}</span>
      ${this.#legend()} ${this.compact ? nothing : this.#hint()}
      ${this.compact && this.#fast ? html`<p class="small muted hint">${fastMeaning()}</p>` : nothing}
      ${this._table ? this.#tableView() : nothing}`;
  }

  #summary() {
    if (!this.race || !this.view) return '';
    const share = this.#metric !== 'loss';
    const levels = share || !this.race.readsText ? [] : this.race.floors.levels;
    const lines = this.race.readsText ? [] : linesOf(this.race, this.#metric);
    const {unit} = axisWords(this.view.axis, this.race);
    const names = lines.map(({text}) => text);
    const compared = {key: 'chart.summary.lines', values: {lines: strung(names, 'list.semicolon')}};
    const what = {measure: this.#words.title, unit, share, nats: this.race.readsText};
    return toldAll([...summarise(this.#runs, levels, what), ...(lines.length ? [compared] : [])]);
  }

  #emptyHint() {
    const {text} = /** @type {Race} */ (this.race);
    if (text.state === 'loading')
      return this.#empty(say('chart.loading', {title: text.title}), [
        {key: 'chart.loaded', values: {loaded: byteSize(text.loaded), total: byteSize(text.total)}},
      ]);
    if (!this.race?.readsText) return this.#empty(say('chart.empty'), [{key: 'chart.empty.examples'}]);
    const vocab = text.vocab_size;
    const blind = {key: 'chart.empty.blind', values: {vocab, loss: Math.log(vocab).toFixed(2)}};
    return this.#empty(say('chart.empty'), [{key: 'chart.empty.characters'}, ...(vocab ? [blind] : [])]);
  }

  /** @param {string} title @param {Saying[]} more */
  #empty(title, more) {
    return html`<p class="empty"><strong>${title}</strong>${toldAll(more)}</p>`;
  }

  #legend() {
    const at = this._cursor;
    return html`<ul class="legend small" aria-hidden=${at === null ? 'false' : 'true'}>
      <li class="at">${at === null ? say('chart.latest') : this.#amount(at)}</li>
      ${repeat(
        this.race?.runners ?? [],
        ({id}) => id,
        (runner, i) => this.#entry(runner, this.#runs[i], at ?? Infinity),
      )}
    </ul>`;
  }

  /** @param {import('../../runtime/runner.js').Runner} runner @param {import('../../charts/loss_columns.js').Run | undefined} run @param {number} x Infinity: now, as the card says it */
  #entry({name, colour, dash}, run, x) {
    const held_out = run ? valueAt(run.held_out, x) : NaN;
    const train = run ? (x === Infinity ? (run.loss ?? NaN) : valueAt(run.train, x)) : NaN;
    const longer = run?.longer ? valueAt(run.longer, x) : NaN;
    const write = (/** @type {number} */ value) => inMetric(this.#metric, value);
    const beyond = say('chart.legend.longer', {value: write(longer)});
    const first = x === Infinity && run === this.#runs[0]; // explained once, and while the legend is heard
    return html`<li>
      <svg viewBox="0 0 26 8" aria-hidden="true">${svg`<path d="M0 4H26" fill="none" stroke="var(--run-${colour})" stroke-width="2.5" stroke-dasharray=${(DASHES[dash] ?? []).join(' ')} />`}</svg>
      <span>${name}</span> <b>${write(held_out)}</b>
      ${this.#metric === 'loss' && !this.range ? html`<span class="train">${say('chart.legend.training', {value: write(train)})}</span>` : nothing}
      ${Number.isFinite(longer) ? html`<span class="train">${first ? term('longer', beyond) : beyond}</span>` : nothing}</li>`;
  }

  #options() {
    const [race, view] = [/** @type {Race} */ (this.race), /** @type {View} */ (this.view)];
    const more = html`<button class="quiet" aria-expanded=${this._table} @click=${() => (this._table = !this._table)}>${say(this._table ? 'chart.table.hide' : 'chart.table.view')}</button>
      ${hasBegun(race.runners) ? html`<save-menu .of=${this} what=${told(this.#words.title)}></save-menu>` : nothing}`;
    return chartOptions(view, {race, metric: this.#metric, change: (part) => this.#change(part)}, more);
  }

  /** Says nothing of what is not drawn. */
  #hint() {
    const text = this.race?.readsText;
    const runs = this.#runs;
    const strong = isDrawn(runs, 'held_out') ? say(text ? 'chart.hint.text' : 'chart.hint.examples') : nothing;
    const faint = isDrawn(runs, 'train') ? say('chart.hint.training') : nothing;
    const levels = hasBegun(this.race?.runners ?? []) ? (text ? this.#floorsHint() : this.#linesHint()) : nothing;
    return html`<p class="small muted hint">${strong} ${faint}
      ${isDrawn(runs, 'longer') ? say('chart.hint.longer') : nothing} ${this.ghosts ? say('chart.hint.ghosts') : nothing} ${levels}
      ${this.#fast ? fastMeaning() : nothing}</p>`;
  }

  get #fast() {
    return this.race !== null && isFast(this.race.experiment);
  }

  #linesHint() {
    const lines = linesOf(/** @type {Race} */ (this.race), this.#metric);
    return lines.length ? say('chart.hint.lines') : nothing;
  }

  #floorsHint() {
    const {state, failure} = /** @type {Race} */ (this.race).floors;
    if (state === 'working') return say('chart.hint.counting');
    if (failure) return html`<span class="problem">${refusal(failure, this.race ?? {})}</span>`;
    if (state !== 'ready') return nothing;
    return say('chart.hint.floors', {order: this.race?.floors.levels.at(-1)?.order ?? 0});
  }

  #tableView() {
    const how = {
      metric: this.#metric,
      words: this.#words,
      fast: this.#fast,
      amount: (/** @type {number} */ x) => this.#amount(x),
    };
    return this.#tables.value?.lossTable(this.#runs, how) ?? nothing;
  }

  /** @param {object} part */
  #change(part) {
    announce(this, 'view-change', part);
  }
}

customElements.define('loss-chart', LossChart);
