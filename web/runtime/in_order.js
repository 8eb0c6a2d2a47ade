// Numbered messages, each once and in its turn, whatever became of them on the way.

/** @template T */
export class InOrder {
  /** The number up to which all have come. */
  last = 0;
  /** Those that came before their turn. @type {Map<number, T>} */
  #early = new Map();

  /** @param {number} number from 1 @param {T} message @returns {T[]} those whose turn has come */
  take(number, message) {
    if (number > this.last) this.#early.set(number, message);
    const due = [];
    for (let next = this.#early.get(this.last + 1); next; next = this.#early.get(this.last + 1)) {
      this.#early.delete(++this.last);
      due.push(next);
    }
    return due;
  }
}
