import {LitElement, css, html, nothing, svg} from 'lit';
import {titleOf} from '../../words/overlay.js';
import {refusalOfModel} from '../../words/refusals.js';
import {hides, locks, NO_SHAPE, opens} from '../../shape/shape.js';
import {DASHES} from '../../state/palette.js';
import {placesOf} from '../../state/task_kinds.js';
import {fastLabel, fastMeaning, isFast} from '../../state/tier.js';
import {base, controls} from '../../styles/base.js';
import {say, told} from '../../words/words.js';
import {Cadence, Follow} from '../parts/follow.js';
import {inWords, integer, listed, sizeInWords, timeLeft} from '../parts/format.js';
import {Fetched, Late} from '../parts/late.js';
import {term} from '../terms/term.js';
import {cardNumbers} from './card_numbers.js';

/** @typedef {import('../../runtime/race.js').Race} Race */
/** @typedef {import('../../runtime/runner.js').Runner} Runner */

/** Keys of what a runner is doing. @type {Record<string, string>} */
const STATES = {
  idle: 'card.idle',
  opening: 'card.opening',
  ready: 'card.ready',
  training: 'card.training',
  paused: 'card.paused',
  done: 'card.done',
  not_finite: 'card.not_finite',
  failed: 'card.failed',
  unavailable: 'card.unavailable',
};

/**
 * One model: what it is, how it does, what it writes now.
 * @prop race @prop runner @prop shape @attr metric
 */
export class ModelCard extends LitElement {
  static properties = {
    race: {attribute: false},
    runner: {attribute: false},
    shape: {attribute: false},
    metric: {type: String},
    compact: {type: Boolean, reflect: true},
    editing: {state: true},
  };
  static styles = [
    base,
    controls,
    css`
    :host { background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); padding: 12px 14px; min-width: 0; display: flex; flex-direction: column; gap: 8px; }
    header { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; margin-block: -4px; }
    header svg { width: 30px; height: 10px; flex: none; }
    h3 { font-size: 16px; overflow-wrap: anywhere; }
    .grow { flex: 1 1 0; min-width: 0; }
    .title { display: grid; padding-block: 2px; line-height: 1.3; }
    dl { display: grid; grid-template-columns: repeat(4, minmax(0, auto)); justify-content: space-between; gap: 0 12px; }
    dl div { display: flex; flex-direction: column-reverse; }
    dt { font-size: 12px; color: var(--muted); line-height: 1.3; }
    dd { font-size: 16px; font-weight: 550; line-height: 1.25; }
    .first dd { font-size: 22px; font-weight: 650; letter-spacing: -0.01em; }
    .sample {
      font: 15px/1.4 var(--serif); white-space: pre-wrap; overflow: hidden; overflow-wrap: anywhere; height: 4.2em; margin: 0;
      padding-left: 10px; border-left: 3px solid var(--line);
    }
    .sample.none { font: 13px/1.45 var(--sans); color: var(--muted); }
    .track { height: 4px; border-radius: 2px; background: var(--sunken); overflow: clip; }
    .fill { height: 100%; transform-origin: left; transform: scaleX(var(--done, 0)); background: var(--mine, var(--ink)); }
    .foot { display: flex; align-items: center; gap: 4px; min-height: var(--target); margin: -4px -8px -6px 0; }
    model-menu:not(:defined) { width: var(--target); height: var(--target); }
    model-results:not(:defined) { min-height: 120px; }
    .adopted { color: var(--muted); overflow-wrap: anywhere; }
    .notice { display: grid; gap: 8px; font-size: 13px; }
    model-editor { scroll-margin: calc(var(--target) + 8px) 0 12px; }
    best-weights { display: contents; }
    :host([compact]) .sample { height: 2.9em; }
    :host([compact]) { padding: 10px 12px; gap: 6px; }
    @media (forced-colors: active) { .fill { background: Highlight; } }
  `,
  ];

  /** Not needed where results are a text. */
  #answers = new Fetched(() => import('../answers/model_results.js'));
  #numbers = new Cadence(this, () => this.requestUpdate(), 250);

