// Text as it may stand in an XML file, whatever somebody typed.

/** What XML 1.0 has no way to write: control characters, halves of pairs, and the two that are no characters. */
const UNWRITABLE =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** @type {Record<string, string>} */
const ESCAPES = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\t': '&#9;', '\n': '&#10;', '\r': '&#13;'};

/** For an element's text and for an attribute's value alike. @param {string} text */
export function escaped(text) {
  return text.replace(UNWRITABLE, '\ufffd').replace(/[&<>"\t\n\r]/g, (one) => ESCAPES[one]);
}

/** A number of pixels as it is written: thousandths are finer than any eye. @param {number} value */
export function pixels(value) {
  return String(Math.round(1000 * value) / 1000 + 0);
}

/** @param {string} name @param {Record<string, string | number | undefined>} attributes those without a value are left out @param {string} [inner] */
export function element(name, attributes, inner) {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? pixels(value) : escaped(String(value))}"`);
  return inner === undefined ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${inner}</${name}>`;
}
