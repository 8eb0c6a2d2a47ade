// A model file: safetensors as the command writes it (engine/io/safetensors.hpp, engine/session/checkpoint.hpp), read and
// written again with more in its metadata. Only the outline is looked at here; the engine reads a file in earnest.
import {RuntimeError} from '../runtime/protocol.js';
import {parseHarmless} from '../state/experiment.js';
import {isObject} from '../state/objects.js';
import {sha256} from './sha256.js';

const LENGTH_BYTES = 8;
/** As the engine has it. */
const HEADER_LIMIT = 1_000_000;
/** The engine numbers its types. @type {Record<string, string>} */
const TYPES = {F32: '0', U64: '1'};
/** Of what is in a file, what is no weight. */
const NO_WEIGHT = /^(optimizer\.|train\.state$)/;

/**
 * @typedef {{name: string, type: string, shape: number[], begin: number, end: number}} Entry offsets count from the data
 * @typedef {{metadata: Record<string, string>, entries: Entry[], data: Uint8Array<ArrayBuffer>}} ModelFile entries: as they lie there
 */

/** @param {string} reason @returns {never} */
function refuse(reason) {
  throw new RuntimeError('invalid_file', 'store.no_model_file', {where: 'checkpoint', message: reason});
}

/** @param {Uint8Array<ArrayBuffer>} bytes @returns {ModelFile} views of these bytes @throws RuntimeError invalid_file */
export function readModelFile(bytes) {
  const length = headerLength(bytes);
  const header = parsed(bytes.subarray(LENGTH_BYTES, LENGTH_BYTES + length));
  const data = bytes.subarray(LENGTH_BYTES + length);
  const {__metadata__: metadata = {}, ...arrays} = header;
  if (!isObject(metadata) || !Object.values(metadata).every((value) => typeof value === 'string')) refuse('metadata');
  const entries = Object.entries(arrays).map(([name, entry]) => entryOf(name, entry, data.length));
  entries.sort((a, b) => a.begin - b.begin || a.end - b.end);
  return {metadata: /** @type {any} */ (metadata), entries, data};
}

/** @param {Uint8Array} bytes */
function headerLength(bytes) {
  if (bytes.length < LENGTH_BYTES) refuse('short');
  const length = Number(new DataView(bytes.buffer, bytes.byteOffset, LENGTH_BYTES).getBigUint64(0, true));
  if (length > HEADER_LIMIT || length > bytes.length - LENGTH_BYTES) refuse('length');
  return length;
}

/** @param {Uint8Array} bytes @returns {Record<string, any>} */
function parsed(bytes) {
  let header;
  try {
    header = parseHarmless(new TextDecoder('utf-8', {fatal: true}).decode(bytes));
  } catch {
    return refuse('header');
  }
  return isObject(header) ? header : refuse('header');
}

/** @param {string} name @param {any} entry @param {number} size @returns {Entry} */
function entryOf(name, entry, size) {
  const whole = (/** @type {unknown} */ n) => Number.isSafeInteger(n) && Number(n) >= 0;
  const {dtype: type, shape, data_offsets: offsets} = isObject(entry) ? entry : {};
  if (!Object.hasOwn(TYPES, type) || !Array.isArray(shape) || !shape.every(whole)) refuse(name);
  if (!Array.isArray(offsets) || offsets.length !== 2 || !offsets.every(whole)) refuse(name);
  const [begin, end] = offsets;
  if (begin > end || end > size) refuse(name);
  return {name, type, shape, begin, end};
}

/**
 * The same arrays with other metadata, and a hash of all that it says.
 * @param {ModelFile} file @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function writeModelFile({metadata, entries, data}) {
  const {sha256: _, ...said} = metadata;
  const whole = {...said, sha256: await contentHash(said, entries, data)};
  const arrays = entries.map(({name, type, shape, begin, end}) => [
    name,
    {dtype: type, shape, data_offsets: [begin, end]},
  ]);
  const text = new TextEncoder().encode(JSON.stringify({__metadata__: whole, ...Object.fromEntries(arrays)}));
  const padded = Math.ceil(text.length / LENGTH_BYTES) * LENGTH_BYTES;
  if (padded > HEADER_LIMIT) refuse('header');
  const file = new Uint8Array(LENGTH_BYTES + padded + data.length).fill(0x20, LENGTH_BYTES, LENGTH_BYTES + padded);
  new DataView(file.buffer).setBigUint64(0, BigInt(padded), true);
  file.set(text, LENGTH_BYTES);
  file.set(data, LENGTH_BYTES + padded);
  return file;
}

/** As the engine takes it: all that a file says but the hash itself. @param {Record<string, string>} metadata @param {Entry[]} entries @param {Uint8Array} data */
function contentHash(metadata, entries, data) {
  const text = (/** @type {string} */ said) => new TextEncoder().encode(`${said}\0`);
  const said = Object.keys(metadata)
    .sort(byCodePoint)
    .flatMap((key) => [text(key), text(metadata[key])]);
  const arrays = entries.flatMap(({name, type, shape, begin, end}) => [
    text(name),
    text(TYPES[type]),
    ...shape.map((size) => text(String(size))),
    data.subarray(begin, end),
  ]);
  return sha256(joined([...said, ...arrays]));
}

/** Whether a file is as it was written; null where it does not say. @param {ModelFile} file @returns {Promise<boolean | null>} */
export async function unchanged({metadata, entries, data}) {
  const {sha256: said, ...rest} = metadata;
  return said === undefined ? null : said === (await contentHash(rest, entries, data));
}

/** @param {ModelFile} file how many numbers were learned */
export function weightCount({entries}) {
  const size = (/** @type {Entry} */ {shape}) => shape.reduce((product, length) => product * length, 1);
  return entries.filter(({name}) => !NO_WEIGHT.test(name)).reduce((sum, entry) => sum + size(entry), 0);
}

/** SHA-256 over the values of all weights in the order of their names, as a session says it. @param {ModelFile} file */
export function weightsHash({entries, data}) {
  const weights = entries.filter(({name}) => !NO_WEIGHT.test(name)).sort((a, b) => byCodePoint(a.name, b.name));
  return sha256(joined(weights.map(({begin, end}) => data.subarray(begin, end))));
}

/** As C++ orders UTF-8; keys and names here are ASCII but for hostile ones. @param {string} a @param {string} b */
function byCodePoint(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** @param {Uint8Array[]} parts */
function joined(parts) {
  const whole = new Uint8Array(parts.reduce((size, {length}) => size + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
