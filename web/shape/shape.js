// What is hidden, locked and opened of a page or frame, and how it is asked. Readers may add to it, never take away.
import {covers} from './parts.js';

/** @typedef {{hide: readonly string[], lock: readonly string[], open: readonly string[]}} Shape names of parts and of options */

/** @type {Shape} */
export const NO_SHAPE = Object.freeze({hide: Object.freeze([]), lock: Object.freeze([]), open: Object.freeze([])});

/** @param {Shape} shape @param {string} name of a part, or an option's path */
export function hides({hide}, name) {
  return hide.some((entry) => covers(entry, name));
}

/** Whether a control is locked; of a path with a star, whether any of its options is. @param {Shape} shape @param {string} name */
export function locks({lock}, name) {
  return lock.some((entry) => covers(entry, name));
}

/** Whether it is opened itself, or something inside it. @param {Shape} shape @param {string} name */
export function opens({open}, name) {
  return open.some((entry) => covers(entry, name) || covers(name, entry));
}

/** @param {Shape} shape */
export function isEmptyShape({hide, lock, open}) {
  return hide.length + lock.length + open.length === 0;
}

/** @param {Shape} shape @param {Pick<Shape, 'hide' | 'lock'>} more @returns {Shape} the same object where nothing is new */
export function tightened(shape, {hide, lock}) {
  const fresh = (/** @type {readonly string[]} */ has, /** @type {readonly string[]} */ adds) =>
    [...new Set(adds)].filter((name) => !has.includes(name));
  const [hidden, locked] = [fresh(shape.hide, hide), fresh(shape.lock, lock)];
  if (!hidden.length && !locked.length) return shape;
  return {...shape, hide: [...shape.hide, ...hidden], lock: [...shape.lock, ...locked]};
}
