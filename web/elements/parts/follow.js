// How elements stay in touch with what they show, and how often they redraw.

/** @typedef {import('lit').ReactiveControllerHost} Host */

/**
 * Listens to an EventTarget as long as its host is connected, and moves over when the host is given another one.
 */
export class Follow {
  /** @type {EventTarget | null} */
  #target = null;
  #connected = false;

  /** @param {Host} host @param {() => EventTarget | null | undefined} pick
   *  @param {Record<string, (event: any) => void>} reactions by event type */
  constructor(host, pick, reactions) {
    this.pick = pick;
    this.reactions = reactions;
    host.addController(this);
  }

  hostConnected() {
    this.#connected = true;
    this.hostUpdate();
  }

  /** May come once more after the host has left: what it followed would then hold it for ever. */
  hostUpdate() {
    this.#move((this.#connected && this.pick()) || null);
  }

  hostDisconnected() {
    this.#connected = false;
    this.#move(null);
  }

  /** @param {EventTarget | null} target */
  #move(target) {
    if (target === this.#target) return;
    this.moved(this.#target, target);
    this.#target = target;
  }

  /** @protected @param {EventTarget | null} from @param {EventTarget | null} to */
  moved(from, to) {
    for (const [type, react] of Object.entries(this.reactions)) {
      from?.removeEventListener(type, react);
      to?.addEventListener(type, react);
    }
  }
}

/** Whoever asked for less motion gets one redraw a second. */
const REDUCED_MS = 1000;
/** Where frames come late, at most one in so many is used. */
const LATE_SHARE = 4;
/** Of a frame, for all that redraw in it: what comes after that waits for the next one. */
const ROOM_MS = 3;

/** What was done in the present frame, by whomever: one for each document. */
class Frames {
  #frame = -1;
  #began = 0;

  /** @param {number} frame when it began: the same number for all that are called in it @returns {boolean} whether there is room */
  takes(frame) {
    if (frame === this.#frame) return performance.now() - this.#began < ROOM_MS;
    [this.#frame, this.#began] = [frame, performance.now()];
    return true;
  }

  /** @returns {Frames} */
  static of(/** @type {Document & {unrolledFrames?: Frames}} */ page) {
    return (page.unrolledFrames ??= new Frames());
  }
}

/**
 * Many requests, one call in an animation frame, and not more often than every `ms`; less often where frames come late,
 * since then the processor is short. Where many redraw they take turns, so that no frame has to wait for all of them.
 * Nothing runs after a disconnect.
 */
export class Cadence {
  #frame = 0;
  #timer = 0;
  #last = -Infinity;
  /** From asking for the last frame until everything in it was done, in milliseconds. */
  #took = 0;
  /** Live, and dear to ask for. @type {MediaQueryList | undefined} */
  #calm;

  /** @param {Host} host @param {() => void} callback @param {number} [ms] */
  constructor(host, callback, ms = 0) {
    this.callback = callback;
    this.ms = ms;
    host.addController(this);
  }

  request() {
    if (this.#frame || this.#timer) return;
    const wait = this.#last + this.#interval() - performance.now();
    if (wait > 8) this.#timer = window.setTimeout(() => this.#ask(), wait);
    else this.#ask();
  }

  hostConnected() {}

  hostDisconnected() {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
    this.#frame = this.#timer = 0;
  }

  #ask() {
    this.#timer = 0;
    const asked = performance.now();
    this.#frame = requestAnimationFrame((frame) => {
      this.#frame = 0;
      if (!Frames.of(document).takes(frame)) return this.#ask();
      this.#last = performance.now();
      this.callback();
      this.#took = performance.now() - asked;
    });
  }

  #interval() {
    const fits = Math.max(this.ms, LATE_SHARE * Math.min(this.#took, REDUCED_MS / LATE_SHARE));
    this.#calm ??= matchMedia('(prefers-reduced-motion: reduce)');
    return this.#calm.matches ? REDUCED_MS : fits;
  }
}

/** @param {EventTarget} from @param {string} type @param {unknown} [detail] an event that leaves shadow trees */
export function announce(from, type, detail) {
  from.dispatchEvent(new CustomEvent(type, {detail, bubbles: true, composed: true}));
}
