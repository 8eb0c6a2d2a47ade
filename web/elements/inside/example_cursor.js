// The one cursor on the example that all models read: its places, as they stand in the page, show it and move it.
import {Follow} from '../parts/follow.js';
import {cursorOf} from './shared_cursor.js';

/** @typedef {import('../../runtime/race.js').Race} Race @typedef {import('../../charts/compare/runs.js').Place} Place */

/** Whatever stands for one place: a symbol, a bar, a member of a set. */
const ONE = '.tokens > span, .place, .bars rect, .member';

export class ExampleCursor {
  #host;
  #race;

  /** @param {import('lit').LitElement} host with `.read` around the example @param {() => Race | null} race */
  constructor(host, race) {
    this.#host = host;
    this.#race = race;
    host.addController(this);
    const shared = () => {
      const known = race();
      return known && cursorOf(known);
    };
    new Follow(host, shared, {move: () => this.hostUpdated()});
  }

  /** Places of what is given come first, those of what is asked after them. @returns {Element[]} */
  get #places() {
    return [...(this.#host.renderRoot.querySelector('.read')?.querySelectorAll(ONE) ?? [])];
  }

  /** Which stream what is given is: with an encoder it is the source. @returns {Place['stream']} */
  get #stream() {
    return this.#race()?.runners.some(({info}) => info?.form === 'pairs') ? 'source' : 'input';
  }

  hostUpdated() {
    const race = this.#race();
    const place = race && cursorOf(race).place;
    this.#places.forEach((one, i) => one.classList.toggle('at', place?.stream === this.#stream && place.index === i));
  }

  /** @param {PointerEvent} event over the example */
  point = ({target}) => {
    const race = this.#race();
    const index = this.#places.indexOf(
      /** @type {Element} */ (target).closest?.(ONE) ?? /** @type {Element} */ (target),
    );
    if (race) cursorOf(race).point(this, {place: index < 0 ? null : {stream: this.#stream, index}});
  };

  leave = () => {
    const race = this.#race();
    if (race) cursorOf(race).point(this, {});
  };
}
