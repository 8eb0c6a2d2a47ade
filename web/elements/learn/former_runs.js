// What models came to before the knob was moved: their curves as ghosts beneath the present ones, their scores in words.
import {inMetric, metricOf, score} from '../chart/chart_metric.js';
import {ghostsOf} from '../runs/ghosts.js';
import {say} from '../../words/words.js';
import {asGhost, farthestOf, longestName, rivalsOf} from './rivals.js';

/** @typedef {import('../../runtime/race.js').Race} Race @typedef {import('../../runtime/record.js').Record} Record */
/** @typedef {{setting: string, runs: {name: string, record: Record}[], scores: {name: string, value: string}[]}} Former setting: what the knob said */

/** @param {Race} race @param {import('../../state/view.js').View} view @param {string} setting @returns {Former | null} null: nothing was tested */
export function formerRuns(race, view, setting) {
  const tested = race.runners.filter(({latest}) => Number.isFinite(latest.val_loss));
  if (!tested.length) return null;
  return {
    setting,
    runs: tested.map(({name, record}) => ({name: say('player.ghost', {name, setting}), record})),
    scores: scoresOf(race, view),
  };
}

/** What each came to, or has come to so far. @param {Race} race @param {import('../../state/view.js').View} view */
export function scoresOf(race, view) {
  const metric = metricOf(view.metric, race);
  return race.runners.map(({name, latest}) => ({name, value: inMetric(metric, latest[score('val', metric)])}));
}

/** What lies beneath the curves: what was before, and rivals that were recorded. @param {Pick<import('./scene.js').Scene, 'chapter' | 'recorded' | 'former'>} scene @returns {import('../runs/ghosts.js').Ghosts | null} */
export function ghostsBeneath({former, ...scene}) {
  const rivals = rivalsOf(scene);
  const ghosts = ghostsOf([{id: 'before', runs: [...rivals.map(asGhost), ...(former?.runs ?? [])]}]);
  const far = (/** @type {import('../../runtime/types').Axis} */ axis) => farthestOf(rivals, axis);
  return ghosts && Object.assign(ghosts, {far, longest: longestName(rivals)});
}
