// What the recorded run of a chapter measured on its way, as the pictures take it: it holds for the race on the page as long as that is
// the same experiment, since a strict run has the same weights everywhere.
import {complete} from '../../state/defaults.js';

/** @typedef {import('./scene.js').Scene} Scene @typedef {import('../../charts/compare/runs.js').Measured} Measured */

/** Numbers that are not known are null in a file. @param {import('../../learn/types').RecordedMeasure} recorded @returns {Measured} */
export function measuredAgain({step, arrays, numbers}) {
  return {
    step,
    numbers,
    arrays: arrays.map(({data, ...array}) => ({...array, data: data.map((value) => value ?? NaN)})),
  };
}

/** Of each model, from the first on; none where the race is another. @param {Pick<Scene, 'race' | 'chapter' | 'recorded'>} scene @returns {Measured[][]} */
export function courseOf({race, chapter, recorded}) {
  if (!recorded?.course || !isAsItStands(race, chapter)) return [];
  return recorded.course.map((all) => all.map(measuredAgain));
}

/** @param {Pick<Scene['race'], 'experiment' | 'describe'>} race @param {Scene['chapter']} chapter */
function isAsItStands({experiment, describe}, chapter) {
  return JSON.stringify(experiment) === JSON.stringify(complete(chapter.experiment, describe));
}
