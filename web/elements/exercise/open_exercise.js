// Puts the exercise of an address into the element that shows one, with a player and a race of its own: in the page and in a frame.
import {chapterOf} from '../../exercise/chapter_of.js';
import {decodeExercise} from '../../exercise/link.js';
import {openChapter} from '../../learn/open.js';
import {NO_SETTING} from '../../shape/page.js';
import {noticeOf} from '../../shape/address.js';
import {atLength} from '../../words/described.js';
import {say} from '../../words/words.js';
import {part} from '../parts/late.js';
import '../learn/chapter_player.js';
import * as predict from './predict_part.js';

/** @typedef {import('../../runtime/race.js').Race} Race @typedef {import('../learn/chapter_player.js').ChapterPlayer} Player */
/** @typedef {import('./exercise_page.js').ExercisePage} ExercisePage */

/**
 * @param {ExercisePage} element @param {import('../../runtime/types').Surroundings} surroundings @param {string} hash
 * @returns {Promise<Race | null>} null: the address holds none that can be shown, and the element says why
 */
export async function openExercise(element, surroundings, hash) {
  const describe = atLength(surroundings.describe);
  const address = await decodeExercise(hash, describe);
  const {exercise, experiment, start, shape, text, view} = address;
  element.name = exercise?.title ?? '';
  element.player = null;
  element.notice = noticeOf(address, describe);
  if (!exercise || !experiment) {
    element.notice = say('exercise.unreadable', {why: address.error});
    return null;
  }
  element.shape = shape;
  if (view.theme !== 'auto') element.wish = view.theme;
  const player = /** @type {Player} */ (document.createElement('chapter-player'));
  player.compact = element.compact;
  player.parts = {predict};
  void part(() => import('./later_parts.js')).then(
    ({LATER}) => (player.parts = {predict, ...LATER}),
    () => {}, // the page says so
  );
  element.player = player;
  const race = await openChapter(player, {...surroundings, describe}, chapterOf({experiment, view: start, exercise}), {shape}); // prettier-ignore
  player.page = {...NO_SETTING, start, shape, text};
  return race;
}
