// The guided part of the page as a room: the home, which begins with the first chapter, and every chapter by its address. A chapter
// that was opened stays as it is until the page goes: whoever comes back finds it where it was left.
import '../words/guide.js';
import '../elements/home/home_page.js';
import '../elements/learn/chapter_player.js';
import {part} from '../elements/parts/late.js';
import {OPENING, entryOf} from '../learn/index.js';
import {openChapter} from '../learn/open.js';
import {Progress} from '../learn/progress.js';
import {chapterShape, hashOf, isProjected} from '../shape/where.js';
import '../words/course.js';
import {say} from '../words/words.js';

/** @typedef {import('../runtime/race.js').Race} Race @typedef {import('../learn/types').Chapter} Chapter */
/** @typedef {import('../learn/open.js').Player & HTMLElement & {progress: Progress}} Player */
/** @typedef {{id: string, player: Player, race: Race | null, left: string}} Opened left: its experiment when one went away */
/** @typedef {import('./rooms.js').Means} Means */

export class GuideRoom {
  element = /** @type {import('../elements/home/home_page.js').HomePage} */ (document.createElement('home-page'));
  progress = new Progress();
  /** @type {Map<string, Opened>} */
  #opened = new Map();
  /** @type {import('../shape/where.js').Where} */
  #where = {room: 'home'};
  #means;

  /** @param {Means} means */
  constructor(means) {
    this.#means = means;
    this.element.root = means.root;
    this.element.describe = means.surroundings.describe;
    this.element.progress = this.progress;
  }

  /** The home opens where the course begins. */
  get #id() {
    return this.#where.room === 'chapter' ? this.#where.id : OPENING;
  }

  get #now() {
    return this.#opened.get(this.#id);
  }

  get race() {
    return this.#now?.race ?? null;
  }

  title() {
    if (this.#where.room === 'home') return say('home.title');
    return say('home.title_chapter', {title: say(`course.${this.#id}.title`)});
  }

  /** @param {import('../shape/where.js').Where} where */
  async show(where) {
    const known = where.room !== 'chapter' || entryOf(where.id);
    this.#where = known ? where : {room: 'home'};
    this.element.notice = known ? '' : say('home.no_chapter');
    this.#forgetChanged();
    this.element.projector = isProjected(location.hash);
    this.element.place = {home: this.#where.room === 'home', id: this.#id};
    const opened = this.#now ?? this.#open(this.#id);
    this.element.players = [...this.#opened.values()];
    await opened;
  }

  /** @param {string} id */
  async #open(id) {
    const player = /** @type {Player} */ (document.createElement('chapter-player'));
    player.progress = this.progress;
    const opened = /** @type {Opened} */ ({id, player, race: null, left: ''});
    this.#opened.set(id, opened);
    try {
      await this.#fill(opened);
    } catch {
      this.#opened.delete(id); // a part of it did not come, as the page says: it is opened anew the next time
    }
  }

  /** @param {Opened} opened */
  async #fill(opened) {
    const {id, player} = opened;
    const {load} = /** @type {import('../learn/index.js').Entry} */ (entryOf(id));
    const words = id === OPENING || part(() => import('../words/course_more.js'));
    const [chapter] = await Promise.all([part(load), words]);
    const race = await openChapter(player, this.#means.surroundings, chapter, {shape: chapterShape(location.hash)});
    opened.race = race;
    race.setPresent(this.#now === opened);
    race.preload({eager: true, warm: this.#means.warm});
    void this.#tell(race);
  }

  /** What may be refused, and why, in words: nobody needs them before the first question is on screen. @param {Race} race */
  async #tell({describe}) {
    const code = await part(() => import('../words/described.js')).catch(() => null); // the page says so
    code?.atLength(describe);
  }

  /** Of a race that another room shows, too, something may have changed there: then its chapter begins anew. */
  #forgetChanged() {
    const {id, race, left} = this.#now ?? {};
    if (id && race && left && left !== JSON.stringify(race.experiment)) this.#opened.delete(id);
  }

  /** One goes somewhere else. */
  leave() {
    const now = this.#now;
    if (now?.race) now.left = JSON.stringify(now.race.experiment);
  }

  /** The page works without a network. */
  stored() {
    this.element.stored = true;
  }

  /** Whether a chapter shows this race. @param {Race} race */
  has(race) {
    return [...this.#opened.values()].some((one) => one.race === race);
  }

  /** What is on screen, for the lab. @returns {{race: Race, view: import('../state/view.js').View, back: {href: string, words: string}} | null} */
  get shown() {
    const now = this.#now;
    if (!now?.race) return null;
    const href = `${this.#means.root}${hashOf(this.#where)}`;
    return {race: now.race, view: now.player.view, back: {href, words: 'lab.back'}};
  }

  /** Whether the lab's race may be lost. */
  asksToReplace() {
    return this.element.asks(say('home.lab_holds'));
  }

  focus() {
    this.element.focus();
  }
}
