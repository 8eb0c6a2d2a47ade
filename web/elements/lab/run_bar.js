import {LitElement, css, html, nothing} from 'lit';
import {hides, locks, NO_SHAPE} from '../../shape/shape.js';
import {fastLabel, fastMeaning, isFast} from '../../state/tier.js';
import {base, controls} from '../../styles/base.js';
import {say} from '../../words/words.js';
import {Cadence, Follow, announce} from '../parts/follow.js';
import {timeLeft} from '../parts/format.js';
import {Fetched} from '../parts/late.js';
import './pace_select.js';

/** @typedef {import('../../runtime/race.js').Race} Race */

/**
 * Train, Step, Reset, how fast, and how far.
 * @prop race @prop shape @fires view-change - detail: {pacing} or {speed}, from the pace-select inside
 * @fires data-wanted - a kept race cannot go on before it has what it learned from
 */
export class RunBar extends LitElement {
  static properties = {
    race: {attribute: false},
    shape: {attribute: false},
    compact: {type: Boolean, reflect: true},
    _held: {state: true},
  };
  static styles = [
    base,
    controls,
    css`
    :host { background: var(--paper); border-bottom: 1px solid var(--line); }
    p { padding-bottom: 6px; }
    .bar { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 10px; padding: 8px 0; }
    .train { min-height: 48px; min-width: 148px; font-size: 18px; border-radius: 8px; letter-spacing: 0.01em; }
    .far { flex: 1 1 220px; min-width: 0; display: grid; gap: 4px; }
    .track { height: 6px; border-radius: 3px; background: var(--sunken); border: 1px solid var(--line); overflow: clip; }
    .fill { height: 100%; background: var(--ink); transform-origin: left; transform: scaleX(var(--done, 0)); }
    .words { display: flex; justify-content: space-between; gap: 12px; white-space: nowrap; overflow: hidden; }
    .tag { flex: none; padding: 0 6px; border: 1px solid var(--edge); border-radius: 4px; }
    .words span { overflow: hidden; text-overflow: ellipsis; }
    :host([compact]) .train { min-height: 40px; min-width: 110px; font-size: 16px; }
    @media (max-width: 620px) {
      .bar { padding: 8px 0; gap: 6px; }
      .train { flex: 1 1 120px; min-width: 120px; min-height: 46px; }
      .far { flex: 1 1 100%; order: 3; }
      pace-select { display: none; }
    }
    @media (forced-colors: active) { .fill { background: Highlight; } }
  `,
  ];

