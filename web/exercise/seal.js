// A short text that was copied, cut or mixed up on its way is known by eight digits at its end: a guard against accidents, not against
// anybody.
import {sha256} from '../store/sha256.js';

const DIGITS = 8;

/** @param {string} packed */
const guardOf = async (packed) => (await sha256(new TextEncoder().encode(packed))).slice(0, DIGITS);

/** @param {string} prefix says what it is @param {string} packed base64url */
export const sealed = async (prefix, packed) => `${prefix}${packed}-${await guardOf(packed)}`;

/** @param {string} prefix @param {string} text of anybody @returns {Promise<string | null>} null: it is something else, or not whole */
export async function unsealed(prefix, text) {
  const [, packed, guard] = /^(.*)-([0-9a-f]{8})$/.exec(text.slice(prefix.length)) ?? [];
  return text.startsWith(prefix) && packed !== undefined && guard === (await guardOf(packed)) ? packed : null;
}
