// The short code that a student pastes somewhere: what was done, in some hundred characters, to be read beside the exercise's link.
// docs/files.md says what is in it.
import {parseHarmless} from '../state/experiment.js';
import {pack, unpack} from '../state/packed.js';
import {atLength, briefly} from './brief.js';
import {sealed, unsealed} from './seal.js';
import {takenFrom} from './taken.js';

/** @typedef {import('./types').Taken} Taken @typedef {import('./types').Exercise} Exercise */

const PREFIX = 'UR1-';
const SHORT = {digits: 5, hash: 16};
const LONGEST = 20_000; // with all that can be written

/** @param {Taken} taken @returns {Promise<string>} */
export const codeOf = async (taken) => sealed(PREFIX, await pack(JSON.stringify(briefly(inShort(taken), SHORT))));

/** With the runs that reached something, the first and the last alone. @param {Taken} taken @returns {Taken} */
export function inShort({runs, goals, ...others}) {
  const wanted = new Set([0, runs.length - 1, ...goals.flatMap((one) => (one ? [one.run] : []))]);
  const kept = runs.flatMap((_, i) => (wanted.has(i) ? [i] : []));
  const moved = goals.map((one) => one && {...one, run: kept.indexOf(one.run)});
  return {...others, runs: kept.map((i) => runs[i]), goals: moved};
}

/** @param {string} text of anybody: spaces and line ends, as mails put them, are left out @param {Exercise} exercise @param {string} hash of it
 *  @returns {Promise<Taken | 'damaged' | 'other'>} damaged: it is no whole code; other: it is of another exercise */
export async function readCode(text, exercise, hash) {
  const code = text.replace(/\s+/g, '');
  const packed = code.length <= LONGEST ? await unsealed(PREFIX, code) : null;
  if (packed === null) return 'damaged';
  const list = await unpack(packed)
    .then(parseHarmless, () => null)
    .catch(() => null);
  if (!Array.isArray(list)) return 'damaged';
  return takenFrom(atLength(list, hash), exercise, hash) ?? 'other';
}
