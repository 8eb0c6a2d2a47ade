// The names of all that this page can leave on a device. Whoever writes there takes its name from here, and the page on privacy lists
// the same (store/kept_list.js): nothing is kept that is not told.

/** In localStorage: chosen; in sessionStorage: of this tab. */
export const LANGUAGE = 'unrolled.language';
/** In localStorage. */
export const CHAPTERS_SEEN = 'unrolled.chapters';
/** In IndexedDB, with these stores. */
export const DATABASE = 'unrolled';
export const STORES = /** @type {const} */ (['runs', 'models', 'data', 'choices']);
/** How the names of caches begin; what follows is the folder, since other copies of the site may lie in others of the same host, and the version. */
export const CACHES = 'unrolled ';
/** Once it was the version alone, whatever the folder: two copies of one version then shared it. */
export const FORMER_CACHES = 'unrolled-';
/** The service worker, beside the home. */
export const WORKER = 'service_worker.js';
