// Whether an address holds an exercise: to be known before anything that shows one is fetched.
import {unpack} from '../state/packed.js';
import {readings} from '../shape/written.js';

/** Whether it is its author's, who opens the editor with it. @param {string} hash */
export const isFrom = (hash) => readings(hash).some(({parameters}) => parameters.get('edit') === '1');

/** What cannot be read is no exercise: whoever opens it then says why. @param {string} hash @returns {Promise<boolean>} */
export async function holdsExercise(hash) {
  for (const {parameters} of readings(hash))
    try {
      if ('exercise' in JSON.parse(await unpack(parameters.get('x') ?? ''))) return true;
    } catch {
      // Another reading may be whole.
    }
  return false;
}
