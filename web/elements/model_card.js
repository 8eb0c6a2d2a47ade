import {LitElement, css, html, nothing, svg} from 'lit';
import {DASHES} from '../state/palette.js';
import {FAST_LABEL, FAST_MEANING, isFast} from '../state/tier.js';
import {base, controls} from '../styles/base.js';
import {Cadence, Follow, announce} from './follow.js';
import {inWords, integer, plural, sentence, sizeInWords, timeLeft} from './format.js';
import {cardNumbers} from './card_numbers.js';
import './menu_button.js';
import './model_editor.js';
import './model_results.js';

/** @typedef {import('../runtime/race.js').Race} Race */
/** @typedef {import('../runtime/runner.js').Runner} Runner */

/** @type {Record<string, string>} */
const STATES = {
  idle: 'not started',
  opening: 'opening …',
  ready: 'ready',
  training: 'training',
  paused: 'paused',
  done: 'finished',
  not_finite: 'stopped: the loss is no number',
  failed: 'failed',
  unavailable: 'cannot run here',
};

/**
 * One model: what it is, how it does, what it writes now.
 * @prop race @prop runner @fires model-action - detail: {id: 'copy' | 'remove' | 'match' | 'keep' | 'adopt', runner}
 */
export class ModelCard extends LitElement {
  static properties = {
    race: {attribute: false},
    runner: {attribute: false},
    compact: {type: Boolean, reflect: true},
    _editing: {state: true},
    _asked: {state: true},
  };
  static styles = [
    base,
    controls,
    css`
    :host { background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); padding: 12px 14px; min-width: 0; display: flex; flex-direction: column; gap: 8px; }
    header { display: flex; align-items: center; gap: 8px; margin-block: -4px; }
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
    .adopted { color: var(--muted); overflow-wrap: anywhere; }
    .notice { display: grid; gap: 8px; font-size: 13px; }
    :host([compact]) .sample { height: 2.9em; }
    :host([compact]) { padding: 10px 12px; gap: 6px; }
    @media (forced-colors: active) { .fill { background: Highlight; } }
  `,
  ];

  #numbers = new Cadence(this, () => this.requestUpdate(), 250);

