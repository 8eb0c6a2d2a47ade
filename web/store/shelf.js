// The kept races: written, listed, changed and thrown away, whole or not at all. Where the browser has no storage they
// are kept in memory, and `lasting` says so.
import {memoryDatabase, openDatabase} from './database.js';
import {storageTrouble} from './trouble.js';

/** @typedef {import('./kept_race.js').Row} Row */
/** @typedef {import('./database.js').Write} Write */
/** One a model. @typedef {(import('./kept_race.js').KeptModel | null)[]} Files */
/** best: beside the last weights, where such were kept. @typedef {{row: Row, files: Files, best?: Files, data: Uint8Array<ArrayBuffer> | null}} KeptWhole */
/** Of those models that changed. @typedef {Map<number, import('./kept_race.js').KeptModel>} Changed */

const CHANNEL = 'unrolled-runs';

/** @fires change - what is kept is another now @fires trouble - detail: RuntimeError @fires removed - detail: the id */
export class Shelf extends EventTarget {
  /** @type {import('./database.js').Database} */
  #database = memoryDatabase();
  /** Whether the reader lets anything be kept. */
  keeping = true;
  /** Why nothing can be kept beyond this page. @type {import('../runtime/protocol.js').RuntimeError | null} */
  trouble = null;
  /** Other pages of this kind. @type {BroadcastChannel | null} */
  #others = null;

  /** @returns {Promise<Shelf>} always; `trouble` says what is wrong with it */
  static async open() {
    const shelf = new Shelf();
    await shelf.#begin();
    if (shelf.lasting) shelf.#listen();
    return shelf;
  }

  /** Whether what is kept outlives the page. */
  get lasting() {
    return this.#database.lasting;
  }

