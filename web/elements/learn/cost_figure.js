import '../../words/late.js';
import {LitElement, css, html, nothing} from 'lit';
import * as plot from '../../charts/cost/cost_plot.js';
import {strung} from '../../charts/grid.js';
import {growthOf} from '../../learn/cost.js';
import {DASHES} from '../../state/palette.js';
import {base, controls} from '../../styles/base.js';
import {refusal} from '../../words/refusals.js';
import {say, told, toldAll} from '../../words/words.js';
import '../compare/numbers_table.js';
import {prepared} from '../inside/prepared.js';
import {ThemeWatch, coloursOf} from '../parts/colours.js';
import {Cadence, Follow} from '../parts/follow.js';
import {significant} from '../parts/format.js';
import {measuringOf} from './measuring.js';

/** @typedef {import('../../runtime/race.js').Race} Race @typedef {import('../../learn/types').Cost} Cost @typedef {import('../../runtime/types').Experiment} Experiment */
/** @typedef {'us' | 'operations'} Unit */

/** What one symbol takes by length, measured as long as it is shown. @prop race @prop cost - what is measured @prop former - the experiment before the knob was
 *  moved: its lines stay as ghosts @attr done - set once all is measured */
export class CostFigure extends LitElement {
  static properties = {
    race: {attribute: false},
    cost: {attribute: false},
    former: {attribute: false},
    _unit: {state: true},
    _seen: {state: true},
  };
  static styles = [
    base,
    controls,
    css`
    :host { display: grid; gap: 6px; min-width: 0; grid-template-columns: minmax(0, 1fr); container-type: inline-size; }
    .plot { height: max(var(--plot, 240px), var(--least, 180px)); min-width: 0; }
    canvas { width: 100%; }
    .row button { min-height: 36px; }
    @container (max-width: 440px) { .row button { min-height: 40px; } .found, .how { display: none; } }
    progress { flex: 1 1 90px; min-width: 60px; height: 6px; accent-color: var(--accent); }
    .row { min-height: var(--target); }
    .units, .again { display: var(--beside, flex); } /* a chapter leaves away what stands in another of its parts */
    numbers-table, #bears { display: var(--beside, block); }
  `,
  ];

  #draw = new Cadence(this, () => this.#paint());
  #sizes = new ResizeObserver(() => this.#draw.request());
  #shown = new AbortController();

  constructor() {
    super();
    /** @type {Race | null} */
    this.race = null;
    /** @type {Cost | null} */
    this.cost = null;
    /** @type {Experiment | null} */
    this.former = null;
    /** @type {Unit} */
    this._unit = 'us';
    this._seen = 0;
    const again = new Cadence(this, () => this._seen++, 120);
    new ThemeWatch(this, () => this.#draw.request());
    new Follow(this, () => this.race, {change: () => again.request()});
    new Follow(this, () => this.race && measuringOf(this.race), {change: () => again.request()});
  }

  connectedCallback() {
    super.connectedCallback();
    this.#shown = new AbortController();
    this.#sizes.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#shown.abort();
    this.#sizes.disconnect();
  }

  updated() {
    const {race, cost} = this;
    if (!race || !cost) return;
    const measuring = measuringOf(race);
    if (!measuring.failure) void measuring.measure(cost, this.#shown.signal);
    this.toggleAttribute('done', measuring.progress(race.experiment, cost) >= 1);
    this.#paint();
  }

  /** @param {Unit} unit @returns {import('../../charts/cost/cost_plot.js').Plot} */
  #plot(unit) {
    const {race, cost, former} = this;
    if (!race || !cost) return {lengths: [1, 10], lines: [], unit};
    const {runs, muted} = coloursOf(this);
    const measuring = measuringOf(race);
    const each = measuring.each(race.experiment, cost, unit);
    const now = race.runners.map(({name, colour, dash}, k) => ({
      name,
      colour: runs[colour] ?? 'gray',
      dash: DASHES[dash] ?? [],
      each: each[k] ?? [],
    }));
    const ghosts = former
      ? measuring
          .each(former, cost, unit)
          .map((one) => ({name: '', colour: muted, dash: [3, 3], each: one, before: true}))
      : [];
    return {lengths: cost.lengths, lines: [...ghosts, ...now], unit};
  }

  #paint() {
    const canvas = this.renderRoot.querySelector('canvas');
    const {clientWidth: width = 0, clientHeight: height = 0} = canvas?.parentElement ?? {};
    if (!canvas || !width || !height) return;
    const options = {width, height, colours: coloursOf(this), say: told};
    plot.draw(prepared(canvas, width, height), this.#plot(this._unit), options);
  }

  #again() {
    const {race} = this;
    if (!race) return;
    measuringOf(race).forget(race.experiment);
    this._seen++;
  }

  render() {
    const {race, cost} = this;
    if (!race || !cost) return nothing;
    const measuring = measuringOf(race);
    const [us, operations] = [this.#plot('us'), this.#plot('operations')];
    const found = plot.describe(this._unit === 'us' ? us : operations);
    const table = () => plot.table([{unit: 'us', plot: us}, {unit: 'operations', plot: operations}]); // prettier-ignore
    return html`${this.#units()}<div class="plot" role="img" aria-label=${say('timed.picture', {found: toldAll(found)})}><canvas></canvas></div>
      ${measuring.failure ? html`<p class="notice error" role="alert">${refusal(measuring.failure, race)}</p>` : this.#pace(measuring.progress(race.experiment, cost))}
      <ul class="small found">${found.map((one) => html`<li>${told(one)}</li>`)}</ul>${this.#bears(us, operations)}
      <numbers-table .of=${table}></numbers-table>`;
  }

  #units() {
    return html`<div class="row small units" role="group" aria-label=${say('timed.unit')}>${
      /** @type {const} */ (['us', 'operations']).map(
        (unit) =>
          html`<button aria-pressed=${this._unit === unit} @click=${() => (this._unit = unit)}>${say(`timed.unit_${unit}`)}</button>`,
      )
    }</div>`;
  }

  /** @param {number} progress */
  #pace(progress) {
    if (progress >= 1)
      return html`<div class="row small muted again"><span class="how">${say('timed.measured')}</span><button @click=${() => this.#again()}>${say('timed.again')}</button></div>`;
    return html`<div class="row small muted"><progress max="1" .value=${progress} aria-label=${say('timed.progress')}></progress><span>${say('timed.measuring')}</span></div>`;
  }

  /** How many times as much a symbol takes of the longest as of the shortest, measured and counted. @param {import('../../charts/cost/cost_plot.js').Plot} us @param {import('../../charts/cost/cost_plot.js').Plot} operations */
  #bears(us, operations) {
    const grown = grownOf(us, operations);
    if (!grown.length || grown.length < (this.race?.runners.length ?? 0)) return nothing;
    const [from, to] = [us.lengths[0], us.lengths[us.lengths.length - 1]];
    return html`<p class="small" id="bears">${say('timed.beside', {from, to, all: strung(grown, 'list.semicolon')})}</p>`;
  }
}

/** @typedef {import('../../charts/cost/cost_plot.js').Plot} Plot */

/** Of each model of which both are known. @param {Plot} us @param {Plot} operations */
export function grownOf(us, operations) {
  return us.lines.flatMap(({name, each, before}, k) => {
    const [timed, counted] = [growthOf(each), growthOf(operations.lines[k].each)];
    if (before || Number.isNaN(timed) || Number.isNaN(counted)) return [];
    return [{key: 'timed.beside_of', values: {name, timed: significant(timed, 2), counted: significant(counted, 2)}}];
  });
}

customElements.define('cost-figure', CostFigure);
