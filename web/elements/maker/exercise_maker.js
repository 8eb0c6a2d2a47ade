import '../../words/late.js';
import '../../words/make.js';
import {LitElement, html, nothing} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import {usualOutcome} from '../../exercise/make/aim.js';
import {lacks, ownSeed, triedExperiment, untried} from '../../exercise/make/draft.js';
import {withRight} from '../../exercise/make/proposal.js';
import {SEEDS} from '../../exercise/make/trial.js';
import {letDown, tally} from '../../exercise/make/tried.js';
import {NAMES} from '../../words/languages.js';
import {base, controls} from '../../styles/base.js';
import {adoptPageStyles} from '../../styles/page.js';
import {tokens} from '../../styles/tokens.js';
import {refusal} from '../../words/refusals.js';
import {language, say, spoken} from '../../words/words.js';
import {languageChoice} from '../lab/language_choice.js';
import '../lab/theme_button.js';
import {Follow} from '../parts/follow.js';
import {skipLink, skipStyles} from '../parts/skip_link.js';
import {plainNames} from '../../learn/plain_names.js';
import * as change from './change_fold.js';
import {handOut} from './hand_out.js';
import {makerStyles} from './maker_styles.js';
import {Packed} from './packed.js';
import * as predict from './predict_fold.js';
import './preview_frame.js';
import './seed_trial.js';
import * as tryIt from './try_fold.js';
import {Trials} from './trials.js';
import * as watch from './watch_fold.js';
import * as why from './why_fold.js';

/** @typedef {import('../../exercise/make/types').Draft} Draft @typedef {import('./desk.js').Desk} Desk */

/** In the order of the beats. */
const FOLDS = /** @type {const} */ ([
  ['predict', predict.digest, predict.predictFold],
  ['watch', watch.digest, watch.watchFold],
  ['why', why.digest, why.whyFold],
  ['change', change.digest, change.changeFold],
  ['try', tryIt.digest, tryIt.tryFold],
]);

/**
 * Makes an exercise: a form in the order of the five beats, what students get beside it, the goal tried on seeds, and what is handed out.
 * @prop draft - what is made; another one is another exercise @prop describe @prop facts - of the race that it is made of, where that was trained
 * @prop makeRace - of an experiment, whoever asks closes it @prop notice @attr root - the address of the home @attr theme
 * @fires made - detail: {hash, draft}: of the address that opens it again
 */
export class ExerciseMaker extends LitElement {
  static properties = {
    draft: {attribute: false},
    describe: {attribute: false},
    facts: {attribute: false},
    makeRace: {attribute: false},
    notice: {type: String},
    root: {type: String},
    theme: {type: String, reflect: true},
    _draft: {state: true},
    _status: {state: true},
    _copied: {state: true},
    _open: {state: true},
  };
  static styles = [tokens, base, controls, skipStyles, makerStyles];

  #listening = new AbortController();
  #packed = new Packed(this);
  #trials = new Trials(this);

  constructor() {
    super();
    /** @type {Draft | null} */
    this.draft = null;
    /** @type {import('../../runtime/types').Description | null} */
    this.describe = null;
    /** @type {import('../../facts/types').Facts | null} */
    this.facts = null;
    /** @type {((experiment: import('../../runtime/types').Experiment) => import('../../runtime/race.js').Race) | null} */
    this.makeRace = null;
    this.notice = this.root = '';
    /** @type {'' | 'light' | 'dark'} */
    this.theme = '';
    /** As it is now. @type {Draft | null} */
    this._draft = null;
    this._status = this._copied = '';
    /** Replies and the like that are unfolded. @type {readonly string[]} */
    this._open = [];
    new Follow(this, () => this.#trials.trial, {change: () => this.#onTrial()});
  }

  connectedCallback() {
    super.connectedCallback();
    adoptPageStyles(this.ownerDocument);
    const {signal} = (this.#listening = new AbortController());
    language.addEventListener('change', () => this.#speak(), {signal});
    this.#speak();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#listening.abort();
    this.#trials.close();
  }

  #speak() {
    this.ownerDocument.documentElement.lang = spoken();
    this._status = '';
    this.requestUpdate();
  }

  /** What trains here rests while something else is on screen. @param {boolean} present */
  setPresent(present) {
    if (!present) this.#trials.trial?.pause();
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('draft') && this.draft) [this._draft, this._open] = [this.draft, []];
    if (changed.has('_draft') && this._draft) {
      this._copied = '';
      this.#trials.about(triedExperiment(this._draft), this._draft.exercise.goal);
      this.#packed.pack(this._draft, this.#trials.tried(this._draft.exercise.goal));
    }
  }

  /** Where reading begins. */
  focus() {
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('h1'))?.focus({preventScroll: true});
  }

