// Elements whose code is fetched when they are first about to be seen: what stands below the fold costs no first visit.
import {RuntimeError} from '../../runtime/protocol.js';

const AHEAD = '200px'; // of the screen, so that it is there before somebody scrolls so far
/** What did not come is not asked for again before. */
const AGAIN_MS = 5000;

/** Tells of parts that did not come, or not as they were built: 'missing'. */
export const parts = new EventTarget();

/** @template T @param {() => Promise<T>} load imports a part of the page @returns {Promise<T>} rejects where it does not come, and the page says so */
export async function part(load) {
  try {
    return await load();
  } catch {
    parts.dispatchEvent(new Event('missing'));
    throw new RuntimeError('network', 'trouble.part');
  }
}

/** Watches for an element of the host that nobody has defined yet. */
export class Late {
  /** @type {IntersectionObserver | null} */
  #observer = null;
  #code;

  /**
   * @param {import('lit').ReactiveElement} host @param {string} tag
   * @param {() => Promise<unknown>} load defines the element; where that fails it is tried again the next time it is seen
   */
  constructor(host, tag, load) {
    this.host = host;
    this.tag = tag;
    this.#code = new Fetched(load, () => this.hostDisconnected());
    host.addController(this);
  }

  hostUpdated() {
    if (customElements.get(this.tag)) return this.hostDisconnected();
    const element = this.host.renderRoot.querySelector(this.tag);
    if (!element) return;
    this.#observer ??= new IntersectionObserver((entries) => this.#seen(entries), {rootMargin: AHEAD});
    this.#observer.observe(element);
  }

  hostDisconnected() {
    this.#observer?.disconnect();
    this.#observer = null;
  }

  /** @param {IntersectionObserverEntry[]} entries */
  #seen(entries) {
    if (entries.some(({isIntersecting}) => isIntersecting)) this.fetch();
  }

  /** Now, whether seen or not. */
  fetch() {
    return customElements.get(this.tag) ?? this.#code.value;
  }
}

/**
 * Something that is fetched when it is first asked for.
 * @template T
 */
export class Fetched {
  /** @type {T | null} */
  #value = null;
  /** @type {Promise<T | null> | null} */
  #coming = null;
  #told = false;
  #load;
  #arrived;

  /** @param {() => Promise<T>} load @param {() => void} [arrived] called once it is there */
  constructor(load, arrived = () => {}) {
    this.#load = load;
    this.#arrived = arrived;
  }

  /** @returns {T | null} null while it is on the way; what failed is tried again the next time, after a while */
  get value() {
    void this.coming;
    return this.#value;
  }

  /** @returns {Promise<T | null>} the same once it is there, null where it did not come */
  get coming() {
    return (this.#coming ??= this.#fetch());
  }

  /** @returns {Promise<T | null>} */
  async #fetch() {
    const coming = this.#told ? this.#load() : part(this.#load);
    this.#value = await coming.catch(() => null);
    if (this.#value) {
      this.#arrived();
    } else {
      this.#told = true;
      setTimeout(() => (this.#coming = null), AGAIN_MS);
    }
    return this.#value;
  }
}
