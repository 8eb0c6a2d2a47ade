// What of the chapters was seen and predicted right, kept on this device and nowhere else. What was said first counts: later
// one knows. Where nothing may be kept, or somebody wrote something else there, it is as if nothing had been kept.
import {CHAPTERS_SEEN as KEY} from '../state/kept.js';
import {isObject} from '../state/objects.js';

/** @typedef {{predicted?: string, right?: boolean | null, answered?: string, answered_right?: boolean | null,
 *  recalled?: Readonly<Record<string, boolean>>, finished?: boolean}} Seen
 *  right: null where nothing was claimed; recalled: whether a question on an earlier chapter was answered right */
/** @typedef {Pick<Storage, 'getItem' | 'setItem'>} Shelf */

const LONGEST = 40; // of an id

/** What each may be. @type {Record<keyof Seen, (value: unknown) => boolean>} */
const FITS = {
  predicted: isId,
  right: isVerdict,
  answered: isId,
  answered_right: isVerdict,
  recalled: (value) =>
    isObject(value) && Object.entries(value).every(([id, right]) => isId(id) && typeof right === 'boolean'),
  finished: (value) => value === true,
};

/** @fires change - something was noted, here or in another tab */
export class Progress extends EventTarget {
  #shelf;
  /** @type {Map<string, Seen>} */
  #chapters;

  /** @param {Shelf | null} [shelf] null: nothing is kept */
  constructor(shelf = shelfOfPage()) {
    super();
    this.#shelf = shelf;
    this.#chapters = this.#read();
  }

  /** @param {string} id of a chapter @returns {Readonly<Seen>} */
  of(id) {
    return this.#chapters.get(id) ?? {};
  }

  /** What is known already stays. @param {string} id @param {Seen} seen */
  note(id, seen) {
    this.#chapters = this.#read(); // another tab may have written meanwhile
    const known = this.of(id);
    const recalled = {...seen.recalled, ...known.recalled};
    this.#chapters.set(id, {...seen, ...known, ...(Object.keys(recalled).length && {recalled})});
    this.#write();
    this.dispatchEvent(new Event('change'));
  }

  /** Of all that was asked in these chapters. @param {readonly string[]} ids */
  score(ids) {
    const all = ids
      .map((id) => this.of(id))
      .flatMap(({right, answered_right, recalled = {}}) => [right, answered_right, ...Object.values(recalled)]);
    return {
      asked: all.filter((right) => right !== undefined).length,
      right: all.filter((right) => right === true).length,
    };
  }

  /** Hears what other tabs write, until the signal says that nobody listens any more. @param {Window} page @param {AbortSignal} signal */
  follow(page, signal) {
    const read = (/** @type {StorageEvent} */ {key}) => {
      if (key !== KEY && key !== null) return;
      this.#chapters = this.#read();
      this.dispatchEvent(new Event('change'));
    };
    page.addEventListener('storage', read, {signal});
  }

  /** @returns {Map<string, Seen>} */
  #read() {
    if (!this.#shelf) return this.#chapters ?? new Map();
    try {
      return chaptersIn(this.#shelf.getItem(KEY));
    } catch {
      return this.#chapters ?? new Map();
    }
  }

  #write() {
    try {
      this.#shelf?.setItem(KEY, JSON.stringify({version: 1, chapters: Object.fromEntries(this.#chapters)}));
    } catch {
      this.#shelf = null; // full, or forbidden: what is known is known until the page goes
    }
  }
}

/** @param {string | null} text @returns {Map<string, Seen>} without what does not belong there */
function chaptersIn(text) {
  if (text === null) return new Map();
  const {chapters} = parsed(text);
  if (!isObject(chapters)) return new Map();
  return new Map(
    Object.entries(chapters).flatMap(([id, seen]) => (isId(id) && isObject(seen) ? [[id, fitting(seen)]] : [])),
  );
}

/** @param {string} text @returns {Record<string, any>} */
function parsed(text) {
  try {
    const value = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

/** @param {Record<string, unknown>} seen @returns {Seen} */
function fitting(seen) {
  const names = /** @type {(keyof Seen)[]} */ (Object.keys(FITS));
  return Object.fromEntries(names.filter((name) => FITS[name](seen[name])).map((name) => [name, seen[name]]));
}

/** @param {unknown} value */
function isId(value) {
  return typeof value === 'string' && value.length > 0 && value.length <= LONGEST;
}

/** @param {unknown} value */
function isVerdict(value) {
  return typeof value === 'boolean' || value === null;
}

/** A frame without an origin refuses even the question. @returns {Shelf | null} */
function shelfOfPage() {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}
