// <unrolled-lab>: makes the iframe in which everything runs, and nothing else, so that the host page's own policy,
// styles and scripts cannot break it. A classic script of its own, without any other file.
import {READS} from '../learn/reads.js';
import {ALLOW, SANDBOX} from './rights.js';

const SCRIPT = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href;
/** Called so unless it says better. English: this script is to be small, and stands in other people's pages. */
const TITLE = 'Unrolled: sequence models that learn in this page';
const HEIGHT_LIMIT = 4000; // CSS pixels
/** Of so many frames those out of view may train on; of more, only those in view hold processor and memory. */
const AT_ONCE = 4;

/**
 * @attr state - a link to an experiment, or its hash: "#x=…"; what cannot be read of it the frame says
 * @attr chapter - a chapter by its id, in the place of an experiment
 * @attr hide - parts of the chapter that it does without: recall,background,onward,verdict,lab_link
 * @attr theme - light or dark; auto, or nothing, for the reader's system
 * @attr lang - the language of the frame, such as es; else it is the reader's
 * @attr title - what the frame is called
 * @attr height - CSS pixels to start with, 640 unless told
 * @fires unrolled-message - detail: {type, data} of every message of the lab (see web/embed/messages.js)
 */
class UnrolledLab extends HTMLElement {
  /** All on this page, those that were seen last at the end. @type {Set<UnrolledLab>} */
  static #all = new Set();
  #frame = document.createElement('iframe');
  #ready = false;
  #seen = false;
  #training = false;
  /** What the frame was told last. @type {boolean | null} */
  #present = null;
  #screen = new IntersectionObserver((entries) => {
    this.#seen = entries.some(({isIntersecting}) => isIntersecting);
    if (this.#seen) (UnrolledLab.#all.delete(this), UnrolledLab.#all.add(this));
    UnrolledLab.#share();
  });
  /** @param {MessageEvent} event */
  #receive = (event) => {
    if (event.source !== this.#frame.contentWindow || typeof event.data?.type !== 'string') return;
    const {type, data} = event.data;
    if (!type.startsWith('unrolled:')) return;
    const height = Number(data?.height);
    if (type === 'unrolled:height' && height > 0)
      this.#frame.height = String(Math.min(HEIGHT_LIMIT, Math.ceil(height)));
    if (type === 'unrolled:ready') [this.#ready, this.#present] = [true, null];
    if (data?.state) this.#training = data.state === 'training';
    if (type !== 'unrolled:progress') UnrolledLab.#share();
    this.dispatchEvent(new CustomEvent('unrolled-message', {detail: {type, data}, bubbles: true}));
  };

  connectedCallback() {
    window.addEventListener('message', this.#receive);
    const frame = this.#frame;
    frame.title = this.getAttribute('title') ?? TITLE;
    frame.width = '100%';
    frame.height = this.getAttribute('height') ?? '640';
    frame.loading = 'lazy';
    frame.setAttribute('frameborder', '0');
    frame.setAttribute('sandbox', SANDBOX);
    frame.setAttribute('credentialless', ''); // pages that are cross-origin isolated take no other frame
    frame.allow = ALLOW;
    const source = new URL(this.#file, SCRIPT);
    source.hash = this.#hash;
    frame.src = source.href;
    this.replaceChildren(frame); // what stood here was for pages that do not let this script run
    UnrolledLab.#all.add(this);
    this.#screen.observe(frame);
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
    const state = chapter === null ? (this.getAttribute('state') ?? '') : `chapter=${chapter}`;
    const named = ['theme', 'hide', 'lang'].flatMap((name) => {
      const value = this.getAttribute(name);
      return value ? [`${name}=${value}`] : [];
    });
    return [...named, state].join('&');
  }

  disconnectedCallback() {
    window.removeEventListener('message', this.#receive);
    this.#frame.remove();
    this.#screen.disconnect();
    this.#ready = this.#seen = this.#training = false;
    UnrolledLab.#all.delete(this);
    UnrolledLab.#share();
  }

  /** Sends a command: start, pause, reset, getState, setState. @param {string} command @param {object} [data] */
  send(command, data = {}) {
    // A sandboxed frame has no origin that could be named; nothing secret is sent.
    this.#frame.contentWindow?.postMessage({type: `unrolled:${command}`, v: 1, id: null, data}, '*');
  }
}

if (!customElements.get('unrolled-lab')) customElements.define('unrolled-lab', UnrolledLab);
