import '../../words/class.js';
import '../../words/exercise.js';
import '../../words/guide.js';
import '../../words/late.js';
import '../../words/teach.js';
import {LitElement, html, nothing} from 'lit';
import {classHead, classRows} from '../../class/class_csv.js';
import {codesIn} from '../../class/read_code.js';
import {rowOf, scoreOfClass, sorted} from '../../class/rows.js';
import {settingsOf} from '../../class/settings.js';
import {decodeExercise} from '../../exercise/link.js';
import {base, controls} from '../../styles/base.js';
import {adoptPageStyles} from '../../styles/page.js';
import {tokens} from '../../styles/tokens.js';
import {language, say, spoken} from '../../words/words.js';
import {languageChoice} from '../lab/language_choice.js';
import '../lab/theme_button.js';
import {Cadence, Follow} from '../parts/follow.js';
import {skipLink, skipStyles} from '../parts/skip_link.js';
import {csv} from '../save/csv.js';
import {download} from '../save/download.js';
import {fileName} from '../save/file_name.js';
import {deskStyles} from '../teach/desk_styles.js';
import {alike, answers, unread} from './below.js';
import {bring} from './bring.js';
import {checks, sentence} from './checks.js';
import {classStyles} from './class_styles.js';
import {bytesOf, filesOf} from './dropped.js';
import {everybody} from './everybody.js';
import {experiment} from './experiment.js';
import {glance} from './glance.js';
import {newsAt} from './news.js';
import {predicted} from './predicted.js';

/** @typedef {import('../../class/gathered.js').Gathered} Gathered @typedef {import('../../class/checking.js').Checking} Checking */
/** @typedef {import('../../class/types').Student} Student @typedef {import('../../class/types').Row} Row */
/** @typedef {ClassDesk['desk']} Desk what brings receipts in @typedef {NonNullable<ClassDesk['shown']>} Shown what is shown of them */

/**
 * The class view: what a teacher sees of the receipts of a class.
 * @prop gathered - what was brought @prop checking - what trains it again @attr root - the address of the home @attr theme
 */
export class ClassDesk extends LitElement {
  static properties = {
    gathered: {attribute: false},
    checking: {attribute: false},
    describe: {attribute: false},
    root: {type: String},
    theme: {type: String, reflect: true},
    _news: {state: true},
    _over: {state: true},
    _reading: {state: true},
    _written: {state: true},
    _by: {state: true},
    _chosen: {state: true},
  };
  static styles = [tokens, base, controls, skipStyles, deskStyles, classStyles];

  #listening = new AbortController();
  /** @type {Checking['state']} */
  #was = 'idle';
  /** One after the other: what is dropped twice is read twice, and in order. */
  #taking = Promise.resolve();

  constructor() {
    super();
    /** @type {Gathered} */
    this.gathered = /** @type {any} */ (null);
    /** @type {Checking} */
    this.checking = /** @type {any} */ (null);
    /** @type {import('../../runtime/types').Description} */
    this.describe = /** @type {any} */ (null);
    this.root = '';
    /** @type {'' | 'light' | 'dark'} */
    this.theme = '';
    /** @type {import('./news.js').News | null} */
    this._news = null;
    this._over = false;
    /** @type {{done: number, of: number} | null} */
    this._reading = null;
    this._written = {codes: '', link: '', fault: ''};
    this._by = {column: 'name', down: false};
    this._chosen = {setting: '', score: ''};
    const redraw = new Cadence(this, () => this.requestUpdate(), 200);
    new Follow(this, () => this.checking, {change: () => this.#changed(), progress: () => redraw.request()});
  }

  connectedCallback() {
    super.connectedCallback();
    adoptPageStyles(this.ownerDocument);
    const {signal} = (this.#listening = new AbortController());
    language.addEventListener('change', () => this.#speak(), {signal});
    window.addEventListener('dragover', (event) => this.#drag(event), {signal});
    window.addEventListener('dragleave', (event) => !event.relatedTarget && (this._over = false), {signal});
    window.addEventListener('drop', (event) => this.#drop(event), {signal});
    this.#speak();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#listening.abort();
  }

  #speak() {
    this._news = null;
    this.requestUpdate();
  }

  /** Where reading begins. */
  focus() {
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('h1'))?.focus({preventScroll: true});
  }

  // What comes in ---------------------------------------------------------------------------------------------------

  /** @param {DragEvent} event */
  #drag(event) {
    if (this.hidden) return;
    event.preventDefault();
    this._over = true;
  }

  /** @param {DragEvent} event */
  #drop(event) {
    if (this.hidden || !event.dataTransfer) return;
    event.preventDefault();
    this._over = false;
    void filesOf(event.dataTransfer).then((files) => this.takeFiles(files));
  }

  /** @param {File[]} files @returns {Promise<void>} */
  takeFiles(files) {
    return (this.#taking = this.#taking.then(async () => {
      const {arrivals, unread} = await bytesOf(files);
      this.gathered.refuse(unread);
      await this.gathered.take(arrivals, (done, of) => (this._reading = {done, of}));
      this.#taken();
    }));
  }

