// Reads an exercise that came in a link, or from an editor: what no page writes is refused in a sentence with its place; what a newer page
// may write and this one does not know is left out, and named. What comes out holds nothing but what types.d.ts says.
import {predicateFault} from '../facts/predicate_faults.js';
import {isObject} from '../state/objects.js';
import {told} from '../words/words.js';
import {changeField} from './change_field.js';
import {
  below,
  isName,
  knownOf,
  line,
  lines,
  list,
  named,
  number,
  object,
  oneOf,
  passage,
  refuse,
  whole,
} from './fields.js';
import {HEAD_SCORES, LONGEST, PICTURES, PIECES} from './limits.js';

/** @typedef {import('./types').Exercise} Exercise @typedef {import('./types').Goal} Goal @typedef {import('./types').Ask} Ask */
/** @typedef {import('../runtime/types').Experiment} Experiment @typedef {import('../runtime/types').Description} Description */
/** @typedef {import('./fields.js').At} At */
/** @template T @typedef {import('./fields.js').Reader<T>} Reader */

const VERSION = 1;
const MODEL_LIMIT = 7; // those of a race, and one that a knob adds
const MOST_TRIED = 1000;
const MOST = 1e12; // of a number that is asked for

/**
 * @param {unknown} value harmless JSON @param {Experiment} experiment that it is about @param {Description} [describe] without it no option is unknown
 * @param {string[]} [unknown] to which is added what was left out, by its place
 * @returns {{exercise: Exercise, unknown: string[]}} @throws LinkError: a sentence with place and remedy
 */
export function checkExercise(value, experiment, describe, unknown = []) {
  const at = {place: 'exercise', unknown};
  if (isObject(value) && Number.isInteger(value.v) && value.v > VERSION) refuse('newer', below(at, 'v'));
  const read = object(fieldsOf(experiment, describe), ['v', 'title', 'question', 'goal'])(value, at);
  checkTogether(read, experiment, at);
  const said = Object.entries(read).filter(([, one]) => one !== '' && !(Array.isArray(one) && !one.length));
  return {exercise: {choices: [], seed: 'fixed', .../** @type {any} */ (Object.fromEntries(said))}, unknown};
}

/** @param {Experiment} experiment @param {Description} [describe] */
const fieldsOf = (experiment, describe) => ({
  v: oneOf([VERSION]),
  title: line(LONGEST.title),
  question: line(LONGEST.question),
  lead: lines(LONGEST.lead),
  choices,
  why: whyOf(experiment),
  knob: knobOf(experiment, describe),
  goal: list(goal, ...PIECES.goal),
  goal_text: lines(LONGEST.goal),
  hints: list(passage(LONGEST.hint), ...PIECES.hints),
  asks: list(ask, ...PIECES.asks),
  remember: lines(LONGEST.remember),
  seed: oneOf(['fixed', 'name']),
  tried: object({reached: whole(0, MOST_TRIED), tried: whole(1, MOST_TRIED)}, ['reached', 'tried']),
});

const option = object({text: line(LONGEST.choice), right: oneOf([true]), reply: lines(LONGEST.reply)}, ['text']);

/** None, or some to choose from. @type {Reader<unknown>} */
function choices(value, at) {
  return Array.isArray(value) && !value.length ? [] : list(option, ...PIECES.choices)(value, at);
}

/** @param {Experiment} experiment @returns {Reader<unknown>} */
const whyOf = ({models}) => {
  const fields = {
    picture: knownOf(PICTURES),
    choice: named(whole(0, 1000)),
    mark: line(LONGEST.name),
    models: list(whole(0, models.length - 1), 0, models.length),
    text: lines(LONGEST.why),
  };
  return (value, at) => {
    const read = object(fields, [])(value, at);
    return read.picture || read.text ? read : undefined;
  };
};

/** @param {Experiment} experiment @param {Description} [describe] */
function knobOf(experiment, describe) {
  const position = object({name: line(LONGEST.position), change: changeField(experiment, describe)}, [
    'name',
    'change',
  ]);
  const values = list(position, ...PIECES.positions);
  return object({title: line(LONGEST.knob), values, begin: whole(0, PIECES.positions[1] - 1)}, [
    'title',
    'values',
    'begin',
  ]);
}

const find = object(
  {
    find: oneOf(['head']),
    model: whole(0, MODEL_LIMIT - 1),
    score: oneOf(HEAD_SCORES),
    at_least: number(0, 1),
  },
  ['find', 'model', 'score', 'at_least'],
);

/** @type {Reader<unknown>} */
function goal(value, at) {
  if (isObject(value) && 'find' in value) return find(value, at);
  const fault = predicateFault(value);
  if (fault) return refuse('predicate', at, {fault: told(fault)});
  const kinds = [value, /** @type {any} */ (value).value].map((one) => one?.model?.kind ?? 'any');
  return kinds.every(isName) ? value : refuse('text', below(at, 'model.kind'), {limit: LONGEST.name});
}

const ASKS = {
  choice: object({kind: oneOf(['choice']), text: line(LONGEST.ask), choices: list(option, ...PIECES.choices)}, [
    'kind',
    'text',
    'choices',
  ]),
  number: object(
    {
      kind: oneOf(['number']),
      text: line(LONGEST.ask),
      value: number(-MOST, MOST),
      tolerance: number(0, MOST),
      unit: line(LONGEST.unit),
    },
    ['kind', 'text', 'value', 'tolerance'],
  ),
  text: object({kind: oneOf(['text']), text: line(LONGEST.ask)}, ['kind', 'text']),
};

/** @type {Reader<unknown>} */
function ask(value, at) {
  const {kind} = isObject(value) ? value : {kind: undefined};
  const known = oneOf(Object.keys(ASKS))(kind, below(at, 'kind'));
  return ASKS[/** @type {keyof typeof ASKS} */ (known)](value, at);
}

/** What each of its parts is alone, they may not be together. @param {any} read @param {Experiment} experiment @param {At} at */
function checkTogether({knob, goal, tried}, experiment, at) {
  if (knob && knob.begin >= knob.values.length)
    refuse('whole', below(at, 'knob.begin'), {low: 0, high: knob.values.length - 1});
  if (tried && tried.reached > tried.tried) refuse('whole', below(at, 'tried.reached'), {low: 0, high: tried.tried});
  const adds = knob?.values.some((/** @type {any} */ {change}) => change.add) ? 1 : 0;
  const last = experiment.models.length + adds - 1;
  goal.forEach((/** @type {any} */ {model}, /** @type {number} */ i) => {
    if (typeof model === 'number' && model > last)
      refuse('whole', below(at, `goal.${i + 1}.model`), {low: 0, high: last});
  });
}
