// The one cursor of a race: whoever points at a place of the example, or at a step, all pictures show it.

/** @typedef {import('../../charts/compare/runs.js').Place} Place */
/** A place on the curves: so many steps, or symbols read, or seconds. @typedef {{axis: import('../../state/view.js').Axis, x: number}} Along */

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
  /** @type {Along | null} */
  along = null;
  /** Who points. @type {object | null} */
  owner = null;

  /** @param {object} owner @param {{place?: Place | null, along?: Along | null}} at */
  point(owner, {place = null, along = null}) {
    if (this.owner !== owner && !place && !along) return; // it left what another has taken over
    if (this.along?.x === along?.x && this.place?.stream === place?.stream && this.place?.index === place?.index)
      return;
    Object.assign(this, {owner, place, along});
    this.dispatchEvent(new Event('move'));
  }
}
