// The parts of an exercise, with what belongs to taking part in it: goals that are kept, hints, questions, handing in.
import {html, nothing} from 'lit';
import {knob} from '../learn/knob.js';
import '../learn/race_pace.js';
import {isFind} from '../../exercise/taken.js';
import './exercise_goals.js';
import './exercise_hints.js';
import './hand_in.js';
import './head_finds.js';
import * as question from './question_part.js';

/** @typedef {import('../learn/scene.js').Part} Part @typedef {import('../learn/scene.js').Scene} Scene @typedef {import('../../exercise/taking.js').Taking} Taking */
/** @typedef {Partial<Record<import('../../learn/beats.js').Stage, Part>>} Parts */

/** @param {Parts} parts @param {Taking} taking @param {import('../../exercise/receipt_of.js').Shown} shown what its link says besides @returns {Parts} */
export function withTaking(parts, taking, shown) {
  const {challenge, end} = parts;
  return {
    ...parts,
    ...(challenge && {
      challenge: {
        ...challenge,
        figure: (scene) => html`${challenge.figure(scene)}${finds(scene, taking)}`,
        act: (scene) => goals(scene, taking),
      },
    }),
    ...(end && {
      question: {...question, act: (scene) => question.act(scene, taking)},
      end: {
        ...end,
        act: (scene) =>
          html`<hand-in .taking=${taking} .race=${scene.race} .shown=${shown} @forgotten=${scene.again}></hand-in>${end.act(scene)}`,
      },
    }),
  };
}

/** @param {Taking} taking */
const hints = (taking) =>
  taking.exercise.hints?.length ? html`<exercise-hints .taking=${taking}></exercise-hints>` : nothing;

/** @param {Scene} scene @param {Taking} taking */
const goals = (scene, taking) =>
  html`${knob(scene)}<race-pace .race=${scene.race} .train=${scene.train}></race-pace>
    <exercise-goals .taking=${taking} .race=${scene.race}></exercise-goals>${hints(taking)}`;

/** @param {Scene} scene @param {Taking} taking */
const finds = ({race}, taking) =>
  taking.exercise.goal.some(isFind) ? html`<head-finds .taking=${taking} .race=${race}></head-finds>` : nothing;
