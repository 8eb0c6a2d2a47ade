// What was made, packed into addresses a moment after the last change.
import {pageOf} from '../../exercise/make/draft.js';
import {studentLink, teacherHash} from '../../exercise/make/hand_out.js';
import {encodeExercise} from '../../exercise/link.js';
import {frameAddress} from '../../hosts/lines.js';
import {failureOf} from '../../runtime/protocol.js';
import {announce} from '../parts/follow.js';

/** @typedef {import('../../exercise/make/types').Draft} Draft @typedef {import('../../exercise/make/hand_out.js').HandedOut} HandedOut */

/** Nobody types on after that. */
const PAUSE_MS = 350;

export class Packed {
  /** The last that could be packed. @type {HandedOut | null} */
  made = null;
  /** The hash that opens the maker again. */
  teacher = '';
  /** Why it cannot be packed. */
  problem = '';
  #epoch = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #host;

  /** @param {HTMLElement & {root: string, describe: import('../../runtime/types').Description | null} & import('lit').ReactiveControllerHost} host */
  constructor(host) {
    this.#host = host;
  }

  /** The first at once. @param {Draft} draft @param {{reached: number, tried: number} | null} tried */
  pack(draft, tried) {
    clearTimeout(this.#timer);
    const epoch = ++this.#epoch;
    this.#timer = setTimeout(() => void this.#pack(draft, tried, epoch), this.made ? PAUSE_MS : 0);
  }

  /** @param {Draft} draft @param {{reached: number, tried: number} | null} tried @param {number} epoch */
  async #pack(draft, tried, epoch) {
    const {tried: before, ...exercise} = draft.exercise;
    const page = pageOf({...draft, exercise: {...exercise, ...(tried ? {tried} : before && {tried: before})}});
    try {
      const {arithmetic} = this.#host.describe ?? {};
      const hash = await encodeExercise({...page, arithmetic});
      const edit = await encodeExercise({...page, arithmetic}, {edit: true});
      if (epoch !== this.#epoch) return;
      this.#take(draft, hash, edit);
    } catch (error) {
      if (epoch === this.#epoch) this.problem = failureOf(error).message;
    }
    if (epoch === this.#epoch) this.#host.requestUpdate();
  }

  /** @param {Draft} draft @param {string} hash @param {string} edit */
  #take(draft, hash, edit) {
    const {lang, height, from, view} = draft;
    const theme = view.theme && view.theme !== 'auto' ? `&theme=${view.theme}` : '';
    const {root} = this.#host;
    this.problem = '';
    this.made = {
      ...{root, hash: hash + theme, title: draft.exercise.title, height, lang},
      ...(from && {from, poster: new URL(`learn/${from}.png`, root).href}),
    };
    this.teacher = teacherHash(edit, draft);
    announce(this.#host, 'made', {hash: this.teacher});
  }

  get student() {
    return this.made ? studentLink(this.made) : '';
  }

  /** Of the frame that previews it. */
  get address() {
    if (!this.made) return '';
    return frameAddress(this.made);
  }
}
