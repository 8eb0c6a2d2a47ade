// The x axes of the chart, and how a place on one is told. Pure.
import {placesOf} from '../../state/task_kinds.js';
import {compact, duration, integer} from '../parts/format.js';
import {say} from '../../words/words.js';

/** @typedef {import('../../runtime/types').Axis} Axis */
/** @typedef {Pick<import('../../runtime/race.js').Race, 'experiment' | 'describe' | 'steps' | 'runners'>} Race */
/** @typedef {import('../../words/words.js').Saying} Saying */

/** @type {Record<Axis, {title: Saying, unit: Saying, least: number}>} least: the shortest axis worth drawing */
export const AXES = {
  step: {title: {key: 'chart.axis.step'}, unit: {key: 'chart.unit.steps'}, least: 50},
  tokens: {title: {key: 'chart.axis.seen'}, unit: {key: 'places.positions'}, least: 50_000},
  seconds: {title: {key: 'chart.axis.seconds'}, unit: {key: 'chart.unit.seconds'}, least: 2},
  flops: {title: {key: 'chart.axis.flops'}, unit: {key: 'chart.unit.operations'}, least: 1e9},
};

/** @param {Axis} axis @param {Race} race @returns {{title: Saying, unit: Saying}} */
export function axisWords(axis, race) {
  if (axis !== 'tokens') return AXES[axis];
  const {given, written} = placesOf(race.experiment.task, race.describe);
  const unit = {key: `places.${given === written ? given : 'positions'}`, values: {count: 0}};
  return {title: {key: 'chart.axis.seen', values: {places: unit}}, unit};
}

/** A place on the axis: "step 200", "3.5 s". @param {number} x @param {Axis} axis @param {Race} race */
export function amount(x, axis, race) {
  if (axis === 'seconds') return x < 10 ? say('chart.at.seconds', {seconds: x.toFixed(2)}) : duration(x);
  if (axis === 'step') return say('chart.at.step', {step: integer(x)});
  return say('chart.at.amount', {amount: compact(x), unit: axisWords(axis, race).unit});
}
