import {LitElement, html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {encodeLink} from '../state/link.js';
import {FAST_MEANING, isFast} from '../state/tier.js';
import {base, controls} from '../styles/base.js';
import {adoptPageStyles} from '../styles/page.js';
import {tokens} from '../styles/tokens.js';
import {layout} from './app_layout.js';
import {Follow, announce} from './follow.js';
import {plural, sentence} from './format.js';
import {RaceNews} from './race_news.js';
import './add_model.js';
import './answer_panel.js';
import './examples_bar.js';
import './inside_section.js';
import './loss_chart.js';
import './model_card.js';
import './pace_select.js';
import './preset_gallery.js';
import './prompt_panel.js';
import './run_bar.js';
import './share_dialog.js';
import './task_panel.js';
import './theme_button.js';
import './train_panel.js';

/** @typedef {import('../runtime/race.js').Race} Race */
/** @typedef {import('../state/view.js').View} View */

/**
 * The lab: one race and everything one does with it.
 * @prop race @prop view @prop notice - a sentence for the top of the page @attr compact - for a frame in a course page
 * @attr theme - light, dark, or empty for the system's @fires view-change - detail: the whole view
 */
export class UnrolledApp extends LitElement {
  static properties = {
    race: {attribute: false},
    view: {attribute: false},
    notice: {type: String},
    compact: {type: Boolean, reflect: true},
    theme: {type: String, reflect: true},
    _status: {state: true},
    _failure: {state: true},
    _link: {state: true},
  };
  static styles = [tokens, base, controls, layout];

  #news = new RaceNews();

  constructor() {
    super();
    /** @type {Race | null} */
    this.race = null;
    /** @type {View | null} */
    this.view = null;
    this.notice = '';
    this.compact = false;
    /** @type {'' | 'light' | 'dark'} */
    this.theme = '';
    this._status = '';
    /** What failed outside any model. */
    this._failure = '';
    this._link = '';
    new Follow(this, () => this.race, {
      change: () => this.#onChange(),
      progress: () => this.#hear(),
      error: (event) => (this._failure = sentence(event.detail.message)),
    });
    this.addEventListener('say', (event) => this.#say(/** @type {CustomEvent} */ (event).detail));
    this.addEventListener('model-action', (event) => this.#act(/** @type {CustomEvent} */ (event).detail));
  }

  #listening = new AbortController();

  connectedCallback() {
    super.connectedCallback();
    adoptPageStyles(this.ownerDocument);
    const {signal} = (this.#listening = new AbortController());
    // A file dropped beside the box would replace the page, and with it everything that was learned.
    window.addEventListener('dragover', (event) => event.preventDefault(), {signal});
    window.addEventListener('drop', (event) => this.#onDrop(event), {signal});
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#listening.abort();
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('race')) this.#news = new RaceNews();
  }

  // Hearing ---------------------------------------------------------------------------------------------------------

  #onChange() {
    this.#hear();
    this.requestUpdate();
  }

  #hear() {
    const sentence = this.race && this.#news.next(this.race, performance.now());
    if (sentence) this.#say(sentence);
  }

  /** @param {string} sentence */
  #say(sentence) {
    this._status = sentence;
  }

  /** @param {CustomEvent<Partial<View>>} event a child's change becomes the whole view */
  #onView(event) {
    event.stopPropagation();
    this.view = {.../** @type {View} */ (this.view), ...event.detail};
    if (event.detail.pacing) this.race?.setPacing(event.detail.pacing);
    if (event.detail.speed !== undefined) this.race?.setSpeed(event.detail.speed);
    announce(this, 'view-change', this.view);
  }

  /** @param {DragEvent} event */
  #onDrop(event) {
    if (event.defaultPrevented) return;
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    const panel = /** @type {import('./task_panel.js').TaskPanel | null} */ (
      this.renderRoot.querySelector('task-panel')
    );
    if (!file || !panel?.takesFiles) return;
    const folded = panel.closest('details');
    if (folded) folded.open = true;
    panel.scrollIntoView({block: 'nearest'});
    panel.useFile(file);
  }

  /** @param {CustomEvent<'' | 'light' | 'dark'>} event */
  async #onTheme({detail}) {
    this.theme = detail;
    document.documentElement.dataset.theme = detail;
    await this.updateComplete;
    document.dispatchEvent(new CustomEvent('unrolled-theme'));
  }

  /** @param {{id: string, runner: import('../runtime/runner.js').Runner}} action */
  async #act({id, runner}) {
    const {race} = this;
    const index = race?.runners.indexOf(runner) ?? -1;
    if (!race || index < 0) return;
    this._failure = '';
    const training = race.state === 'training';
    try {
      if (id === 'keep') await this.#keep(index);
      else if (id === 'adopt') await race.adoptWeights(index);
      else if (id === 'copy') await race.copyModel(index);
      else if (id === 'remove') await this.#remove(index);
      else await race.matchParameters(index);
      if (training && id !== 'keep') race.train();
      if (id === 'match') this.#say(`The others now have about as many weights as ${runner.name}.`);
    } catch (error) {
      this._failure = sentence(/** @type {Error} */ (error).message);
    }
  }

  /** @param {number} index */
  async #keep(index) {
    await this.race?.keepWeights(index);
    this.#say(
      `The weights of ${this.race?.kept?.from} are kept: any model can start from them, in this race or the next.`,
    );
  }

  /**
   * The focus goes where another model could be added, rather than nowhere.
   * @param {number} index
   */
  async #remove(index) {
    await this.race?.removeModel(index);
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('add-model'))?.focus();
  }

  // What it looks like ----------------------------------------------------------------------------------------------

  render() {
    const {race} = this;
    return html`
      ${this.compact ? html`<h1 class="unseen">Unrolled</h1>` : this.#header()}
      <p class="unseen" role="status">${this._status}</p>
      ${
        !race
          ? html`<main class="waiting" aria-busy="true"><p class="muted">Setting up the race …</p></main>`
          : html`
      <run-bar role="region" aria-label="Run" .race=${race} ?compact=${this.compact} @view-change=${this.#onView}></run-bar>
      <main @view-change=${this.#onView}>
        ${this.#notices()}
        ${this.compact ? nothing : html`<preset-gallery .race=${race}></preset-gallery>`}
        ${this.compact ? this.#compactBody(race) : this.#body(race)}
      </main>
      ${this.compact ? nothing : html`<share-dialog .race=${race} .view=${this.view}></share-dialog>`}`
      }`;
  }

  #header() {
    return html`<header>
      <h1>Unrolled</h1>
      <p>Small sequence models learn the same task side by side, in this page, on your own processor.</p>
      <div class="row tools">
        <button @click=${this.#share} ?disabled=${!this.race}>Share or embed</button>
        <theme-button .theme=${this.theme} @theme-change=${this.#onTheme}></theme-button></div></header>`;
  }

  #notices() {
    const lines = [this.notice, this._failure].filter(Boolean);
    return lines.map(
      (line) => html`<div class="notice warning" role="alert"><p>${line}</p>
      <button class="quiet" @click=${() => (this.notice = this._failure = '')}>Dismiss</button></div>`,
    );
  }

  /** @param {Race} race */
  #body(race) {
    return html`
      <div class="top">
        <section class="chart" aria-label="Loss"><loss-chart .race=${race} .view=${this.view}></loss-chart></section>
        <aside aria-label="Set-up">
          <details ?open=${roomy()}><summary><h2>Task</h2><span class="muted small">${this.#taskLine(race)}</span></summary><task-panel .race=${race}></task-panel></details>
          <details ?open=${roomy()}><summary><h2>Training</h2><span class="muted small">${this.#trainLine(race)}</span></summary><pace-select class="narrow" .race=${race} @view-change=${this.#onView}></pace-select><train-panel .race=${race}></train-panel></details>
        </aside>
      </div>
      <section aria-labelledby="models"><div class="spread"><h2 id="models">${plural(race.runners.length, 'model')}</h2><add-model .race=${race}></add-model></div>
        ${this.#kept(race)} <examples-bar .race=${race}></examples-bar>
        ${this.#cards(race)}</section>
      ${this.#asking(race)}
      <section aria-labelledby="inside"><h2 id="inside">Inside, while they read the same ${race.readsText ? 'passage' : 'example'}</h2><inside-section .race=${race}></inside-section></section>
      <footer class="muted small"><p>Everything happens in this page: no server, no account, nothing you type leaves it. ${isFast(race.experiment) ? FAST_MEANING : 'The reproducible arithmetic gives the same weights to the last bit on every machine.'}</p></footer>`;
  }

  /** @param {Race} race */
  #compactBody(race) {
    return html`
      <loss-chart .race=${race} .view=${this.view} compact></loss-chart>
      ${this.#cards(race)}
      <details class="panel"><summary>Task and training</summary><div class="pair"><task-panel .race=${race}></task-panel><train-panel .race=${race}></train-panel></div></details>
      <details class="panel" @toggle=${() => this.requestUpdate()}><summary>Inside the models</summary><inside-section .race=${race}></inside-section></details>
      ${this.#askingPanel(race)}
      <p class="small"><a href=${this._link || '#'} target="_blank" rel="noopener" @pointerenter=${this.#makeLink} @focus=${this.#makeLink}>Open in the full lab</a></p>`;
  }

  /** A prompt where the models can do something with one. @param {Race} race */
  #asking(race) {
    const {title, panel} = prompting(race);
    return panel ? html`<section aria-labelledby="ask"><h2 id="ask">${title}</h2>${panel}</section>` : nothing;
  }

  /** @param {Race} race */
  #askingPanel(race) {
    const {title, panel} = prompting(race);
    return panel ? html`<details class="panel"><summary>${title}</summary>${panel}</details>` : nothing;
  }

  /** Weights that any model may begin with. @param {Race} race */
  #kept({kept}) {
    if (!kept) return nothing;
    return html`<p class="small muted">Kept: the weights of ${kept.from} after ${plural(kept.step, 'step')}. “Start from …” in a card’s menu begins with them; a link does not carry them.</p>`;
  }

  /** @param {Race} race */
  #taskLine({describe, experiment: {task}, text}) {
    const kind = describe.tasks.find((one) => one.kind === task.kind);
    return kind?.reads_data && text.title ? text.title : (kind?.title ?? '');
  }

  /** @param {Race} race */
  #cards(race) {
    return html`<div class="cards">${repeat(
      race.runners,
      ({id}) => id,
      (runner) => html`
      <model-card .race=${race} .runner=${runner} ?compact=${this.compact}></model-card>`,
    )}</div>`;
  }

  /** @param {Race} race */
  #trainLine({experiment: {train}, describe, lr}) {
    const title = describe.train.optimizers.find(({kind}) => kind === train.optimizer?.kind)?.title ?? '';
    return `${train.steps} steps of ${train.batch_size}, ${title} ${lr}`;
  }

  #share() {
    /** @type {import('./share_dialog.js').ShareDialog} */ (this.renderRoot.querySelector('share-dialog')).open();
  }

  /** The full lab lies beside embed.html. */
  async #makeLink() {
    if (!this.race || !this.view) return;
    const hash = await encodeLink({experiment: this.race.experiment, view: this.view}).catch(() => '');
    this._link = new URL(`./${hash}`, location.href.split('#')[0]).href;
  }
}

/** What can be asked of the models in words. @param {Race} race */
function prompting(race) {
  if (race.readsText)
    return {title: 'Let them continue a text', panel: html`<prompt-panel .race=${race}></prompt-panel>`};
  const answers = race.runners.some(({info}) => info?.answers);
  return {title: 'Ask them', panel: answers ? html`<answer-panel .race=${race}></answer-panel>` : null};
}

/** Whether the set-up fits beside the chart; below that it starts folded. */
function roomy() {
  return matchMedia('(min-width: 1120px)').matches;
}

customElements.define('unrolled-app', UnrolledApp);
