// The page's rooms: the home with the chapters, and the lab. What a room needs is fetched when it is first entered; which one is on
// screen the address says, and Back and Forward go between them. What is not on screen does not train: a race rests where it is
// left, and goes on when one comes back. One that a chapter hands to the lab is the same race in both.
import {part} from '../elements/parts/late.js';
import {holdsExercise} from '../exercise/address.js';
import {hearAddress, speakAsWanted} from '../shape/language.js';
import {hashOf, isAnyLab, whereOf} from '../shape/where.js';
import {language} from '../words/words.js';
import {followLinks} from './links.js';

/** @typedef {import('../shape/where.js').Where} Where @typedef {import('../runtime/race.js').Race} Race */
/** @typedef {import('./lab_room.js').LabRoom} LabRoom @typedef {import('./guide_room.js').GuideRoom} GuideRoom */
/** @typedef {import('./teach_room.js').TeachRoom} TeachRoom @typedef {import('./exercise_room.js').ExerciseRoom} ExerciseRoom @typedef {import('./class_room.js').ClassRoom} ClassRoom */
/** @typedef {GuideRoom | LabRoom | TeachRoom | ExerciseRoom | ClassRoom} Room */
/** @typedef {{surroundings: import('../runtime/types').Surroundings, warm: import('../runtime/types').WarmUp, root: string}} Means root: the address of the home, without any hash */

/** So long the first screen waits to come whole, so that nothing on it moves. */
const WHOLE_MS = 600;

export class Rooms {
  #place;
  #means;
  #own;
  /** @type {GuideRoom | null} */
  #guide = null;
  /** @type {LabRoom | null} */
  #lab = null;
  /** @type {TeachRoom | null} */
  #teach = null;
  /** @type {ClassRoom | null} */
  #class = null;
  /** @type {ExerciseRoom | null} */
  #exercise = null;
  /** @type {Room | null} */
  #now = null;
  /** What is on screen trains. @type {Room['race']} */
  #present = null;
  /** Drops who comes too late. */
  #epoch = 0;
  /** Where one had scrolled to, by what was shown. @type {Map<string, number>} */
  #scrolled = new Map();
  /** The address that was arrived at, and what it showed. */
  #at = {href: '', shows: ''};

  /** @param {HTMLElement} place what stands there is for when no script may run @param {Means} means @param {string | null} own the chapter, or the page beside the chapters, that this file is of */
  constructor(place, means, own) {
    this.#place = place;
    this.#means = means;
    this.#own = own;
  }

