// Where a reader is in a chapter, as plain data, and what may come next. Each beat is open once what leads to it was done, and
// all that was done can be gone back to. Pure.

/** @typedef {import('./types').Lesson} Lesson @typedef {import('./types').Choice} Choice @typedef {import('./progress.js').Seen} Seen */
/** @typedef {'predict' | 'watch' | 'why' | 'change' | 'try'} Beat */
/** The first beat may begin with questions on earlier chapters; the last has three parts, one after the other. @typedef {'recall' | 'predict' | 'watch' | 'why' | 'change' | 'challenge' | 'question' | 'end'} Stage */
/**
 * @typedef {object} Story
 * @property {readonly Stage[]} stages those that there are
 * @property {Stage} stage what is shown @property {Stage} furthest how far one may go
 * @property {string | null} predicted the choice, or UNSURE; null: nothing yet @property {string | null} answered the same of the last question
 * @property {Readonly<Record<string, string>>} recalled what was answered to questions on earlier chapters, by the question
 * @property {number} position of the knob @property {number | null} before the position before that; null: it was not moved yet
 */

/** @type {readonly Beat[]} */
export const BEATS = ['predict', 'watch', 'why', 'change', 'try'];
/** @type {readonly Stage[]} */
export const STAGES = ['recall', 'predict', 'watch', 'why', 'change', 'challenge', 'question', 'end'];
/** What the player offers beside the choices of a chapter. */
export const UNSURE = 'unsure';

/** @param {Stage} stage @returns {Beat} */
export function beatOf(stage) {
  if (stage === 'recall') return 'predict';
  return STAGES.indexOf(stage) < STAGES.indexOf('challenge') ? /** @type {Beat} */ (stage) : 'try';
}

/** @param {Lesson} chapter @param {Seen} [seen] on an earlier visit: whoever answered all about earlier chapters is not asked again @returns {Story} */
export function begun(chapter, {recalled = {}} = {}) {
  const {knob, recall = []} = chapter;
  const stage = recall.every(({id}) => id in recalled) ? 'predict' : 'recall';
  return {
    stages: chapter.stages ?? STAGES,
    stage,
    furthest: stage,
    predicted: null,
    answered: null,
    recalled: {},
    position: knob?.begin ?? 0,
    before: null,
  };
}

/** What was said once stays said. @param {Story} story @param {string} id @returns {Story} */
export function predicted(story, id) {
  return story.predicted === null ? reached({...story, predicted: id}, 'watch') : story;
}

/** Where nothing is asked before it: what trains is watched. @param {Story} story @returns {Story} */
export const started = (story) => reached(story, 'watch');

/** @param {Story} story @param {string} id @returns {Story} */
export function answered(story, id) {
  return story.answered === null && isOpen(story, 'question') ? {...story, answered: id} : story;
}

/** What was answered first stays. @param {Story} story @param {string} question @param {string} id @returns {Story} */
export function recalled(story, question, id) {
  return question in story.recalled ? story : {...story, recalled: {...story.recalled, [question]: id}};
}

/** @param {Story} story @param {number} position @returns {Story} */
export function turned(story, position) {
  return position === story.position ? story : {...story, position, before: story.position};
}

/** Whether it can be gone to. @param {Pick<Story, 'furthest'>} story @param {Stage} stage */
export const isOpen = ({furthest}, stage) => STAGES.indexOf(stage) <= STAGES.indexOf(furthest);

/** The part of a beat that a click on it leads to: the furthest; null: none is open yet. @param {Story} story @param {Beat} beat @returns {Stage | null} */
export function stageOf(story, beat) {
  return story.stages.findLast((stage) => beatOf(stage) === beat && isOpen(story, stage)) ?? null;
}

/** @param {Story} story @param {Stage} stage @returns {Story} the same where that is not open */
export function gone(story, stage) {
  return isOpen(story, stage) && story.stages.includes(stage) ? {...story, stage} : story;
}

/** Where the one button leads; null where an answer is what leads on, or nothing comes any more. @param {Story} story @returns {Stage | null} */
export function next({stages, stage, furthest, answered}) {
  if ((stage === 'predict' && !isOpen({furthest}, 'watch')) || (stage === 'question' && answered === null)) return null;
  return stages[stages.indexOf(stage) + 1] ?? null;
}

/** @param {Story} story @returns {Story} */
export function forth(story) {
  const to = next(story);
  return to ? reached(story, to) : story;
}

/** @param {Story} story @param {Stage} stage @returns {Story} */
function reached(story, stage) {
  return {...story, stage, furthest: isOpen(story, stage) ? story.furthest : stage};
}

/** Whether it is what shows itself to be so; null: nothing was claimed. @param {readonly Choice[]} choices @param {string} id @returns {boolean | null} */
export function isRight(choices, id) {
  return id === UNSURE ? null : choices.some((choice) => choice.id === id && choice.right === true);
}

/** Of what was asked so far, how much was right: the prediction counts once its beat is over. @param {Lesson} chapter @param {Story} story */
export function score({choices, transfer, recall = []}, story) {
  const given = [
    ...recall.filter(({id}) => id in story.recalled).map((one) => isRight(one.choices, story.recalled[one.id])),
    isOpen(story, 'why') && story.predicted !== null ? isRight(choices, story.predicted) : undefined,
    story.answered !== null && transfer ? isRight(transfer.choices, story.answered) : undefined,
  ].filter((right) => right !== undefined);
  return {asked: given.length, right: given.filter((right) => right === true).length};
}

/** What of it is kept: what was said, before anything trains; whether a prediction was right only after its beat. @param {Lesson} chapter @param {Story} story @returns {Seen} */
export function noted({choices, transfer, recall = []}, {predicted, answered, furthest, recalled}) {
  const given = recall.filter(({id}) => id in recalled);
  const rights = given.map((one) => [one.id, isRight(one.choices, recalled[one.id]) === true]);
  return {
    ...(given.length && {recalled: Object.fromEntries(rights)}),
    ...(predicted !== null && {predicted}),
    ...(predicted !== null && isOpen({furthest}, 'why') && {right: isRight(choices, predicted)}),
    ...(answered !== null && transfer && {answered, answered_right: isRight(transfer.choices, answered)}),
    ...(furthest === 'end' && /** @type {const} */ ({finished: true})),
  };
}
