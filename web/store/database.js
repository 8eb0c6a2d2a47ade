// Where runs are kept: IndexedDB, or the page's memory alone where a browser or a frame has no storage for it.
import {openDB} from 'idb';
import {inTime} from '../runtime/turns.js';
import {DATABASE, STORES} from '../state/kept.js';

/** Counts up where what is stored changes its shape. */
const VERSION = 1;
/** A browser that does not answer in this time has no storage for us. */
const PATIENCE_MS = 3000;

/** Of one model each by [run, number]; of data by its hash; of what a reader chose by its name. @typedef {(typeof STORES)[number]} Store */
/**
 * What is done to several stores at once is done whole or not at all.
 * @typedef {object} Database
 * @property {boolean} lasting whether it outlives the page
 * @property {(store: Store) => Promise<any[]>} all
 * @property {(store: Store, key: IDBValidKey) => Promise<any>} get undefined where there is none
 * @property {(writes: Write[]) => Promise<void>} write
 * @property {() => void} close
 */
/** value undefined: removed @typedef {{store: Store, key: IDBValidKey, value: any}} Write */

/**
 * @param {{onOutdated: (deleted: boolean) => void, onLost: () => void}} hooks onOutdated: a newer page wants the database, which is closed for
 *     it, or a reader who deletes it; onLost: the browser has closed it, as when its reader clears what pages keep
 * @returns {Promise<Database>} rejects where there is no storage, or one of a newer page
 */
export async function openDatabase({onOutdated, onLost}) {
  if (!globalThis.indexedDB) throw new DOMException('', 'NotFoundError');
  const opening = openDB(DATABASE, VERSION, {
    upgrade: (db) => {
      for (const store of STORES) if (!db.objectStoreNames.contains(store)) db.createObjectStore(store);
    },
    blocking: (_, wanted) => {
      opening.then((db) => db.close());
      onOutdated(wanted === null);
    },
    terminated: onLost,
  });
  const db = await soonOrNever(opening);
  return {
    lasting: true,
    all: (store) => db.getAll(store),
    get: (store, key) => db.get(store, key),
    write: (writes) => writeAll(db, writes),
    close: () => db.close(),
  };
}

/** @param {Promise<import('idb').IDBPDatabase>} opening */
async function soonOrNever(opening) {
  if (await inTime(opening, PATIENCE_MS)) return opening;
  opening.then((db) => db.close()).catch(() => {});
  throw new DOMException('', 'TimeoutError');
}

/** @param {import('idb').IDBPDatabase} db @param {Write[]} writes @returns {Promise<void>} rejects with why the whole was given up, such as a full disk */
async function writeAll(db, writes) {
  const transaction = db.transaction(STORES, 'readwrite');
  const done = transaction.done.catch((error) => {
    throw transaction.error ?? error;
  });
  done.catch(() => {}); // it is awaited below, where it may have failed already
  try {
    for (const {store, key, value} of writes) {
      const at = transaction.objectStore(store);
      const request = value === undefined ? at.delete(key) : at.put(value, key);
      request.catch(() => {}); // then the whole is
    }
  } catch {
    // It was given up before all was asked for.
  }
  await done;
}

/** The same without storage: gone with the page. @returns {Database} */
export function memoryDatabase() {
  const stores = new Map(STORES.map((store) => [store, new Map()]));
  const of = (/** @type {Store} */ store) => /** @type {Map<string, any>} */ (stores.get(store));
  return {
    lasting: false,
    all: async (store) => [...of(store).values()],
    get: async (store, key) => of(store).get(JSON.stringify(key)),
    write: async (writes) => {
      for (const {store, key, value} of writes)
        if (value === undefined) of(store).delete(JSON.stringify(key));
        else of(store).set(JSON.stringify(key), value);
    },
    close: () => {},
  };
}
