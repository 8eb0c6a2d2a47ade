// How often a model's gradient was longer than it may be, and was cut to that length. Pure.

/** @typedef {import('../../runtime/runner.js').Runner} Runner @typedef {import('../../runtime/types').Experiment} Experiment */

/**
 * As a part of the steps that told how long it was: not every step does.
 * @param {Runner} runner @param {Experiment['train'] | undefined} train of the race @returns {number | undefined} where nothing clips, or nothing is known yet
 */
export function clippedOf({model, record}, train) {
  const {clip_norm = 0} = {...train, .../** @type {Experiment['train'] | undefined} */ (model.train)};
  const norms = Array.from(record?.signals.views.grad_norm ?? []).filter(Number.isFinite);
  if (!(clip_norm > 0) || !norms.length) return undefined;
  return norms.filter((norm) => norm > clip_norm).length / norms.length;
}
