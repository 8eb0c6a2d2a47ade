import '../../words/guide.js';
import {LitElement, html, nothing} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import * as story from '../../learn/beats.js';
import {entryAfter} from '../../learn/index.js';
import {NO_SETTING} from '../../shape/page.js';
import {hides} from '../../shape/shape.js';
import {base, controls} from '../../styles/base.js';
import {refusal} from '../../words/refusals.js';
import {language, say, spoken} from '../../words/words.js';
import {givenStyles} from '../answers/given_view.js';
import {tokenStyles} from '../answers/tokens_view.js';
import {LateNews} from '../lab/late_news.js';
import {Cadence, Follow, announce} from '../parts/follow.js';
import {Fetched, Late} from '../parts/late.js';
import {beatsRow} from './beats_row.js';
import {choicesStyles} from './choices.js';
import {course, settingOf} from './course_words.js';
import {playerStyles} from './player_styles.js';
import * as predict from './predict_part.js';
import {taskStyles} from './task_picture.js';
import {bringWorked} from './worked.js';

/** @typedef {import('../../learn/types').Lesson} Lesson @typedef {import('../../runtime/race.js').Race} Race */
/** @typedef {import('../../learn/progress.js').Progress} Progress @typedef {import('../../learn/beats.js').Story} Story */
/** @typedef {import('./scene.js').Scene} Scene @typedef {import('./scene.js').Part} Part */

/**
 * A chapter, beat by beat: predict, watch, why, change one thing, try. web/learn/open.js puts one into it.
 * @prop race @prop chapter @prop recorded - what is known of it before anything runs @prop view @prop page
 * @prop progress - what of the chapters was seen and said on this device @prop parts - those of an exercise, by its stages, in the place of a chapter's @prop resume - brings
 * a story that begins to where it was left @attr compact - for a frame
 * @fires story-change - detail: the story @fires chapter-wanted - detail: its id @fires lab-wanted - detail: the race, to be shown in the lab with all it has learned
 */
export class ChapterPlayer extends LitElement {
  static properties = {
    race: {attribute: false},
    chapter: {attribute: false},
    recorded: {attribute: false},
    view: {attribute: false},
    page: {attribute: false},
    progress: {attribute: false},
    parts: {attribute: false},
    compact: {type: Boolean, reflect: true},
    _story: {state: true},
    _former: {state: true},
    _status: {state: true},
    _failure: {state: true},
    _busy: {state: true},
  };
  static styles = [base, controls, tokenStyles, givenStyles, choicesStyles, taskStyles, playerStyles];

