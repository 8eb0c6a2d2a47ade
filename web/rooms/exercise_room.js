// An exercise as a room of the page: what a link holds that somebody else wrote. Another one takes its place.
import '../elements/exercise/exercise_page.js';
import {openExercise} from '../elements/exercise/open_exercise.js';
import '../words/exercise.js';
import {say} from '../words/words.js';

/** @typedef {import('../runtime/race.js').Race} Race @typedef {import('./rooms.js').Means} Means */

export class ExerciseRoom {
  element = /** @type {import('../elements/exercise/exercise_page.js').ExercisePage} */ (
    document.createElement('exercise-page')
  );
  /** @type {import('../elements/exercise/open_exercise.js').Opened | null} */
  #opened = null;
  #means;
  /** The address of what is shown. */
  #shown = '';
  /** Drops what comes too late. */
  #epoch = 0;

  /** @param {Means} means */
  constructor(means) {
    this.#means = means;
    this.element.root = means.root;
  }

  /** @returns {Race | null} */
  get race() {
    return this.#opened?.race ?? null;
  }

  title() {
    return say('home.title_chapter', {title: this.element.name || say('lab.name')});
  }

  /** @param {import('../shape/where.js').Where} where */
  async show(where) {
    const hash = ('id' in where && where.id) || '';
    if (hash === this.#shown) return;
    const epoch = ++this.#epoch;
    this.#shown = hash;
    this.#opened?.close();
    this.#opened = null;
    const opened = await openExercise(this.element, this.#means.surroundings, hash);
    if (epoch !== this.#epoch) return opened?.close();
    this.#opened = opened;
    document.title = this.title();
    this.race?.setPresent(true);
    this.race?.preload({eager: true, warm: this.#means.warm});
  }

  focus() {
    this.element.focus();
  }
}
