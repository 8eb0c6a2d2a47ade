// The teacher's page, the sheet of a chapter, the glossary and the page on privacy as a room.
import '../elements/teach/teach_desk.js';
import {part} from '../elements/parts/late.js';
import {CHAPTERS, entryOf} from '../learn/index.js';
import '../words/course.js';
import '../words/guide.js';
import {say} from '../words/words.js';

export class TeachRoom {
  element = /** @type {import('../elements/teach/teach_desk.js').TeachDesk} */ (document.createElement('teach-desk'));
  /** Nothing trains here. */
  race = null;

  /** @param {import('./rooms.js').Means} means */
  constructor({root}) {
    this.element.root = root;
  }

  title() {
    const {room, id = ''} = this.element.place;
    const titles = {
      teach: () => say('teach.title'),
      glossary: () => say('glossary.title'),
      privacy: () => say('privacy.title'),
      sheet: () => say(entryOf(id) ? `course.${id}.title` : 'teach.title'),
    };
    return say('home.title_chapter', {title: titles[room]()});
  }

  /** @param {import('../shape/where.js').Where} where */
  async show(where) {
    this.element.place = /** @type {any} */ (where);
    if (this.element.chapters.length || where.room === 'privacy') return;
    const words = part(() => import('../words/course_more.js'));
    const chapters = await part(() => Promise.all(CHAPTERS.map(({load}) => load())));
    await words;
    this.element.chapters = chapters;
  }

  focus() {
    this.element.focus();
  }
}
