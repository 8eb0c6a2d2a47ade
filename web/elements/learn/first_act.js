import '../../words/late.js';
import {LitElement, css, html, nothing, svg} from 'lit';
import {metricOf, inMetric, score} from '../chart/chart_metric.js';
import {base} from '../../styles/base.js';
import {say} from '../../words/words.js';
import {positions, positionsStyles} from '../answers/results_positions.js';
import {Cadence, Follow} from '../parts/follow.js';
import {course} from './course_words.js';

/** @typedef {import('../../runtime/rehearsal.js').Progress} Progress @typedef {import('../../runtime/runner.js').Runner} Runner */

const [WIDTH, HEIGHT] = [160, 36];

/** What a model of the chapter learns before the race, where it begins with that: its curve so far and what it answers at present. It stays as it came out.
 *  @prop race @prop chapter @attr over - set once it has come to its end */
export class FirstAct extends LitElement {
  static properties = {race: {attribute: false}, chapter: {attribute: false}};
  static styles = [
    base,
    positionsStyles,
    css`
    :host { display: block; min-width: 0; }
    .act { display: grid; gap: 4px; border-left: 3px solid var(--mine, var(--line)); padding-left: 12px; }
    .row { display: flex; flex-wrap: wrap; align-items: center; gap: 2px 14px; }
    svg { flex: 0 1 ${WIDTH}px; height: ${HEIGHT}px; background: var(--sunken); border-radius: 4px; overflow: visible; }
    path { fill: none; stroke: var(--mine); stroke-width: 2; vector-effect: non-scaling-stroke; }
    .items { flex: 1 1 240px; min-width: 0; }
    .which { display: none; }
    @container (max-width: 620px) {
      /* Once the second act says what came of it, the first has room for one line on a phone. */
      :host([over]) p, :host([over]) .items { display: none; }
      :host([over]) .which { display: inline; font-weight: 600; }
      :host([over]) svg { flex-basis: 90px; height: 20px; }
    }
  `,
  ];
  /** The last that was told, of whom. @type {{runner: Runner, progress: Progress} | null} */
  #last = null;

  constructor() {
    super();
    /** @type {import('../../runtime/race.js').Race | null} */
    this.race = null;
    /** @type {import('../../learn/types').Lesson | null} */
    this.chapter = null;
    const redraw = new Cadence(this, () => this.requestUpdate(), 250);
    new Follow(this, () => this.race, {
      progress: () => (this.#hear(), redraw.request()),
      change: () => (this.#hear(), redraw.request()),
    });
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('race')) this.#last = null;
    this.#hear();
  }

  #hear() {
    const runner = this.race?.runners.find(({beginning}) => beginning);
    if (runner?.beginning) this.#last = {runner, progress: runner.beginning};
  }

  updated() {
    this.toggleAttribute('over', !this.race?.runners.some(({beginning}) => beginning));
    this.style.setProperty('--mine', `var(--run-${this.#last?.runner.colour})`);
  }

  render() {
    const {chapter} = this;
    const last = this.#last;
    if (!chapter || !last) return nothing;
    const {tests = [], examples} = last.progress;
    const item = examples?.items[chapter.first_example ?? 0];
    return html`<div class="act"><p>${course(chapter, 'first_act')}</p>
      <div class="row"><span class="which">${say('player.act', {act: 1})}</span>${this.#curve(tests, last)}${item ? positions([item]) : nothing}</div></div>`;
  }

  /** @param {NonNullable<Progress['tests']>} tests @param {{runner: Runner, progress: Progress}} last */
  #curve(tests, {progress: {steps}}) {
    if (!tests.length) return nothing;
    const latest = tests[tests.length - 1];
    const metric = metricOf('accuracy', /** @type {any} */ ({view: '', runners: [{latest}]}));
    const values = tests.map((test) => ({step: test.step, value: test[score('val', metric)]}));
    const top = metric === 'loss' ? Math.max(...values.map(({value}) => value)) : 1;
    const points = values.map(({step, value}) => `${(step / steps) * WIDTH} ${HEIGHT * (1 - value / top)}`);
    const now = inMetric(metric, latest[score('val', metric)]);
    return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">${svg`<path d="M0 ${HEIGHT} ${points.length ? `M${points.join('L')}` : ''}" />`}</svg>
      <span class="came">${say('player.act_came_to', {now})}</span>`;
  }
}

customElements.define('first-act', FirstAct);
