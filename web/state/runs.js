// What belongs to one model's run alone: models[k].train, a partial `train` of its own; models[k].changes, what is changed
// on the way; models[k].start, where its weights come from. Pure, and patient: a link may say anything, the engine refuses.
import {isObject} from './objects.js';

/** @typedef {import('../runtime/types').Experiment} Experiment */
/** @typedef {import('../runtime/types').ModelJson} ModelJson */
/** @typedef {import('../runtime/types').Change} Change */
/** @typedef {import('../runtime/types').Train} Train */

/** The newest version of an experiment that this page reads: a key that older pages do not know raises it, and only where it is used. */
export const NEWEST_VERSION = 3;

/** What of a model's JSON is no option of its kind. */
const RUN_KEYS = new Set(['train', 'changes', 'start']);

/** The options of a model's kind alone. @param {ModelJson} model @returns {ModelJson} */
export function optionsOnly(model) {
  return /** @type {ModelJson} */ (Object.fromEntries(Object.entries(model).filter(([name]) => !RUN_KEYS.has(name))));
}

/** What a copy of a model is: the same run, without what was done on its way. @param {ModelJson} model @returns {ModelJson} */
export function copied(model) {
  const {changes: _, ...rest} = model;
  return structuredClone(/** @type {ModelJson} */ (rest));
}

/** The list of what is changed on the way, in order; one that only edits changes nothing of `train`. @param {ModelJson | undefined} model @returns {Change[]} */
export function changesOf(model) {
  const changes = model?.changes;
  if (!Array.isArray(changes)) return [];
  const all = changes.filter((change) => isObject(change) && typeof change.step === 'number');
  return all.filter(isWhole).map((change) => (isObject(change.train) ? change : {...change, train: {}}));
}

/** @param {Record<string, any>} change */
const isWhole = ({train, edits}) => isObject(train) || (train === undefined && Array.isArray(edits));

/** As an experiment states it: with what there is. @param {Change} change */
const stated = ({train, edits = [], ...change}) => ({
  ...change,
  ...(Object.keys(train).length ? {train} : {}),
  ...(edits.length ? {edits} : {}),
});

/** @param {ModelJson | undefined} model @returns {Partial<Train>} */
const ownTrain = (model) => (isObject(model?.train) ? model.train : {});

/**
 * A partial `train` over another. An optimizer or schedule of another kind has nothing of the one before.
 * @param {Partial<Train>} train @param {Partial<Train>} over @returns {any}
 */
export function merged(train, over) {
  /** @type {Record<string, any>} */
  const both = {...train};
  for (const [name, value] of Object.entries(over)) {
    const before = both[name];
    const same = isObject(value) && isObject(before) && (value.kind === undefined || value.kind === before.kind);
    both[name] = same ? {...before, ...value} : value;
  }
  return both;
}

/** With one more change at its place; changes at one step are one. @param {Change[]} changes @param {Change} change @returns {Change[]} */
export function withChange(changes, {step, train, edits = []}) {
  const there = changes.find((one) => one.step === step);
  if (!there) return [...changes, {step, train, edits}].sort((a, b) => a.step - b.step);
  const both = {step, train: merged(there.train, train), edits: [...(there.edits ?? []), ...edits]};
  return changes.map((one) => (one === there ? both : one));
}

/** @param {Experiment} experiment @param {number} k @param {Change[]} changes @returns {Experiment} */
export function withChanges(experiment, k, changes) {
  const models = experiment.models.map((model, i) => {
    if (i !== k) return model;
    const {changes: _, ...rest} = model;
    return /** @type {ModelJson} */ (changes.length ? {...rest, changes: changes.map(stated)} : rest);
  });
  return versioned({...experiment, models});
}

/** How model k is trained when it has done so many steps. @param {Experiment} experiment @param {number} k @param {number} step @returns {Train} */
export function trainAt({train, models}, k, step) {
  const before = changesOf(models[k]).filter((change) => change.step <= step);
  return before.reduce((now, change) => merged(now, change.train), merged(train, ownTrain(models[k])));
}

/** The step at which the run of model k ends. @param {Pick<Experiment, 'train' | 'models'>} experiment @param {number} k */
export function stepsOf({train, models}, k) {
  const first = Number(ownTrain(models[k]).steps ?? train.steps ?? 0);
  // What would come after the end never comes.
  return changesOf(models[k]).reduce((end, {step, train: {steps = end}}) => (step <= end ? Number(steps) : end), first);
}

/** How many steps were added on the way to what was asked for: of the model that has most. @param {Pick<Experiment, 'train' | 'models'>} experiment */
export function addedSteps({train, models}) {
  const more = models.map(
    (model, k) => stepsOf({train, models}, k) - stepsOf({train, models: [optionsAndTrain(model)]}, 0),
  );
  return Math.max(0, ...more);
}

/** @param {ModelJson} model */
const optionsAndTrain = ({changes: _, ...model}) => /** @type {ModelJson} */ (model);

/** The learning rate of model k after so many steps, before the schedule scales it. @param {Experiment} experiment @param {number} k @param {number} step */
export function rateAt(experiment, k, step) {
  return Number(trainAt(experiment, k, step).optimizer?.lr ?? NaN);
}

/** Whether the race's learning rate is not this model's. @param {ModelJson | undefined} model @param {Experiment} experiment */
export function hasOwnRate(model, {train}) {
  const {optimizer} = ownTrain(model);
  return (
    isObject(optimizer) && ('lr' in optimizer || (optimizer.kind ?? train.optimizer?.kind) !== train.optimizer?.kind)
  );
}

/** Whether a file stands at the beginning of it all, which no link carries. @param {import('../runtime/types').Start | null | undefined} start @returns {boolean} */
export function needsFile(start) {
  if (!start) return false;
  if ('weights' in start) return true;
  return needsFile(
    /** @type {import('../runtime/types').Start | undefined} */ (start.experiment.models[start.model]?.start),
  );
}

/** Whether places of it are edited on the way. @param {ModelJson | undefined} model */
export const isEdited = (model) => changesOf(model).some(({edits}) => edits?.length);

/** The same with the version that it needs, so that an older page reads whatever it can. @param {Experiment} experiment @returns {Experiment} */
export function versioned(experiment) {
  const {train, models} = experiment;
  const plain = train?.schedule?.span === 0 ? {...train, schedule: withoutSpan(train.schedule)} : train;
  const spans = Number(plain?.schedule?.span ?? 0) !== 0;
  const runs = models.some((model) => Object.keys(model).some((key) => RUN_KEYS.has(key)));
  return {...experiment, version: models.some(isEdited) ? 3 : spans || runs ? 2 : 1, train: plain};
}

/** @param {NonNullable<Train['schedule']>} schedule @returns {NonNullable<Train['schedule']>} */
function withoutSpan({span: _, ...schedule}) {
  return /** @type {any} */ (schedule);
}
