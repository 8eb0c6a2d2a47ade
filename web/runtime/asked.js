// Measures of a model, asked of its worker. Whoever asks first brings the engine that has them.
import {SLOW_MS, SLOW_MS_PER_BYTE} from './slow.js';

/**
 * @param {{opened: () => Promise<import('./protocol.js').Connection>}} run @param {Pick<import('./types').Track, 'measuring' | 'text'>} track
 * @param {'measures' | 'measure'} type @param {object} [data] @returns {Promise<any>}
 */
export async function measured(run, track, type, data = {}) {
  const connection = await run.opened();
  const answer = await connection.request(type, data);
  if (!answer.lacks) return answer;
  const [module, bytes] = await Promise.all([track.measuring(), track.text()]);
  const text = bytes.slice();
  const ms = SLOW_MS.equip + SLOW_MS_PER_BYTE * text.length;
  await connection.request('equip', {module, text}, {transfer: [text.buffer], ms});
  return connection.request(type, data);
}
