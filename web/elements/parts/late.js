// Elements whose code is fetched when they are first about to be seen: what stands below the fold costs no first visit.

const AHEAD = '200px'; // of the screen, so that it is there before somebody scrolls so far

/** Watches for an element of the host that nobody has defined yet. */
export class Late {
  /** @type {IntersectionObserver | null} */
  #observer = null;
  #load;

  /**
   * @param {import('lit').ReactiveElement} host @param {string} tag
   * @param {() => Promise<unknown>} load defines the element; where that fails it is tried again the next time it is seen
   */
  constructor(host, tag, load) {
    this.host = host;
    this.tag = tag;
    this.#load = load;
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
  async fetch() {
    if (customElements.get(this.tag)) return;
    await this.#load().then(
      () => this.hostDisconnected(),
      () => {},
    );
  }
}

/**
 * Something that is fetched when it is first asked for.
 * @template T
 */
export class Fetched {
  /** @type {T | null} */
  #value = null;
  #fetching = false;
  #load;
  #arrived;

  /** @param {() => Promise<T>} load @param {() => void} arrived called once it is there */
  constructor(load, arrived) {
    this.#load = load;
    this.#arrived = arrived;
  }

  /** @returns {T | null} null while it is on the way; what failed is tried again the next time */
  get value() {
    if (!this.#value && !this.#fetching) this.#fetch();
    return this.#value;
  }

  async #fetch() {
    this.#fetching = true;
    this.#value = await this.#load().catch(() => null);
    this.#fetching = false;
    if (this.#value) this.#arrived();
  }
}