  async #takeCodes() {
    const {codes, link} = this._written;
    if (link.trim() && !(await this.#takeLink(link.trim()))) return;
    const count = await this.gathered.takeCodes(codes);
    this._written = {...this._written, codes: count ? '' : codes};
    this.#taken();
    if (!codesIn(codes).length && codes.trim()) this.#tell('read', say('class.no_codes'));
  }

  /** @param {string} link @returns {Promise<boolean>} whether it is one of an exercise */
  async #takeLink(link) {
    const {experiment: of, exercise, shape, error} = await decodeExercise(link, this.describe);
    const fault = of && exercise ? '' : say('class.link_wrong', {why: error});
    this._written = {...this._written, fault};
    if (!of || !exercise) return false;
    await this.gathered.setGiven({experiment: of, exercise, shape});
    return true;
  }

  /** That all is trained again is heard, too: it is seen beside the bar. */
  #changed() {
    const {state} = this.checking;
    if (state === 'done' && this.#was === 'working') this.#tell('checked', sentence(this.checking));
    this.#was = state;
    this.requestUpdate();
  }

  #taken() {
    this._reading = null;
    this.checking.students = this.gathered.students;
    const {students, unread} = this.gathered;
    this.#tell('read', say('class.read', {count: students.length, unread: unread.length}));
  }

  /** Until something else happens. @param {import('./news.js').Place} at @param {string} words */
  #tell(at, words) {
    this._news = {at, words};
  }

  /** @param {File[]} files */
  async #giveData(files) {
    const given = await Promise.all(
      files.map(async (file) => this.checking.offer(new Uint8Array(await file.arrayBuffer()), file.name)),
    );
    if (files.length) this.#tell('data', say(given.some(Boolean) ? 'class.own_taken' : 'class.own_other'));
  }

  #clear() {
    this.gathered.clear();
    this.checking.close();
    this.#taken();
    this.#tell('read', say('class.cleared'));
    this.focus();
  }

  // What is shown ---------------------------------------------------------------------------------------------------

  get desk() {
    const {gathered, _over: over, _reading: reading, _written: written, _news: news} = this;
    return {
      ...{gathered, over, reading, news, codes: written.codes, link: written.link, linkFault: written.fault},
      takeFiles: (/** @type {File[]} */ files) => this.takeFiles(files),
      takeCodes: () => void this.#takeCodes(),
      write: (/** @type {Partial<typeof written>} */ part) => (this._written = {...this._written, ...part}),
      clear: () => this.#clear(),
    };
  }

  get shown() {
    const {gathered, checking, _by: by, _chosen: chosen} = this;
    const {students} = gathered;
    if (!students.length) return null;
    const [{exercise}] = students;
    const scores = scoresIn(students);
    const score = scores.includes(chosen.score) ? chosen.score : scoreOfClass(students[0], this.describe);
    const rows = students.map((student) => rowOf(student, score, checking.of(student).standing));
    const settings = settingsOf(rows.flatMap(({student, refuted}) => (refuted ? [] : [student])));
    return {
      ...{students, exercise, settings, scores, score, rows, checking, by, again: gathered.again, news: this._news},
      setting: settings.find(({key}) => key === chosen.setting) ?? settings.at(0),
      sorted: sorted(rows, by, {score, language: spoken(), standing: ({student}) => checking.of(student).standing}),
      checkedOf: (/** @type {Student} */ student) => checking.of(student),
      choose: (/** @type {Partial<typeof chosen>} */ part) => (this._chosen = {...chosen, ...part}),
      sort: (/** @type {string} */ column) => (this._by = {column, down: by.column === column && !by.down}),
      saveCsv: () => this.#saveCsv(),
      giveData: (/** @type {File[]} */ files) => this.#giveData(files),
    };
  }

  #saveCsv() {
    const {sorted: rows, exercise, checkedOf} = /** @type {Shown} */ (this.shown);
    const text = csv(
      classHead(rows),
      classRows(rows, ({student}) => checkedOf(student)),
    );
    const name = fileName(['class', exercise.title], 'csv');
    download(new Blob([text], {type: 'text/csv'}), name);
    this.#tell('saved', say('class.saved', {name}));
  }

  render() {
    const {root, shown, desk} = this;
    const skip = () => /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('main'))?.focus();
    const show = (/** @type {CustomEvent<'' | 'light' | 'dark'>} */ {detail}) =>
      (document.documentElement.dataset.theme = this.theme = detail);
    return html`<header>${skipLink(say('class.skip'), skip)}<a class="name" href=${root}>${say('lab.name')}</a>
        <nav aria-label=${say('teach.ways')}><a href=${`${root}#teach`}>${say('teach.title')}</a><a href=${`${root}#class`} aria-current="page">${say('class.title')}</a><a href=${`${root}#glossary`}>${say('glossary.title')}</a></nav>
        ${languageChoice()}<theme-button .theme=${this.theme} @theme-change=${show}></theme-button></header>
      <main tabindex="-1" class="class"><div><h1 tabindex="-1">${say('class.title')}</h1></div>
        ${shown ? nothing : html`<div><p class="lead">${say('class.lead')}</p><p class="muted">${say('class.private')}</p></div>`}
        ${shown ? html`${this.#title(shown)}${glance(shown)}${checks(shown)}${predicted(shown)}${experiment(shown)}${everybody(shown)}${answers(shown)}${alike(shown)}` : nothing}
        ${unread(this.gathered.unread)}${bring(desk)}${shown ? html`<p class="muted small">${say('class.private')}</p>` : nothing}</main>
      <p class="unseen" role="status">${this._news?.words ?? nothing}</p>`;
  }

  /** @param {Shown} shown */
  #title({exercise}) {
    const {exercises, shown} = this.gathered;
    const choose = (/** @type {any} */ {target}) => {
      this.gathered.chosen = target.value;
      this.#taken();
    };
    const several = exercises.map(
      ({hash, title, count}) =>
        html`<option value=${hash} .selected=${hash === shown}>${say('class.of_exercise', {title, count})}</option>`,
    );
    return html`<div class="title">${exercises.length > 1 ? html`<label>${say('class.exercise')} <select @change=${choose}>${several}</select></label>` : html`<p class="over">${say('class.exercise')}</p>`}
      <p class="exercise">${exercise.title}</p>${newsAt(this._news, 'read')}</div>`;
  }
}

/** All that any run ended with. @param {Student[]} students */
function scoresIn(students) {
  const names = students.flatMap(({taken}) =>
    taken.runs.flatMap(({models}) => models.flatMap(({scores}) => Object.keys(scores))),
  );
  return [...new Set(names)];
}

customElements.define('class-desk', ClassDesk);
