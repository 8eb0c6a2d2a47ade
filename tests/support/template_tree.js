// What a Lit template would put on the page, as a tree without a browser: its text as it is seen, and as it is heard.

/** @typedef {{tag: string, attributes: Record<string, any>, children: (Node | string)[]}} Node */

/** Where a value stands while the markup around it is read. */
const HOLE = /\uE000(\d+)\uE001/;
const HOLES = /\uE000(\d+)\uE001/g;
const TAG = /<(\/?)([a-z][\w-]*)((?:[^>"]|"[^"]*")*?)(\/?)>/gis;
const ATTRIBUTE = /([.?@]?[\w:-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
const VOID = new Set(['input', 'br', 'img', 'hr']);

/** @param {any} value a template, a list of them, or what stands in one @returns {(Node | string)[]} */
export function treeOf(value) {
  if (Array.isArray(value)) return value.flatMap(treeOf);
  if (value?._$litDirective$) return directive(value.values);
  if (value?.strings) return parsed(value.strings, value.values);
  const nothing = value === null || value === undefined || typeof value === 'symbol' || typeof value === 'function';
  return nothing ? [] : [String(value)];
}

/** What repeat() and keyed() stand for. @param {any[]} values */
function directive(values) {
  const [items, , template] = values;
  return Array.isArray(items) ? treeOf(items.map(template)) : treeOf(values.at(-1));
}

/** @param {readonly string[]} strings @param {any[]} values @returns {(Node | string)[]} */
function parsed(strings, values) {
  const markup = strings.reduce((all, next, i) => `${all}\uE000${i - 1}\uE001${next}`);
  /** @type {Node[]} */
  const open = [{tag: '', attributes: {}, children: []}];
  let from = 0;
  for (const match of markup.matchAll(TAG)) {
    const [whole, closing, tag, attributes, alone] = match;
    open.at(-1)?.children.push(...words(markup.slice(from, match.index), values));
    from = match.index + whole.length;
    if (closing) open.pop();
    else {
      const node = {tag, attributes: attributesOf(attributes, values), children: []};
      open.at(-1)?.children.push(node);
      if (!alone && !VOID.has(tag)) open.push(node);
    }
  }
  open[0].children.push(...words(markup.slice(from), values));
  return open[0].children;
}

/** @param {string} text @param {any[]} values */
function words(text, values) {
  return text
    .split(HOLES)
    .flatMap((part, i) => (i % 2 ? treeOf(values[Number(part)]) : part ? [part.replace(/\s+/g, ' ')] : []));
}

/** A value that stands alone keeps its type. @param {string} text @param {any[]} values */
function attributesOf(text, values) {
  return Object.fromEntries(
    [...text.matchAll(ATTRIBUTE)].map(([, name, ...quoted]) => {
      const written = quoted.find((one) => one !== undefined) ?? '';
      const alone = written.match(HOLE)?.[0] === written && written !== '';
      const filled = () => written.replace(HOLES, (_, i) => treeOf(values[Number(i)]).join(''));
      const value = alone ? values[Number(written.match(HOLE)?.[1])] : filled();
      return [name, typeof value === 'symbol' ? undefined : value];
    }),
  );
}

/** @param {(Node | string)[]} nodes @param {(node: Node) => boolean} wanted @returns {Node[]} in the order of the page */
export function every(nodes, wanted) {
  return nodes.flatMap((node) =>
    typeof node === 'string' ? [] : [...(wanted(node) ? [node] : []), ...every(node.children, wanted)],
  );
}

/** @param {Node} node @param {string} name */
export function hasClass({attributes}, name) {
  return String(attributes.class ?? '')
    .split(/\s+/)
    .includes(name);
}

/** @param {(Node | string)[]} nodes @param {string} name of a class @returns {Node[]} */
export function ofClass(nodes, name) {
  return every(nodes, (node) => hasClass(node, name));
}

/** All that is written in it. @param {Node | string} node @returns {string} */
export function textOf(node) {
  return typeof node === 'string' ? node : node.children.map(textOf).join('');
}

/** What a screen reader says: names of pictures, nothing that is hidden from it. @param {(Node | string)[]} nodes @returns {string} */
export function heard(nodes) {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node;
      const {attributes, children} = node;
      if (String(attributes['aria-hidden']) === 'true') return '';
      if (attributes['aria-label'] !== undefined) return ` ${attributes['aria-label']} `;
      return heard(children);
    })
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}