  /** Not needed before somebody has trained. */
  #on = new Fetched(
    () => import('./going_on.js'),
    () => this.requestUpdate(),
  );
  /** What is jumped to stands beneath it (web/styles/page.js), however many lines it has. */
  #sizes = new ResizeObserver(() =>
    document.documentElement.style.setProperty('--bar', `${Math.ceil(this.getBoundingClientRect().height)}px`),
  );
  #redraw = new Cadence(this, () => this.requestUpdate(), 250);

  constructor() {
    super();
    /** @type {Race | null} */
    this.race = null;
    this.shape = NO_SHAPE;
    this.compact = false;
    /** Whether what is written could not be taken up when somebody pressed. */
    this._held = false;
    new Follow(this, () => this.race, {
      change: () => this.requestUpdate(),
      unsettled: () => this.#onUnsettled(),
      progress: () => this.#redraw.request(),
    });
  }

  connectedCallback() {
    super.connectedCallback();
    this.#sizes.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#sizes.disconnect();
  }

  updated() {
    const fill = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('.fill'));
    fill?.style.setProperty('--done', String(this.#progress()));
  }

  /** Those that can do the task, or all where nobody can. */
  get #racing() {
    const runners = this.race?.runners ?? [];
    const fit = runners.filter(({refused}) => !refused);
    return fit.length ? fit : runners;
  }

  /** The race is as far as its slowest model that still runs. */
  #progress() {
    const runners = this.#racing;
    return runners.length ? Math.min(...runners.map(({progress}) => progress)) : 0;
  }

  render() {
    if (!this.race) return nothing;
    const {state, started} = this.race;
    const training = state === 'training';
    const offer = started ? this.#offer : null;
    return html`<div class="bar">
      <button class="primary train" @click=${this.#toggle} @pointerenter=${this.#warm} @focus=${this.#warm} ?disabled=${(state === 'done' && !offer) || this.#racing[0]?.refused}>
        ${offer ? say('run.more', {count: offer.count}) : say(training ? 'run.pause' : state === 'done' ? 'run.finished' : started ? 'run.continue' : 'run.train')}</button>
      <button @click=${() => this.#begin((race) => race.step(1))} ?disabled=${training || state === 'done' || this.race.awaited || this.#racing[0]?.refused} title=${say('run.step_hint')}>${say('run.step')}</button>
      <button @click=${this.#reset} ?disabled=${!started} title=${say('run.reset_hint')}>${say('run.reset')}</button>
      ${hides(this.shape, 'pace') ? nothing : html`<pace-select .race=${this.race} ?locked=${locks(this.shape, 'pace')}></pace-select>`}
      ${offer?.spent.size ? html`<rate-after class="small" .race=${this.race} .spent=${offer.spent}></rate-after>` : nothing}
      <div class="far small"><div class="track" aria-hidden="true"><div class="fill"></div></div>${this.#words()}</div>
    </div>${this.#remark(started, offer !== null)}`;
  }

  /** What is written and not trained, which nobody is to take for what trains; and what going on would replace. @param {boolean} started @param {boolean} offered */
  #remark(started, offered) {
    if (this._held) return html`<p class="small problem" role="alert">${say('run.held')}</p>`;
    const waits = started && this.race?.waiting;
    return html`${waits ? html`<p class="small muted" role="status">${say('run.waits')}</p>` : nothing}
      ${offered && this.race?.safe() ? html`<p class="small muted">${say('run.replaces')}</p>` : nothing}`;
  }

  #onUnsettled() {
    this._held = false;
    this.requestUpdate();
  }

  #words() {
    const race = /** @type {Race} */ (this.race);
    const {experiment, state, steps} = race;
    const runners = this.#racing;
    const at = runners.map(({latest}) => latest.step);
    const [low, high] = [Math.min(...at), Math.max(...at)];
    const eta = Math.max(...runners.filter(({state: s}) => s === 'training').map((one) => race.timeLeft(one) || 0), 0);
    const where =
      high === 0
        ? say('run.ahead', {steps})
        : low === high
          ? say('run.at', {step: low, steps})
          : say('run.between', {low, high, steps});
    const tier = isFast(experiment) ? html`<span class="tag" title=${fastMeaning()}>${fastLabel()}</span>` : nothing;
    return html`<div class="words"><span>${where}</span>${tier}<span class="muted">${state === 'training' ? timeLeft(eta) : state === 'done' ? say('run.all_done') : ''}</span></div>`;
  }

  /** How those that are done may go on; null before, or where they may not. */
  get #offer() {
    const code = this.#on.value;
    return code && this.race?.state === 'done' ? code.offerOf(this.race, this.shape) : null;
  }

  #toggle() {
    const offer = this.#offer;
    if (this.race?.awaited) return announce(this, 'data-wanted');
    if (this.race?.state === 'training') this.race.pause();
    else if (offer) this.#goOn(offer);
    else this.#begin((race) => race.train());
  }

  #beginning = false;

  /** With what is written by then. @param {(race: Race) => void} go */
  async #begin(go) {
    const {race} = this;
    if (!race || this.#beginning) return;
    this.#beginning = true;
    try {
      this._held = !(await race.settle());
      if (!this._held) go(race);
    } finally {
      this.#beginning = false;
    }
  }

  /** As many steps more as somebody wrote elsewhere. @param {number} count @returns {boolean} whether they train on */
  trainOn(count) {
    const offer = this.#offer;
    return offer !== null && this.#goOn({...offer, count});
  }

  /** @param {import('./going_on.js').Offer} offer */
  #goOn({count, spent}) {
    const box = /** @type {import('./going_on.js').RateAfter | null} */ (this.renderRoot.querySelector('rate-after'));
    const rates = box ? box.take() : spent;
    if (rates) this.race?.trainOn(count, rates);
    return rates !== null;
  }

  /** The hand is on its way: open the models, train nothing. */
  #warm() {
    if (this.race?.state === 'idle') this.race.prepare();
  }

  #reset() {
    this.race?.reset();
  }
}

customElements.define('run-bar', RunBar);
