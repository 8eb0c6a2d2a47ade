// Measures of a model, asked of its worker. Whoever asks first brings the engine that has them.

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
  await connection.request('equip', {module, text}, {transfer: [text.buffer]});
  return connection.request(type, data);
}
