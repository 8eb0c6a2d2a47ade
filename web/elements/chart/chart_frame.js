// How far the axes of the chart reach. Pure.
import {xRange, yRange} from '../../charts/loss_columns.js';
import {AXES} from './chart_axis.js';
import {ceilingOf, isDrawn} from './chart_metric.js';

/** @typedef {import('../../charts/loss_columns.js').Run} Run */
/** @typedef {import('../../runtime/race.js').Race} Race */

const LABEL_PIXELS = 7.2; // a character of a name at the end of its line
const GAP = 34; // and of what joins it to its line
const MOST_ROOM = 0.42;

/**
 * Where the axis of a race ends that has not begun.
 * @param {import('../../runtime/types').Axis} axis @param {Pick<Race, 'steps' | 'runners'>} race @returns {number} NaN where nobody can know
 */
function wholeAxis(axis, {steps, runners}) {
  const each = {step: () => 1, tokens: one('position_count'), flops: one('flops_per_step'), seconds: () => NaN}[axis];
  return steps * Math.max(...runners.map(({info}) => each(info)));
}

/** @param {'position_count' | 'flops_per_step'} name @returns {(info: import('../../runtime/types').Info | null) => number} */
function one(name) {
  return (info) => info?.[name] || NaN;
}

/**
 * Before anything is measured both axes span the experiment: all its steps, and from 0 to what chance or a line reaches.
 * @param {Pick<Race, 'experiment' | 'describe' | 'steps' | 'runners' | 'readsText' | 'text'>} race @param {Run[]} runs
 * @param {{view: import('../../state/view.js').View, share: boolean, levels: number[], width: number, range?: [number, number] | null, far?: number, named?: number}} how
 *     levels: of the lines to compare with; width: of the plot, in pixels; range: of y, where it is known from chance to the best; far: how
 *     much of x is to be seen at least; named: characters of the longest name there
 */
export function frameOf(race, runs, {view: {axis, log, log_y}, share, levels, width, range, far = 0, named = 0}) {
  const vocab = race.text.vocab_size;
  const empty = !isDrawn(runs, 'train') && !isDrawn(runs, 'held_out');
  const ceiling = ceilingOf(runs, levels, {text: race.readsText, vocab});
  const whole = wholeAxis(axis, race);
  const end = axis === 'step' ? race.steps || Infinity : Infinity;
  const longest = Math.max(named, ...runs.map(({name}) => [...name].length));
  const x = xRange(runs, {
    log,
    end,
    far,
    least: empty && whole > 0 ? whole : AXES[axis].least,
    exact: empty && whole > 0,
    room: Math.min(MOST_ROOM, Math.max(0.05, (GAP + LABEL_PIXELS * longest) / Math.max(1, width))),
  });
  const logY = log_y && !share && !empty && yRange(runs, levels, {log: false, ceiling}).min >= 0;
  if (range && !logY) return {x, y: withRoom(range), logY};
  if (share) return {x, y: {min: 0, max: 1.03}, logY};
  if (!empty) return {x, y: yRange(runs, levels, {log: logY, ceiling}), logY};
  const chance = race.readsText && vocab ? Math.log(vocab) : 0;
  return {x, y: {min: 0, max: 1.05 * (Math.max(chance, ...levels) || 1)}, logY};
}

/** A line at either end is seen whole, and who is worse than chance for a moment, too. @param {[number, number]} range chance, best */
function withRoom([chance, best]) {
  const span = best - chance;
  const [worst, beyond] = [chance - 0.15 * span, best + 0.03 * span];
  const least = chance >= 0 && best >= 0 ? 0 : -Infinity; // what cannot be less has no room for it
  return {min: Math.max(least, Math.min(worst, beyond)), max: Math.max(worst, beyond)};
}
