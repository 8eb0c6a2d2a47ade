// Browsers run WebAssembly with quickly made, slow code until they know what is used, and the first training steps would
// pay for that. What one worker has used is fast in all of them: they share one module.
import {optionsOnly} from '../state/runs.js';
import {alone} from './alone.js';
import {openSession} from './session.js';

/** @typedef {import('./types').Experiment} Experiment */

/** Enough for V8 to compile again what matters. */
const STEPS = 4;
/** Little memory and short steps, yet as many rows at a time as products of full size go through. */
const LENGTH = 32;

/**
 * Trains, tests and writes with each model for a moment, one after the other, in a worker that then ends and takes its
 * memory along. Says nothing of what goes wrong: whoever opens these models will.
 * @param {Pick<import('./types').Track, 'createWorker' | 'module' | 'text'>} means
 * @param {Experiment} experiment @param {() => boolean} idle whether nobody trains, so that it is worth while
 */
export async function warmUp(means, experiment, idle) {
  for (let model = 0; model < experiment.models.length && idle(); model++)
    await trainBriefly(means, brief(experiment, model), idle).catch(() => {});
}

/** @param {Experiment} experiment @param {number} model @returns {Experiment} */
function brief(experiment, model) {
  const {task, train} = experiment;
  const length = typeof task.length === 'number' ? {length: Math.min(task.length, LENGTH)} : {};
  const models = experiment.models.map((one) => optionsOnly(one)); // as the race trains: what is its own makes it no warmer
  return alone(
    {...experiment, models, task: {...task, ...length}, train: {...train, steps: STEPS, eval_every: STEPS}},
    model,
  );
}

/** @param {Parameters<typeof warmUp>[0]} means @param {Experiment} experiment @param {() => boolean} idle */
async function trainBriefly({createWorker, module, text}, experiment, idle) {
  /** @type {() => void} */
  let finish = () => {};
  const finished = new Promise((resolve) => (finish = () => resolve(undefined)));
  const {connection} = await openSession({
    createWorker,
    module,
    text,
    request: () => ({tier: experiment.train.tier, experiment, model: 0}),
    // A slice of training ends with each of these, so it gives way soon when somebody wants the processor.
    onEvent: (type) => (type === 'stopped' || type === 'fatal' || !idle()) && finish(),
    onDeath: finish,
  });
  try {
    await connection.request('run', {});
    await finished;
  } finally {
    connection.close();
  }
}
