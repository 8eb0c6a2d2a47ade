// JSON as a short piece of an address: deflate-raw, base64url. An address comes from anywhere, so it is limited while it
// is unpacked.
import '../words/links.js';
import {say} from '../words/words.js';
import {ENCODED_LIMIT} from './link_limit.js';

export const DECODED_LIMIT = 1024 * 1024; // bytes

/** What is wrong with a link, or with an object like those that travel in one, in words for the reader. */
export class LinkError extends Error {
  code = 'link';
  where = '';

  /** @param {string} key @param {Record<string, string | number>} [values] */
  constructor(key, values = {}) {
    super(say(key, values));
    this.key = key;
    this.values = values;
  }
}

/** @param {string} text @returns {Promise<string>} */
export async function pack(text) {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** @param {string} packed @returns {Promise<string>} @throws LinkError, and whatever damage causes */
export async function unpack(packed) {
  if (packed.length > ENCODED_LIMIT) throw new LinkError('link.too.long');
  const binary = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new TextDecoder('utf-8', {fatal: true}).decode(await readAtMost(stream, DECODED_LIMIT));
}

/** Stops while unpacking, before a small link fills the memory. @param {ReadableStream<Uint8Array>} stream @param {number} limit */
async function readAtMost(stream, limit) {
  const reader = stream.getReader();
  /** @type {Uint8Array<any>[]} */
  const parts = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > limit) {
      reader.cancel().catch(() => {});
      throw new LinkError('link.unpacks.too.long');
    }
    parts.push(part.value);
  }
  return new Blob(parts).arrayBuffer();
}
