// What is to be reached, a row each: whose, which number, how much, by when; or a head that is to be found.
import {html, nothing} from 'lit';
import {proposedGoal} from '../../exercise/make/aim.js';
import {isShare, towards} from '../../exercise/make/bounds.js';
import {isFind} from '../../exercise/make/tried.js';
import {LIMITS} from '../../exercise/make/draft.js';
import {kindPlain, said} from '../../facts/said.js';
import {say, told} from '../../words/words.js';
import {choice, number, remover, replaced, without} from './fields.js';

/** @typedef {import('./desk.js').Desk} Desk @typedef {import('../../exercise/types').Goal} Goal @typedef {import('../../exercise/types').Find} Find */
/** @typedef {import('../../facts/types').Predicate} Predicate @typedef {import('../../facts/types').Facts} Facts */

const METRICS = [
  'val_accuracy',
  'val_exact',
  'val_loss',
  'longer_accuracy',
  'longer_exact',
  'longer_loss',
  'loss',
  'parameters',
];
const OPS = /** @type {const} */ (['>=', '<=', '>', '<']);
const KINDS = /** @type {const} */ (['reach', 'stay', 'ahead', 'weights', 'find']);
const SCORES = /** @type {const} */ (['previous_token', 'prefix_match', 'copy_alignment']);

/** What a goal asks, in a sentence. @param {Goal} goal @param {string[]} names */
export function sentenceOf(goal, names) {
  if (!isFind(goal)) return told(said(goal, /** @type {any} */ ({models: names.map((name) => ({name, kind: ''}))})));
  return say('make.find_line', {
    name: names[goal.model] ?? '',
    score: goal.score,
    share: Math.round(100 * goal.at_least),
  });
}

/** Whether a network that has learned nothing fulfils it: a bound on the side from which everybody comes, for a moment. @param {Goal} goal */
export function isGiven(goal) {
  if (isFind(goal) || goal.metric === 'parameters' || goal.from_step !== undefined || typeof goal.value !== 'number')
    return false;
  return goal.op[0] !== towards(goal.metric)[0];
}

/** @param {Desk} desk */
export function goalRows(desk) {
  const {draft, names, write} = desk;
  const {goal} = draft.exercise;
  const row = (/** @type {Goal} */ one, /** @type {number} */ i) => {
    const set = (/** @type {Goal} */ changed) => write({goal: replaced(goal, i, changed)});
    const fields = isFind(one) ? findFields(one, i, names, set) : predicateFields(one, i, names, set);
    return html`<li class="goal"><div class="spread"><b>${sentenceOf(one, names)}</b>${goal.length > 1 ? remover(sentenceOf(one, names), () => write({goal: without(goal, i)})) : nothing}</div>
      <div class="row fields">${fields}</div>${isGiven(one) ? html`<p class="notice warning">${say('make.goal_given')}</p>` : nothing}</li>`;
  };
  return html`<ul class="rows">${goal.map(row)}</ul>${goal.length < LIMITS.goals ? adder(desk) : nothing}`;
}

/** @param {Desk} desk */
function adder(desk) {
  const {draft, describe, names, write} = desk;
  const attentive = draft.experiment.models.some(({kind}) =>
    describe.models.find((one) => one.kind === kind)?.options.some(({name}) => name === 'num_heads'),
  );
  const kinds = KINDS.filter((kind) => (kind !== 'ahead' || names.length > 1) && (kind !== 'find' || attentive));
  const offered = [
    {value: '', title: say('make.add_goal')},
    ...kinds.map((kind) => ({value: kind, title: say(`make.goal_${kind}`)})),
  ];
  const add = (/** @type {string} */ kind) => kind && write({goal: [...draft.exercise.goal, made(desk, kind)]});
  return choice({id: 'add-goal', label: say('make.add_goal'), hidden: true, value: '', offered, choose: add});
}

/** A goal of a kind, with what suits the race. @param {Desk} desk @param {string} kind @returns {Goal} */
function made({draft, facts, runs, names}, kind) {
  const known = facts ?? runs[0]?.facts ?? null;
  const [first] = draft.exercise.goal;
  const metric = first && !isFind(first) && first.metric !== 'parameters' ? first.metric : 'val_accuracy';
  /** @type {Predicate} */
  const base = known
    ? proposedGoal(known, metric)
    : {model: 0, metric, op: towards(metric), value: isShare(metric) ? 0.9 : 1};
  const other = names.length > 1 ? (base.model === 0 ? 1 : 0) : 0;
  if (kind === 'find') return {find: 'head', model: 0, score: 'prefix_match', at_least: 0.5};
  if (kind === 'weights')
    return {model: 0, metric: 'parameters', op: '<=', value: known?.models[0]?.parameters ?? 50_000};
  if (kind === 'ahead')
    return {
      ...base,
      model: base.model === 'any' ? 1 - other : base.model,
      value: {model: other, plus: isShare(metric) ? 0.2 : 0},
    };
  if (kind === 'stay')
    return {
      model: unasked(draft.exercise.goal, names) ?? other,
      metric,
      op: isShare(metric) ? '<' : '>',
      value: isShare(metric) ? 0.3 : 1,
      from_step: 0,
    };
  return base;
}

/** Where a goal names a model, the first that none names: what one is to reach, another is to stay away from. @param {readonly Goal[]} goals @param {string[]} names @returns {number | undefined} */
function unasked(goals, names) {
  const asked = new Set(goals.map(({model}) => model).filter((model) => typeof model === 'number'));
  return asked.size ? [...names.keys()].find((k) => !asked.has(k)) : undefined;
}

