// Reads XML as strictly as a browser does, as far as our own files go: what is not well-formed is an error.
import assert from 'node:assert/strict';

/** @typedef {{name: string, attributes: Record<string, string>, children: (Element | string)[]}} Element */

/** What XML 1.0 allows. */
const CHARACTERS = /^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]*$/u;
const TAG = /<(\/?)([a-z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
/** @type {Record<string, string>} */
const ENTITIES = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"};

/** @param {string} text with entities */
function plain(text) {
  assert.doesNotMatch(text, /&(?!(amp|lt|gt|quot|apos|#\d+);)/, 'a bare ampersand');
  return text.replace(/&(#?)(\w+);/g, (_, number, name) =>
    number ? String.fromCodePoint(Number(name)) : ENTITIES[name],
  );
}

/** @param {string} text @returns {Record<string, string>} */
function attributesIn(text) {
  const pairs = [...text.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name, value]) => [name, plain(value)]);
  assert.equal(new Set(pairs.map(([name]) => name)).size, pairs.length, `an attribute twice: ${text}`);
  return Object.fromEntries(pairs);
}

/** @param {string} text of a whole file @returns {Element} its root */
export function readXml(text) {
  assert.match(text, CHARACTERS, 'a character that XML has no room for');
  /** @type {Element} */
  const file = {name: '', attributes: {}, children: []};
  const open = [file];
  let end = 0;
  for (const [whole, closes, name, attributes, empty, words] of text.matchAll(TAG)) {
    end += whole.length;
    const parent = /** @type {Element} */ (open.at(-1));
    if (words !== undefined) parent.children.push(plain(words));
    else if (closes) assert.equal(/** @type {Element} */ (open.pop()).name, name, 'what is closed is open');
    else {
      const element = {name, attributes: attributesIn(attributes), children: []};
      parent.children.push(element);
      if (!empty) open.push(element);
    }
  }
  assert.equal(end, text.length, `not well-formed: ${text.slice(end, end + 80)}`);
  assert.equal(open.length, 1, 'all is closed');
  const roots = file.children.filter((child) => typeof child !== 'string');
  assert.equal(roots.length, 1, 'one root');
  return roots[0];
}

/** @param {Element} element @param {string} name @returns {Element[]} all of that name below it */
export function allOf(element, name) {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return [...(child.name === name ? [child] : []), ...allOf(child, name)];
  });
}

/** @param {Element} element */
export const wordsOf = (element) => element.children.map(String).join('');

/** The cells of all grids of a drawing: their colour, by grid, column and row. @param {Element} svg @returns {Map<string, string>[]} */
export function gridsOf(svg) {
  const grids = allOf(svg, 'g').filter(({attributes}) => attributes['shape-rendering']);
  return grids.map((grid) => {
    const cells = allOf(grid, 'path').flatMap(({attributes: {fill, d}}) =>
      [...d.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(
        ([, column, row]) => /** @type {[string, string]} */ ([`${column} ${row}`, fill]),
      ),
    );
    assert.equal(new Map(cells).size, cells.length, 'no cell twice');
    return new Map(cells);
  });
}
