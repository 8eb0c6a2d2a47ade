// Whether an address holds an exercise: to be known before anything that shows one is fetched, so this imports next to nothing.
import {ENCODED_LIMIT} from '../state/link_limit.js';
import {readings} from '../shape/written.js';

/** Whether it is its author's, who opens the editor with it. @param {string} hash */
export const isFrom = (hash) => readings(hash).some(({parameters}) => parameters.get('edit') === '1');

/** What cannot be read is no exercise: whoever opens it then says why. @param {string} hash @returns {Promise<boolean>} */
export async function holdsExercise(hash) {
  for (const {parameters} of readings(hash))
    try {
      const packed = (parameters.get('x') ?? '').slice(0, ENCODED_LIMIT);
      const binary = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
      const bytes = new Blob([Uint8Array.from(binary, (character) => character.charCodeAt(0))]);
      const text = await new Response(bytes.stream().pipeThrough(new DecompressionStream('deflate-raw'))).text();
      if (text.includes('"exercise"') && 'exercise' in JSON.parse(text)) return true;
    } catch {
      // Another reading may be whole.
    }
  return false;
}
