// What a runner has to say when something goes wrong: keys and values, which web/words/refusals.js puts into words.

/** @typedef {import('./types').Failure} Failure */
/** @typedef {import('./types').Message} Message */

/** @type {Message['actions'][number]} */
const RETRY = {id: 'retry'};
/** @type {Message['actions'][number]} */
const DISMISS = {id: 'dismiss'};

/** @param {number} value @returns {string} such as 0.0002 or 1e-7 */
export function plain(value) {
  return String(Number(value.toPrecision(3)));
}

/** @param {{step: number, lr: number, clip_norm: number}} run @returns {Message} */
export function notFinite({step, lr, clip_norm}) {
  const key = clip_norm > 0 ? 'trouble.not_finite' : 'trouble.not_finite_unclipped';
  const values = {step, lr: plain(lr), gentler: plain(lr / 10)};
  const actions = [{id: /** @type {const} */ ('gentler'), values: {lr: values.gentler}}];
  return {tone: 'error', code: 'not_finite', key, values, where: 'train.optimizer.lr', message: key, then: [], actions};
}

/** A worker died and another one took over. @param {Failure} failure @param {number} step @returns {Message} */
export function restored(failure, step) {
  const key = step > 0 ? 'trouble.went_on' : 'trouble.began_again';
  return {...cause(failure), tone: 'warning', where: '', then: [{key, values: {step}}], actions: [DISMISS]};
}

/** A worker died again before it got any further. @param {Failure} failure @param {number} step @returns {Message} */
export function gaveUp(failure, step) {
  const then = [{key: step > 0 ? 'trouble.waits_kept' : 'trouble.waits', values: {step}}];
  return {...cause(failure), tone: 'error', then, actions: [RETRY]};
}

/** The engine said no, or the text could not be had. @param {Failure} failure @returns {Message} */
export function refused(failure) {
  const again = ['network', 'worker_died', 'out_of_memory'].includes(failure.code);
  return {...failure, tone: 'error', then: [], actions: again ? [RETRY] : []};
}

/** There is none for now. @param {Failure} failure @returns {Message} */
export function waitsForMemory(failure) {
  return {...failure, tone: 'info', key: 'trouble.memory_waits', where: '', then: [], actions: []};
}

/** A request failed while the model goes on. @param {Failure} failure @returns {Message} */
export function mentioned(failure) {
  return {...refused(failure), tone: 'warning', actions: [DISMISS]};
}

/** Failures after which trying again in this browser is pointless. */
export const UNAVAILABLE = new Set(['no_simd', 'no_wasm', 'no_worker', 'wasm_forbidden']);

/** However the engine tells of it. @param {Failure} failure @returns {Failure} */
function cause(failure) {
  const key =
    failure.code === 'out_of_memory' ? 'trouble.memory' : failure.code === 'trap' ? 'trouble.trap' : failure.key;
  return {...failure, key};
}
