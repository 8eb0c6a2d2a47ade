// Joins the player of chapters with the record of an exercise: what is said there is noted before anything trains, every run is followed, and
// whoever comes back is led to where he was.
import {idOf} from '../../exercise/chapter_of.js';
import {Recording} from '../../exercise/recording.js';
import {STAGES, UNSURE} from '../../learn/beats.js';

/** @typedef {import('../../exercise/taking.js').Taking} Taking @typedef {import('../../learn/beats.js').Story} Story @typedef {import('../../learn/beats.js').Stage} Stage */
/** @typedef {import('../../runtime/race.js').Race} Race */

/** So often it is looked whether somebody is there. */
const LOOK_MS = 5000;

/**
 * @param {EventTarget & {resume: (begun: Story) => Story, chapter: import('../../learn/types').Lesson | null}} player whose chapter is put into it after this @param {Taking} taking @param {AbortSignal} signal until it goes
 */
export function attend(player, taking, signal) {
  player.resume = (begun) => resumed(begun, taking);
  player.addEventListener('story-change', (event) => note(taking, /** @type {CustomEvent<Story>} */ (event).detail), {
    signal,
  });
  taking.addEventListener('restored', () => player.chapter && (player.chapter = {...player.chapter}), {signal}); // it begins anew, where he was
  taking.follow(window, signal);
  const seen = () => document.visibilityState === 'visible' && taking.touched && taking.spend(LOOK_MS / 1000);
  const timer = setInterval(seen, LOOK_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
}

/** Notes the runs of a race, until it goes. @param {Taking} taking @param {Race} race @param {AbortSignal} signal */
export function record(taking, race, signal) {
  const recording = new Recording(taking, race);
  signal.addEventListener('abort', () => recording.stop());
}

/** @param {Taking} taking @param {Story} story */
function note(taking, {predicted, stage}) {
  if (predicted !== null) taking.predict(predicted === UNSURE ? UNSURE : Number(predicted) - 1);
  if (stage === 'end') taking.finish();
}

/** The story of somebody who was here before: what was said stays said, and what was open is open. The networks begin anew. @param {Story} begun @param {Taking} taking @returns {Story} */
export function resumed(begun, {taken, exercise}) {
  const {prediction, runs, answers, finished, goals, name} = taken;
  if (prediction === null && !runs.length) return begun;
  const predicted = prediction === null ? null : prediction === UNSURE ? UNSURE : idOf(Number(prediction));
  const all = (exercise.asks?.length ?? 0) > 0 && answers.every((answer) => answer !== null);
  const wish = finished
    ? 'end'
    : goals.some(Boolean) || answers.some((one) => one !== null)
      ? 'question'
      : runs.length
        ? 'challenge'
        : 'watch';
  const furthest = begun.stages.findLast((stage) => STAGES.indexOf(stage) <= STAGES.indexOf(wish)) ?? begun.stage;
  const stage = exercise.seed === 'name' && !name ? 'predict' : 'watch'; // names are not kept by hosts
  return {...begun, predicted, answered: all ? 'all' : null, stage, furthest};
}
