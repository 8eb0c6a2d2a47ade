// What somebody typed into a box: theirs for as long as the race is about the same thing.
import {subjectOf} from '../../state/subject.js';

/** @typedef {import('../../runtime/race.js').Race} Race */

export class Typed {
  #about = '';
  #theirs = false;

  /** For the box's `input`. */
  write = () => {
    this.#theirs = true;
  };

  /** After each rendering. @param {HTMLInputElement | null} box @param {Race | null} race @param {string} offer what stands there before anybody types */
  settle(box, race, offer) {
    if (!box || !race) return;
    const about = subjectOf(race.experiment.task) + race.text.title;
    if (about !== this.#about) this.#theirs = false;
    this.#about = about;
    if (!this.#theirs && box.value !== offer) box.value = offer;
  }
}
