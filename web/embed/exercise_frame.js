// An exercise in a frame: opened as in the page, but that it trains only in view, and talks with the page around it.
import '../elements/exercise/exercise_frame.js';
import {openExercise} from '../elements/exercise/open_exercise.js';
import '../words/course_more.js';
import '../words/exercise.js';
import {say} from '../words/words.js';
import {speakInFrame} from './frame.js';
import {ResultVoice} from './result_messages.js';

/** @param {Element} place what stands there is for when no script may run @param {import('../runtime/types').Surroundings} surroundings */
export async function openExerciseFrame(place, surroundings) {
  const element = /** @type {import('../elements/exercise/exercise_frame.js').ExerciseFrame} */ (
    document.createElement('exercise-frame')
  );
  element.compact = true;
  element.elsewhere = new URL(`./${location.hash}`, location.href.split('#')[0]).href;
  place.replaceWith(element);
  const opened = await openExercise(element, surroundings, location.hash);
  document.title = element.name || say('lab.name');
  const {player} = element;
  if (!opened || !player) return;
  const results = (/** @type {(result: import('../exercise/types').Result) => void} */ tell) =>
    new ResultVoice(opened.taking, tell);
  speakInFrame(opened.race, /** @type {any} */ (player), {chapter: true, results});
}
