// <unrolled-lab>: makes the iframe in which everything runs, and nothing else, so that the host page's own policy,
// styles and scripts cannot break it. A classic script of its own, without any other file.
import {READS} from '../learn/reads.js';
import {ALLOW, SANDBOX} from './rights.js';

/** A program that draws pages ahead of any browser imports this, too, and gets an element that nobody makes. */
const Base = globalThis.HTMLElement ?? class {};
/** Beside this lies the frame: where it is imported as a module that is beside the page. */
const SCRIPT =
  /** @type {HTMLScriptElement | null | undefined} */ (globalThis.document?.currentScript)?.src ||
  globalThis.location?.href;
/** Called so unless it says better. English: this script is to be small, and stands in other people's pages. */
const TITLE = 'Unrolled: sequence models that learn in this page';
const HEIGHT_LIMIT = 4000; // CSS pixels
/** What the frame's address says by hand. */
const READABLE = ['theme', 'hide', 'lock', 'lang', 'v'];
const ANSWER_MS = 30_000;
/** Of so many frames those out of view may train on; of more, only those in view hold processor and memory. */
const AT_ONCE = 4;

/**
 * @attr exercise - a link to an exercise or an experiment, or its hash: "#x=…"; what cannot be read of it the frame says
 * @attr state - the same, as it was called before
 * @attr chapter - a chapter by its id, in the place of an exercise
 * @attr hide - parts that it does without, such as recall,background,onward,verdict,lab_link
 * @attr lock - controls that it shows and locks
 * @attr theme - light or dark; auto, or nothing, for the reader's system
 * @attr lang - the language of the frame, such as es; else it is the reader's
 * @attr title - what the frame is called
 * @attr height - CSS pixels to start with, 640 unless told
 * @attr v - the version of these attributes: 1
 * @attr base - the folder in which embed.html lies, where that is not beside this script
 * @fires unrolled-ready, unrolled-started, unrolled-progress, unrolled-done, unrolled-state, unrolled-error - detail: what docs/embedding.md says
 * @fires unrolled-result - detail: {score, completed, state} of an exercise, each time that it changes
 * @fires unrolled-message - detail: {type, data} of every message of the lab (see web/embed/messages.js)
 */
