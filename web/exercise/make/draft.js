// What is being made, as one plain object, and the one object that a link carries. Pure.
import {changed} from '../../learn/change.js';

/** @typedef {import('./types').Draft} Draft @typedef {import('../types').Exercise} Exercise */

/** How tall a player is on a course page, with its answers open. */
export const HEIGHT = 760;
/** At most so many, as types.d.ts has them. */
export const LIMITS = Object.freeze({
  title: 120,
  question: 300,
  lead: 4000,
  option: 200,
  reply: 1000,
  remember: 2000,
  choices: 6,
  goals: 6,
  hints: 5,
  asks: 8,
  values: 8,
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
const askOf = (ask) =>
  ask.kind === 'choice' ? {...ask, choices: ask.choices.filter(({text}) => text.trim())} : ask;

/** What keeps it from being handed out, by the keys of sentences. @param {Draft} draft @returns {string[]} */
export function lacks({exercise}) {
  const {title, question, choices, goal, asks = []} = exercise;
  const written = choices.filter(({text}) => text.trim());
  const empty = asks.some((ask) => ask.text.trim() && ask.kind === 'choice' && askOf(ask).choices.length < 2);
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
