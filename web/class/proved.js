// What training again says of a receipt: each thing that does not come out as it stands there, in words. Pure.
import {reachedBy} from '../exercise/goals.js';
import {scoreOfHead} from '../exercise/head_score.js';
import {seedOfName} from '../exercise/seed_of_name.js';
import {isFind} from '../exercise/taken.js';
import {facts} from '../facts/facts.js';
import {lockedChanges} from './locked.js';

/** @typedef {import('./types').Student} Student @typedef {import('./types').Trained} Trained @typedef {import('../words/words.js').Saying} Saying */
/** A code has hashes by their beginnings, and five digits of a number. @param {Student} student */
const comparing = ({code}) => ({
  hash: (/** @type {string} */ said, /** @type {string} */ found) =>
    code ? found.startsWith(said.slice(0, 16)) : said === found,
  number: (/** @type {number} */ said, /** @type {number} */ found) =>
    code ? Number(said.toPrecision(5)) === Number(found.toPrecision(5)) : said === found,
});

/** @param {Student} student @param {Trained[][]} again by the runs and their models @param {import('../runtime/types').Description} describe @returns {Saying[]} none: all that training can prove is proved */
export function faultsOf(student, again, describe) {
  return [
    ...again.flatMap((trained, run) => runFaults(student, run, trained)),
    ...seedFaults(student),
    ...lockFaults(student, describe),
    ...goalFaults(student, again),
  ];
}

/** @param {Student} student @param {number} run @param {Trained[]} trained @returns {Saying[]} */
function runFaults(student, run, trained) {
  const same = comparing(student);
  return student.taken.runs[run].models.flatMap(({name, step, scores, weights_sha256}, k) => {
    const found = trained[k];
    const values = {run: run + 1, name};
    const wrong = (/** @type {string} */ key) => ({key: `class.fault_${key}`, values});
    const off = Object.entries(scores).some(([score, value]) => !same.number(value, found.scores[score] ?? NaN));
    const less = !student.code && Object.keys(found.scores).some((score) => !(score in scores));
    return [
      ...(found.step !== step ? [wrong('step')] : []),
      ...(weights_sha256 && !same.hash(weights_sha256, found.weights_sha256) ? [wrong('weights')] : []),
      ...(off || less ? [wrong('scores')] : []),
    ];
  });
}

/** The same as the command says (docs/files.md): of every run, without a name that of the experiment. @param {Student} student @returns {Saying[]} */
function seedFaults({exercise, experiment, taken: {name, runs}}) {
  if (exercise.seed !== 'name') return [];
  const wanted = name ? seedOfName(name) : experiment.train.seed;
  const other = runs.findIndex(({seed}) => seed !== wanted);
  return other < 0 ? [] : [{key: 'class.fault_seed_name', values: {run: other + 1}}];
}

/** What was really trained, yet not by the page that the exercise is. @param {Student} student @param {import('../runtime/types').Description} describe @returns {Saying[]} */
function lockFaults(student, describe) {
  return student.taken.runs.flatMap((_, run) => {
    const names = lockedChanges(student, run, describe);
    return names.length ? [{key: 'class.fault_locked', values: {run: run + 1, names: names.join(', ')}}] : [];
  });
}

/** Goals that are claimed and do not come out so. @param {Student} student @param {Trained[][]} again @returns {Saying[]} */
function goalFaults(student, again) {
  const same = comparing(student);
  return student.taken.goals.flatMap((said, i) => {
    if (!said) return [];
    const found = isFind(student.exercise.goal[i]) ? findOf(student, i, again) : predicateOf(student, i, again);
    const value =
      said.value === null ||
      (found?.value !== null && found?.value !== undefined && same.number(said.value, found.value));
    if (found && found.step === said.step && value) return [];
    return [{key: 'class.fault_goal', values: {goal: i + 1, run: said.run + 1}}];
  });
}

/** @param {Student} student @param {number} i of the goal @param {Trained[][]} again */
function predicateOf({exercise, taken}, i, again) {
  const said = /** @type {{run: number}} */ (taken.goals[i]);
  const trained = again[said.run] ?? [];
  const models = trained.map(({history}) => history);
  const known = facts({state: 'done', view: '', models, baselines: trained[0]?.baselines ?? [], floors: []});
  return reachedBy([exercise.goal[i]], known, said.run)[0];
}

/** @param {Student} student @param {number} i of the goal @param {Trained[][]} again */
function findOf({exercise, taken}, i, again) {
  const goal = /** @type {import('../exercise/types').Find} */ (exercise.goal[i]);
  const said = /** @type {{run: number}} */ (taken.goals[i]);
  const {heads: measured, step} = again[said.run]?.[goal.model] ?? {};
  const value = measured && taken.found[i] ? scoreOfHead(goal, measured, taken.found[i]) : null;
  return value !== null && value >= goal.at_least ? {step: Number(step), value} : null;
}
