// Tables as CSV (RFC 4180), as spreadsheets and programs read them alike. Pure.

/** A text, a number (nothing where it is not finite), or nothing. @typedef {string | number | null | undefined} Cell */

/** What begins so a spreadsheet takes for a formula: whoever made the name could have it do something. */
const FORMULA = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/**
 * Numbers as they are, to the last digit. A text that could be a formula gets an apostrophe before it, as OWASP advises.
 * @param {Cell} cell @returns {string}
 */
export function written(cell) {
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const text = cell ?? '';
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n\t]|^['\s]|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * @param {string[]} head @param {Iterable<Cell[]>} rows
 * @returns {string} with a mark at its beginning where a spreadsheet needs one to know that it is UTF-8
 */
export function csv(head, rows) {
  const lines = [head.map(written).join(',')];
  for (const row of rows) lines.push(row.map(written).join(','));
  const text = `${lines.join('\r\n')}\r\n`;
  return /[^\0-\x7f]/.test(text) ? `\ufeff${text}` : text;
}
