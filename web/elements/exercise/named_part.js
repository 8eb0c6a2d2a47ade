// The first part of an exercise where the seed follows from the name: nothing is said before that is known, and the race is the one of that name.
import {html, nothing} from 'lit';
import {seeded} from '../../exercise/seed_of_name.js';
import './student_name.js';

/** @param {import('../learn/scene.js').Part} predict @param {import('../../exercise/taking.js').Taking} taking @returns {import('../learn/scene.js').Part} */
export function named(predict, taking) {
  if (taking.exercise.seed !== 'name') return predict;
  return {
    ...predict,
    act: (scene) =>
      html`<student-name .taking=${taking}></student-name>${isAsked(taking, scene.chapter) ? predict.act(scene) : nothing}`,
  };
}

/** A race that takes the seed of a name begins anew: what was said before that would begin anew with it. @param {import('../../exercise/taking.js').Taking} taking @param {import('../../learn/types').Lesson} lesson */
function isAsked({taken, exercise, experiment}, lesson) {
  if (taken.prediction !== null) return true;
  return !!taken.name && lesson.experiment.train.seed === seeded(experiment, exercise, taken.name).train.seed;
}
