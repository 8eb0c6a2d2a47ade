// The page stores itself once it is on screen and has nothing else to do, and tells when there is a newer version of it.
import {WORKER} from '../state/kept.js';

/** Not in a frame, and not for whoever saves data. */
export const mayStore = () =>
  window.top === window &&
  isSecureContext &&
  'serviceWorker' in navigator &&
  !(/** @type {any} */ (navigator).connection?.saveData);

/** Announces 'stored' when the page works without a network, and 'newer' when another version waits. */
export class Storing extends EventTarget {
  stored = false;
  newer = false;
  /** @type {ServiceWorkerRegistration | null} */
  #registration = null;

  /** @param {string} root the address of the home @param {(url: string) => string} scriptUrl */
  async begin(root, scriptUrl) {
    const folder = new URL('./', root).href;
    const registration = await navigator.serviceWorker.register(scriptUrl(folder + WORKER), {scope: folder});
    this.#registration = registration;
    registration.addEventListener('updatefound', () => this.#follow(registration.installing));
    this.#follow(registration.installing);
    this.#look();
  }

  /** @param {ServiceWorker | null} worker */
  #follow(worker) {
    worker?.addEventListener('statechange', () => this.#look());
  }

  #look() {
    const {active, waiting} = this.#registration ?? {};
    this.#tell('stored', Boolean(active));
    this.#tell('newer', Boolean(active && waiting));
  }

  /** @param {'stored' | 'newer'} what @param {boolean} holds */
  #tell(what, holds) {
    if (!holds || this[what]) return;
    this[what] = true;
    this.dispatchEvent(new Event(what));
  }

  /** The newer version takes the place of this one in this tab; another tab stays as it is until it is opened anew. */
  change() {
    const waiting = this.#registration?.waiting;
    if (!waiting) return location.reload();
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), {once: true});
    waiting.postMessage('take-over');
  }
}
