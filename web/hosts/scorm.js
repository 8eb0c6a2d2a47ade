// An exercise's result as SCORM says it, 1.2 and 2004: score, whether it is completed, and what is needed to go on another day. Pure:
// the platform's object is handed in. No score is set before there is one, and none that is lower than what the platform has.

/** @typedef {import('../exercise/types').Result} Result */
/** @typedef {Record<string, (...of: string[]) => string>} Api the object that a platform has for its content */

const NAMES = Object.freeze({
  1.2: {
    object: 'API',
    calls: {begin: 'LMSInitialize', end: 'LMSFinish', get: 'LMSGetValue', set: 'LMSSetValue', save: 'LMSCommit'},
    status: 'cmi.core.lesson_status',
    score: 'cmi.core.score',
    exit: 'cmi.core.exit',
    time: 'cmi.core.session_time',
    limit: 4096, // characters of cmi.suspend_data
  },
  2004: {
    object: 'API_1484_11',
    calls: {begin: 'Initialize', end: 'Terminate', get: 'GetValue', set: 'SetValue', save: 'Commit'},
    status: 'cmi.completion_status',
    score: 'cmi.score',
    exit: 'cmi.exit',
    time: 'cmi.session_time',
    limit: 64_000,
  },
});

/** @typedef {keyof typeof NAMES} Standard */
const DONE = ['completed', 'passed', 'failed'];
const SAVE_MS = 2000; // a platform may answer each save over the network

/** How many windows up it is looked for: in these, and in those that opened them. */
const UP = 50;

/** The platform's object, which is in some window around. @param {Standard} standard @param {any} from a window @returns {Api | null} */
export function findApi(standard, from) {
  const {object} = NAMES[standard];
  for (const start of [from, from.opener, topOf(from)?.opener])
    for (let [at, n] = [start, 0]; at && n < UP; n++) {
      try {
        if (at[object]) return at[object];
      } catch {
        break; // another site's window
      }
      if (at.parent === at) break;
      at = at.parent;
    }
  return null;
}

/** @param {any} from */
function topOf(from) {
  try {
    return from.top?.opener === undefined ? null : from.top;
  } catch {
    return null;
  }
}

/** What one launch tells a platform. */
export class Scorm {
  /** @type {Api} */
  #api;
  /** @type {typeof NAMES[Standard]} */
  #names;
  /** @type {Standard} */
  #standard;
  #begun = 0;
  #now;
  #later;
  #best = -1;
  #done = false;
  #over = false;
  #saving = false;
  /** @type {Result | null} */
  #last = null;

  /** @param {Api} api @param {Standard} standard @param {{now?: () => number, later?: (work: () => void, ms: number) => unknown}} [clock] */
  constructor(api, standard, {now = Date.now, later = setTimeout} = {}) {
    [this.#api, this.#standard, this.#names] = [api, standard, NAMES[standard]];
    this.#now = () => now();
    this.#later = (/** @type {() => void} */ work) => later(work, SAVE_MS);
    this.#begun = now();
  }

  /** @returns {string} what was done before; '' the first time */
  begin() {
    const {status, exit, score} = this.#names;
    this.#call('begin', '');
    const known = this.#get(status);
    this.#done = DONE.includes(known);
    const raw = this.#get(`${score}.raw`);
    if (raw !== '') this.#best = Number(raw) / 100;
    // A platform takes what never said anything for completed.
    if (!this.#done) this.#set(status, 'incomplete');
    this.#set(exit, 'suspend'); // or what was done is forgotten
    this.#call('save', '');
    return this.#get('cmi.suspend_data');
  }

  /** @param {Result} result */
  report(result) {
    if (this.#over || same(result, this.#last)) return;
    this.#last = result;
    const {limit} = this.#names;
    if (result.state && result.state.length <= limit) this.#set('cmi.suspend_data', result.state);
    if (result.score !== null) this.#score(result.score);
    const ended = result.completed && !this.#done;
    if (ended) this.#complete();
    if (ended) this.#save();
    else this.#saveSoon();
  }

  /** Once, when the page is left. */
  finish() {
    if (this.#over) return;
    this.#set(this.#names.time, spent(this.#standard, this.#now() - this.#begun));
    this.#save();
    this.#over = true;
    this.#call('end', '');
  }

  /** @param {number} score */
  #score(score) {
    if (score <= this.#best) return;
    this.#best = score;
    const name = this.#names.score;
    const raw = String(Math.round(score * 10_000) / 100);
    for (const [part, value] of [['min', '0'], ['max', '100'], ['raw', raw]]) this.#set(`${name}.${part}`, value); // prettier-ignore
    if (this.#standard === 2004) this.#set('cmi.score.scaled', String(Math.round(score * 10_000) / 10_000));
  }

  #complete() {
    this.#done = true;
    this.#set(this.#names.status, 'completed');
    if (this.#standard === 2004) this.#set('cmi.success_status', 'passed'); // all goals are reached
  }

  #saveSoon() {
    if (this.#saving) return;
    this.#saving = true;
    this.#later(() => this.#saving && this.#save());
  }

  #save() {
    this.#saving = false;
    if (!this.#over) this.#call('save', '');
  }

  /** @param {string} name */
  #get(name) {
    const value = this.#call('get', name);
    return value === null || value === undefined ? '' : String(value);
  }

  /** @param {string} name @param {string} value */
  #set(name, value) {
    this.#call('set', name, value);
  }

  /** A platform that fails takes nothing away from the reader. @param {keyof typeof NAMES[1.2]['calls']} what @param {...string} of */
  #call(what, ...of) {
    try {
      return this.#api[this.#names.calls[what]](...of);
    } catch {
      return '';
    }
  }
}

/** @param {Result} one @param {Result | null} other */
const same = (one, other) =>
  other !== null && one.score === other.score && one.completed === other.completed && one.state === other.state;

/** A time span as the standard writes it. @param {Standard} standard @param {number} ms */
export function spent(standard, ms) {
  const seconds = Math.max(0, Math.round(ms / 1000));
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return standard === 2004 ? `PT${h}H${m}M${s}S` : `${String(h).padStart(4, '0')}:${two(m)}:${two(s)}`;
}
