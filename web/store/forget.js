// What of all that this page can keep is on the device, and its end. Without what the lab keeps with: the two would share a part more,
// which every visit to the lab would pay for.
import {CACHES, DATABASE, FORMER_CACHES, WORKER} from '../state/kept.js';
import {KEPT} from './kept_list.js';

/** A database that another page does not let go of in this time stays. */
const PATIENCE_MS = 4000;

/** Where the browser has no such shelf, or lets nobody ask, nothing is there. @template T @param {() => T | Promise<T>} look @param {T} otherwise */
async function orElse(look, otherwise) {
  try {
    return await look();
  } catch {
    return otherwise;
  }
}

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
const answered = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** @template T @param {Promise<T>} promise @returns {Promise<T>} rejects where it takes too long */
const soon = (promise) =>
  Promise.race([promise, new Promise((_, reject) => setTimeout(reject, PATIENCE_MS, new Error('late')))]);

/** @param {string} root the address of the home */
const workerOf = (root) => navigator.serviceWorker.getRegistration(new URL('./', root).href);

/** Those of other copies of the site are left to them. @param {string} root the address of the home */
async function cachesOfPage(root) {
  const own = `${CACHES}${new URL('./', root).pathname} `;
  return (await caches.keys()).filter((key) => key.startsWith(own) || key.startsWith(FORMER_CACHES));
}

/** Those of the database that hold anything; it is not made by looking. */
async function filledStores() {
  const all = await indexedDB.databases();
  if (!all.some(({name}) => name === DATABASE)) return [];
  const db = await soon(answered(indexedDB.open(DATABASE)));
  try {
    const stores = Array.from(db.objectStoreNames);
    const counted = await Promise.all(
      stores.map((store) => answered(db.transaction(store).objectStore(store).count())),
    );
    return stores.filter((_, i) => counted[i]);
  } finally {
    db.close();
  }
}

/** By place: the names that are there. @type {Record<import('./kept_list.js').Place, (root: string) => Promise<string[]>>} */
const NAMES = {
  localStorage: async () => Object.keys(localStorage),
  sessionStorage: async () => Object.keys(sessionStorage),
  indexedDB: filledStores,
  caches: async (root) => (await cachesOfPage(root)).map(() => CACHES),
  serviceWorker: async (root) => ((await workerOf(root)) ? [WORKER] : []),
};

/** By place: its end. The worker goes first, since it would store the files again. @type {Record<import('./kept_list.js').Place, (root: string) => Promise<unknown>>} */
const ENDS = {
  serviceWorker: async (root) => (await workerOf(root))?.unregister(),
  caches: async (root) => Promise.all((await cachesOfPage(root)).map((key) => caches.delete(key))),
  localStorage: async () => namesAt('localStorage').forEach((name) => localStorage.removeItem(name)),
  sessionStorage: async () => namesAt('sessionStorage').forEach((name) => sessionStorage.removeItem(name)),
  indexedDB: () => soon(answered(indexedDB.deleteDatabase(DATABASE))),
};

/** @param {import('./kept_list.js').Place} place */
const namesAt = (place) => KEPT.filter((kept) => kept.place === place).map(({name}) => name);

/** @param {string} root the address of the home @returns {Promise<Set<string>>} by `id` of the list: what is there now */
export async function thereNow(root) {
  const places = Object.entries(NAMES).map(async ([place, look]) => [place, await orElse(() => look(root), [])]);
  const names = /** @type {Record<string, string[]>} */ (Object.fromEntries(await Promise.all(places)));
  return new Set(KEPT.filter(({place, name, store}) => names[place].includes(store ?? name)).map(({id}) => id));
}

/** All of it goes, and other tabs hear of it. @param {string} root the address of the home @returns {Promise<boolean>} whether nothing is left */
export async function forgetAll(root) {
  let late = false;
  for (const end of Object.values(ENDS)) await end(root).catch(({message}) => (late ||= message === 'late'));
  window.dispatchEvent(new StorageEvent('storage', {key: null})); // other tabs hear it from the browser
  return !late && (await thereNow(root)).size === 0;
}
