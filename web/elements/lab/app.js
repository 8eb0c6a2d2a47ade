import {LitElement, html, nothing} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import {repeat} from 'lit/directives/repeat.js';
import {NO_SETTING, NO_TEXT} from '../../shape/page.js';
import {hides, NO_SHAPE, opens, tightened} from '../../shape/shape.js';
import {fastMeaning, isFast} from '../../state/tier.js';
import {base, controls} from '../../styles/base.js';
import {adoptPageStyles} from '../../styles/page.js';
import {tokens} from '../../styles/tokens.js';
import {refusal} from '../../words/refusals.js';
import {language, say, spoken} from '../../words/words.js';
import {layout} from './app_layout.js';
import {Areas} from './areas.js';
import {Follow, announce} from '../parts/follow.js';
import {Fetched, Late, parts} from '../parts/late.js';
import {DroppedFiles} from './dropped_files.js';
import {LateNews} from './late_news.js';
import {prompting} from './race_lines.js';
import {SetUp, adding, hidesSetUp} from './set_up.js';
import '../chart/loss_chart.js';
import '../models/model_card.js';
import './pace_select.js';
import './preset_words.js';
import './run_bar.js';
import '../setup/task_panel.js';
import '../setup/train_panel.js';

/** @typedef {import('../../runtime/race.js').Race} Race */
/** @typedef {import('../../state/view.js').View} View */

/**
 * The lab: one race and everything one does with it.
 * @prop race @prop view @prop page - what is hidden, locked, opened and said (web/shape)
 * @prop keeping - the kept races, where the page keeps any
 * @prop back - where one came from, in a page that has more than the lab: {href, words}, words by their key
 * @prop share - opens the dialog of a page of its own (page_parts.js, which also brings what else only that has)
 * @prop notice - a sentence for the top of the page @prop unreadable - why there is nothing else to show @attr compact - for a frame in a course page; whoever
 *     sets it brings ./lab_link.js, which a page without frames never needs
 * @attr theme - light, dark, or empty for the system's @fires view-change - detail: the whole view
 */
export class UnrolledApp extends LitElement {
  static properties = {
    race: {attribute: false},
    view: {attribute: false},
    page: {attribute: false},
    notice: {type: String},
    compact: {type: Boolean, reflect: true},
    theme: {type: String, reflect: true},
    _status: {state: true},
    _failure: {state: true},
    unreadable: {type: String},
    keeping: {attribute: false},
    back: {attribute: false},
  };
  static styles = [tokens, base, controls, layout];

  #news = new LateNews((sentence) => this.#say(sentence));

  constructor() {
    super();
    /** @type {Race | null} */
    this.race = null;
    /** @type {View | null} */
    this.view = null;
    this.page = NO_SETTING;
    this.notice = '';
    this.compact = false;
    /** @type {'' | 'light' | 'dark'} */
    this.theme = '';
    this._status = '';
    /** What failed outside any model. */
    this._failure = '';
    this.unreadable = '';
    this.share = async () => {};
    /** @type {import('../../store/keeping.js').Keeping | null} */
    this.keeping = null;
    /** @type {{href: string, words: string} | null} */
    this.back = null;
    this.#late = [
      new Late(this, 'inside-section', () => import('../inside/inside_section.js')),
      new Late(this, 'race-verdict', () => import('../verdict/race_verdict.js')),
      new Late(this, 'compare-section', () => import('../compare/compare_section.js')),
      new Late(this, 'answer-panel', () => import('../answers/answer_panel.js')),
      new Late(this, 'prompt-panel', () => import('../answers/prompt_panel.js')),
    ];
    new Follow(this, () => this.keeping, {change: () => this.requestUpdate()});
    new Follow(this, () => this.race, {
      change: () => this.#onChange(),
      progress: () => this.#news.hear(),
      error: (event) => (this._failure = refusal(event.detail, this.race ?? {})),
    });
    this.addEventListener('data-wanted', (event) => {
      const notice = /** @type {import('../runs/kept_notice.js').KeptNotice | null} */ (
        this.renderRoot.querySelector('kept-notice')
      );
      notice?.ask(/** @type {CustomEvent} */ (event).detail);
    });
    this.addEventListener('train-on', (event) => {
      const {count, taken} = /** @type {CustomEvent} */ (event).detail;
      const bar = /** @type {import('./run_bar.js').RunBar | null} */ (this.renderRoot.querySelector('run-bar'));
      if (bar?.trainOn(count)) taken();
    });
    this.addEventListener('say', (event) => this.#say(/** @type {CustomEvent} */ (event).detail));
  }

