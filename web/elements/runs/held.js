// Keeps an element where it is seen while what stands above it grows or shrinks: whoever aims at a button there hits it. Browsers
// do that where they can tell what is looked at; they cannot where it is pictures that are replaced, and some never do.

/** @typedef {import('lit').ReactiveController} ReactiveController */

/** @implements {ReactiveController} */
export class Held {
  #host;
  /** From the beginning of the page; NaN: not measured yet. */
  #before = NaN;
  #scroll = 0;
  #sizes = new ResizeObserver(() => this.#hold());
  #listening = new AbortController();

  /** @param {import('lit').ReactiveElement} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    const {signal} = (this.#listening = new AbortController());
    const look = () => this.#look();
    for (const type of ['scroll', 'pointermove', 'focusin', 'resize'])
      window.addEventListener(type, look, {signal, passive: true, capture: true});
    const around = this.#host.closest('main') ?? this.#host.parentElement; // whatever in it grows
    if (around) this.#sizes.observe(around);
  }

  hostDisconnected() {
    this.#listening.abort();
    this.#sizes.disconnect();
    document.documentElement.style.overflowAnchor = '';
  }

  /** Whether it is what somebody looks at: in the upper half, beneath the hand, with the focus, or at the end of the page. */
  get #watched() {
    const host = this.#host;
    const {top, bottom} = host.getBoundingClientRect();
    if (bottom < 0 || top > innerHeight) return false;
    const atEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 4;
    return top < innerHeight / 2 || atEnd || host.matches(':hover, :focus-within');
  }

  /** The browser's own way would be one too much. */
  #look() {
    const watched = this.#watched;
    document.documentElement.style.overflowAnchor = watched ? 'none' : '';
    this.#before = watched ? this.#place : NaN;
    this.#scroll = scrollY;
  }

  get #place() {
    return this.#host.getBoundingClientRect().top + scrollY;
  }

  #hold() {
    // A page that has become shorter than it was scrolled has moved by itself.
    const moved = this.#place - this.#before - (scrollY - this.#scroll);
    if (moved) window.scrollBy({top: moved, behavior: 'instant'}); // nothing where it was not measured
    this.#look();
  }
}
