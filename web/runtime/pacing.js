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

/**
 * How many steps a second a model makes by the clock on the wall: as fast as it can, as the speed limit lets it, and as those
 * that it is kept in step with let it.
 * @param {{pacing: Pacing, speed: number}} how speed: most steps a second, 0: as many as it can
 * @param {number} own steps in a second of its training @param {number[]} racing the same of all that are training now, with it
 * @returns {number} NaN where one that matters is not known yet
 */
export function wallRate({pacing, speed}, own, racing) {
  const limited = (/** @type {number} */ rate) => (speed > 0 ? Math.min(speed, rate) : rate);
  if (pacing === 'free' || racing.length < 2) return limited(own);
  if (pacing === 'steps') return Math.min(...racing.map(limited));
  return own * Math.min(...racing.map((rate) => limited(rate) / rate));
}
