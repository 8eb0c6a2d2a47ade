// What a frame shows: a chapter, where its address names one, an exercise, where it holds one, else the lab.
import {part} from '../elements/parts/late.js';
import {holdsExercise} from '../exercise/address.js';
import {whereOf} from '../shape/where.js';
import {heedAddress} from './notice.js';

/** @param {Element} place what stands there is for when no script may run @param {import('../runtime/types').Surroundings} surroundings */
export async function openFrame(place, surroundings) {
  if (!heedAddress(place, location.hash)) return undefined;
  const where = whereOf(location.hash);
  if (where.room === 'chapter') {
    const {openChapterFrame} = await part(() => import('./chapter_frame.js'));
    return openChapterFrame(place, surroundings, where.id);
  }
  if (await holdsExercise(location.hash)) {
    const {openExerciseFrame} = await part(() => import('./exercise_frame.js'));
    return openExerciseFrame(place, surroundings);
  }
  const {openLabFrame} = await part(() => import('./lab_frame.js'));
  return openLabFrame(place, surroundings);
}
