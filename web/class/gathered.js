// All that a teacher brought, of however many exercises: what was read, what was not, and of which exercise the class is.
import {exerciseHash} from '../exercise/canonical.js';
import {withoutRepeats} from './duplicates.js';
import {RECEIPTS_LIMIT} from './limits.js';
import {codesIn, nameOfCode, readPiece} from './read_code.js';
import {Refusal, readReceipt} from './read_receipt.js';
import {isBeside, isZip, unzipped} from './zips.js';

/** @typedef {import('./types').Arrival} Arrival @typedef {import('./types').Student} Student @typedef {import('./types').Unread} Unread */
/** @typedef {import('./read_code.js').Given} Given */

export class Gathered {
  /** @type {Student[]} */
  #read = [];
  /** @type {Unread[]} */
  #unread = [];
  /** Codes that wait for the link. @type {string[]} */
  #waiting = [];
  /** @type {Given | null} */
  #given = null;
  /** Of the exercise that is shown; '': that of most. */
  chosen = '';
  #describe;
  #next = 1;

  /** @param {import('../runtime/types').Description} describe */
  constructor(describe) {
    this.#describe = describe;
  }

  clear() {
    [this.#read, this.#unread, this.#waiting] = [[], [], []];
    this.chosen = '';
  }

  /** What was not even opened. @param {Unread[]} unread */
  refuse(unread) {
    this.#unread.push(...unread);
  }

  get isEmpty() {
    return !this.#read.length && !this.unread.length;
  }

  /** @param {Arrival[]} arrivals files, or zips of them @param {(done: number, of: number) => void} [told] */
  async take(arrivals, told = () => {}) {
    const all = await this.#unpacked(arrivals.filter(({name}) => !isBeside(name)));
    for (const [i, arrival] of all.entries()) {
      await this.#take(arrival.name, () => readReceipt(arrival, this.#describe));
      told(i + 1, all.length);
    }
  }

  /** @param {string} text @returns {Promise<number>} how many codes there are in it */
  async takeCodes(text) {
    const pieces = codesIn(text);
    for (const piece of pieces) {
      if (!this.#given) this.#waiting.push(piece);
      else await this.#take(nameOfCode(piece), () => readPiece(piece, this.#given));
    }
    return pieces.length;
  }

  /** The link with which the class began: it says what codes are of, and has the text that no receipt has. @param {Omit<Given, 'hash' | 'arithmetic' | 'lock'> & {shape?: {lock: readonly string[]}}} page */
  async setGiven({experiment, exercise, shape}) {
    const hash = await exerciseHash({experiment, exercise});
    this.#given = {experiment, exercise, hash, arithmetic: Number(this.#describe.arithmetic), lock: shape?.lock ?? []};
    this.chosen = hash;
    this.#read = this.#read.map((one) => this.#asGiven(one));
    for (const piece of this.#waiting.splice(0))
      await this.#take(nameOfCode(piece), () => readPiece(piece, this.#given));
  }

  /** The link has the text, and says what is locked, whatever stands in the receipt. @param {Student} student @returns {Student} */
  #asGiven(student) {
    if (this.#given?.hash !== student.hash) return student;
    const {experiment, lock} = this.#given;
    return {...student, lock, ...(experiment.task.text ? {experiment} : {})};
  }

  /** @param {string} source @param {() => Promise<Omit<Student, 'id'>>} read */
  async #take(source, read) {
    try {
      if (this.#read.length >= RECEIPTS_LIMIT) throw new Refusal('too_many', {limit: RECEIPTS_LIMIT});
      this.#read.push(this.#asGiven({...(await read()), id: this.#next++}));
    } catch (error) {
      const why = error instanceof Refusal ? error.saying : {key: 'class.damaged'};
      this.#unread.push({source, why});
    }
  }

  /** @param {Arrival[]} arrivals */
  async #unpacked(arrivals) {
    const all = await Promise.all(
      arrivals.map(async (one) => (isZip(one) ? unzipped(one) : {arrivals: [one], unread: []})),
    );
    this.#unread.push(...all.flatMap(({unread}) => unread));
    return all.flatMap((one) => one.arrivals);
  }

  /** Of each exercise: its hash, what it is called, how many receipts; that of most first. */
  get exercises() {
    /** @type {Map<string, {hash: string, title: string, count: number}>} */
    const by = new Map();
    for (const {hash, exercise} of this.#read) {
      const {count = 0} = by.get(hash) ?? {};
      by.set(hash, {hash, title: exercise.title, count: count + 1});
    }
    return [...by.values()].sort((a, b) => b.count - a.count);
  }

  /** The hash of the exercise that is shown. */
  get shown() {
    const {exercises, chosen} = this;
    return exercises.find(({hash}) => hash === chosen)?.hash ?? exercises[0]?.hash ?? '';
  }

  /** Of the exercise that is shown, each once. */
  get students() {
    const mine = this.#read.filter(({hash}) => hash === this.shown);
    return withoutRepeats(mine).kept;
  }

  /** What arrived more than once. */
  get again() {
    return withoutRepeats(this.#read.filter(({hash}) => hash === this.shown)).again;
  }

  /** Those of other exercises are among what is not shown. @returns {Unread[]} */
  get unread() {
    const others = this.#read.filter(({hash}) => hash !== this.shown);
    return [
      ...this.#unread,
      ...this.#waiting.map((piece) => ({source: nameOfCode(piece), why: {key: 'class.needs_link'}})),
      ...others.map(({source, exercise}) => ({source, why: {key: 'class.foreign', values: {title: exercise.title}}})),
    ];
  }
}
