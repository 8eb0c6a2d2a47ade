// One model opened in one worker.
import {Connection} from './protocol.js';
import {SLOW_FLOPS_PER_MS, SLOW_MS, SLOW_MS_PER_BYTE} from './slow.js';

/** @typedef {import('./types').EngineModule} EngineModule */
/** @typedef {import('./types').WorkerLike} WorkerLike */

/**
 * Starts a worker while the engine and the text are fetched, and opens the model in it.
 * @param {object} of
 * @param {() => Promise<WorkerLike>} of.createWorker
 * @param {() => Promise<EngineModule | null>} of.module
 * @param {() => Promise<Uint8Array>} of.text UTF-8; each worker gets its own copy
 * @param {() => {tier?: string, experiment: object, model: number}} of.request read when everything is there
 * @param {(type: string, data: any) => void} of.onEvent
 * @param {(error: import('./protocol.js').RuntimeError) => void} of.onDeath only after this function has resolved
 * @param {(connection: Connection) => void} [of.onStart] before the model is opened, so that this can be given up
 * @param {() => number} [of.patience] how many times as long as usual the worker may be silent
 * @returns {Promise<{connection: Connection, info: import('./types').Info}>}
 */
export async function openSession({createWorker, module, text, request, onEvent, onDeath, ...of}) {
  const starting = createWorker();
  let opened = false;
  try {
    const [engine, bytes, worker] = await Promise.all([module(), text(), starting]);
    const connection = new Connection(worker, {
      onEvent,
      onDeath: (error) => opened && onDeath(error),
      patience: of.patience?.(),
    });
    of.onStart?.(connection);
    const copy = bytes.slice();
    const ms = SLOW_MS.open + SLOW_MS_PER_BYTE * copy.length;
    const info = await connection
      .request('open', {...request(), module: engine, text: copy}, {transfer: [copy.buffer], ms})
      .catch((error) => closeAndThrow(connection, error));
    connection.step_ms = (info.flops_per_step || 0) / SLOW_FLOPS_PER_MS;
    opened = true;
    return {connection, info};
  } catch (error) {
    starting.then((worker) => worker.terminate()).catch(() => {});
    throw error;
  }
}

/** @param {Connection} connection @param {unknown} error @returns {never} */
function closeAndThrow(connection, error) {
  connection.close();
  throw error;
}
