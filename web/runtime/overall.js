// The state of a race as a whole.

/** States of models that nobody waits for. */
const OUT = new Set(['failed', 'unavailable', 'not_finite']);

/**
 * @param {{state: string, step: number, wanted: boolean}[]} runners
 * @returns {'idle' | 'training' | 'paused' | 'done'} done: somebody arrived, and nobody else can
 */
export function overallState(runners) {
  if (runners.some(({wanted}) => wanted)) return 'training';
  const done = runners.filter(({state}) => state === 'done').length;
  const out = runners.filter(({state}) => OUT.has(state)).length;
  if (done > 0 && done + out === runners.length) return 'done';
  return runners.some(({step}) => step > 0) ? 'paused' : 'idle';
}

/** A model is on the way, or was. @type {Set<import('./types').RunnerState>} */
const BEGUN = new Set(['opening', 'ready', 'training', 'paused', 'done', 'not_finite']);

/** Whether there are numbers to show, or soon will be. @param {{state: import('./types').RunnerState, step: number}[]} runners */
export function hasBegun(runners) {
  return runners.some(({state, step}) => step > 0 || BEGUN.has(state));
}
