// Reads CSV as RFC 4180 has it.
import assert from 'node:assert/strict';

/** @param {string} text @returns {Record<string, string>[]} a row each, cells by the name of their column */
export function readCsv(text) {
  const [head, ...rows] = rowsOf(text.replace(/^\ufeff/, ''));
  return rows.map((row) => {
    assert.equal(row.length, head.length, 'as many cells as names');
    return Object.fromEntries(row.map((cell, i) => [head[i], cell]));
  });
}

/** @param {string} text @returns {string[][]} */
function rowsOf(text) {
  assert.ok(text.endsWith('\r\n'));
  /** @type {string[][]} */
  const rows = [[]];
  let end = 0;
  for (const [whole, quoted, bare, after] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy)) {
    end += whole.length;
    /** @type {string[]} */ (rows.at(-1)).push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (after !== ',') rows.push([]);
  }
  assert.equal(end, text.length, `no CSV: ${text.slice(end, end + 40)}`);
  return rows.slice(0, -1);
}
