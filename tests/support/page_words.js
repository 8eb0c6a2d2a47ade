// Everything that a page says, seen or spoken, through all its shadow trees; and a language that gives away what does
// not come from web/words.
import {parse, serialize, TextElement} from '@fluent/syntax';
import english from '../../web/words/en.js';

/**
 * Runs in the page, so it may use nothing from outside itself.
 * @returns {string[]} texts, accessible names and hints, each once, in the order of the page; no text in a language of its own
 */
export function wordsOfPage() {
  const SPOKEN = ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'placeholder', 'alt', 'label'];
  /** @type {Set<string>} */
  const found = new Set();
  const take = (/** @type {string | null | undefined} */ text) =>
    text?.trim() && found.add(text.trim().replace(/\s+/g, ' '));
  /** @param {Node} node */
  const walk = (node) => {
    if (node instanceof Text) take(node.data);
    if (node instanceof Element) {
      if (node.matches('style, script, [lang=""]')) return; // what a model writes is no word of the page
      for (const name of SPOKEN) take(node.getAttribute(name));
      node.shadowRoot?.childNodes.forEach(walk);
    }
    node.childNodes.forEach(walk);
  };
  walk(document.body);
  return [...found];
}

/** English with every message in brackets. */
export function bracketed() {
  const resource = parse(english, {withSpans: false});
  for (const entry of resource.body)
    if (entry.type === 'Message' && entry.value) {
      entry.value.elements.unshift(new TextElement('⟦'));
      entry.value.elements.push(new TextElement('⟧'));
    }
  return serialize(resource, {});
}

/** What stands outside all brackets. @param {string} text */
export function outsideBrackets(text) {
  let depth = 0;
  return [...text].filter((c) => (c === '⟦' ? (depth++, false) : c === '⟧' ? (depth--, false) : depth === 0)).join('');
}
