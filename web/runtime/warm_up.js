// Browsers run WebAssembly with quickly made, slow code until they know what is used, and the first training steps would
// pay for that. What one worker has used is fast in all of them: they share one module.
import {optionsOnly} from '../state/runs.js';
import {alone} from './alone.js';
import {openSession} from './session.js';

/** @typedef {import('./types').Experiment} Experiment */

/** All of it may take so long, however large the models: nobody has asked for it. Milliseconds. */
export const WARM_MS = 200;
/** Enough for V8 to compile again what matters. */
const STEPS = 4;
/** Little memory and short steps, yet as many rows at a time as products of full size go through. */
const LENGTH = 32;

/**
 * Trains, tests and writes with some models for a moment, one after the other, in a worker that then ends and takes its
 * memory along. Says nothing of what goes wrong: whoever opens these models will.
 * @param {Pick<import('./types').Track, 'createWorker' | 'module' | 'text'>} means
 * @param {Experiment} experiment @param {number[]} models those that the engine accepts
 * @param {() => boolean} idle whether nobody trains and somebody looks, so that it is worth while @param {number} [most_ms] of all
 */
export async function warmUp(means, experiment, models, idle, most_ms = WARM_MS) {
  let left = most_ms;
  for (const [done, model] of models.entries()) {
    if (!idle()) return;
    left -= await trainBriefly(means, brief(experiment, model), {idle, ms: left / (models.length - done)});
  }
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

/**
 * @param {Parameters<typeof warmUp>[0]} means @param {Experiment} experiment
 * @param {{idle: () => boolean, ms: number}} limits @returns {Promise<number>} milliseconds that it took, from where it is opened
 */
async function trainBriefly({createWorker, module, text}, experiment, {idle, ms}) {
  let start = NaN;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {() => void} */
  let finish = () => {};
  const finished = new Promise((resolve) => (finish = () => resolve(undefined)));
  const opening = openSession({
    createWorker,
    module,
    text,
    request: () => ({tier: experiment.train.tier, experiment, model: 0}),
    onStart: (connection) => {
      start = performance.now();
      timer = setTimeout(() => (connection.close(), finish()), ms); // in the midst of a step, if need be
    },
    // A slice of training ends with each of these, so it gives way soon when somebody wants the processor.
    onEvent: (type) => (type === 'stopped' || type === 'fatal' || !idle()) && finish(),
    onDeath: finish,
  });
  try {
    const {connection} = await opening;
    connection.request('run', {}).catch(finish);
    await finished;
    connection.close();
  } catch {
    // Too large to be opened in that time, or not to be opened at all.
  }
  clearTimeout(timer);
  return performance.now() - start || 0;
}