  async #begin() {
    try {
      this.#database = await openDatabase({
        onOutdated: (deleted) => this.#outdated(deleted),
        onLost: () => this.#begin(),
      });
      this.keeping = (await this.#database.get('choices', 'keeping')) !== false;
      this.trouble = null;
    } catch (error) {
      this.#database = memoryDatabase();
      this.trouble = storageTrouble(error);
    }
  }

  #listen() {
    if (typeof BroadcastChannel === 'undefined') return;
    this.#others = new BroadcastChannel(CHANNEL);
    this.#others.onmessage = ({data}) => {
      if (typeof data?.keeping === 'boolean') this.keeping = data.keeping;
      this.dispatchEvent(new Event('change'));
    };
  }

  /** A newer page has taken the storage over, or its reader has deleted it: then what is on the page is not kept anew. @param {boolean} deleted */
  #outdated(deleted) {
    this.#database = memoryDatabase();
    this.#fail(storageTrouble({name: deleted ? 'deleted' : 'VersionError'}));
    if (deleted) this.dispatchEvent(new Event('change'));
  }

  /** @returns {Promise<Row[]>} the newest first */
  async list() {
    const rows = /** @type {Row[]} */ (await this.#read(() => this.#database.all('runs'), []));
    return rows.filter(isRow).sort((a, b) => b.changed - a.changed);
  }

  /** @param {string} id @returns {Promise<Row | undefined>} */
  async row(id) {
    const row = await this.#read(() => this.#database.get('runs', id), undefined);
    return row && isRow(row) ? row : undefined;
  }

  /** @param {string} id @returns {Promise<KeptWhole | null>} */
  async whole(id) {
    const row = await this.row(id);
    if (!row) return null;
    const files = await this.#files(row.bytes, (k) => [id, k]);
    const best = await this.#files(row.best ?? row.bytes.map(() => null), (k) => bestKey(id, k));
    const hash = row.own !== null && row.receipt.data ? row.receipt.data.sha256 : null;
    const data = hash === null ? null : await this.#read(() => this.#database.get('data', hash), null);
    return {row, files, best, data: data ?? null};
  }

  /** @param {(number | null)[]} sizes @param {(k: number) => IDBValidKey} key @returns {Promise<Files>} */
  #files(sizes, key) {
    const get = (/** @type {number} */ k) => this.#read(() => this.#database.get('models', key(k)), null);
    return Promise.all(sizes.map(async (size, k) => (size === null ? null : ((await get(k)) ?? null))));
  }

  /** @param {Row} row @param {{files: Changed, best?: Changed, data?: Uint8Array | null}} with */
  async put(row, {files, best = new Map(), data = null}) {
    const before = await this.row(row.id);
    const left = before && hashOf(before) !== hashOf(row) ? await this.#dataOfAlone(before) : undefined;
    /** @type {Write[]} */
    const writes = [{store: 'runs', key: row.id, value: row}];
    if (left) writes.push({store: 'data', key: left, value: undefined});
    for (const [k, file] of files) writes.push({store: 'models', key: [row.id, k], value: file});
    for (const [k, file] of best) writes.push({store: 'models', key: bestKey(row.id, k), value: file});
    if (data && row.receipt.data) writes.push({store: 'data', key: row.receipt.data.sha256, value: data});
    await this.#write(writes);
  }

  /** @param {string} id @param {Partial<Pick<Row, 'name' | 'note' | 'owner'>>} change */
  async change(id, change) {
    const row = await this.row(id);
    if (row) await this.#write([{store: 'runs', key: id, value: {...row, ...change}}]);
  }

  /** Data that another race learns from too stays. @param {string} id @returns {Promise<KeptWhole | null>} what was thrown away, to be put back */
  async remove(id) {
    const whole = await this.whole(id);
    if (!whole) return null;
    const {row} = whole;
    const left = await this.#dataOfAlone(row);
    /** @type {Write[]} */
    const writes = [{store: 'runs', key: id, value: undefined}];
    for (const k of row.bytes.keys())
      for (const key of [[id, k], bestKey(id, k)]) writes.push({store: 'models', key, value: undefined});
    if (left) writes.push({store: 'data', key: left, value: undefined});
    await this.#write(writes);
    this.dispatchEvent(new CustomEvent('removed', {detail: id}));
    return whole;
  }

  /** Data that no other race learns from: their hash. @param {Row} row @returns {Promise<string | undefined>} */
  async #dataOfAlone(row) {
    const hash = hashOf(row);
    if (hash === undefined) return undefined;
    const shared = (await this.list()).some((other) => other.id !== row.id && hashOf(other) === hash);
    return shared ? undefined : hash;
  }

  /** @param {KeptWhole} whole */
  async putBack({row, files, best = [], data}) {
    await this.put(row, {files: there(files), best: there(best), data});
  }

  /** Off: everything is forgotten, here and in the browser's other pages of this kind. @param {boolean} keeping */
  async setKeeping(keeping) {
    this.keeping = keeping;
    if (!keeping) for (const {id} of await this.list()) await this.remove(id);
    await this.#write([{store: 'choices', key: 'keeping', value: keeping}]);
    this.#others?.postMessage({keeping});
  }

  /** Asks the browser not to clear it when it needs room. @returns {Promise<boolean>} */
  async persist() {
    return (await globalThis.navigator?.storage?.persist?.().catch(() => false)) ?? false;
  }

  /** @template T @param {() => Promise<T>} read @param {T} otherwise @returns {Promise<T>} */
  async #read(read, otherwise) {
    try {
      return await read();
    } catch (error) {
      this.#fail(storageTrouble(error));
      return otherwise;
    }
  }

  /** @param {Write[]} writes @returns {Promise<void>} rejects with why it was not written */
  async #write(writes) {
    try {
      await this.#database.write(writes);
      if (this.lasting) this.trouble = null;
    } catch (error) {
      const trouble = storageTrouble(error);
      this.#fail(trouble);
      throw trouble;
    }
    this.dispatchEvent(new Event('change'));
    this.#others?.postMessage({});
  }

  /** @param {import('../runtime/protocol.js').RuntimeError} trouble */
  #fail(trouble) {
    this.trouble = trouble;
    this.dispatchEvent(new CustomEvent('trouble', {detail: trouble}));
  }

  close() {
    this.#others?.close();
    this.#database.close();
  }
}

/** Of the reader's own data. @param {Row} row @returns {string | undefined} */
const hashOf = (row) => (row.own !== null ? row.receipt.data?.sha256 : undefined);

/** @param {string} id @param {number} k */
const bestKey = (id, k) => [id, k, 'best'];

/** @param {Files} files @returns {Changed} */
const there = (files) => new Map(files.flatMap((file, k) => (file ? [/** @type {const} */ ([k, file])] : [])));

/** What an older or newer page wrote otherwise is left alone. @param {any} row @returns {row is Row} */
function isRow(row) {
  const {number = 2} = row ?? {};
  return (
    row?.version === 1 &&
    typeof row.id === 'string' &&
    Array.isArray(row.bytes) &&
    Array.isArray(row.receipt?.models) &&
    Number.isSafeInteger(number) &&
    number >= 2
  );
}