  constructor() {
    super();
    /** @type {Race | null} */
    this.race = null;
    /** @type {Runner | null} */
    this.runner = null;
    this.compact = false;
    this._editing = false;
    /** The action that waits for a yes. */
    this._asked = '';
    new Follow(this, () => this.runner, {change: () => this.requestUpdate(), progress: () => this.#numbers.request()});
    new Follow(this, () => this.race, {change: () => this.#numbers.request()});
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
      ${runner.refused ? nothing : this.#numbersOf(runner)} ${this.#message(runner)} ${this.#question(runner)}
      ${this.#adopted(runner)} ${this.#results(runner)}
      <div class="track" aria-hidden="true"><div class="fill"></div></div>
      ${this.#foot(runner)}
      ${this._editing ? html`<model-editor .race=${this.race} .runner=${runner}></model-editor>` : nothing}`;
  }

  /** @param {Runner} runner */
  #head({name, kind_title, info, colour, dash}) {
    return html`<header>
      <svg viewBox="0 0 30 10" aria-hidden="true">${svg`<path d="M0 5H30" fill="none" stroke="var(--run-${colour})" stroke-width="3.5" stroke-dasharray=${(DASHES[dash] ?? []).join(' ')} />`}</svg>
      <div class="grow title"><h3>${name}</h3><span class="muted small">${name.startsWith(kind_title) ? nothing : `${kind_title}, `}${this.runner?.refused ? nothing : this.compact && info ? `${inWords(info.parameters)} ${info.flops_per_step === 0 ? 'counts' : 'weights'}` : sizeInWords(info?.parameters, info?.flops_per_step === 0)}${this.compact ? nothing : facts(info)}${this.#tier()}</span></div>
      ${this.compact ? nothing : html`<menu-button label="More for ${name}" .items=${this.#actions()} @menu-choice=${this.#act}></menu-button>`}
    </header>`;
  }

  #tier() {
    if (!this.race || !isFast(this.race.experiment) || this.runner?.refused) return nothing;
    return html`; <span title=${FAST_MEANING}>${FAST_LABEL}</span>`;
  }

  #actions() {
    const count = this.race?.runners.length ?? 1;
    const kept = this.race?.kept;
    const refused = this.runner?.refused ?? false;
    return [
      {id: 'copy', title: 'Copy this model', disabled: count >= 6},
      {id: 'match', title: 'Resize the others to its size', disabled: count < 2},
      {id: 'keep', title: 'Keep these weights', disabled: refused},
      {
        id: 'adopt',
        title: kept ? `Start from ${kept.from}’s weights` : 'Start from kept weights',
        disabled: !kept || refused,
      },
      {id: 'remove', title: 'Remove', disabled: count < 2},
    ];
  }

  /** @param {Runner} runner */
  #numbersOf(runner) {
    const numbers = cardNumbers(runner, {view: /** @type {Race} */ (this.race).view, compact: this.compact});
    return html`<dl>${numbers.map(
      ({name, value}, i) => html`<div class=${i === 0 ? 'first' : ''}><dt>${name}</dt><dd>${value}</dd></div>`,
    )}</dl>`;
  }

  /** What it shows of itself: a text that it writes, or held-out examples that it answers. @param {Runner} runner */
  #results(runner) {
    const {view} = /** @type {Race} */ (this.race);
    if (runner.refused) return nothing;
    if (view !== 'text')
      return html`<model-results .runner=${runner} .view=${view} ?compact=${this.compact}></model-results>`;
    const sample = runner.sample.trim();
    return html`<p class="sample ${sample ? '' : 'none'}" lang="">${sample ? runner.sample.trimStart() : silence(runner.sample)}</p>`;
  }

  /** Whose weights it began with. @param {Runner} runner */
  #adopted({adopted}) {
    if (!adopted) return nothing;
    const {from, adopted: taken, fresh} = adopted;
    const words = taken.length
      ? `Began with ${plural(taken.length, 'tensor')} of ${from}; ${fresh.length ? `${plural(fresh.length, 'other')} fresh: ${fresh.join(', ')}` : 'nothing is fresh'}.`
      : `Nothing of ${from} fits this model: all weights are fresh.`;
    return html`<p class="adopted small"><span aria-hidden="true">⤷</span> ${words}</p>`;
  }

  /** @param {Runner} runner */
  #message(runner) {
    const {message} = runner;
    if (!message) return nothing;
    return html`<div class="notice ${message.tone}" role="group" aria-label="Message"><p>${runner.refused && /^models\[\d+\]$/.test(message.where ?? '') ? html`<b>It cannot do this task.</b> ` : nothing}${sentence(message.message)}</p>
      ${message.actions.length ? html`<div class="row">${message.actions.map(({id, title}) => html`<button @click=${() => runner.act(id)}>${title}</button>`)}</div>` : nothing}</div>`;
  }

  /**
   * What an action would lose, said before it is lost.
   * @param {Runner} runner
   */
  #question({name, step}) {
    if (!this._asked) return nothing;
    const others =
      this.race?.runners.filter((other) => other !== this.runner && other.step > 0).map((other) => other.name) ?? [];
    const [words, yes] =
      this._asked === 'remove'
        ? [`Its ${integer(step)} steps of training go with it.`, `Remove ${name}`]
        : this._asked === 'adopt'
          ? [`Its ${integer(step)} steps of training are lost: it starts again from the kept weights.`, 'Start again']
          : [
              `This starts ${others.join(', ')} again from step 0: what they have learned is lost.`,
              'Resize and restart',
            ];
    return html`<div class="notice warning" role="alert"><p>${words}</p>
      <div class="row"><button class="primary" @click=${() => this.#do(this._asked)}>${yes}</button><button @click=${() => (this._asked = '')}>No</button></div></div>`;
  }

  /** @param {Runner} runner */
  #foot(runner) {
    const {state, waiting, latest} = runner;
    const words = runner.refused
      ? 'not in this race'
      : state === 'training' && waiting
        ? 'waits for the others'
        : state === 'training'
          ? timeLeft(latest.eta_s) || 'training'
          : STATES[state];
    return html`<div class="foot"><span class="grow small muted">${words}</span>
      ${state === 'training' ? html`<button class="quiet" aria-label="Pause ${runner.name}" @click=${() => runner.pause()}>Pause</button>` : nothing}
      ${state === 'paused' && runner.step > 0 ? html`<button class="quiet" aria-label="Continue ${runner.name}" @click=${() => runner.resume()}>Continue</button>` : nothing}
      <button class="quiet" aria-expanded=${this._editing} @click=${() => (this._editing = !this._editing)}>Options</button></div>`;
  }

  /** @param {CustomEvent<string>} event */
  #act(event) {
    event.stopPropagation();
    const id = event.detail;
    const others = this.race?.runners.some((other) => other !== this.runner && other.step > 0);
    const loses = ((id === 'remove' || id === 'adopt') && (this.runner?.step ?? 0) > 0) || (id === 'match' && others);
    if (loses) this._asked = id;
    else this.#do(id);
  }

  /** @param {string} id */
  #do(id) {
    this._asked = '';
    announce(this, 'model-action', {id, runner: this.runner});
  }
}

/** What a model states of itself, such as how far back it can see. @param {import('../runtime/types').Info | null} info */
function facts(info) {
  return (info?.facts ?? []).map(({title, value}) => `; ${title.toLowerCase()} ${integer(value)}`).join('');
}

/** Why there is nothing to read. @param {string} sample */
function silence(sample) {
  return sample
    ? 'At present it writes nothing but spaces and line ends.'
    : 'What it writes will appear here, from its first guesses on.';
}

customElements.define('model-card', ModelCard);
