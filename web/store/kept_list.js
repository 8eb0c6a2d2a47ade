// What this page can leave on a device, as a reader is told it: `privacy.kept_<id>` says what it is, `privacy.where_<place>` where.
import {CACHES, CHAPTERS_SEEN, DATABASE, LANGUAGE, STORES, WORKER} from '../state/kept.js';

/** @typedef {'localStorage' | 'sessionStorage' | 'indexedDB' | 'caches' | 'serviceWorker'} Place */
/** name: as the browser's own tools show it; store: within a database @typedef {{id: string, place: Place, name: string, store?: string}} Kept */

/** @type {readonly Kept[]} */
export const KEPT = Object.freeze([
  {id: 'chapters', place: 'localStorage', name: CHAPTERS_SEEN},
  {id: 'language', place: 'localStorage', name: LANGUAGE},
  {id: 'tab', place: 'sessionStorage', name: LANGUAGE},
  ...STORES.map((store) => ({id: store, place: /** @type {const} */ ('indexedDB'), name: DATABASE, store})),
  {id: 'files', place: 'caches', name: CACHES},
  {id: 'worker', place: 'serviceWorker', name: WORKER},
]);

/** @param {Kept} kept */
export const nameOf = ({place, name, store}) => (store ? `${name}, ${store}` : place === 'caches' ? `${name}…` : name);
