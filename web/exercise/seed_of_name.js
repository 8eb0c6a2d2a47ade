// The seed that follows from a name, so that everybody in a class has a race of their own and a copied one shows. The command does the same
// (docs/files.md); tests/golden/seed_of_name.json holds both to it.

/** @typedef {import('../runtime/types').Experiment} Experiment @typedef {import('./types').Exercise} Exercise */

/** A prime: seeds are short enough to be read aloud. */
const SEEDS = 999_983;
export const NAME_LIMIT = 80;

/** A name as it is hashed and handed in. @param {string} name */
export const tidy = (name) =>
  [...name.normalize('NFC').replace(/\s+/gu, ' ').trim()].slice(0, NAME_LIMIT).join('').trim();

/** FNV-1a, 32 bits. @param {Uint8Array} bytes */
function hash(bytes) {
  let h = 2166136261;
  for (const byte of bytes) h = Math.imul(h ^ byte, 16777619) >>> 0;
  return h;
}

/** @param {string} name @returns {number} from 1 to 999983 */
export const seedOfName = (name) => 1 + (hash(new TextEncoder().encode(tidy(name))) % SEEDS);

/** The experiment that somebody of that name trains. @param {Experiment} experiment @param {Pick<Exercise, 'seed'>} exercise @param {string} name @returns {Experiment} */
export function seeded(experiment, {seed}, name) {
  if (seed !== 'name' || !tidy(name)) return experiment;
  return {...experiment, train: {...experiment.train, seed: seedOfName(name)}};
}
