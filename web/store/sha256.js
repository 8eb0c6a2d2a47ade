// SHA-256 of bytes: the browser's own where it has one (not on a page without https), beside the main thread; else a
// library's.
import {sha256 as computed} from '@noble/hashes/sha2.js';

/** @param {Uint8Array<ArrayBuffer>} bytes @returns {Promise<string>} in hexadecimal */
export async function sha256(bytes) {
  const {subtle} = globalThis.crypto ?? {};
  return hexadecimal(subtle ? new Uint8Array(await subtle.digest('SHA-256', bytes)) : computed(bytes));
}

/** @param {Uint8Array} bytes */
function hexadecimal(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
