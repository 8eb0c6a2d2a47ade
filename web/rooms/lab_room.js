// The lab as a room of the page: its element, the race in it, the address that says what is on it, and what is kept of it.
import {Fetched, part} from '../elements/parts/late.js';
import {openLab, showInLab} from '../lab.js';
import {keepAddress} from '../shape/address.js';
import {encodeLink} from '../shape/link.js';
import {NO_SETTING} from '../shape/page.js';
import {hashOf, isAnyLab, presetIn, whereOf} from '../shape/where.js';
import {availablePresets} from '../state/presets.js';
import {say} from '../words/words.js';
import {bringParts} from '../elements/lab/page_parts.js';

/** @typedef {import('../runtime/race.js').Race} Race */
/** @typedef {import('./rooms.js').Means} Means @typedef {import('../state/view.js').View} View */

const mine = (/** @type {string} */ hash) => whereOf(hash).room === 'lab';

export class LabRoom {
  /** @type {Race | null} */
  race = null;
  /** What is bound to this race. */
  #bound = new AbortController();
  /** @type {ReturnType<typeof keepAddress> | null} */
  #address = null;
  #means;

  /** @param {Means} means */
  constructor(means) {
    this.#means = means;
    this.element = /** @type {import('../lab.js').AppElement} */ (document.createElement('unrolled-app'));
    this.element.back = {href: means.root, words: 'lab.chapters'};
    bringParts(this.element);
  }

  title() {
    return say('lab.title');
  }

  /** The hash under which it stands, for whoever comes back; none before it is opened. */
  get hash() {
    return this.#address?.written();
  }

  /** The address says what. */
  async show() {
    const preset = presetIn(location.hash);
    if (preset) history.replaceState(null, '', (await this.#hashOf(preset)) || hashOf({room: 'lab'}));
    if (this.race) return this.#address?.heard();
    const {surroundings, warm} = this.#means;
    const anything = isAnyLab(location.hash);
    const address = (/** @type {Race} */ race) => this.#bind(race, anything);
    await openLab(this.element, surroundings, {address, eager: true, warm});
  }

  /** The link to an experiment of ours, by its name; '' where there is none. @param {string} id */
  async #hashOf(id) {
    const {describe} = this.#means.surroundings;
    const found = availablePresets(describe).find((preset) => preset.id === id);
    return found ? encodeLink({experiment: found.experiment, arithmetic: describe.arithmetic, start: found.view}) : '';
  }

  /** Whether something would be lost if another race took the place of this one. */
  get holds() {
    return Boolean(this.race?.started && !this.race.safe());
  }

  /** @param {Race} race @param {View} view @returns {Promise<string>} the hash under which it is going to stand, which is to be the page's before `take` */
  hashFor({experiment, describe}, view) {
    return encodeLink({experiment, arithmetic: describe.arithmetic, view});
  }

  /**
   * A race of a chapter, with its workers and all that it has learned. What was here is on the shelf, where anything is kept.
   * @param {Race} race @param {View} view @param {{href: string, words: string}} back
   * @returns {Race | null} the one that was here
   */
  take(race, view, back) {
    this.#bound.abort();
    this.#bound = new AbortController();
    const [left, app] = [this.race, this.element];
    app.keeping = null;
    app.back = back;
    showInLab(app, race, {...NO_SETTING, view}, (shown) => this.#bind(shown, false));
    return left;
  }

  /** @param {Race} race @param {boolean} anything */
  #bind(race, anything) {
    const {signal} = this.#bound;
    this.race = race;
    this.#address = keepAddress(race, /** @type {any} */ (this.element), {mine, signal});
    void this.#keep(race, anything, signal);
  }

  /** @param {Race} race @param {boolean} anything @param {AbortSignal} signal */
  async #keep(race, anything, signal) {
    const code = await this.#keeping.coming; // then nothing is kept, and the page says so
    if (!signal.aborted) await code?.keepRuns(race, this.element, {anything, signal});
  }

  #keeping = new Fetched(() => part(() => import('../keeping.js')));

  focus() {
    /** @type {HTMLElement | null | undefined} */ (this.element.renderRoot?.querySelector('lab-header'))?.focus();
  }
}
