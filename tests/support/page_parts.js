// Elements of the page under Node: made, handed what they show, and read as a tree. No browser, no layout.
import {treeOf} from './template_tree.js';

/** What elements find in a browser and do not need for what they write. @type {Record<string, unknown>} */
const BROWSER = {
  ResizeObserver: class {
    observe() {}
    disconnect() {}
  },
  IntersectionObserver: class {
    observe() {}
    disconnect() {}
  },
  getComputedStyle: () => ({getPropertyValue: () => 'gray', colorScheme: 'light'}),
};

/** Nothing is ever drawn into it. */
const EMPTY = {querySelector: () => null, querySelectorAll: () => []};

/** @param {string} path of a module below web/elements that defines it @param {string} tag @param {object} properties @returns {Promise<any>} */
export async function elementOf(path, tag, properties) {
  for (const [name, value] of Object.entries(BROWSER))
    if (!(name in globalThis)) Object.assign(globalThis, {[name]: value});
  await import(`../../web/elements/${path}`);
  const Element = /** @type {any} */ (customElements.get(tag));
  return Object.assign(new Element(), {renderRoot: EMPTY}, properties);
}

/** @param {any} element */
export const written = (element) => treeOf(element.render());
