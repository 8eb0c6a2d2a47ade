// A reader's own text, from a file, a drop or a paste. It never leaves the page.
import {RuntimeError} from './protocol.js';

export const TEXT_LIMIT_BYTES = 10 * 1024 * 1024;

/**
 * @param {File | Blob} file
 * @returns {Promise<Uint8Array<ArrayBuffer>>} UTF-8 without a byte order mark; whether it can be learned from is the engine's to say
 * @throws RuntimeError
 */
export async function readTextFile(file) {
  if (file.size === 0) throw refusal('trouble.file_empty');
  checkSize(file.size);
  const buffer = await file.arrayBuffer().catch(() => {
    throw refusal('trouble.file_unreadable');
  });
  return toUtf8(new Uint8Array(buffer));
}

/** @param {string} text @returns {Uint8Array<ArrayBuffer>} UTF-8 */
export function encodeText(text) {
  if (text.length === 0) throw refusal('trouble.text_none');
  checkSize(text.length);
  const bytes = new TextEncoder().encode(text);
  checkSize(bytes.length);
  return bytes;
}

/** Windows writes UTF-16 where it says "Unicode": that is text too. @param {Uint8Array<ArrayBuffer>} bytes */
function toUtf8(bytes) {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return new TextEncoder().encode(new TextDecoder('utf-16le').decode(bytes));
  if (a === 0xfe && b === 0xff) return new TextEncoder().encode(new TextDecoder('utf-16be').decode(bytes));
  return a === 0xef && b === 0xbb && c === 0xbf ? bytes.slice(3) : bytes;
}

/** @param {number} bytes */
function checkSize(bytes) {
  if (bytes <= TEXT_LIMIT_BYTES) return;
  const [found, most] = [bytes, TEXT_LIMIT_BYTES].map((size) => Math.ceil((10 * size) / 2 ** 20) / 10);
  throw refusal('trouble.text_large', {found, most});
}

/** @param {string} key @param {Record<string, number>} [values] */
function refusal(key, values) {
  return new RuntimeError('text', key, {values});
}
