// How a race that is done goes on: for how many steps more, and which models have a rate left to go on with.
import {rateAt, trainAt} from './runs.js';

/** @typedef {import('../runtime/types').Experiment} Experiment */

/** A last step at less than this part of the rate taught next to nothing, and so would those that follow. */
const NOTHING_LEFT = 0.02;

/** A quarter of what was asked for, as a number that reads well: 100 of 400, 500 of 2,000. @param {number} asked @returns {number} */
export function moreSteps(asked) {
  const quarter = asked / 4;
  const unit = Math.max(1, 10 ** Math.floor(Math.log10(quarter)) / 2);
  return Math.max(1, Math.round(quarter / unit) * unit);
}

/**
 * The rate before its schedule had brought it to nothing; null where there is enough of it left.
 * @param {Experiment} experiment @param {number} k @param {{step: number, lr: number}} latest lr: of the last step
 */
export function spentRate(experiment, k, {step, lr}) {
  const whole = rateAt(experiment, k, step - 1); // what was changed after the last step had no part in it
  const rising = step <= Number(trainAt(experiment, k, step - 1).schedule?.warmup ?? 0);
  return !rising && lr < NOTHING_LEFT * whole ? whole : null;
}

/** What is offered after that. @param {number} whole */
export const gentleRate = (whole) => Number((whole / 10).toPrecision(6));
