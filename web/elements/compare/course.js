// What was measured of a model since it began: the latest, and some of what came before. Pure.

/** @typedef {import('../../runtime/types').Measured} Measured */

/** Then every second is forgotten: the first stays, and the others stay evenly apart. */
const MOST = 16;

export class Course {
  /** @type {Measured | null} */
  latest = null;
  /** @type {Measured[]} from the first on */
  earlier = [];

  /** What is of an earlier step than the latest belongs to a run that began anew. @param {Measured} found */
  add(found) {
    if (this.latest && found.step < this.latest.step) this.earlier = [];
    else if (this.latest && found.step > this.latest.step) this.earlier.push(this.latest);
    if (this.earlier.length > MOST) this.earlier = this.earlier.filter((_, i) => i % 2 === 0);
    this.latest = found;
  }
}
