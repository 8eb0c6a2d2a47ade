// What models came to before the knob was moved: their curves as ghosts beneath the present ones, their scores in words.
import {inMetric, metricOf, score} from '../chart/chart_metric.js';
import {ghostsOf} from '../runs/ghosts.js';
import {say} from '../../words/words.js';

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

/** @param {Former | null} former @param {import('../../learn/types').Recorded | null} recorded rivals that are too slow to run here @returns {import('../runs/ghosts.js').Ghosts | null} */
export function ghostsBeneath(former, recorded) {
  const rivals = (recorded?.rivals ?? []).map(({name, step, value}) => ({
    name: say('player.rival', {name}),
    record: /** @type {any} */ ({scores: () => ({x: step, y: value})}),
  }));
  return ghostsOf([{id: 'before', runs: [...rivals, ...(former?.runs ?? [])]}]);
}
