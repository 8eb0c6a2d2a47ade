// Puts the exercise of an address into the element that shows one, with a player and a race of its own: in the page and in a frame.
import {chapterOf} from '../../exercise/chapter_of.js';
import {decodeExercise} from '../../exercise/link.js';
import {seeded} from '../../exercise/seed_of_name.js';
import {Taking} from '../../exercise/taking.js';
import {openChapter} from '../../learn/open.js';
import {NO_SETTING} from '../../shape/page.js';
import {noticeOf} from '../../shape/link.js';
import {atLength} from '../../words/described.js';
import {say} from '../../words/words.js';
import {part} from '../parts/late.js';
import '../learn/chapter_player.js';
import {attend, record} from './attend.js';
import {named} from './named_part.js';
import * as predict from './predict_part.js';

/** @typedef {import('../../runtime/race.js').Race} Race @typedef {import('../learn/chapter_player.js').ChapterPlayer} Player */
/** @typedef {import('./exercise_frame.js').ExerciseFrame} ExerciseFrame @typedef {import('../../exercise/link.js').Address} Address */
/** close: it is left; what was done is kept. @typedef {{race: Race, taking: Taking, close: () => void}} Opened */

/**
 * @param {ExerciseFrame} element @param {import('../../runtime/types').Surroundings} surroundings @param {string} hash
 * @returns {Promise<Opened | null>} null: the address holds none that can be shown, and the element says why
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
  element.player = player;
  return take(player, {...surroundings, describe}, {experiment, exercise, start, shape, text});
}

/** @param {Player} player @param {import('../../runtime/types').Surroundings} surroundings @param {import('../../exercise/canonical.js').Page & import('../../shape/page.js').Setting} page @returns {Promise<Opened>} */
async function take(player, surroundings, {experiment, exercise, start, shape, text}) {
  const taking = await Taking.open({experiment, exercise});
  const left = new AbortController();
  const first = named(predict, taking);
  player.parts = {predict: first};
  void part(() => import('./later_beats.js')).then(
    ({LATER, withTaking}) =>
      (player.parts = {predict: first, ...withTaking(LATER, taking, {view: start, shape, text})}),
    () => {}, // the page says so
  );
  const lesson = () => {
    const own = seeded(experiment, exercise, taking.taken.name);
    return chapterOf({experiment: own, view: start, exercise});
  };
  attend(player, taking, left.signal);
  const race = await openChapter(player, surroundings, lesson(), {shape});
  player.page = {...NO_SETTING, start, shape, text};
  record(taking, race, left.signal);
  player.addEventListener('named', () => void begin(player, race, lesson()), {signal: left.signal});
  return {race, taking, close: () => (left.abort(), race.close())};
}

/** With the seed of somebody: nothing was trained yet. @param {Player} player @param {Race} race @param {import('../../learn/types').Lesson} lesson */
async function begin(player, race, lesson) {
  if (player.chapter?.experiment.train.seed === lesson.experiment.train.seed) return; // the same name as before
  await race.setExperiment(lesson.experiment);
  player.chapter = lesson;
}
