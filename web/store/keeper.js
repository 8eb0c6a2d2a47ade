// Keeps the race of this page as it goes: whenever a model's state was saved by its worker, it is written to the shelf.
// What would be lost by a change (another experiment, a reset, a model that goes) stays there as a race of its own.
import {awaitedBy, runsOf} from './awaited.js';
import {freshKey, isDataAlone, isTrained, isWorthKeeping, keyOf, keptModel, loses, momentOf} from './kept_race.js';
import {bringLines} from './kept_lines.js';
import {inTime} from '../runtime/turns.js';
import {receipt} from './receipt.js';
import {sha256} from './sha256.js';
import {numbered} from './title.js';

/** @typedef {import('../runtime/race.js').Race} Race */
/** @typedef {import('./shelf.js').Shelf} Shelf */
/** @typedef {import('./kept_race.js').Moment} Moment @typedef {import('./kept_race.js').Row} Row */
/** @typedef {import('../runtime/record.js').Checkpoint} Checkpoint */

/** So long it is waited whether another model has something to be written too. */
const SETTLE_MS = 150;
/** What could not be written is tried again after so long, so often. */
const AGAIN_MS = 2000;
const TRIES = 5;
/** Nobody waits longer for what a worker has learned last. */
const SECURE_MS = 400;
/** A model may have to be opened once more for it. */
const TAKE_ON_MS = 5000;

/** What is written under one name. */
class Entry {
  id = /** @type {string} */ (crypto.randomUUID());
  created = Date.now();
  /** Whether it is on the shelf. */
  there = false;
  /** Whether its row is to be written again, although nothing was learned. */
  again = false;
  /** As its row has it. @type {import('../runtime/types').Experiment | null} */
  experiment = null;
  /** By model: the checkpoint that was written last, with what its file says. @type {Map<object, {saved: Checkpoint, bytes: number, model: import('./receipt.js').ReceiptModel}>} */
  written = new Map();
  /** The same of the best weights beside the last. @type {Map<object, {best: Checkpoint, bytes: number}>} */
  best = new Map();
}

/**
 * @fires archived - detail: the id of a race that is on the page no more, and can be opened again
 * @fires elsewhere - another page goes on with the same race: this one is kept as a copy @fires cleared - what was kept had gone
 */
export class Keeper extends EventTarget {
  #race;
  #shelf;
  #page;
  #engine;
  /** Of this page. */
  #owner = crypto.randomUUID();
  #entry = new Entry();
  /** @type {Moment} */
  #moment;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** In a row. */
  #failures = 0;
  /** One write after the other. */
  #writing = Promise.resolve();
  /** Data that was hashed already. @type {{bytes: Uint8Array, sha256: string} | null} */
  #hashed = null;
  /** By record what of it is in a race before: models that begin anew do so one after the other. @type {WeakMap<import('../runtime/record.js').Record, Checkpoint>} */
  #archived = new WeakMap();
  #stopped = new AbortController();

