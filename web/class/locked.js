// What somebody changed in a run though the exercise locks it: the page leaves no control for that. A lock stands in the link beside the
// exercise, so it is asked of the link where there is one, else of the receipt. Pure.
import {changesBetween} from '../exercise/changes.js';
import {changed} from '../learn/change.js';
import {covers} from '../shape/parts.js';
import {canonical} from '../exercise/canonical.js';
import {complete} from '../state/defaults.js';

/** @typedef {import('./types').Student} Student @typedef {import('../runtime/types').Description} Description @typedef {import('../runtime/types').Experiment} Experiment */

/** @param {Student} student @param {number} run @param {Description} describe @returns {string[]} paths, as the receipt has them */
export function lockedChanges(student, run, describe) {
  const {lock, taken, experiment} = student;
  if (!lock.length) return [];
  const {changes, seed} = taken.runs[run];
  const given = byKnob(student, describe);
  const touched = Object.keys(changes).filter((path) => !given.has(`${path}=${canonical(changes[path])}`));
  const found = touched.filter((path) => namesOf(path, changes[path], experiment).some((name) => covered(lock, name)));
  const fixed = student.exercise.seed === 'fixed' && seed !== experiment.train.seed && covered(lock, 'train.seed');
  return fixed ? [...found, 'train.seed'] : found;
}

/** @param {readonly string[]} lock @param {string} name */
const covered = (lock, name) => lock.some((entry) => covers(entry, name));

/** What positions of the knob change, which the exercise itself does. @param {Student} student @param {Description} describe */
function byKnob({experiment, exercise: {knob}}, describe) {
  const from = complete(experiment, describe);
  const all = (knob?.values ?? []).flatMap(({change}) =>
    Object.entries(changesBetween(from, complete(changed(experiment, change), describe))),
  );
  return new Set(all.map(([path, value]) => `${path}=${canonical(value)}`));
}

/** By what a lock names it: docs/shape.md. What a model has of its own of the training is locked with the race's. @param {string} path @param {any} value @param {Experiment} experiment @returns {string[]} */
function namesOf(path, value, {models}) {
  const [part, at, ...rest] = path.split('.');
  if (part !== 'models') return at === undefined && value?.kind !== undefined ? [`${path}.kind`] : [whole(path, value)];
  if (!rest.length) return ofModel(models[Number(at)], value);
  const kind = models[Number(at)]?.kind ?? value?.kind;
  const own = whole(rest.join('.'), value);
  return [`models.${kind}.${own}`, ...(rest[0] === 'train' ? [own] : [])];
}

/** One that was added, taken away, or is of another kind. @param {Experiment['models'][number] | undefined} before @param {any} value */
function ofModel(before, value) {
  if (!before) return ['add_model'];
  return value === null ? ['model_menu'] : [`models.${before.kind}.kind`, `models.${value?.kind}.kind`];
}

/** Another optimizer or schedule is another kind of it. @param {string} path @param {any} value */
const whole = (path, value) => (typeof value === 'object' && value?.kind ? `${path}.kind` : path);
