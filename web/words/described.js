// What the engine says of itself at length, its summaries and refusals, which the home does without at first: with the lab it comes at
// once, after a chapter's first question a moment later.
import rest from './long.js';
import {englishOf, tellAgain} from './overlay.js';

/**
 * Puts what is said at length where it belongs, in the language of the engine; what is there already stays.
 * @template T @param {T} described of describe(), or a part of it @param {any} [told] @returns {T} the same object
 */
export function atLength(described, told = rest) {
  const english = englishOf(/** @type {any} */ (described));
  for (const one of new Set([english, described])) fill(one, told);
  tellAgain(/** @type {any} */ (described));
  return described;
}

/** @param {unknown} described @param {any} told */
function fill(described, told) {
  const into = /** @type {any} */ (described);
  for (const [name, inner] of Object.entries(told || {})) {
    if (!inner) continue;
    if (typeof inner === 'string' || into[name] === undefined) into[name] ??= inner;
    else fill(into[name], inner);
  }
}