  constructor() {
    super();
    new Late(this, 'model-editor', () => import('./model_editor.js'));
    /** @type {Race | null} */
    this.race = null;
    /** @type {Runner | null} */
    this.runner = null;
    this.shape = NO_SHAPE;
    /** What the chart was told to show. */
    this.metric = '';
    this.compact = false;
    this.editing = false;
    new Follow(this, () => this.runner, {change: () => this.requestUpdate(), progress: () => this.#numbers.request()});
    new Follow(this, () => this.race, {change: () => this.#numbers.request()});
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('shape') && opens(this.shape, `models.${this.runner?.model.kind}.*`)) this.editing = true;
  }

  updated() {
    if (!this.runner) return;
    // On the bar alone: on the card it would style everything inside anew.
    const fill = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('.fill'));
    fill?.style.setProperty('--done', String(this.runner.progress));
    this.style.setProperty('--mine', `var(--run-${this.runner.colour})`);
  }

  render() {
    const {runner} = this;
    if (!runner || !this.race) return nothing;
    return html`
      ${this.#head(runner)}
      ${runner.refused || this.#hides('numbers') ? nothing : this.#numbersOf(runner)} ${this.#message(runner)} ${this.#file(runner)}
      ${this.#adopted(runner)} ${runner.ended ? html`<p class="adopted small">${told(runner.ended)}</p>` : nothing} ${this.compact ? nothing : html`<best-weights .runner=${runner}></best-weights>`} ${runner.reproducible ? nothing : html`<p class="adopted small">${say('begin.other_arithmetic')}</p>`} ${this.#results(runner)}
      <div class="track" aria-hidden="true"><div class="fill"></div></div>
      ${this.#foot(runner)}
      ${this.editing && !this.#hides('model_editor') ? html`<model-editor .race=${this.race} .runner=${runner} .shape=${this.shape}></model-editor>` : nothing}`;
  }

  /** @param {string} part */
  #hides(part) {
    return hides(this.shape, part);
  }

  /** @param {Runner} runner */
  #head({name, kind_title, info, colour, dash}) {
    return html`<header>
      <svg viewBox="0 0 30 10" aria-hidden="true">${svg`<path d="M0 5H30" fill="none" stroke="var(--run-${colour})" stroke-width="3.5" stroke-dasharray=${(DASHES[dash] ?? []).join(' ')} />`}</svg>
      <div class="grow title"><h3>${name}</h3><span class="muted small">${this.#about(name, kind_title, info)}${this.#tier()}</span></div>
      ${this.compact || this.#hides('model_menu') ? nothing : html`<model-menu .race=${this.race} .runner=${this.runner} .shape=${this.shape}></model-menu>`}
    </header>`;
  }

