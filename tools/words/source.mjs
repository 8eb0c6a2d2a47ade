// A source as a tree, and what both searches of it need: lines, and a walk that knows the way it came.
import {parseAst} from 'vite';

/** A node of ESTree. @typedef {{type: string, start: number, end: number, [name: string]: any}} Node */
/** @typedef {{tree: Node, lineOf: (node: Node) => number}} Source */

/** @param {string} text of a JavaScript module @returns {Source} */
export function parsed(text) {
  const ends = [...text.matchAll(/\n/g)].map(({index}) => index);
  const lineOf = (/** @type {Node} */ {start}) => ends.filter((end) => end < start).length + 1;
  return {tree: /** @type {any} */ (parseAst(text)), lineOf};
}

/**
 * From the whole to its parts.
 * @param {Node} node @param {(node: Node, above: Node[]) => boolean | void} visit above: outermost first; true: not deeper
 * @param {Node[]} [above]
 */
export function walk(node, visit, above = []) {
  if (visit(node, above)) return;
  for (const child of childrenOf(node)) walk(child, visit, [...above, node]);
}

/** @param {Node} node @returns {Node[]} */
export function childrenOf(node) {
  return Object.values(node)
    .flat()
    .filter((value) => typeof value?.type === 'string');
}

/** @param {Node | null | undefined} node @returns {string | null} */
export function literal(node) {
  return node?.type === 'Literal' && typeof node.value === 'string' ? node.value : null;
}

/** The name of a property that is written out. @param {Node} property */
export function nameOf({key, computed, type}) {
  if (type !== 'Property' || computed) return null;
  return key.type === 'Identifier' ? key.name : literal(key);
}
