// What a host keeps of an exercise and brings again: at most 4,000 characters, since SCORM 1.2 keeps no more than 4,096. What was typed is
// not in it: of a text only that there is one, and no name.
import {parseHarmless} from '../state/experiment.js';
import {pack, unpack} from '../state/packed.js';
import {briefly, atLength} from './brief.js';
import {sealed, unsealed} from './seal.js';
import {takenFrom} from './taken.js';

/** @typedef {import('./types').Taken} Taken @typedef {import('./types').Exercise} Exercise */

export const STATE_LIMIT = 4000;
const PREFIX = 'UT1-';
const WHOLE = {digits: 0, hash: 64};

/** @param {Taken} taken @param {Exercise} exercise @returns {Promise<string>} with as many of the last runs as there is room for */
export async function packedState(taken, {asks = []}) {
  const answers = taken.answers.map((answer, k) => (asks[k]?.kind === 'text' && answer !== null ? '' : answer));
  let told = {...taken, name: '', answers};
  let state = await stateOf(told);
  while (state.length > STATE_LIMIT && told.runs.length) {
    told = withoutOne(told);
    state = await stateOf(told);
  }
  return state;
}

/** @param {Taken} taken */
const stateOf = async (taken) => sealed(PREFIX, await pack(JSON.stringify(briefly(taken, WHOLE))));

/** The oldest that reached nothing goes, else the oldest with what it reached. @param {Taken} taken @returns {Taken} */
function withoutOne({runs, goals, ...others}) {
  const idle = runs.findIndex((_, i) => !goals.some((one) => one?.run === i));
  const out = Math.max(0, idle);
  const kept = goals.map((one) => (!one || one.run === out ? null : one.run > out ? {...one, run: one.run - 1} : one));
  return {...others, goals: kept, runs: runs.filter((_, i) => i !== out)};
}

/** @param {unknown} state of anybody @param {Exercise} exercise @param {string} hash of it @returns {Promise<Taken | null>} null: it is not of this exercise, or not whole */
export async function unpackedState(state, exercise, hash) {
  const packed = typeof state === 'string' && state.length <= STATE_LIMIT ? await unsealed(PREFIX, state) : null;
  if (packed === null) return null;
  const list = await unpack(packed)
    .then(parseHarmless, () => null)
    .catch(() => null);
  return takenFrom(atLength(list, hash), exercise, hash);
}
