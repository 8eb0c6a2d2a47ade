// What the page says when something goes wrong in the runtime. One sentence on what happened, one on what to do.

/** @typedef {import('./types').Failure} Failure */
/** @typedef {import('./types').Message} Message */

/** @type {Message['actions'][number]} */
const RETRY = {id: 'retry', title: 'Try again'};
/** @type {Message['actions'][number]} */
const DISMISS = {id: 'dismiss', title: 'Dismiss'};

/** @param {number} value @returns {string} such as 0.0002 or 1e-7 */
export function plain(value) {
  return String(Number(value.toPrecision(3)));
}

/** @param {{step: number, lr: number, clip_norm: number}} run @returns {Message} */
export function notFinite({step, lr, clip_norm}) {
  const gentler = plain(lr / 10);
  const clip = clip_norm > 0 ? '' : ', or clip the gradients (1 is a usual limit)';
  return {
    tone: 'error',
    code: 'not_finite',
    message:
      `The loss stopped being a number after step ${step}: with learning rate ${plain(lr)} the weights grew without ` +
      `bound. Try a lower learning rate, such as ${gentler}${clip}.`,
    where: 'train.optimizer.lr',
    actions: [{id: 'gentler', title: `Continue from the last good state with learning rate ${gentler}`}],
  };
}

/** A worker died and another one took over. @param {Failure} failure @param {number} step @returns {Message} */
export function restored(failure, step) {
  const from = step > 0 ? `went on from step ${step}, where it was last saved` : 'started again from the beginning';
  return {
    tone: 'warning',
    code: failure.code,
    where: '',
    message: `${cause(failure)} This model was given a new worker and ${from}.`,
    actions: [DISMISS],
  };
}

/** A worker died again before it got any further. @param {Failure} failure @param {number} step @returns {Message} */
export function gaveUp(failure, step) {
  const kept = step > 0 ? ` What it had learned up to step ${step} is kept.` : '';
  return {
    tone: 'error',
    code: failure.code,
    where: failure.where ?? '',
    message: `${cause(failure)} It happened again right after a restart, so this model waits.${kept}`,
    actions: [RETRY],
  };
}

/** The engine said no, or the text could not be had. @param {Failure} failure @returns {Message} */
export function refused(failure) {
  return {
    tone: 'error',
    code: failure.code,
    where: failure.where ?? '',
    message: failure.message,
    actions: failure.code === 'network' || failure.code === 'worker_died' ? [RETRY] : [],
  };
}

/** A request failed while the model goes on. @param {Failure} failure @returns {Message} */
export function mentioned(failure) {
  return {...refused(failure), tone: 'warning', actions: [DISMISS]};
}

/** Failures after which trying again in this browser is pointless. */
export const UNAVAILABLE = new Set(['no_simd', 'no_wasm', 'no_worker', 'wasm_forbidden']);

/** @param {Failure} failure */
function cause({code, message}) {
  if (code === 'out_of_memory') return 'The browser had no more memory for this model.';
  if (code === 'trap') return 'The engine stopped because of an internal error.';
  return message;
}
