// What is being made, as one plain object, and the one object that a link carries. Pure.
import {changed} from '../../learn/change.js';
import {LONGEST, PIECES} from '../limits.js';

/** @typedef {import('./types').Draft} Draft @typedef {import('../types').Exercise} Exercise */

/** How tall a player is on a course page, with its answers open. */
export const HEIGHT = 760;
/** How much of each there may be: characters, and pieces of a list. */
export const LIMITS = Object.freeze({
  ...LONGEST,
  choices: PIECES.choices[1],
  values: PIECES.positions[1],
  goals: PIECES.goal[1],
  hints: PIECES.hints[1],
  asks: PIECES.asks[1],
});

/** @param {Draft} draft @returns {import('../../shape/page.js').Page & {exercise: Exercise}} what a link packs */
export function pageOf({experiment, view, shape, exercise}) {
  return {experiment, view, shape, text: {}, exercise: whole(exercise)};
}

/** Rows that nothing was written into yet are not handed out. @param {Exercise} exercise @returns {Exercise} */
function whole(exercise) {
  const {hints = [], asks = [], lead, remember, goal_text, knob, why, ...rest} = exercise;
  const written = hints.filter((hint) => hint.trim());
  const asked = asks.filter(({text}) => text.trim()).map(askOf);
  return {
    ...rest,
    choices: exercise.choices.filter(({text}) => text.trim()),
    ...(lead?.trim() && {lead}),
    ...(why && {why}),
    ...(knob && knob.values.length > 1 && {knob}),
    ...(goal_text?.trim() && {goal_text}),
    ...(written.length && {hints: written}),
    ...(asked.length && {asks: asked}),
    ...(remember?.trim() && {remember}),
  };
}

/** @param {import('../types').Ask} ask @returns {import('../types').Ask} */
const askOf = (ask) => (ask.kind === 'choice' ? {...ask, choices: ask.choices.filter(({text}) => text.trim())} : ask);

/** What keeps it from being handed out, by the keys of sentences. @param {Draft} draft @returns {string[]} */
export function lacks({exercise}) {
  const {title, question, choices, goal, asks = []} = exercise;
  const written = choices.filter(({text}) => text.trim());
  const empty = asks.some(
    (ask) => ask.text.trim() && ask.kind === 'choice' && ask.choices.filter(({text}) => text.trim()).length < 2,
  );
  return [
    ...(title.trim() ? [] : ['make.lacks_title']),
    ...(question.trim() ? [] : ['make.lacks_question']),
    ...(written.length === 1 ? ['make.lacks_choice'] : []),
    ...(goal.length ? [] : ['make.lacks_goal']),
    ...(empty ? ['make.lacks_answers'] : []),
  ];
}

/** The experiment with which the goal is tried. @param {Draft} draft @returns {import('../../runtime/types').Experiment} */
export function triedExperiment({experiment, exercise: {knob}, position}) {
  const value = knob?.values[position];
  return value ? changed(experiment, value.change) : experiment;
}

/** The seed that everybody has; null where it follows from each name. @param {Draft} draft */
export const ownSeed = ({experiment, exercise}) =>
  exercise.seed === 'name' ? null : Number(experiment.train.seed ?? 1);

/** What seeds came to is told no longer once something else is to be reached, or otherwise. @param {Draft} before @param {Draft} now @returns {Draft} */
export function untried(before, now) {
  const {tried, ...exercise} = now.exercise;
  const of = (/** @type {Draft} */ draft) => JSON.stringify([draft.exercise.goal, triedExperiment(draft)]);
  return !tried || of(before) === of(now) ? now : {...now, exercise};
}
