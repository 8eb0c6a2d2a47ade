// An experiment and a view as the hash of an address: #x=<deflate-raw, base64url of the JSON>&axis=seconds&…
// A hash comes from anywhere, so it is limited while it is unpacked, and its JSON is looked at before it is used.
import {inStrict} from './tier.js';
import {DEFAULT_VIEW, readView, viewParameters} from './view.js';

/** @typedef {import('../runtime/types').Experiment} Experiment */
/** @typedef {import('./view.js').View} View */

export const ENCODED_LIMIT = 16 * 1024; // characters
export const DECODED_LIMIT = 1024 * 1024; // bytes
const NESTING_LIMIT = 64;
const MODEL_LIMIT = 6;

/** What is wrong with a link, in words for the reader. */
export class LinkError extends Error {
  code = 'link';
}

/**
 * @param {{experiment: Experiment, view?: View}} state
 * @returns {Promise<string>} a hash with its "#"; a text of one's own is left out where it would make it too long
 */
export async function encodeLink({experiment, view = DEFAULT_VIEW}) {
  let packed = await pack(JSON.stringify(experiment));
  if (packed.length > ENCODED_LIMIT) packed = await pack(JSON.stringify(withoutText(experiment)));
  if (packed.length > ENCODED_LIMIT) throw new LinkError('This experiment is too long for a link.');
  return `#${[['x', packed], ...viewParameters(view)].map(([name, value]) => `${name}=${value}`).join('&')}`;
}

/** Whether a link to this experiment can contain its own text. @param {Experiment} experiment @returns {Promise<boolean>} */
export async function textTravels(experiment) {
  return (await pack(JSON.stringify(experiment))).length <= ENCODED_LIMIT;
}

/**
 * @param {string} hash with or without its "#"
 * @returns {Promise<{experiment: Experiment | null, view: View, error: string}>} experiment null: the hash names none,
 *     or it is unusable, and then `error` says why
 */
export async function decodeLink(hash) {
  const parameters = new URLSearchParams(hash.replace(/^#/, ''));
  const view = readView(parameters);
  const packed = parameters.get('x');
  if (!packed) return {experiment: null, view, error: ''};
  try {
    return {experiment: reproducible(parseExperiment(await unpack(packed))), view, error: ''};
  } catch (error) {
    const message = error instanceof LinkError ? error.message : 'The link is damaged: it cannot be unpacked.';
    return {experiment: null, view, error: message};
  }
}

/**
 * The shape of an experiment and no more: what its options may be is the engine's to say.
 * @param {string} json @returns {Experiment} @throws LinkError
 */
export function parseExperiment(json) {
  let value;
  try {
    value = JSON.parse(json, refuseHostileKeys);
  } catch (error) {
    throw error instanceof LinkError ? error : new LinkError('The link is damaged: its content is not JSON.');
  }
  checkNesting(value, 0);
  if (!isObject(value)) throw new LinkError('The link holds no experiment.');
  if (value.version !== 1) {
    const found = String(JSON.stringify(value.version)).slice(0, 40);
    throw new LinkError(`The link is of version ${found}; this page reads version 1. A newer page may be needed.`);
  }
  const lists = Array.isArray(value.models) && value.models.every(hasKind);
  if (!lists || !hasKind(value.task) || !isObject(value.train))
    throw new LinkError('The link holds no whole experiment.');
  if (value.models.length < 1 || value.models.length > MODEL_LIMIT)
    throw new LinkError(`The link holds ${value.models.length} models; a race has 1 to ${MODEL_LIMIT}.`);
  return value;
}

/** A link that says nothing of the arithmetic means the strict one, whatever its reader used last. @param {Experiment} experiment */
function reproducible(experiment) {
  return experiment.train.tier === undefined ? inStrict(experiment) : experiment;
}

/** @param {string} key @param {unknown} value */
function refuseHostileKeys(key, value) {
  if (key === '__proto__' || key === 'constructor' || key === 'prototype')
    throw new LinkError(`The link holds an option called "${key}", which no experiment has.`);
  return value;
}

/** @param {unknown} value @param {number} depth */
function checkNesting(value, depth) {
  if (depth > NESTING_LIMIT) throw new LinkError('The link holds lists within lists without end.');
  if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) checkNesting(part, depth + 1);
}

/** @param {any} value */
function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @param {any} value */
function hasKind(value) {
  return isObject(value) && typeof value.kind === 'string';
}

/** The same experiment without the reader's own text. @param {Experiment} experiment @returns {Experiment} */
export function withoutText(experiment) {
  const {text: _, ...task} = experiment.task;
  return {...experiment, task};
}

/** @param {string} text */
async function pack(text) {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** @param {string} packed */
async function unpack(packed) {
  if (packed.length > ENCODED_LIMIT) throw new LinkError('The link is too long for an experiment.');
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
      throw new LinkError('The link unpacks to more than a megabyte, which no experiment needs.');
    }
    parts.push(part.value);
  }
  return new Blob(parts).arrayBuffer();
}