  #skip() {
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('main'))?.focus();
  }

  /** @returns {Desk | null} */
  get #desk() {
    const {_draft: draft, describe, facts, _open: open} = this;
    if (!draft || !describe) return null;
    const {models, train} = draft.experiment;
    return {
      ...{draft, describe, facts, runs: this.#trials.runs},
      names: plainNames(models, describe, train),
      change: (part) => (this._draft = untried(draft, {...draft, ...part})),
      write: (part) => (this._draft = untried(draft, {...draft, exercise: {...draft.exercise, ...part}})),
      opened: (name) => open.includes(name),
      toggle: (name) => (this._open = open.includes(name) ? open.filter((one) => one !== name) : [...open, name]),
    };
  }

  /** A trial that has ended goes into what is handed out. */
  #onTrial() {
    if (this.#trials.trial?.state === 'done' && this._draft)
      this.#packed.pack(this._draft, this.#trials.tried(this._draft.exercise.goal));
    this.requestUpdate();
  }

  /** @param {string} name @param {string} text */
  async #copy(name, text) {
    const copied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    this._copied = copied ? name : '';
    this._status = say(copied ? 'share.has_copied' : 'share.no_copying');
  }

  /** What makes a file comes when one is wanted. @param {import('../../hosts/index.js').Host} host */
  async #save(host) {
    const {made} = this.#packed;
    if (!made) return;
    try {
      const taken = await host.make(made);
      if (taken.text !== undefined) return await this.#copy(host.id, taken.text);
      const {download} = await import('../save/download.js');
      download(taken.blob, taken.name);
      this._copied = '';
      this._status = say('make.saved', {name: taken.name});
    } catch (error) {
      this._status = refusal(error, {});
    }
  }

  /** @param {CustomEvent<'' | 'light' | 'dark'>} event */
  #show({detail: theme}) {
    this.theme = theme;
    document.documentElement.dataset.theme = theme;
  }

  // What it looks like ------------------------------------------------------------------------------------------------

  render() {
    const {root} = this;
    const desk = this.#desk;
    return html`<header>${skipLink(say('make.skip'), () => this.#skip())}<a class="name" href=${root}>${say('lab.name')}</a>
        <nav aria-label=${say('make.ways')}><a href=${`${root}#lab`}>${say('make.lab')}</a><a href=${`${root}#teach`}>${say('make.teachers')}</a><a href=${`${root}#class`}>${say('make.class')}</a></nav>
        ${languageChoice()}<theme-button .theme=${this.theme} @theme-change=${this.#show}></theme-button></header>
      <main tabindex="-1">${desk ? keyed(spoken(), this.#page(desk)) : html`<p class="muted">${this.notice || say('make.opening')}</p>`}</main>
      <p class=${this._copied ? 'unseen' : 'status'} role="status">${this._status || nothing}</p>`;
  }

  /** @param {Desk} desk */
  #page(desk) {
    const missing = lacks(desk.draft);
    return html`<div class="top"><div><h1 tabindex="-1">${desk.draft.exercise.title || say('make.untitled')}</h1><p class="muted lead">${say('make.what')}</p></div>
        <div class="row">${this.#trialLine(desk)}<button class="primary" ?disabled=${missing.length > 0 || !this.#packed.made} @click=${() => this.#packed.made && this.#copy('student', this.#packed.student)}>${say(this._copied === 'student' ? 'make.student_copied' : 'make.copy_student')}</button></div>
        ${this.notice ? html`<p class="notice warning">${this.notice}</p>` : nothing}</div>
      <div class="form">${FOLDS.map((fold, i) => this.#fold(desk, fold, i))}${this.#seed(desk)}</div>
      <div class="beside">${this.#preview(missing)}</div>
      <div class="after"><section aria-labelledby="before"><h2 id="before">${say('make.before')}</h2>${this.#trial(desk)}</section>
        <section aria-labelledby="out"><h2 id="out">${say('make.out')}</h2>${this.#out(desk, missing)}</section></div>`;
  }

  /** @param {Desk} desk @param {typeof FOLDS[number]} fold @param {number} i */
  #fold(desk, [name, digest, body], i) {
    return html`<details ?open=${i === 0}><summary><span class="count" aria-hidden="true">${i + 1}</span><h2 class="beat">${say(`make.beat_${name}`)}</h2><span class="digest">${digest(desk)}</span></summary>
      <div class="fold">${name === 'predict' ? this.#rightOne(desk) : nothing}${body(desk)}</div></details>`;
  }

  /** Where no answer is marked and the seeds agree, they say which is right. @param {Desk} desk */
  #rightOne({draft, names, runs, write}) {
    const {choices} = draft.exercise;
    const theirs = names.length === 2 && choices.length > 2 && names.every((name, i) => choices[i].text === name);
    if (!theirs || choices.some(({right}) => right) || runs.length < 5) return nothing;
    const found = usualOutcome(runs.map(({facts}) => facts), `val_${draft.view.metric || 'accuracy'}`); // prettier-ignore
    const marked = withRight(choices, found);
    const right = marked.find((one) => one.right);
    return right
      ? html`<div class="notice spread"><span>${say('make.right_by_runs', {choice: right.text, count: runs.length})}</span><button @click=${() => write({choices: marked})}>${say('make.mark_it')}</button></div>`
      : nothing;
  }

  /** @param {Desk} desk */
  #seed({draft, write}) {
    const one = (/** @type {'fixed' | 'name'} */ seed) =>
      html`<label><input type="radio" name="seed" .checked=${draft.exercise.seed === seed} @change=${() => write({seed})} /> ${say(`make.seed_${seed}`)}</label>`;
    return html`<div class="fold" role="group" aria-labelledby="seeds"><div class="seed"><h3 id="seeds">${say('make.seed_of')}</h3><p class="muted small">${say('make.seed_what')}</p>${one('fixed')}${one('name')}</div></div>`;
  }

  /** @param {string[]} missing */
  #preview(missing) {
    if (missing.length) return html`<div class="notice">${missing.map((key) => html`<p>${say(key)}</p>`)}</div>`;
    if (this.#packed.problem) return html`<p class="notice error">${this.#packed.problem}</p>`;
    return html`<preview-frame .address=${this.#packed.address}></preview-frame>`;
  }

  #try() {
    if (this.makeRace) this.#trials.turn(this.makeRace);
  }

  /** How the trial stands, where the link is copied. @param {Desk} desk */
  #trialLine({draft}) {
    const {trial, runs} = this.#trials;
    if (!trial)
      return html`<button class="quiet" @click=${() => this.#try()}>${say('make.trial_idle', {count: SEEDS})}</button>`;
    const {reached, tried} = tally(draft.exercise.goal, runs);
    if (trial.state !== 'done')
      return html`<span class="muted">${say('make.trial_count', {reached, tried, total: SEEDS})}</span>`;
    const few = letDown(draft.exercise.goal, runs, ownSeed(draft)) !== 'nobody';
    return html`<span class=${few ? 'few' : 'muted'}>${say('make.reached_short', {reached, tried})}</span>`;
  }

  /** @param {Desk} desk */
  #trial({draft, names, write}) {
    const {goal, tried} = draft.exercise;
    const before =
      tried && !this.#trials.trial ? html`<p class="muted">${say('make.reached_before', tried)}</p>` : nothing;
    return html`${before}<seed-trial .trial=${this.#trials.trial} .goal=${goal} .names=${names} .own=${ownSeed(draft)}
      @try=${() => this.#try()} @take-up=${(/** @type {CustomEvent} */ {detail}) => write({goal: detail})}></seed-trial>`;
  }

  /** @param {Desk} desk @param {string[]} missing */
  #out(desk, missing) {
    const {made} = this.#packed;
    if (missing.length || !made) return html`<p class="muted">${say('make.not_yet')}</p>`;
    const languages = Object.entries(NAMES).map(([value, title]) => ({value, title}));
    const hand = {
      ...{made, teacher: this.root + this.#packed.teacher, copied: this._copied},
      copy: (/** @type {string} */ name, /** @type {string} */ text) => this.#copy(name, text),
      save: (/** @type {import('../../hosts/index.js').Host} */ host) => this.#save(host),
    };
    return handOut(desk, hand, languages);
  }
}

customElements.define('exercise-maker', ExerciseMaker);