  #late;
  #areas = new Areas(this);
  #setUp = new SetUp(this, this.#areas);
  #files = new DroppedFiles(this, () => this.#setUp.open(true));
  #early = new Fetched(() => import('../../facts/early_end.js'));
  /** The theme that the view asked for last; the reader may have another by now. @type {import('../../state/view.js').Theme} */
  #begun = 'auto';
  #listening = new AbortController();

  connectedCallback() {
    super.connectedCallback();
    adoptPageStyles(this.ownerDocument);
    const {signal} = (this.#listening = new AbortController());
    this.addEventListener('keydown', () => this.#fetchLate(), {signal}); // Tab goes where nobody has scrolled
    language.addEventListener('change', () => this.#speak(), {signal});
    parts.addEventListener('missing', () => (this._failure = say('trouble.part')), {signal});
    this.ownerDocument.documentElement.lang = spoken();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#listening.abort();
    this.#news.stop();
  }

  /** Everything is made anew in another language; what is being typed in a box goes with the old one. */
  #speak() {
    this.ownerDocument.documentElement.lang = spoken();
    this._status = this._failure = this.notice = '';
    this.race?.retell();
    this.requestUpdate();
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('race')) this.#news.watch(this.race);
    if (changed.has('race') || changed.has('view')) this.#judge();
    const theme = this.view?.theme ?? 'auto';
    if (theme !== this.#begun) this.#show(theme === 'auto' ? '' : theme);
    this.#begun = theme;
  }

  /** Where the view asks for it models end early; they wait at their tests until whoever judges these is there. */
  async #judge() {
    const {race, view} = this;
    race?.setJudge(view?.patience || view?.goal ? () => undefined : null);
    if (!race?.judge || !view) return;
    const code = await this.#early.coming;
    if (view === this.view) race.setJudge(code?.judgeOf(view) ?? null);
  }

  // Hearing ---------------------------------------------------------------------------------------------------------

  #onChange() {
    this.#news.hear();
    if (this.race?.started) this.#fetchLate();
    this.requestUpdate();
  }

  /** Whoever trains, or goes by keys, finds everything, seen or not: a screen reader does not scroll. */
  #fetchLate() {
    for (const late of this.#late) late.fetch();
  }

