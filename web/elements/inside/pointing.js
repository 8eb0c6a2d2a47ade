// Reading a picture with pointer and keys: where its cursor is, what is picked in it, what is read there, and the one cursor of the
// race. The same for every picture, whatever it is drawn from.
import {html} from 'lit';
import {toldAll} from '../../words/words.js';
import {announce} from '../parts/follow.js';
import {movedBy} from './moves.js';
import {cursorOf} from './shared_cursor.js';

/** @typedef {import('../../charts/grid.js').Cursor} Cursor @typedef {import('../../charts/grid.js').Saying} Saying @typedef {import('../../charts/compare/runs.js').Place} Place */
/**
 * What is drawn just now.
 * @typedef {object} Drawn
 * @property {() => {columns: number, rows: number}} scene
 * @property {(x: number, y: number) => Cursor | null} locate
 * @property {(cursor: Cursor) => Saying[]} readout
 * @property {((cursor: Cursor) => Place | null) | undefined} place
 * @property {((place: Place) => Cursor | null) | undefined} at
 */
/** race: the one whose cursor it shares @typedef {import('lit').LitElement & {race: import('../../runtime/race.js').Race | null}} Host */
/**
 * drawn: null where nothing is; draw: it looks otherwise; start: where keys begin
 * @typedef {{drawn: () => Drawn | null, draw: () => void, start: (scene: {columns: number, rows: number}) => Cursor}} Of
 */

/** @fires say - at the host: the reading at the keyboard cursor @fires pick - at the host: what is picked now, or null */
export class Pointing {
  /** @type {Cursor | null} */
  cursor = null;
  /** What was clicked or chosen with Enter, until it is again. @type {Cursor | null} */
  picked = null;
  /** What is said of the place under the cursor. */
  reading = '';
  #host;
  #of;

  /** @param {Host} host is rendered when what is read or picked is another @param {Of} of */
  constructor(host, of) {
    this.#host = host;
    this.#of = of;
  }

  /** Another picture has other places. */
  forget() {
    [this.cursor, this.picked, this.reading] = [null, null, ''];
  }

  /** What is picked means something else now. */
  letGo() {
    this.picked = null;
  }

  /** Lets go what is outside of a picture that has become smaller. @param {{columns: number, rows: number}} scene */
  within({columns, rows}) {
    const inside = (/** @type {Cursor | null} */ at) => (at && at.column < columns && at.row < rows ? at : null);
    [this.cursor, this.picked] = [inside(this.cursor), inside(this.picked)];
    return {cursor: this.cursor, picked: this.picked};
  }

  /** The picture, to be read. @param {string} alt @param {string} keys how keys move the reading */
  canvas(alt, keys) {
    return html`<div class="canvas" role="img" tabindex="0" aria-label=${alt} aria-describedby="keys"
        @pointermove=${this.#onPointer} @pointerdown=${this.#onPointer} @pointerleave=${this.#leave} @click=${this.#onClick}
        @keydown=${this.#onKey} @blur=${this.#leave}><canvas></canvas></div>
      <span id="keys" class="unseen">${keys}</span>`;
  }

  #leave = () => this.#point(null);

  /** @param {PointerEvent} event */
  #onPointer = ({offsetX, offsetY}) => {
    const drawn = this.#of.drawn();
    if (drawn) this.#point(drawn.locate(offsetX, offsetY));
  };

  /** @param {MouseEvent} event */
  #onClick = ({offsetX, offsetY}) => {
    const drawn = this.#of.drawn();
    if (drawn) this.#pick(drawn.locate(offsetX, offsetY));
  };

  /** @param {KeyboardEvent} event */
  #onKey = (event) => {
    const drawn = this.#of.drawn();
    if (!drawn) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      return this.#pick(this.cursor);
    }
    const scene = drawn.scene();
    const moved = movedBy(event, this.cursor ?? this.#of.start(scene), scene);
    if (moved === undefined) return;
    this.#point(moved);
    if (moved) announce(this.#host, 'say', this.reading);
    event.preventDefault();
  };

  /** What is picked stays; the same once more lets it go. @param {Cursor | null} at */
  #pick(at) {
    const same = at && this.picked?.column === at.column && this.picked.row === at.row;
    this.picked = same ? null : at;
    this.read(at);
    this.#host.requestUpdate();
    announce(this.#host, 'pick', this.picked);
  }

  /** Other pictures show the same place. @param {Cursor | null} cursor */
  #point(cursor) {
    this.read(cursor);
    const {race} = this.#host;
    const drawn = this.#of.drawn();
    if (race && drawn?.place) cursorOf(race).point(this.#host, {place: cursor && drawn.place(cursor)});
  }

  /** Somebody else may have moved the cursor of the race. @returns {boolean} whether it was another */
  follow() {
    const {place, owner} = cursorOf(/** @type {object} */ (this.#host.race));
    if (owner === this.#host) return false;
    const drawn = this.#of.drawn();
    if (drawn?.at) this.read(place && drawn.at(place));
    return true;
  }

  /** Moves the cursor and says what is there. @param {Cursor | null} cursor */
  read(cursor) {
    this.cursor = cursor;
    const drawn = cursor && this.#of.drawn();
    const reading = drawn ? toldAll(drawn.readout(cursor)) : '';
    if (reading !== this.reading) this.#host.requestUpdate();
    this.reading = reading;
    this.#of.draw();
  }
}
