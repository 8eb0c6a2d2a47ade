// What becomes of a race when the knob of its chapter is moved.
import {changed, onlyAdds} from '../../learn/change.js';

export {formerRuns} from './former_runs.js';

/** @typedef {import('../../learn/types').Lesson} Lesson @typedef {import('../../learn/beats.js').Story} Story */

/**
 * @param {import('../../runtime/race.js').Race} race @param {Lesson} chapter @param {Story} story before it was moved @param {number} position
 * @returns {Promise<boolean>} whether what was learned stays
 */
export async function turnKnob(race, {knob, experiment}, story, position) {
  const {values = [], begin} = knob ?? {};
  const {change} = values[position];
  const joining = story.position === begin && onlyAdds(change);
  if (joining) await race.addModel(joining);
  else await race.setExperiment(changed(experiment, change));
  return Boolean(joining);
}