  async begin() {
    for (const type of ['hashchange', 'popstate'])
      window.addEventListener(type, () => location.href !== this.#at.href && void this.#arrive());
    language.addEventListener('change', () => this.#now && (document.title = this.#now.title()));
    followLinks(document, this.#means.root, (hash) => this.go(hash));
    this.#place.addEventListener('chapter-wanted', (event) =>
      this.go(hashOf({room: 'chapter', id: /** @type {CustomEvent} */ (event).detail})),
    );
    this.#place.addEventListener('lab-wanted', () => void this.#handOver());
    await this.#arrive();
  }

  /** The page works without a network. */
  stored() {
    this.#guide?.stored();
  }

  /** @param {string} hash */
  async go(hash) {
    const to = hash === hashOf({room: 'lab'}) ? (this.#lab?.hash ?? hash) : hash; // what is in the lab stays
    const another = to !== this.#lab?.hash && (await this.#where(to)).room === 'lab';
    if (another && !(await this.#mayReplace())) return;
    this.#note();
    history.pushState(null, '', this.#means.root + to);
    await this.#arrive({by: 'link'});
  }

  /** Where one has scrolled to is where one comes back to. */
  #note() {
    this.#scrolled.set(this.#at.shows, window.scrollY);
  }

  /** The address has changed. @param {{by?: 'link' | 'history'}} [how] */
  async #arrive({by = 'history'} = {}) {
    if (by === 'history') this.#note();
    const epoch = ++this.#epoch;
    await hearAddress(() => speakAsWanted(part));
    if (epoch !== this.#epoch) return;
    const where = await this.#where(location.hash);
    if (epoch !== this.#epoch) return;
    const room = await this.#roomOf(where).catch(() => null); // a part that did not come: the page says so
    if (!room || epoch !== this.#epoch) return;
    const shows = 'id' in where ? hashOf(where) : where.room;
    const moves = this.#now !== null && shows !== this.#at.shows;
    this.#at = {href: location.href, shows};
    if (this.#now === this.#guide) this.#guide?.leave();
    const shown = room.show(where);
    if (this.#now === null) await Promise.race([shown, new Promise((enough) => setTimeout(enough, WHOLE_MS))]);
    this.#enter(room);
    if (moves) this.#settle(by);
    await shown;
    if (epoch === this.#epoch) this.#attend();
  }

  /** What the lab could open may be an exercise. @param {string} hash @returns {Promise<Where>} */
  async #where(hash) {
    const where = whereOf(hash, location.pathname.endsWith(`/${this.#own}.html`) ? this.#own : null);
    if (where.room !== 'lab' || isAnyLab(hash) || hash === this.#lab?.hash) return where;
    return (await holdsExercise(hash)) ? {room: 'exercise', id: hash} : where;
  }

  /** @param {Where} where @returns {Promise<Room>} */
  async #roomOf({room}) {
    if (room === 'lab') return this.#labRoom();
    if (room === 'class') return this.#classRoom();
    if (room === 'exercise') return this.#exerciseRoom();
    if (room !== 'home' && room !== 'chapter') return this.#teachRoom();
    if (this.#guide) return this.#guide;
    const {GuideRoom} = await part(() => import('./guide_room.js'));
    return (this.#guide ??= new GuideRoom(this.#means));
  }

  async #labRoom() {
    if (this.#lab) return this.#lab;
    const {LabRoom} = await part(() => import('./lab_room.js'));
    return (this.#lab ??= new LabRoom(this.#means));
  }

  async #exerciseRoom() {
    const {ExerciseRoom} = await part(() => import('./exercise_room.js'));
    return (this.#exercise ??= new ExerciseRoom(this.#means));
  }

  async #teachRoom() {
    const {TeachRoom} = await part(() => import('./teach_room.js'));
    return (this.#teach ??= new TeachRoom(this.#means));
  }

  async #classRoom() {
    if (this.#class) return this.#class;
    const {ClassRoom} = await part(() => import('./class_room.js'));
    return (this.#class ??= new ClassRoom(this.#means));
  }

  /** @param {Room} room */
  #enter(room) {
    if (this.#now === null) this.#place.replaceChildren();
    if (!room.element.isConnected) this.#place.append(room.element);
    for (const one of [this.#guide, this.#lab, this.#teach, this.#exercise, this.#class])
      if (one) one.element.hidden = one !== room;
    this.#now = room;
    document.title = room.title();
    this.#theme(room);
    this.#attend();
  }

  /** Light or dark is the page's, whatever room it was chosen in. @param {Room} room */
  #theme(room) {
    const {theme = ''} = document.documentElement.dataset;
    /** @type {any} */ (room.element).theme = theme;
  }

  /** The race on screen may train, the others rest. */
  #attend() {
    const race = this.#now?.race ?? null;
    if (race === this.#present) return;
    this.#present?.setPresent(false);
    race?.setPresent(true);
    this.#present = race;
  }

  /** What is read next is what is there now. @param {'link' | 'history'} by */
  async #settle(by) {
    const now = this.#now;
    await /** @type {any} */ (now?.element).updateComplete;
    if (now !== this.#now) return;
    now?.focus();
    window.scrollTo(0, by === 'history' ? (this.#scrolled.get(this.#at.shows) ?? 0) : 0);
  }

  /** Whether another race may take the place of the lab's: it is asked for only where that one would be lost. */
  async #mayReplace() {
    return !this.#lab?.holds || this.#now !== this.#guide || !this.#guide || this.#guide.asksToReplace();
  }

  /** The chapter's race goes to the lab as it is. */
  async #handOver() {
    const shown = this.#guide?.shown;
    const lab = shown && (await this.#labRoom().catch(() => null));
    if (!shown || !lab) return;
    const {race, view, back} = shown;
    if (lab.race === race) return this.go(/** @type {string} */ (lab.hash));
    if (!(await this.#mayReplace())) return;
    const hash = await lab.hashFor(race, view);
    this.#note();
    history.pushState(null, '', this.#means.root + hash);
    const left = lab.take(race, view, back);
    if (left && !this.#guide?.has(left)) left.close();
    await this.#arrive({by: 'link'});
  }
}
