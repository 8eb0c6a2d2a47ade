// What is dropped or chosen, as bytes: files, and those in folders however deep. What is too large is not read at all.
import {BYTES_LIMIT, RECEIPTS_LIMIT, ZIP_LIMIT} from '../../class/limits.js';

/** @typedef {import('../../class/types').Arrival} Arrival @typedef {import('../../class/types').Unread} Unread */
/** @typedef {{arrivals: Arrival[], unread: Unread[]}} Brought */

/** Must be called while the drop is heard: later its list is empty. @param {DataTransfer} transfer @returns {Promise<File[]>} */
export async function filesOf(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.() ?? null);
  const files = [...transfer.files];
  if (!entries.some((entry) => entry?.isDirectory)) return files;
  return (await Promise.all(entries.map((entry) => (entry ? within(entry) : [])))).flat();
}

/** @param {FileSystemEntry} entry @returns {Promise<File[]>} */
async function within(entry) {
  if (entry.isFile) {
    const file = await new Promise((resolve) =>
      /** @type {FileSystemFileEntry} */ (entry).file(resolve, () => resolve(null)),
    );
    return file ? [file] : [];
  }
  const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
  /** @type {FileSystemEntry[]} */
  const all = [];
  const some = () =>
    new Promise((/** @type {(some: FileSystemEntry[]) => void} */ resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    );
  for (let part = await some(); part.length; part = await some()) all.push(...part);
  return (await Promise.all(all.map(within))).flat();
}

/** @param {File[]} files @returns {Promise<Brought>} */
export async function bytesOf(files) {
  const few = files.slice(0, RECEIPTS_LIMIT);
  const read = await Promise.all(few.map(async (file) => (fits(file) ? arrivalOf(file) : tooLarge(file))));
  const left =
    files.length > few.length
      ? [{source: files[few.length].name, why: {key: 'class.too_many', values: {limit: RECEIPTS_LIMIT}}}]
      : [];
  return {
    arrivals: read.filter((one) => 'bytes' in one),
    unread: [...read.filter((one) => 'why' in one), ...left],
  };
}

/** A zip holds many. @param {File} file */
const fits = ({name, size}) => size <= (/\.zip$/i.test(name) ? ZIP_LIMIT : BYTES_LIMIT);

/** @param {File} file @returns {Promise<Arrival>} */
const arrivalOf = async (file) => ({
  name: file.webkitRelativePath || file.name,
  bytes: new Uint8Array(await file.arrayBuffer()),
});

/** @param {File} file @returns {Unread} */
const tooLarge = ({name}) => ({
  source: name,
  why: {key: 'class.too_large', values: {megabytes: BYTES_LIMIT / 2 ** 20}},
});
