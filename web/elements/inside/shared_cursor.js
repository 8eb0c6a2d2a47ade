// The one cursor of a race: whoever points at a place of the example, or at a step, all pictures show it.

/** @typedef {import('../../charts/compare/runs.js').Place} Place */

/** @type {WeakMap<object, SharedCursor>} */
const CURSORS = new WeakMap();

/** @param {object} race */
export function cursorOf(race) {
  const known = CURSORS.get(race) ?? new SharedCursor();
  CURSORS.set(race, known);
  return known;
}

/** @fires move */
export class SharedCursor extends EventTarget {
  /** @type {Place | null} in the example that all models read */
  place = null;
  /** @type {number | null} of the curves */
  step = null;
  /** Who points. @type {object | null} */
  owner = null;

  /** @param {object} owner @param {{place?: Place | null, step?: number | null}} at */
  point(owner, {place = null, step = null}) {
    if (this.owner !== owner && !place && step === null) return; // it left what another has taken over
    if (this.step === step && this.place?.stream === place?.stream && this.place?.index === place?.index) return;
    Object.assign(this, {owner, place, step});
    this.dispatchEvent(new Event('move'));
  }
}
