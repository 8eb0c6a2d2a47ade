// How far each model may go while the race keeps them in step. Pure: numbers in, allowances out.

/** @typedef {import('./types').Pacing} Pacing */
/** @typedef {{step: number, seconds: number, steps_per_s: number}} Position */

/** A model may run ahead of the last one by what that one does in this time: unnoticeable, and nobody starves. */
export const LEAD_S = 0.25;

/**
 * @param {Pacing} pacing
 * @param {Position[]} racing the models that are training now; paused and finished ones hold nobody back
 * @returns {{step: number, seconds: number}} the same limit for all of them
 */
export function allowance(pacing, racing) {
  if (pacing === 'free' || racing.length < 2) return {step: Infinity, seconds: Infinity};
  if (pacing === 'seconds') return {step: Infinity, seconds: Math.min(...racing.map((at) => at.seconds)) + LEAD_S};
  const last = racing.reduce((a, b) => (b.step < a.step ? b : a));
  const lead = Math.max(1, Math.ceil(last.steps_per_s * LEAD_S || 0));
  return {step: last.step + lead, seconds: Infinity};
}
