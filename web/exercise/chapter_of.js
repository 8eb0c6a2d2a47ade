// An exercise as a lesson, which the player of chapters leads through. Its words are what its author typed. Pure.

/** @typedef {import('./types').Exercise} Exercise @typedef {import('../learn/types').Lesson} Lesson @typedef {import('../learn/beats.js').Stage} Stage */
/** @typedef {import('../facts/types').Predicate} Predicate */

/** Scores whose best is known, so that curves are drawn from nothing to it. */
const SHARES = ['accuracy', 'exact'];

/** A goal that is reached by pointing is none of the race's. @param {import('./types').Goal} goal @returns {goal is Predicate} */
export const isPredicate = (goal) => !('find' in goal);

/** @param {number} i @returns {string} what the player calls a choice or a position */
export const idOf = (i) => String(i + 1);

/**
 * @param {{experiment: import('../runtime/types').Experiment, view?: Partial<import('../state/view.js').View>, exercise: Exercise}} page
 * @returns {Lesson}
 */
export function chapterOf({experiment, view = {}, exercise}) {
  const {choices, why, knob, goal} = exercise;
  return {
    id: 'exercise',
    words: wordsOf(exercise),
    stages: stagesOf(exercise),
    experiment,
    view,
    ...(SHARES.includes(view.metric ?? '') && {range: [0, 1]}),
    example: 0,
    choices: choices.map(({right}, i) => ({id: idOf(i), ...(right && {right})})),
    why: /** @type {Lesson['why']} */ (why ?? {}),
    ...(knob && {
      knob: {begin: knob.begin, values: knob.values.map(({change}, i) => ({name: idOf(i), change}))},
    }),
    challenge: {goal: goal.filter(isPredicate)},
  };
}

/** What it has something for, in the order of a chapter. @param {Exercise} exercise @returns {Stage[]} */
function stagesOf({choices, why, knob, asks}) {
  const told = why || choices.some(({right, reply}) => right || reply);
  /** @type {[Stage, unknown][]} */
  const all = [
    ['predict', true],
    ['watch', true],
    ['why', told],
    ['change', knob],
    ['challenge', true],
    ['question', asks?.length],
    ['end', true],
  ];
  return all.flatMap(([stage, has]) => (has ? [stage] : []));
}

/** By the names that a chapter's words have. @param {Exercise} exercise @returns {Record<string, string>} */
function wordsOf({title, question, lead, choices, why, knob, goal_text, remember}) {
  const said = {
    ...{title, question, lead, why: why?.text, knob: knob?.title, challenge: goal_text, remember},
    ...Object.fromEntries(choices.flatMap(({text, reply}, i) => [[`choice_${idOf(i)}`, text], [`reply_${idOf(i)}`, reply]])), // prettier-ignore
    ...Object.fromEntries((knob?.values ?? []).map(({name}, i) => [`knob_${idOf(i)}`, name])),
  };
  return Object.fromEntries(Object.entries(said).flatMap(([name, one]) => (one ? [[name, one]] : [])));
}
