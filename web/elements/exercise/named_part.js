// The first part of an exercise where the seed follows from the name: nothing is said before that is known.
import {html, nothing} from 'lit';
import './student_name.js';

/** @param {import('../learn/scene.js').Part} predict @param {import('../../exercise/taking.js').Taking} taking @returns {import('../learn/scene.js').Part} */
export function named(predict, taking) {
  if (taking.exercise.seed !== 'name') return predict;
  const waits = () => !taking.taken.name && taking.taken.prediction === null;
  return {
    ...predict,
    act: (scene) => html`<student-name .taking=${taking}></student-name>${waits() ? nothing : predict.act(scene)}`,
  };
}
