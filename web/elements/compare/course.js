// What was measured of a model since it began: the latest, and some of what came before. Pure.

/** @typedef {import('../../runtime/types').Measured} Measured */

/** Then one is forgotten that has near neighbours: the first stays, and the others are about evenly apart. */
const MOST = 16;

export class Course {
  /** @type {Measured | null} */
  latest = null;
  /** @type {Measured[]} from the first on */
  earlier = [];

  /**
   * A run that begins anew comes by the same weights once more, and one whose best weights are shown is looked at where it was: what lay
   * behind that stays.
   * @param {Measured} found
   */
  add(found) {
    if (this.latest && found.step < this.latest.step) this.earlier = this.earlier.filter(({step}) => step < found.step);
    else if (this.latest && found.step > this.latest.step) this.earlier.push(this.latest);
    if (this.earlier.length > MOST) this.earlier.splice(crowded(this.earlier), 1);
    this.latest = found;
  }
}

/** Which of those between the first and the last has the nearest neighbours. @param {Measured[]} all */
function crowded(all) {
  const gaps = all.slice(1, -1).map((_, i) => all[i + 2].step - all[i].step);
  return 1 + gaps.indexOf(Math.min(...gaps));
}