  /** @param {string} sentence */
  #say(sentence) {
    this._status = sentence;
  }

  /** @param {CustomEvent<Partial<View>>} event */
  #onView(event) {
    event.stopPropagation();
    this.#look(event.detail);
  }

  /** A child's change becomes the whole view. @param {Partial<View>} change */
  #look(change) {
    this.view = {.../** @type {View} */ (this.view), ...change};
    if (change.pacing) this.race?.setPacing(change.pacing);
    if (change.speed !== undefined) this.race?.setSpeed(change.speed);
    announce(this, 'view-change', this.view);
  }

  /**
   * A preset was opened, or another task: words that somebody wrote beside the old one do not fit it, and a preset's are
   * known by its experiment's name. What the page hides and locks stays so.
   * @param {CustomEvent<Partial<import('../../state/presets.js').Preset>>} event
   */
  #onPage({detail: {view, shape = NO_SHAPE}}) {
    this.page = {start: view ?? this.page.start, shape: tightened(this.page.shape, shape), text: NO_TEXT};
    if (view) this.#look(view);
  }

  /** @param {'' | 'light' | 'dark'} theme */
  async #show(theme) {
    this.theme = theme;
    document.documentElement.dataset.theme = theme;
    await this.updateComplete;
    document.dispatchEvent(new CustomEvent('unrolled-theme'));
  }

  // What it looks like ----------------------------------------------------------------------------------------------

  render() {
    return html`${this.compact ? html`<h1 class="unseen">${say('lab.name')}</h1>` : this.#header()}${keyed(spoken(), this.#lab())}`;
  }

  #lab() {
    const {race} = this;
    return html`
      <p class="unseen" role="status">${this._status}</p>
      ${
        this.unreadable
          ? this.#nothing()
          : !race
            ? html`<main class="waiting" aria-busy="true"><p class="muted">${say('lab.setting_up')}</p></main>`
            : html`
      <run-bar role="region" aria-label=${say('run.region')} .race=${race} .shape=${this.#shape} ?compact=${this.compact} @view-change=${this.#onView}></run-bar>
      <main tabindex="-1" @view-change=${this.#onView} @page-change=${this.#onPage} @own-wanted=${() => this.#files.ask()}>
        ${this.#notices()} ${this.keeping ? html`<kept-notice .keeping=${this.keeping}></kept-notice>` : nothing}
        ${this.#gallery(race)}
        ${this.compact ? this.#compactBody(race) : this.#body(race)}
      </main>
      ${this.compact || this.#hides('share') ? nothing : html`<share-dialog .race=${race} .view=${this.view} .page=${this.page}></share-dialog>`}`
      }`;
  }

  #header() {
    return html`<lab-header role="banner" theme=${this.theme} ?ready=${this.race !== null} .keeping=${this.keeping} .shape=${this.#shape} .back=${this.back} @skip=${this.#skip}
      @show-runs=${this.#showRuns} @share=${() => this.share()} @theme-change=${(/** @type {CustomEvent} */ {detail}) => this.#show(detail)}></lab-header>`;
  }

  #skip() {
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('main'))?.focus();
  }

  #notices() {
    const lines = [this.notice, this._failure].filter(Boolean);
    return lines.map(
      (line) => html`<div class="notice warning" role="alert"><p>${line}</p>
      <button class="quiet" @click=${() => (this.notice = this._failure = '')}>${say('lab.dismiss')}</button></div>`,
    );
  }

  get #shape() {
    return this.page.shape;
  }

  /** @param {string} part */
  #hides(part) {
    return hides(this.#shape, part);
  }

  /** Of a link that cannot be read: no other experiment in its place. */
  #nothing() {
    return html`<main><div class="notice error" role="alert"><p><b>${say('lab.unreadable')}</b> ${this.unreadable} ${say('link.again')}</p></div></main>`;
  }

  /** In a frame the words alone. @param {Race} race */
  #gallery(race) {
    const {shape, text} = this.page;
    return this.compact
      ? html`<preset-words compact .race=${race} .shape=${shape} .text=${text}></preset-words>`
      : html`<preset-gallery .race=${race} .shape=${shape} .text=${text}>${this.#setUp.line(race, shape)}</preset-gallery>`;
  }

  /** @param {Race} race */
  #body(race) {
    const {view, keeping} = this;
    const about = {race, view, shape: this.#shape, hasData: Boolean(keeping?.hasData), onView: this.#onView};
    const chart = html`<section class="chart" aria-label=${say('lab.loss')}>${this.#chart(race)}<series-line .race=${race}></series-line></section>`;
    return html`<div class="room">${this.#setUp.column(about)} ${this.#hides('chart') ? nothing : chart} ${this.#areas.render(this.#areasOf(race))}</div>
      <footer class="muted small"><p>${say('lab.private')} ${this.compact ? nothing : html`<a href="#privacy">${say('lab.privacy')}</a> `}${isFast(race.experiment) ? fastMeaning() : say('lab.reproducible')}</p></footer>`;
  }

  /** What stands beside the chart, or below it. @param {Race} race @returns {import('./areas.js').Area[]} */
  #areasOf(race) {
    const inside = say(race.readsText ? 'lab.inside_passage' : 'lab.inside_example');
    const runs = html`<kept-runs id="runs" tabindex="-1" .keeping=${this.keeping}></kept-runs>`;
    const all = [
      this.#area('models', say('lab.answers'), say('lab.answers'), this.#answers(race)),
      this.#area('inside', say('lab.inside_short'), inside, html`<inside-section .race=${race}></inside-section>`),
      this.#area(
        'compare',
        say('lab.compare_short'),
        say('lab.compare'),
        html`<compare-section .race=${race}></compare-section>`,
      ),
      this.#area('runs', say('lab.runs'), '', runs),
    ];
    const asks = this.#asking(race) !== nothing; // models may be hidden, and asked all the same
    return all.filter(({name}) => (name === 'runs' ? this.keeping : !this.#hides(name) || (name === 'models' && asks)));
  }

  /** @param {string} name @param {string} title @param {string} heading @param {unknown} body @returns {import('./areas.js').Area} */
  #area(name, title, heading, body) {
    const part = name === 'models' ? 'prompt' : name; // what of it a shape may open
    return {name, title, heading, body, open: opens(this.#shape, part)};
  }

  /** @param {Race} race */
  #chart(race) {
    return html`<loss-chart .race=${race} .view=${this.view} .ghosts=${this.keeping?.drawing} ?compact=${this.compact} ?plain=${this.#hides('chart_options')}></loss-chart><race-verdict ?hidden=${this.#hides('verdict')} .race=${race} .shape=${this.#shape} ?compact=${this.compact}></race-verdict>`;
  }

  /** @param {Race} race */
  #answers(race) {
    const cards = html`<kept-line .race=${race}></kept-line> ${hidesSetUp(this.#shape) ? adding(race, this.#shape) : nothing} ${this.#hides('answers') ? nothing : html`<examples-bar .race=${race}></examples-bar>`}
      ${this.#cards(race)}`;
    return html`${this.#hides('models') ? nothing : cards} ${this.#asking(race)}`;
  }

  /** @param {Race} race */
  #compactBody(race) {
    const shown = (/** @type {string} */ part) => !this.#hides(part);
    return html`
      ${shown('chart') ? this.#chart(race) : nothing}
      ${shown('models') ? this.#cards(race) : nothing}
      ${shown('task') || shown('training') ? this.#setup(race) : nothing}
      ${shown('inside') ? html`<details class="panel" ?open=${opens(this.#shape, 'inside')} @toggle=${() => this.requestUpdate()}><summary>${say('lab.inside')}</summary><inside-section .race=${race}></inside-section></details>` : nothing}
      ${shown('compare') ? html`<details class="panel" ?open=${opens(this.#shape, 'compare')} @toggle=${() => this.requestUpdate()}><summary>${say('lab.compare')}</summary><compare-section .race=${race}></compare-section></details>` : nothing}
      ${this.#askingPanel(race)}
      ${shown('lab_link') ? html`<lab-link .race=${race} .view=${this.view} .page=${this.page}></lab-link>` : nothing}`;
  }

  /** What a frame has of task and training. @param {Race} race */
  #setup(race) {
    const shape = this.#shape;
    const task = html`<task-panel .race=${race} .shape=${shape}></task-panel>`;
    const training = html`<train-panel .race=${race} .shape=${shape}></train-panel>`;
    return html`<details class="panel" ?open=${opens(shape, 'task') || opens(shape, 'training')}><summary>${say('lab.task_and_training')}</summary><div class="pair">${this.#hides('task') ? nothing : task} ${this.#hides('training') ? nothing : training}</div></details>`;
  }

  /** A prompt where the models can do something with one. @param {Race} race */
  #asking(race) {
    const {title, panel} = prompting(race);
    return panel && !this.#hides('prompt')
      ? html`<section aria-labelledby="ask"><h3 id="ask">${title}</h3>${panel}</section>`
      : nothing;
  }

  /** @param {Race} race */
  #askingPanel(race) {
    const {title, panel} = prompting(race);
    if (!panel || this.#hides('prompt')) return nothing;
    return html`<details class="panel" ?open=${opens(this.#shape, 'prompt')}><summary>${title}</summary>${panel}</details>`;
  }

  /** @param {Race} race */
  #cards(race) {
    return html`<div class="cards">${repeat(
      race.runners,
      ({id}) => id,
      (runner) => html`
      <model-card .race=${race} .runner=${runner} .shape=${this.#shape} metric=${this.view?.metric ?? ''} ?compact=${this.compact}></model-card>`,
    )}</div>`;
  }

  async #showRuns() {
    await this.#areas.show('runs');
    const runs = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('kept-runs'));
    runs?.scrollIntoView({block: 'start'});
    runs?.focus({preventScroll: true});
  }
}

customElements.define('unrolled-app', UnrolledApp);
