// What of the page is stored on the device, so that it works without a network: every version in a store of its own, whole or not
// at all. What a page asks for is answered from its own version: pages by the version in charge, parts by their names, which have
// the hash of what they hold.

import {CACHES as PREFIX, FORMER_CACHES as FORMER_PREFIX} from '../state/kept.js';

/** hash: SHA-256, base64. @typedef {{name: string, hash: string}} File */
/** files: all that one version is made of @typedef {{version: string, files: File[]}} Contents */
/** @typedef {{caches: CacheStorage, fetch: typeof fetch, digest: (bytes: ArrayBuffer) => Promise<ArrayBuffer>}} Means */

/** The one in charge and the one before, whose pages may still be open. */
const VERSIONS = 2;
const HOME = 'index.html';
/** Named after what they hold. */
const PARTS = 'assets/';

export class Stored {
  #means;
  #contents;
  #scope;
  #names;

  /** @param {Means} means @param {Contents} contents @param {string} scope the address of the page's folder */
  constructor(means, contents, scope) {
    this.#means = means;
    this.#contents = contents;
    this.#scope = scope;
    this.#names = new Set(contents.files.map(({name}) => name));
  }

  /** How the names of this folder's stores begin; addresses have no spaces. */
  get #folder() {
    return `${PREFIX}${new URL(this.#scope).pathname} `;
  }

  get #own() {
    return this.#folder + this.#contents.version;
  }

  /** Fetches all of this version. @throws where a file does not come, or is another version's: then there is no store of it */
  async fill() {
    const {caches} = this.#means;
    try {
      const cache = await caches.open(this.#own);
      for (const file of this.#contents.files) await this.#fetch(cache, file); // one after the other: a page on screen has the right of way
    } catch (error) {
      await caches.delete(this.#own);
      throw error;
    }
  }

  /** @param {Cache} cache @param {File} file */
  async #fetch(cache, {name, hash}) {
    const url = this.#scope + name;
    if (await this.#known(cache, url)) return;
    const response = await this.#means.fetch(url, {cache: name.startsWith(PARTS) ? 'default' : 'no-cache'});
    const digest = response.ok ? await this.#means.digest(await response.clone().arrayBuffer()) : new ArrayBuffer(0);
    if (btoa(String.fromCharCode(...new Uint8Array(digest))) !== hash) throw new Error(name);
    await cache.put(url, response);
  }

  /** What did not change from one version to the next is not fetched again. @param {Cache} cache @param {string} url */
  async #known(cache, url) {
    const found = url.startsWith(this.#scope + PARTS) && (await this.#means.caches.match(url));
    if (found) await cache.put(url, found);
    return Boolean(found);
  }

  /** Lets go of versions of which no page should be open any more. */
  async tidy() {
    const stores = await Promise.all(
      (await this.#means.caches.keys()).map(async (key) => ((await this.#isOurs(key)) ? [key] : [])),
    );
    const others = stores.flat().filter((key) => key !== this.#own);
    const old = others.slice(0, Math.max(0, others.length - (VERSIONS - 1)));
    await Promise.all(old.map((key) => this.#letGo(key)));
  }

  /** @param {string} key of a store @returns {Promise<boolean>} whether it holds a version of this folder's page */
  async #isOurs(key) {
    if (!key.startsWith(FORMER_PREFIX)) return key.startsWith(this.#folder);
    return Boolean(await this.#means.caches.match(this.#scope + HOME, {cacheName: key}));
  }

  /** Of a store that is shared with other folders only what is this one's. @param {string} key */
  async #letGo(key) {
    const {caches} = this.#means;
    const store = await caches.open(key);
    const held = (await store.keys()).map(({url}) => url);
    const ours = held.filter((url) => folderOf(url, held) === this.#scope);
    const whole = key.startsWith(PREFIX) || ours.length === held.length;
    await (whole ? caches.delete(key) : Promise.all(ours.map((url) => store.delete(url))));
  }

  /** @param {Request} request @returns {Promise<Response> | null} null: it is not this page's, and goes its way */
  answer({method, mode, url}) {
    const [address] = url.split(/[?#]/);
    if (method !== 'GET' || !address.startsWith(this.#scope)) return null;
    const name = address.slice(this.#scope.length) || HOME;
    const part = name.startsWith(PARTS) && mode !== 'navigate';
    if (part) return this.#from(this.#scope + name);
    return this.#names.has(name) ? this.#from(this.#scope + name, this.#own) : null;
  }

  /** @param {string} url @param {string} [cacheName] of one version alone */
  async #from(url, cacheName) {
    const {caches, fetch} = this.#means;
    return (await caches.match(url, {cacheName})) ?? fetch(url);
  }
}

/** @param {string} url @param {string[]} held all addresses of a store @returns {string | undefined} the innermost folder with a page around it */
const folderOf = (url, held) =>
  held
    .filter((one) => one.endsWith('/' + HOME))
    .map((one) => one.slice(0, -HOME.length))
    .filter((folder) => url.startsWith(folder))
    .sort((a, b) => b.length - a.length)[0];
