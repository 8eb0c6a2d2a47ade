// The class view as a room. What it trains again rests while something else is on screen.
import '../elements/class/class_desk.js';
import {Checking} from '../class/checking.js';
import {Gathered} from '../class/gathered.js';
import {atLength} from '../words/described.js';
import {say} from '../words/words.js';

export class ClassRoom {
  element = /** @type {import('../elements/class/class_desk.js').ClassDesk} */ (document.createElement('class-desk'));
  /** What trains here, as a race does in other rooms. */
  race;

  /** @param {import('./rooms.js').Means} means */
  constructor({root, surroundings}) {
    atLength(surroundings.describe);
    this.race = new Checking(surroundings);
    Object.assign(this.element, {
      root,
      describe: surroundings.describe,
      checking: this.race,
      gathered: new Gathered(surroundings.describe),
    });
  }

  title() {
    return say('home.title_chapter', {title: say('class.title')});
  }

  async show() {}

  focus() {
    this.element.focus();
  }
}