  /** @param {{race: Race, shelf: Shelf, page: () => object, engine: string}} of page: what is shown besides the experiment; engine: its version */
  constructor({race, shelf, page, engine}) {
    super();
    this.#race = race;
    this.#shelf = shelf;
    this.#page = page;
    this.#engine = engine;
    this.#moment = momentOf(race, page());
    race.safe = () => this.safe;
    race.secure = () => this.secure();
    const {signal} = this.#stopped;
    for (const type of ['change', 'progress']) race.addEventListener(type, () => this.#look(), {signal});
    race.addEventListener('reunited', () => this.#onReunited(), {signal});
    shelf.addEventListener('removed', (event) => this.#onRemoved(/** @type {CustomEvent} */ (event).detail), {signal});
  }

  /** Of the race on the page. */
  get id() {
    return this.#entry.id;
  }

  /** Whether all that was learned, as far as workers have saved it, and the reader's data are where they outlive the page. */
  get safe() {
    const {keeping, lasting, trouble} = this.#shelf;
    return !isWorthKeeping(this.#moment) || (keeping && lasting && !trouble);
  }

  /** Cheap, since it comes with each number. */
  #look() {
    const now = momentOf(this.#race, this.#page(), this.#moment);
    if (loses(this.#moment, now, this.#archived)) this.#archive();
    else if (isDataAlone(this.#moment) && !now.own) this.#leaveData();
    this.#moment = now;
    if (this.#unwritten(this.#entry, now)) this.#soon();
  }

  /** @param {Entry} entry @param {Moment} moment */
  #unwritten(entry, moment) {
    const {runs, experiment} = moment;
    if (isDataAlone(moment)) return entry.experiment !== experiment;
    const told = !entry.there || entry.experiment === experiment; // where it ended is told after it was saved
    return (
      entry.again || !told || runs.some(({record}) => record.saved && entry.written.get(record)?.saved !== record.saved)
    );
  }

  /** Its data is here: it is kept with the race, which is no newer for that. */
  #onReunited() {
    this.#moment = momentOf(this.#race, this.#page());
    this.#entry.again = true;
    this.flush();
  }

  /** The race before stays under its name; what comes gets another. */
  #archive() {
    const [entry, moment] = [this.#entry, this.#moment];
    this.#entry = new Entry();
    for (const {record} of moment.runs) if (record.saved) this.#archived.set(record, record.saved);
    if (!this.#shelf.keeping) return;
    this.#inTurn(async () => {
      await this.#write(entry, moment);
      this.dispatchEvent(new CustomEvent('archived', {detail: entry.id}));
    });
  }

  /** Data that nobody has learned from yet stay there by themselves when something else is looked at. */
  #leaveData() {
    this.flush();
    this.#entry = new Entry();
  }

  #soon() {
    this.#timer ??= setTimeout(() => this.flush(), SETTLE_MS);
  }

  #settle() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Writes what is not written yet. @returns {Promise<void>} */
  flush() {
    this.#settle();
    const [entry, moment] = [this.#entry, this.#moment];
    return this.#inTurn(() => this.#write(entry, moment));
  }

  /** Asks the workers for what they have learned since they saved it last, and writes it. @param {number} [patience_ms] */
  async secure(patience_ms = SECURE_MS) {
    if (!this.#shelf.keeping) return;
    await this.#fetchBehind(patience_ms);
    await this.flush();
  }

  /** A race that was trained where nothing is kept: its models may be done, and have saved nothing at their end. */
  async takeOn() {
    if (!this.#shelf.keeping) return;
    await this.#fetchBehind(TAKE_ON_MS, () => true);
    this.#look();
    await this.flush();
  }

  /** @param {number} patience_ms @param {(runner: import('../runtime/runner.js').Runner) => boolean} [which] */
  async #fetchBehind(patience_ms, which = ({state}) => state === 'training') {
    const behind = this.#race.runners.filter((one) => which(one) && one.step > (one.record.saved?.step ?? 0));
    await inTime(Promise.all(behind.map((runner) => this.#fetch(runner))), patience_ms);
  }

  /** @param {import('../runtime/runner.js').Runner} runner */
  async #fetch(runner) {
    const {record} = runner;
    const saved = await runner.checkpoint().catch(() => null); // it goes on from an older one
    if (saved && record === runner.record) record.keep(saved);
  }

  /** @param {() => Promise<void>} task @returns {Promise<void>} */
  #inTurn(task) {
    this.#writing = this.#writing.then(task).then(
      () => void (this.#failures = 0),
      () => this.#later(),
    );
    return this.#writing;
  }

  /** There may be room now. */
  retry() {
    this.#failures = 0;
    this.#look();
  }

  /** The shelf has told what went wrong; it may be over soon. */
  #later() {
    if (++this.#failures > TRIES) return;
    setTimeout(() => this.#look(), AGAIN_MS);
  }

  /** @param {Entry} entry @param {Moment} moment */
  async #write(entry, moment) {
    if (!this.#shelf.keeping || !isWorthKeeping(moment) || !this.#unwritten(entry, moment)) return;
    const made = await this.#made(moment);
    const alone = isDataAlone(moment);
    if (moment.own && (alone || !entry.there)) {
      const alike = await this.#alike(made.data?.sha256);
      if (alone && Keeper.same(moment.experiment, alike.filter(isTrained)))
        return void (entry.experiment = moment.experiment); // by this address they are found with what was learned from them
      if (!entry.there) entry.id = alike.find((row) => !isTrained(row))?.id ?? entry.id;
    }
    const before = await this.#mine(entry);
    const files = await this.#last(entry, moment);
    const best = await this.#best(entry, moment);
    const fresh = files.size > 0 || !before || alone;
    const plain = this.#row(entry, moment, made, fresh ? Date.now() : before.changed, before);
    const row = await numbered(plain, before, this.#shelf, this.#race.describe);
    await this.#shelf.put(row, {files, best, data: moment.own?.bytes}).catch((error) => {
      for (const k of files.keys()) entry.written.delete(moment.runs[k].record);
      for (const k of best.keys()) entry.best.delete(moment.runs[k].record);
      throw error;
    });
    Object.assign(entry, {there: true, again: false, experiment: moment.experiment});
  }

  /** Kept races of the reader's data with that hash. @param {string | undefined} sha256 */
  async #alike(sha256) {
    const rows = await this.#shelf.list();
    return rows.filter(({own, receipt}) => own !== null && receipt.data?.sha256 === sha256);
  }

  /** The race on the page as it is now, for a file of the reader's, whether or not anything is kept. @returns {Promise<import('./shelf.js').KeptWhole>} */
  async whole() {
    await this.#fetchBehind(SECURE_MS);
    const moment = momentOf(this.#race, this.#page(), this.#moment);
    const entry = new Entry();
    const files = await this.#last(entry, moment);
    const best = await this.#best(entry, moment);
    const row = this.#row(entry, moment, await this.#made(moment), Date.now(), undefined);
    const listed = (/** @type {typeof files} */ of) => moment.runs.map((_, k) => of.get(k) ?? null);
    return {row, files: listed(files), best: listed(best), data: /** @type {any} */ (moment.own?.bytes ?? null)};
  }

  /** What made it, and of what. @param {Moment} moment */
  async #made(moment) {
    const data = await this.#data(moment);
    return {arithmetic: this.#race.describe.arithmetic ?? 1, engine: this.#engine, data};
  }

  /** States that are not written yet. @param {Entry} entry @param {Moment} moment */
  async #last(entry, moment) {
    /** @type {Map<number, import('./kept_race.js').KeptModel>} */
    const files = new Map();
    for (const [k, {record}] of moment.runs.entries()) {
      const {saved} = record;
      if (!saved || entry.written.get(record)?.saved === saved) continue;
      const {kept, model} = await keptModel(moment.runs[k], saved);
      files.set(k, kept);
      entry.written.set(record, {saved, bytes: kept.file.size, model});
    }
    return files;
  }

  /** Best weights that are not written yet, of runs that are written as far as that. @param {Entry} entry @param {Moment} moment */
  async #best(entry, moment) {
    /** @type {Map<number, import('./kept_race.js').KeptModel>} */
    const files = new Map();
    for (const [k, {record}] of moment.runs.entries()) {
      const {best} = record;
      const written = entry.written.get(record)?.saved.step ?? 0;
      if (!best || best.step > written || entry.best.get(record)?.best === best) continue;
      const {kept} = await keptModel(moment.runs[k], best);
      files.set(k, kept);
      entry.best.set(record, {best, bytes: kept.file.size});
    }
    return files;
  }

  /** What stands under the name; another name where another page has taken it. @param {Entry} entry @returns {Promise<Row | undefined>} */
  async #mine(entry) {
    const row = await this.#shelf.row(entry.id);
    if (!entry.there) return row;
    if (row?.owner === this.#owner) return row;
    entry.written.clear(); // all of it is to be written again
    entry.best.clear();
    if (row) entry.id = crypto.randomUUID();
    this.dispatchEvent(new Event(row ? 'elsewhere' : 'cleared'));
    return undefined;
  }

  /** @param {Moment} moment */
  async #data({experiment: {task}, own}) {
    if (!('corpus' in task)) return null;
    const bytes = own?.bytes ?? (await this.#race.source.load(task).catch(() => null));
    if (!bytes) return this.#race.awaited?.data ?? null;
    const known =
      this.#hashed?.bytes === bytes ? this.#hashed : {bytes, sha256: await sha256(/** @type {any} */ (bytes))};
    this.#hashed = known;
    return {corpus: String(task.corpus), sha256: known.sha256, bytes: bytes.length};
  }

  /**
   * @param {Entry} entry @param {Moment} moment @param {{arithmetic: number, engine: string, data: any}} made @param {number} changed
   * @param {Row | undefined} before
   * @returns {Row}
   */
  #row({id, created, written, best}, {experiment, page, runs, moved_lr, own}, made, changed, before) {
    const files = runs.map(({record}) => written.get(record));
    const models = runs.map(
      ({name, reproducible}, k) => files[k]?.model ?? {name, step: 0, scores: {}, weights_sha256: '', reproducible},
    );
    return {
      id,
      version: 1,
      name: before?.name ?? '',
      note: before?.note ?? '',
      created: before?.created ?? created,
      changed,
      owner: this.#owner,
      key: keyOf(experiment, runs),
      receipt: receipt({page: {...page, experiment}, ...made, models}),
      bytes: files.map((file) => file?.bytes ?? null),
      best: runs.map(({record}) => best.get(record)?.bytes ?? null),
      runs: runs.map(({given, adopted, colour, dash}) => ({given, adopted, colour, dash})),
      moved_lr,
      own: own?.title ?? null,
      steps: runs.map(({steps}) => steps),
    };
  }

  /** A kept race takes the place of the present one, as it was. @param {string} id @returns {Promise<Row | null>} null: it is there no more */
  async open(id) {
    await this.flush();
    const whole = await this.#shelf.whole(id);
    if (!whole) return null;
    const {row} = whole;
    const {experiment} = row.receipt.page;
    const {own, awaits} = await this.#dataOf(whole);
    const models = await runsOf(whole, awaits !== null);
    await this.#race.restore({experiment, moved_lr: row.moved_lr, own, awaits, models});
    void bringLines(this.#race);
    this.#takeOver(row);
    await this.#shelf.change(id, {owner: this.#owner});
    return row;
  }

  /** What a kept race learned from, where that is the reader's own; it may be on the page already. @param {import('./shelf.js').KeptWhole} whole */
  async #dataOf(whole) {
    const {row, data} = whole;
    const awaits = await awaitedBy(whole);
    if (!awaits) return {own: data && row.own !== null ? {bytes: data, title: row.own} : null, awaits};
    const here = this.#race.source.own(row.receipt.page.experiment.task);
    const same = here && row.receipt.data && (await awaits.find(here.bytes));
    return same ? {own: {bytes: same, title: awaits.title || here.title}, awaits: null} : {own: null, awaits};
  }

  /** The race on the page is the one that was opened. @param {Row} row */
  #takeOver({id, created, receipt: {models}, bytes, best = []}) {
    this.#settle();
    const entry = Object.assign(new Entry(), {id, created, there: true, experiment: this.#race.experiment});
    this.#race.runners.forEach(({record}, k) => {
      if (record.saved) entry.written.set(record, {saved: record.saved, bytes: bytes[k] ?? 0, model: models[k]});
      if (record.best) entry.best.set(record, {best: record.best, bytes: best[k] ?? 0});
    });
    this.#entry = entry;
    this.#moment = momentOf(this.#race, this.#page());
  }

  /** It is not written again before something new was learned. @param {string} id */
  #onRemoved(id) {
    if (id !== this.#entry.id) return;
    const {written, best, experiment} = this.#entry;
    this.#entry = Object.assign(new Entry(), {written, best, experiment});
  }

  /** The kept race, if any, that was trained as this experiment asks, or says that it was. @param {import('../runtime/types').Experiment} experiment @param {Row[]} rows */
  static same(experiment, rows) {
    const key = freshKey(experiment);
    return rows.find((row) => row.key === key || freshKey(row.receipt.page.experiment) === key) ?? null;
  }

  stop() {
    this.#settle();
    this.#stopped.abort();
  }
}