  /** @param {string} name @param {string} kind @param {Runner['info']} info */
  #about(name, kind, info) {
    const named = name.startsWith(kind);
    if (this.runner?.refused) return named ? '' : kind;
    const size = this.#size(info);
    const about = named ? size : say('card.kind_size', {kind, size});
    return this.compact ? about : withFacts(about, info, /** @type {Race} */ (this.race));
  }

  /** @param {Runner['info']} info */
  #size(info) {
    const counts = info?.flops_per_step === 0;
    if (!this.compact || !info) return sizeInWords(info?.parameters, counts);
    return say(counts ? 'card.counts' : 'card.weights', {count: inWords(info.parameters)});
  }

  #tier() {
    if (!this.race || !isFast(this.race.experiment) || this.runner?.refused) return nothing;
    return html`; <span title=${fastMeaning()}>${fastLabel()}</span>`;
  }

  /** @param {Runner} runner */
  #numbersOf(runner) {
    const numbers = cardNumbers(runner, {
      view: /** @type {Race} */ (this.race).view,
      compact: this.compact,
      metric: this.metric,
    });
    const explains = runner === this.race?.runners[0]; // the others have the same names
    return html`<dl>${numbers.map(
      ({name, value, term: about}, i) =>
        html`<div class=${i === 0 ? 'first' : ''}><dt>${explains && about ? term(about, name) : name}</dt><dd>${value}</dd></div>`,
    )}</dl>`;
  }

  /** What it shows of itself: a text that it writes, or held-out examples that it answers. @param {Runner} runner */
  #results(runner) {
    const {view} = /** @type {Race} */ (this.race);
    if (runner.refused || this.#hides('answers')) return nothing;
    if (view !== 'text') void this.#answers.value;
    if (view !== 'text')
      return html`<model-results .runner=${runner} .view=${view} ?compact=${this.compact}></model-results>`;
    const sample = runner.sample.trim();
    return html`<p class="sample ${sample ? '' : 'none'}" lang="">${sample ? runner.sample.trimStart() : silence(runner.sample)}</p>`;
  }

  /** What unfolds comes into view, with the button that folds it again. */
  async #edit() {
    this.editing = !this.editing;
    if (!this.editing) return;
    await Promise.all([this.updateComplete, customElements.whenDefined('model-editor')]);
    const editor = /** @type {import('lit').LitElement | null} */ (this.renderRoot.querySelector('model-editor'));
    await editor?.updateComplete;
    requestAnimationFrame(() => editor?.scrollIntoView({block: 'nearest'})); // its fields have been drawn by then
  }

  /** Whose weights it began with. @param {Runner} runner */
  #adopted({adopted}) {
    if (!adopted) return nothing;
    const {from, adopted: taken, fresh, unverified} = adopted;
    const about = {from, taken: taken.length, fresh: fresh.length, names: listed(fresh)};
    const words = say(!taken.length ? 'card.began_fresh' : fresh.length ? 'card.began_partly' : 'card.began', about);
    return html`<p class="adopted small"><span aria-hidden="true">⤷</span> ${words}${unverified ? html` ${say('begin.unverified')}` : nothing}</p>`;
  }

  /** @param {Runner} runner */
  #message(runner) {
    const {message} = runner;
    if (!message) return nothing;
    // A gentler run has a smaller learning rate.
    const actions = message.actions.filter(({id}) => id !== 'gentler' || !locks(this.shape, 'train.optimizer.lr'));
    return html`<div class="notice ${message.tone}" role="group" aria-label=${say('card.message')}><p>${runner.refused && /^models\[\d+\]$/.test(message.where ?? '') ? html`<b>${say('card.cannot')}</b> ` : nothing}${refusalOfModel(message, this.race ?? {})}</p>
      ${actions.length ? html`<div class="row">${actions.map(({id, values}) => html`<button @click=${() => runner.act(id)}>${say(`trouble.do_${id}`, values)}</button>`)}</div>` : nothing}</div>`;
  }

  /** Where it is given the file that it begins with. @param {Runner} runner */
  #file({start, state}) {
    if (!start || !('weights' in start) || state !== 'failed') return nothing;
    return html`<div class="row"><button @click=${() => /** @type {HTMLElement} */ (this.renderRoot.querySelector('input[type=file]')).click()}>${say('begin.choose')}</button>
      <input type="file" hidden accept=".safetensors" aria-label=${say('begin.file')} @change=${this.#supply} /></div>`;
  }

  /** @param {any} event */
  async #supply({target}) {
    const file = target.files?.[0];
    target.value = '';
    const {race, runner} = this;
    if (file && race && runner)
      await race.supplyWeights(race.runners.indexOf(runner), new Uint8Array(await file.arrayBuffer()));
  }

  /** @param {Runner} runner */
  #foot(runner) {
    const {state, waiting, beginning} = runner;
    const words = runner.refused
      ? say('card.not_racing')
      : beginning
        ? say('begin.step', /** @type {any} */ (beginning))
        : state === 'training' && waiting
          ? say('card.waits')
          : (state === 'training' && timeLeft(this.race?.timeLeft(runner))) || say(STATES[state]);
    return html`<div class="foot"><span class="grow small muted">${words}</span>
      ${state === 'training' || beginning ? html`<button class="quiet" aria-label=${say('card.pause_name', {name: runner.name})} @click=${() => runner.pause()}>${say('run.pause')}</button>` : nothing}
      ${state === 'paused' && runner.step > 0 ? html`<button class="quiet" aria-label=${say('card.continue_name', {name: runner.name})} @click=${() => runner.resume()}>${say('run.continue')}</button>` : nothing}
      ${this.#hides('model_editor') ? nothing : html`<button class="quiet" aria-expanded=${this.editing} @click=${this.#edit}>${say('card.options')}</button>`}</div>`;
  }
}

/** And what a model states of itself, such as how far back it can see. @param {string} about @param {Runner['info']} info @param {Race} race */
function withFacts(about, info, {experiment, describe}) {
  const {given} = placesOf(experiment.task, describe);
  return (info?.facts ?? []).reduce((said, fact) => {
    if (fact.name === 'receptive_field')
      return say('card.sees', {said, count: fact.value, places: {key: `places.${given}`, values: {count: fact.value}}});
    const title = titleOf('fact', fact);
    return say('card.fact', {said, title, lower: title.toLowerCase(), value: integer(fact.value)});
  }, about);
}

/** Why there is nothing to read. @param {string} sample */
function silence(sample) {
  return say(sample ? 'card.writes_blanks' : 'card.writes_later');
}

customElements.define('model-card', ModelCard);
