// The service worker of the site, never of a frame: it stores the page and answers from what is stored (stored.js). A newer version
// waits until somebody asks for it, or until no page of the one before is open. The build says what there is to store.
import {Stored} from './stored.js';

/** @typedef {import('./stored.js').Contents} Contents */

const worker = /** @type {any} */ (globalThis);
const contents = /** @type {Contents} */ (worker.UNROLLED_CONTENTS);
const scope = new URL('./', worker.location.href).href;
const digest = (/** @type {ArrayBuffer} */ bytes) => crypto.subtle.digest('SHA-256', bytes);
const stored = new Stored({caches, fetch: (...request) => fetch(...request), digest}, contents, scope);

worker.addEventListener('install', (/** @type {any} */ event) => event.waitUntil(stored.fill()));
worker.addEventListener('activate', (/** @type {any} */ event) =>
  event.waitUntil(Promise.all([stored.tidy(), worker.clients.claim()])),
);
worker.addEventListener('message', (/** @type {any} */ {data}) => data === 'take-over' && worker.skipWaiting());
worker.addEventListener('fetch', (/** @type {any} */ event) => {
  const answer = stored.answer(event.request);
  if (answer) event.respondWith(answer);
});
