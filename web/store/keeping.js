// Everything about kept races that the page shows: the list, the race that could go on, and what was done last.
import {parsePage} from '../shape/check.js';
import {NO_SETTING} from '../shape/page.js';
import {DEFAULT_VIEW} from '../state/view.js';
import {readArrival} from './arrivals.js';
import {Keeper} from './keeper.js';
import {isTrained, runOf, sizeOf} from './kept_race.js';
import {Shelf} from './shelf.js';
import {numbered} from './title.js';

/** @typedef {import('./kept_race.js').Row} Row */
/** @typedef {import('../runtime/race.js').Race} Race */
/** Curves of a kept race that are laid over the present one. @typedef {{id: string, runs: {name: string, record: import('../runtime/record.js').Record}[]}} Ghost */
/** More could not be told apart. */
const GHOST_LIMIT = 3;
/** What can be undone: a race that was thrown away. @typedef {import('./shelf.js').KeptWhole} Thrown */

/** @fires change - whatever of it is another now @fires say - detail: a key of something to be told aloud */
export class Keeping extends EventTarget {
  /** The newest first. @type {Row[]} */
  rows = [];
  /** That was on the page before, and was taken off by something. @type {string | null} */
  before = null;
  /** @type {Thrown | null} */
  thrown = null;
  /** The races that the present one is compared with, the last one last. @type {Ghost[]} */
  ghosts = [];
  /** What draws them. @type {any} */
  drawing = null;
  /** Something that happened to what is kept. @type {'elsewhere' | 'cleared' | null} */
  happened = null;
  /** Not to be offered again. @type {Set<string>} */
  #declined = new Set();
  /** Whether the page was opened by nobody's choice of an experiment: then the last race is meant. */
  #anything;
  #show;
  #draws;
  #stopped = new AbortController();

