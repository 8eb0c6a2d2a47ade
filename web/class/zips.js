// Receipts out of a zip, as a learning platform hands them over: each in a folder of its own, or all side by side.
import {unzip} from 'fflate';
import {BYTES_LIMIT, RECEIPTS_LIMIT, ZIP_LIMIT} from './limits.js';

/** @typedef {import('./types').Arrival} Arrival @typedef {import('./types').Unread} Unread */

/** What systems leave beside what is meant. */
const BESIDE = /(^|\/)(__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/;

/** @param {string} name */
export const isBeside = (name) => BESIDE.test(name);

/** @param {Pick<Arrival, 'name' | 'bytes'>} arrival */
export const isZip = ({bytes}) => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/** @param {Arrival} arrival a zip @returns {Promise<{arrivals: Arrival[], unread: Unread[]}>} */
export async function unzipped({name, bytes}) {
  /** @type {Unread[]} */
  const unread = [];
  const refuse = (/** @type {string} */ source, /** @type {string} */ key, values = {}) =>
    void unread.push({source: `${name}: ${source}`, why: {key, values}});
  const entries = await entriesOf(bytes, refuse).catch(() => null);
  if (!entries) return {arrivals: [], unread: [{source: name, why: {key: 'class.no_zip'}}]};
  const arrivals = Object.entries(entries).map(([entry, content]) => ({name: `${name}: ${entry}`, bytes: content}));
  return {arrivals, unread};
}

/**
 * A small file may claim to hold anything: what is too large is never unpacked.
 * @param {Uint8Array<ArrayBuffer>} bytes @param {(source: string, key: string, values?: Record<string, number>) => void} refuse
 * @returns {Promise<Record<string, Uint8Array<ArrayBuffer>>>}
 */
function entriesOf(bytes, refuse) {
  let [count, size] = [0, 0];
  const filter = (/** @type {{name: string, originalSize: number}} */ {name, originalSize}) => {
    if (name.endsWith('/') || isBeside(name)) return false;
    if (originalSize > BYTES_LIMIT) return (refuse(name, 'class.too_large', {megabytes: 1}), false);
    if (++count > RECEIPTS_LIMIT || (size += originalSize) > ZIP_LIMIT)
      return (refuse(name, 'class.too_many', {limit: RECEIPTS_LIMIT}), false);
    return true;
  };
  return new Promise((resolve, reject) =>
    unzip(bytes, {filter}, (error, entries) => (error ? reject(error) : resolve(/** @type {any} */ (entries)))),
  );
}