class UnrolledLab extends Base {
  /** All on this page, those that were seen last at the end. @type {Set<UnrolledLab>} */
  static #all = new Set();
  static observedAttributes = ['exercise', 'state', 'chapter', 'title', 'height', 'base', ...READABLE];
  #frame = document.createElement('iframe');
  #ready = false;
  #seen = false;
  #training = false;
  /** What the frame was told last. @type {boolean | null} */
  #present = null;
  /** What came of the exercise so far. @type {{score: number | null, completed: boolean, state: string} | null} */
  result = null;
  #taken = '';
  #asked = 0;
  /** Who waits for an answer. @type {Map<number, {done: (data: any) => void, failed: (reason: Error) => void}>} */
  #waiting = new Map();
  #screen = new IntersectionObserver((entries) => {
    this.#seen = entries.some(({isIntersecting}) => isIntersecting);
    if (this.#seen) (UnrolledLab.#all.delete(this), UnrolledLab.#all.add(this));
    UnrolledLab.#share();
  });
  /** @param {MessageEvent} event */
  #receive = (event) => {
    if (event.source !== this.#frame.contentWindow || typeof event.data?.type !== 'string') return;
    const {type, data, id} = event.data;
    if (!type.startsWith('unrolled:')) return;
    const height = Number(data?.height);
    if (type === 'unrolled:height' && height > 0)
      this.#frame.height = String(Math.min(HEIGHT_LIMIT, Math.ceil(height)));
    if (type === 'unrolled:ready') this.#begin();
    if (type === 'unrolled:result') this.result = data;
    this.#answer(id, type, data);
    if (data?.state) this.#training = data.state === 'training';
    if (type !== 'unrolled:progress') UnrolledLab.#share();
    this.dispatchEvent(new CustomEvent('unrolled-message', {detail: {type, data}, bubbles: true}));
    this.dispatchEvent(new CustomEvent(type.replace(':', '-'), {detail: data, bubbles: true}));
  };

  connectedCallback() {
    window.addEventListener('message', this.#receive);
    const frame = this.#frame;
    this.#name();
    frame.width = '100%';
    frame.loading = 'lazy';
    frame.setAttribute('frameborder', '0');
    frame.setAttribute('sandbox', SANDBOX);
    frame.setAttribute('credentialless', ''); // pages that are cross-origin isolated take no other frame
    frame.allow = ALLOW;
    this.#load();
    this.replaceChildren(frame); // what stood here was for pages that do not let this script run
    UnrolledLab.#all.add(this);
    this.#screen.observe(frame);
  }

  #name() {
    this.#frame.title = this.getAttribute('title') ?? TITLE;
    this.#frame.height = this.getAttribute('height') ?? '640';
  }

  #load() {
    const source = new URL(this.#file, new URL(this.getAttribute('base') ?? '', SCRIPT));
    source.hash = this.#hash;
    if (this.#frame.src === source.href) return;
    [this.#ready, this.#training, this.result] = [false, false, null];
    // A frame that only hears of another hash stays what it is.
    const again = this.#frame.isConnected && this.#frame.src.split('#')[0] === source.href.split('#')[0];
    if (again) this.#frame.remove();
    this.#frame.src = source.href;
    if (again) this.replaceChildren(this.#frame);
  }

  /** @param {string} name @param {string | null} before @param {string | null} now */
  attributeChangedCallback(name, before, now) {
    if (before === now || !this.#frame.isConnected) return;
    if (name === 'title' || name === 'height') this.#name();
    else this.#load();
  }

  #begin() {
    [this.#ready, this.#present] = [true, null];
    const taken = this.result?.state ?? this.#taken;
    if (taken) this.send('setState', {taken});
  }

  /** @param {unknown} id @param {string} type @param {any} data */
  #answer(id, type, data) {
    const waiting = typeof id === 'number' && this.#waiting.get(id);
    if (!waiting) return;
    this.#waiting.delete(/** @type {number} */ (id));
    if (type === 'unrolled:error') waiting.failed(Object.assign(new Error(data?.message), data));
    else waiting.done(data);
  }

  /** Tells each frame whether it may train and hold memory: they are of no common origin, and cannot ask each other. */
  static #share() {
    const all = [...UnrolledLab.#all].reverse();
    const unseen = all.filter((lab) => !lab.#seen && lab.#training);
    const room = Math.max(0, AT_ONCE - all.filter((lab) => lab.#seen).length);
    const lucky = new Set(unseen.slice(0, room));
    for (const lab of all) lab.#allow(lab.#seen || lucky.has(lab));
  }

  /** @param {boolean} present */
  #allow(present) {
    if (!this.#ready || present === this.#present) return;
    this.#present = present;
    this.send('present', {present});
  }

  /** Chapters have a file of their own, which has no more in it than they need, and no texts. */
  get #file() {
    const chapter = this.getAttribute('chapter');
    return chapter !== null && !READS[chapter] ? 'embed-chapters.html' : 'embed.html';
  }

  /** As it stands, for the frame to read: it knows more of links. The first theme in it holds. */
  get #hash() {
    const chapter = this.getAttribute('chapter');
    const state = chapter === null ? this.#packed : `chapter=${chapter}`;
    const named = READABLE.flatMap((name) => {
      const value = this.getAttribute(name);
      return value ? [`${name}=${value}`] : [];
    });
    return [...named, state].join('&');
  }

  get #packed() {
    return this.getAttribute('exercise') ?? this.getAttribute('state') ?? '';
  }

  disconnectedCallback() {
    window.removeEventListener('message', this.#receive);
    this.#frame.remove();
    this.#screen.disconnect();
    this.#ready = this.#seen = this.#training = false;
    UnrolledLab.#all.delete(this);
    for (const {failed} of this.#waiting.values()) failed(new Error('removed'));
    this.#waiting.clear();
    UnrolledLab.#share();
  }

  /** Sends a command: start, pause, reset, getState, setState. @param {string} command @param {object} [data] @param {number | null} [id] */
  send(command, data = {}, id = null) {
    // A sandboxed frame has no origin that could be named; nothing secret is sent.
    this.#frame.contentWindow?.postMessage({type: `unrolled:${command}`, v: 1, id, data}, '*');
  }

  /** The same, and what the frame answers; rejects with its error. @param {string} command @param {object} [data] @returns {Promise<any>} */
  ask(command, data) {
    const id = ++this.#asked;
    return new Promise((done, failed) => {
      this.#waiting.set(id, {done, failed});
      setTimeout(() => this.#waiting.delete(id) && failed(new Error('no answer')), ANSWER_MS);
      this.send(command, data, id);
    });
  }

  /** What is trained and how far; never what a reader typed. */
  getState() {
    return this.ask('getState');
  }

  /** Goes on with what was done before, once the frame is there. @param {string} taken `state` of a result */
  restore(taken) {
    [this.#taken, this.result] = [taken, null];
    if (this.#ready) this.#begin();
  }
}

if (globalThis.customElements && !customElements.get('unrolled-lab'))
  customElements.define('unrolled-lab', UnrolledLab);
