// A course platform's filter, by its published rules (sanitizers.json): elements and attributes that are not named go, what stands in an
// element that goes stays. One function without imports, so that a page can have it.

/** @typedef {{elements: string[] | '*', attributes: Record<string, string[]>, set?: Record<string, Record<string, string>>}} Rules */

/** @param {string} html @param {Rules} rules @returns {string} */
export function sanitized(html, {elements, attributes, set = {}}) {
  /** What a filter on the server reads is no browser's tree: to it a frame is an element like others. */
  const tree = (/** @type {string} */ text) =>
    new DOMParser().parseFromString(`<body>${text}</body>`, 'text/html').body;
  const allowed = (/** @type {string} */ tag, /** @type {string} */ name) =>
    [...(attributes['*'] ?? []), ...(attributes[tag] ?? [])].some(
      (one) => one === name || one === '*' || (one.endsWith('-*') && name.startsWith(one.slice(0, -1))),
    );
  /** @param {Element} node */
  const clean = (node) => {
    const tag = node.localName;
    if (elements !== '*' && !elements.includes(tag)) {
      if (tag === 'script' || tag === 'style') return node.remove();
      const inside = tag === 'iframe' ? [...tree(node.textContent ?? '').childNodes] : [...node.childNodes];
      node.replaceWith(...inside);
      for (const one of inside) if (one instanceof Element) clean(one);
      return undefined;
    }
    for (const {name} of [...node.attributes]) if (!allowed(tag, name)) node.removeAttribute(name);
    for (const [name, value] of Object.entries(set[tag] ?? {})) node.setAttribute(name, value);
    for (const child of [...node.children]) clean(child);
    return undefined;
  };
  const body = tree(html);
  for (const child of [...body.children]) clean(child);
  return body.innerHTML;
}