  #news = new LateNews((sentence) => (this._status = sentence));
  #later = new Fetched(
    () => import('./later_parts.js'),
    () => this.requestUpdate(),
  );
  #before = new Fetched(
    () => import('./story_parts.js'),
    () => this.requestUpdate(),
  );
  #listening = new AbortController();
  /** What was predicted on a visit before this one. @type {string | undefined} */
  #earlier;
  /** Whether something else is shown than before that has not got the focus yet: another part, the reply to an answer. */
  #moved = false;
  /** How many examples the lab shows at a time. @type {import('../../runtime/types').Shown | null} */
  #shown = null;

  constructor() {
    super();
    /** @type {Race | null} */
    this.race = null;
    /** @type {Lesson | null} */
    this.chapter = null;
    /** @type {import('../../learn/types').Recorded | null} */
    this.recorded = null;
    /** @type {import('../../state/view.js').View} */
    this.view = /** @type {any} */ (null);
    this.page = NO_SETTING;
    /** @type {Progress | null} */
    this.progress = null;
    /** @type {Partial<Record<import('../../learn/beats.js').Stage, Part>> | null} */
    this.parts = null;
    this.resume = (/** @type {Story} */ begun) => begun;
    this.compact = false;
    /** @type {Story | null} */
    this._story = null;
    /** @type {import('./former_runs.js').Former | null} */
    this._former = null;
    this._status = this._failure = '';
    this._busy = false;
    new Late(this, 'prompt-panel', () => import('../answers/prompt_panel.js'));
    const redraw = new Cadence(this, () => this.requestUpdate(), 250);
    new Follow(this, () => this.race, {
      change: () => (this.#news.hear(), redraw.request()),
      progress: () => (this.#news.hear(), redraw.request()),
      error: ({detail}) => (this._failure = refusal(detail, this.race ?? {})),
    });
    this.addEventListener('say', (event) => this.#hear(/** @type {CustomEvent} */ (event)));
  }

  connectedCallback() {
    super.connectedCallback();
    const {signal} = (this.#listening = new AbortController());
    language.addEventListener('change', () => this.#speak(), {signal});
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#listening.abort();
    this.#news.stop();
  }

  /** Everything is made anew in another language; where the reader is stays. */
  #speak() {
    this._status = this._failure = '';
    this.race?.retell();
    this.requestUpdate();
  }

  /** What its parts say is heard here. @param {CustomEvent<string>} event */
  #hear(event) {
    event.stopPropagation();
    this._status = event.detail;
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('race')) this.#news.watch(this.race);
    if ((changed.has('chapter') || changed.has('race')) && this.chapter) this.#begin(this.chapter);
  }

  /** From the beginning, whatever was said before. @param {Lesson} chapter */
  #begin(chapter) {
    this._story = this.resume(story.begun(chapter, this.progress?.of(chapter.id)));
    this._former = null;
    this._status = this._failure = '';
    this.#earlier = this.progress?.of(chapter.id).predicted;
    void bringWorked(chapter);
  }

  updated() {
    const place = this.#moved
      ? (this.renderRoot.querySelector('#reply') ?? this.renderRoot.querySelector('.says h3'))
      : null;
    if (!place) return; // the part may be on its way
    this.#moved = false;
    if (this.getBoundingClientRect().top < 0) this.scrollIntoView({block: 'start'});
    /** @type {HTMLElement} */ (place).focus({preventScroll: true});
  }

  // What can be done -------------------------------------------------------------------------------------------------

  /** @param {Story} next */
  #go(next) {
    const shown = (/** @type {Story} */ {stage, answered, recalled}) =>
      [stage, answered, ...Object.keys(recalled)].join();
    this.#moved ||= shown(next) !== (this._story && shown(this._story));
    this._story = next;
    if (next.predicted !== null) void this.#later.value;
    this.#note(next);
    announce(this, 'story-change', next);
  }

  /** @param {Story} now */
  #note(now) {
    const {chapter} = this;
    const seen = chapter ? story.noted(chapter, now) : {};
    if (chapter && Object.keys(seen).length) this.progress?.note(chapter.id, seen);
  }

  /** What comes after the prediction is fetched when somebody is about to make one. */
  #expect() {
    void this.#later.value;
  }

  /** @param {string} id */
  #predict(id) {
    if (!this._story) return;
    this.#go(story.predicted(this._story, id));
    this.#train();
  }

  #train() {
    const {race, chapter} = this;
    if (!race || !chapter) return;
    this._failure = '';
    if (chapter.measures) return race.runners.forEach((runner) => runner.prepare()); // to be taken apart
    this.#show(race, chapter);
    race.train();
  }

  /** All look at the chapter's example, and answer it alone. @param {Race} race @param {Lesson} chapter */
  #show(race, {example}) {
    if (race.readsText) return;
    this.#shown ??= race.shown;
    race.setExample(example);
    race.setShown({set: 'val', first: example, count: 1});
  }

  /** The knob: the models train anew at once, but where one only joins those that are done. @param {number} position */
  async #turn(position) {
    const {race, chapter, _story: now} = this;
    const turning = this.#later.value?.turning; // it came with the knob
    if (!race || !chapter || !now || !turning || position === now.position || this._busy) return;
    this._busy = true;
    this._failure = '';
    const former = turning.formerRuns(race, this.view, settingOf(chapter, now.position));
    try {
      const joins = await turning.turnKnob(race, chapter, now, position);
      this._former = joins ? null : former;
      this.#go(story.turned(now, position));
      this.#train();
    } catch (error) {
      this._failure = refusal(error, race);
    }
    this._busy = false;
  }

  /** The lab shows as many examples as it always does. */
  #lab() {
    const {race} = this;
    if (race && this.#shown) race.setShown(this.#shown);
    this.#shown = null;
    announce(this, 'lab-wanted', race);
  }

  /** Once more from the first question, untrained. */
  async #again() {
    const {race, chapter, _story: now} = this;
    if (!race || !chapter || !now) return;
    if (now.position === (chapter.knob?.begin ?? 0)) await race.reset();
    else await race.setExperiment(chapter.experiment);
    this.#begin(chapter);
    this.#moved = true;
  }

  // What it looks like -----------------------------------------------------------------------------------------------

  /** @returns {Scene | null} */
  get #scene() {
    const {race, chapter, view, recorded, compact, _story: now, _former: former, _busy: busy} = this;
    if (!race || !chapter || !now || !view) return null;
    return {
      ...{race, chapter, view, recorded, compact, story: now, former, busy, earlier: this.#earlier},
      following: entryAfter(chapter.id)?.id,
      score: story.score(chapter, now),
      shape: this.page.shape,
      hidden: (name) => hides(this.page.shape, name),
      predict: (id) => this.#predict(id),
      start: () => (this.#go(story.started(now)), this.#train()),
      recall: (question, id) => this.#go(story.recalled(now, question, id)),
      answer: (id) => this.#go(story.answered(now, id)),
      turn: (position) => this.#turn(position),
      see: (part) => (this.view = {...this.view, ...part}),
      forth: () => this.#go(story.forth(now)),
      train: () => this.#train(),
      again: () => this.#again(),
      open: (id) => announce(this, 'chapter-wanted', id),
      lab: () => this.#lab(),
    };
  }

  render() {
    const scene = this.#scene;
    return html`<p class="unseen" role="status">${this._status}</p>${scene ? keyed(spoken(), this.#player(scene)) : html`<p class="waits">${say('player.opening')}</p>`}`;
  }

  /** @param {Scene} scene */
  #player(scene) {
    const {chapter, story: now} = scene;
    const go = (/** @type {import('../../learn/beats.js').Stage} */ stage) => this.#go(story.gone(now, stage));
    return html`<article class="player" aria-labelledby="question"><div class="head ${now.stage === 'predict' ? '' : 'later'}">
      <p class="over">${course(chapter, 'title')}${chapter.minutes ? html` · ${say('player.minutes', {minutes: chapter.minutes})}` : nothing}</p>
      <h2 class="question" id="question">${course(chapter, 'question')}</h2>${beatsRow(now, go)}</div>
      ${this._failure ? html`<p class="notice error" role="alert">${this._failure}</p>` : nothing}${this.#stage(scene)}</article>`;
  }

  /** @param {import('../../learn/beats.js').Stage} stage @returns {Part | null | undefined} */
  #partOf(stage) {
    if (stage === 'predict') return predict;
    return stage === 'recall' ? this.#before.value?.recall : this.#later.value?.LATER[stage];
  }

  /** @param {Scene} scene */
  #stage(scene) {
    const {stage} = scene.story;
    const part = this.parts ? this.parts[stage] : this.#partOf(stage);
    if (!part) return html`<p class="waits">${say('player.opening')}</p>`;
    return html`<div class="stage" data-stage=${stage}><div class="says">${part.says(scene)}</div>
      <div class="figure">${part.figure(scene)}</div><div class="act" @pointerover=${() => this.#expect()} @focusin=${() => this.#expect()}>${part.act(scene)}${this.#next(scene)}</div></div>${part.below?.(scene) ?? nothing}`;
  }

  /** The one button that leads on. @param {Scene} scene */
  #next({story: now, race, forth, chapter}) {
    const to = story.next(now);
    if (!to) return nothing;
    const skips = now.stage === 'recall' && chapter.recall?.some(({id}) => !(id in now.recalled));
    const waits = skips || (now.stage === 'watch' && race.state === 'training'); // it may be pressed all the same
    return html`<div class="next"><button class=${waits ? '' : 'primary'} @click=${forth}>${this.parts?.[to]?.leads?.() ?? say(`player.next_${skips ? 'skip' : to}`)} <span aria-hidden="true">→</span></button></div>`;
  }
}

customElements.define('chapter-player', ChapterPlayer);