  /**
   * @param {{race: Race, shelf: Shelf, page: () => object, show: (page: any) => void, draws?: (ghosts: Ghost[]) => any, engine: string, anything: boolean}} of
   *     page: what is shown besides the experiment; show: shows it again; anything: offer the last race, whatever is on the page
   */
  constructor({race, shelf, page, show, draws, engine, anything}) {
    super();
    this.race = race;
    this.shelf = shelf;
    this.#show = show;
    this.#draws = draws;
    this.keeper = new Keeper({race, shelf, page, engine});
    this.#anything = anything;
    const {signal} = this.#stopped;
    shelf.addEventListener('change', () => this.read(), {signal});
    shelf.addEventListener('trouble', () => this.#set({}), {signal});
    this.keeper.addEventListener('archived', (event) => this.#onArchived(/** @type {CustomEvent} */ (event).detail));
    for (const type of /** @type {const} */ (['elsewhere', 'cleared']))
      this.keeper.addEventListener(type, () => this.#set({happened: type}));
    race.addEventListener('change', () => this.#onChange(), {signal});
  }

  /** @param {Omit<ConstructorParameters<typeof Keeping>[0], 'shelf'>} of */
  static async start(of) {
    const keeping = new Keeping({...of, shelf: await Shelf.open()});
    await keeping.read();
    return keeping;
  }

  async read() {
    this.rows = await this.shelf.list();
    this.#set({});
  }

  /** The race that could go on in place of one that has not begun, or the data that one was to learn from. @returns {Row | null} */
  get offered() {
    if (this.race.started || !this.shelf.keeping) return null;
    const {id: present} = this.keeper;
    const others = this.rows.filter(({id}) => id !== present && !this.#declined.has(id));
    const worth = others.filter((row) => isTrained(row) || row.own !== null);
    return Keeper.same(this.race.experiment, worth) ?? (this.#anything ? (worth[0] ?? null) : null);
  }

  /** Whether what is offered has the data that the race on the page lacks. */
  get hasData() {
    return this.race.lacksData && !this.race.awaited && (this.offered?.own ?? null) !== null;
  }

  /** Of everything that is kept. */
  get bytes() {
    return this.rows.reduce((sum, row) => sum + sizeOf(row), 0);
  }

  /** The oldest races that nobody named, half of what is kept at most; not the one on the page. @returns {Row[]} */
  get spare() {
    const {id: present} = this.keeper;
    const unnamed = this.rows.filter(({id, name}) => !name && id !== present).reverse();
    let room = this.bytes / 2;
    return unnamed.filter((row) => (room -= sizeOf(row)) >= 0);
  }

  /** Whether the race on the page is in no list, since nothing is kept. */
  get unlisted() {
    const {id} = this.keeper;
    return !this.shelf.keeping && this.race.started && !this.rows.some((row) => row.id === id);
  }

  /** A race for a file. @param {string} [id] none: the one on the page @returns {Promise<import('./shelf.js').KeptWhole | null>} */
  async whole(id = this.keeper.id) {
    return !this.shelf.keeping && id === this.keeper.id ? this.keeper.whole() : this.shelf.whole(id);
  }

  /** @param {string} id */
  decline(id) {
    this.#declined.add(id);
    this.#set({before: this.before === id ? null : this.before});
  }

  /** @param {string} id @returns {Promise<Row | null>} */
  async open(id) {
    const row = await this.keeper.open(id);
    if (row) this.#show(this.#checked(row.receipt.page));
    this.#setGhosts(this.#ghostsBut(id));
    this.#set({before: null});
    return row;
  }

  /** A file that somebody brings; what has weights is kept, and is the race on the page. @param {File} file */
  async arrive(file) {
    const arrived = await readArrival(file, {arithmetic: this.race.describe.arithmetic ?? 1});
    if (!('row' in arrived)) return this.#showPage(arrived);
    const {id} = arrived.row;
    const row = await numbered(arrived.row, undefined, this.shelf, this.race.describe);
    await this.shelf.putBack({...arrived, row});
    await this.open(id).catch(async (refusal) => {
      await this.shelf.remove(id);
      throw refusal;
    });
  }

  /** @param {import('./receipt.js').Receipt['page']} page */
  async #showPage(page) {
    const shown = this.#checked(page);
    await this.race.setExperiment(shown.experiment);
    this.#show(shown);
  }

  /** What it shows besides came from a file, or from another version of the page. @param {import('./receipt.js').Receipt['page']} page */
  #checked(page) {
    const {page: read} = parsePage(JSON.stringify(page), this.race.describe);
    return {...NO_SETTING, ...read, view: {...DEFAULT_VIEW, ...read.view}};
  }

  /** Compared with the present race from now on, or no more. @param {string} id */
  async compare(id) {
    const others = this.#ghostsBut(id);
    if (others.length < this.ghosts.length) return this.#setGhosts(others);
    const whole = await this.shelf.whole(id);
    if (!whole) return;
    const {row, files} = whole;
    const read = await Promise.all(row.runs.map((run, k) => runOf(files[k], run)));
    const runs = read.flatMap((run, k) => (run ? [{name: row.receipt.models[k].name, record: run.record}] : []));
    this.#setGhosts([...this.#ghostsBut(id), {id, runs}].slice(-GHOST_LIMIT));
  }

  /** @param {Ghost[]} ghosts */
  #setGhosts(ghosts) {
    this.drawing = this.#draws?.(ghosts) ?? null;
    this.#set({ghosts});
  }

  /** @param {string} id */
  #ghostsBut(id) {
    return this.ghosts.filter((ghost) => ghost.id !== id);
  }

  /** @param {string} id */
  async remove(id) {
    this.#setGhosts(this.#ghostsBut(id));
    this.#set({thrown: await this.shelf.remove(id), before: this.before === id ? null : this.before});
  }

  /** Room for others. */
  async clear() {
    for (const {id} of this.spare) await this.shelf.remove(id);
    this.keeper.retry();
  }

  async undo() {
    const {thrown} = this;
    this.thrown = null;
    if (thrown) await this.shelf.putBack(thrown);
  }

  /** Off: what is kept is forgotten, and this race is gone with the page. @param {boolean} keeping */
  async keep(keeping) {
    await this.shelf.setKeeping(keeping);
    this.#setGhosts([]);
    this.#set({thrown: null, before: null});
    if (keeping) await this.keeper.flush();
  }

  /** What somebody named is not to be cleared. @param {string} id @param {Partial<Pick<Row, 'name' | 'note'>>} words */
  async describe(id, words) {
    await this.shelf.change(id, words);
    if (words.name) this.shelf.persist();
  }

  /** @param {string} id */
  #onArchived(id) {
    this.#set({before: id});
  }

  /** Once something new was learned nobody asks for the race before any more. */
  #onChange() {
    this.#set({before: this.race.state === 'training' ? null : this.before});
  }

  /** @param {Partial<Pick<Keeping, 'before' | 'thrown' | 'happened' | 'ghosts'>>} change */
  #set(change) {
    Object.assign(this, change);
    this.dispatchEvent(new Event('change'));
  }

  stop() {
    this.#stopped.abort();
    this.keeper.stop();
  }
}