/** @param {Find} goal @param {number} i @param {string[]} names @param {(goal: Goal) => void} set */
function findFields(goal, i, names, set) {
  return html`${choice({id: `who-${i}`, label: say('make.of'), value: String(goal.model), offered: names.map((title, k) => ({value: String(k), title})), choose: (model) => set({...goal, model: Number(model)})})}
    ${choice({id: `score-${i}`, label: say('make.head_that'), value: goal.score, offered: SCORES.map((value) => ({value, title: say(`make.score_${value}`)})), choose: (score) => set({...goal, score: /** @type {any} */ (score)})})}
    ${number({id: `least-${i}`, label: say('make.at_least'), value: round(100 * goal.at_least), min: 1, max: 100, unit: '%', write: (value = 50) => set({...goal, at_least: value / 100})})}`;
}

/** @param {Predicate} goal @param {number} i @param {string[]} names @param {(goal: Goal) => void} set */
function predicateFields(goal, i, names, set) {
  const share = isShare(goal.metric) ? 100 : 1;
  const {value} = goal;
  const against = typeof value === 'object' && !Array.isArray(value) ? value : null;
  const bound = against ? (against.plus ?? 0) : Number(value);
  const setBound = (/** @type {number} */ wanted) =>
    set({...goal, value: against ? {...against, plus: wanted} : wanted});
  return html`${whoField(goal, i, names, set)}${metricField(goal, i, set)}
    ${choice({id: `op-${i}`, label: say('make.op'), hidden: true, value: goal.op, offered: OPS.map((op) => ({value: op, title: say(`make.op_${['least', 'most', 'above', 'below'][OPS.indexOf(op)]}`)})), choose: (op) => set({...goal, op: /** @type {any} */ (op)})})}
    ${against ? choice({id: `rival-${i}`, label: say('make.that_of'), value: String(against.model), offered: rivals(names), choose: (model) => set({...goal, value: {...against, model: model === 'others' ? model : Number(model)}})}) : nothing}
    ${number({id: `bound-${i}`, label: say(against ? 'make.plus' : 'make.bound'), hidden: !against, value: round(share * bound), unit: share === 100 ? '%' : nothing, write: (wanted = 0) => setBound(wanted / share)})}
    ${goal.metric === 'parameters' ? nothing : stepField(goal, i, set)}`;
}

/** @param {string[]} names */
const rivals = (names) => [
  ...names.map((title, k) => ({value: String(k), title})),
  {value: 'others', title: say('make.others')},
];
const round = (/** @type {number} */ value) => Number(value.toPrecision(6));

/** @param {Predicate} goal @param {number} i @param {string[]} names @param {(goal: Goal) => void} set */
function whoField(goal, i, names, set) {
  const kind = typeof goal.model === 'object' ? goal.model.kind : '';
  const offered = [
    ...names.map((title, k) => ({value: String(k), title})),
    {value: 'any', title: say('make.any_model')},
    {value: 'all', title: say('make.all_models')},
    ...(kind ? [{value: 'kind', title: kindPlain(kind)}] : []),
  ];
  const value = kind ? 'kind' : String(goal.model);
  const read = (/** @type {string} */ who) =>
    who === 'any' || who === 'all' ? who : who === 'kind' ? {kind} : Number(who);
  return choice({
    id: `who-${i}`,
    label: say('make.whose'),
    hidden: true,
    value,
    offered,
    choose: (who) => set({...goal, model: read(who)}),
  });
}

/** @param {Predicate} goal @param {number} i @param {(goal: Goal) => void} set */
function metricField(goal, i, set) {
  const all = METRICS.includes(goal.metric) ? METRICS : [...METRICS, goal.metric];
  const choose = (/** @type {string} */ metric) => {
    const {from_step, by_step, ...plain} = goal;
    const bound =
      typeof goal.value === 'number' && isShare(metric) !== isShare(goal.metric)
        ? isShare(metric)
          ? 0.9
          : metric === 'parameters'
            ? 50_000
            : 1
        : goal.value;
    const timed =
      metric === 'parameters'
        ? {}
        : {...(from_step !== undefined && {from_step}), ...(by_step !== undefined && {by_step})};
    set({...plain, ...timed, metric, value: bound, op: towards(metric)});
  };
  return choice({
    id: `metric-${i}`,
    label: say('make.number'),
    hidden: true,
    value: goal.metric,
    offered: all.map((value) => ({value, title: told({key: 'predicate.measure', values: {metric: value}})})),
    choose,
  });
}

/** By which step it is to be reached, or from which on it is to be kept. @param {Predicate} goal @param {number} i @param {(goal: Goal) => void} set */
function stepField(goal, i, set) {
  const {by_step, from_step, ...plain} = goal;
  if (from_step !== undefined)
    return number({
      id: `from-${i}`,
      label: say('make.from_step'),
      value: from_step,
      min: 0,
      write: (step = 0) => set({...goal, from_step: Math.round(step)}),
    });
  return number({
    id: `by-${i}`,
    label: say('make.by_step'),
    value: by_step,
    min: 0,
    empty: true,
    placeholder: say('make.whenever'),
    write: (step) => set(step === undefined ? plain : {...plain, by_step: Math.round(step)}),
  });
}
