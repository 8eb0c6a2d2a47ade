// Which models can do a task, as the engine says: asked before a reader is offered one that would be refused.
import {applies, complete, defaultModel} from '../state/defaults.js';

/** @typedef {import('./types').Experiment} Experiment @typedef {import('./types').ModelJson} ModelJson */
/** @typedef {import('./types').Description} Description */
/** @typedef {{describe: Description, costs: (experiment: Experiment) => Promise<{info?: any, error?: any}[]>}} Asked of a race */

/** Who comes in where none of the present models can do a task, by how it shows its results; then whoever can. */
const FIRST = {sets: ['set_transformer', 'gru'], pairs: ['seq2seq', 'transformer'], images: ['gru', 'image_conv']};
const USUAL = ['gru', 'transformer', 'conv', 'seq2seq'];
const RIVALS = 2;

/**
 * A model as it is, and as it is with one of its choices made otherwise: a Transformer that is an encoder.
 * @param {ModelJson} model @param {Description} describe @returns {ModelJson[]}
 */
function variants(model, describe) {
  const options = describe.models.find(({kind}) => kind === model.kind)?.options ?? [];
  const others = options
    .filter((option) => applies(option, model) && (option.type === 'choice' || option.type === 'boolean'))
    .flatMap(({name, type, choices = []}) =>
      (type === 'boolean' ? [true, false] : choices.map(({value}) => value))
        .filter((value) => value !== model[name])
        .map((value) => ({...model, [name]: value})),
    );
  return [model, ...others];
}

/**
 * Of each model the first variant that can do the task of an experiment; null where none can.
 * @param {Asked} race @param {Experiment} experiment its models do not matter @param {ModelJson[]} models
 * @returns {Promise<(ModelJson | null)[]>}
 */
export async function able(race, experiment, models) {
  const {describe} = race;
  const whole = complete({...experiment, models}, describe).models;
  const tried = whole.map((model) => variants(model, describe));
  const all = complete({...experiment, models: tried.flat()}, describe);
  const costs = await race.costs(all);
  let next = 0;
  return tried.map((list) => {
    const first = next;
    next += list.length;
    const at = list.findIndex((_, i) => costs[first + i].info);
    return at < 0 ? null : all.models[first + at];
  });
}

/** A model of each kind that can do the task of an experiment. @param {Asked} race @param {Experiment} experiment @returns {Promise<Map<string, ModelJson>>} */
export async function ableKinds(race, experiment) {
  const {describe} = race;
  const models = await able(
    race,
    experiment,
    describe.models.map(({kind}) => /** @type {any} */ (defaultModel(kind, describe))),
  );
  return new Map(models.flatMap((model) => (model ? [[model.kind, model]] : [])));
}

/**
 * An experiment whose models can all do its task: those of its own that can, in a variant where they must, or others.
 * @param {Asked} race @param {Experiment} experiment
 * @returns {Promise<{experiment: Experiment, left: string[]}>} left: kinds that had to go
 */
export async function fitted(race, experiment) {
  const own = await able(race, experiment, experiment.models);
  const left = experiment.models.filter((_, i) => !own[i]).map(({kind}) => kind);
  const kept = own.flatMap((model, i) => (model ? [unchanged(experiment.models[i], model)] : []));
  if (!left.length || kept.length >= RIVALS) return {experiment: {...experiment, models: kept}, left};
  const present = new Set(kept.map(({kind}) => kind));
  const kinds = [...(await ableKinds(race, experiment)).values()];
  const view = race.describe.tasks.find(({kind}) => kind === experiment.task.kind)?.view ?? 'text';
  const order = [...(FIRST[/** @type {keyof typeof FIRST} */ (view)] ?? []), ...USUAL];
  const rank = (/** @type {ModelJson} */ {kind}) => (order.includes(kind) ? order.indexOf(kind) : order.length);
  const rivals = kinds.filter(({kind}) => !present.has(kind)).sort((a, b) => rank(a) - rank(b));
  const models = [...kept, ...rivals.slice(0, RIVALS - kept.length)];
  return {experiment: models.length ? {...experiment, models} : experiment, left};
}

/** What a model begins with and how it is trained stay where it is as it was. @param {ModelJson} was @param {ModelJson} able */
function unchanged(was, able) {
  const differs = Object.entries(was).some(
    ([name, value]) => name in able && able[name] !== value && typeof value !== 'object',
  );
  return differs ? able : was;
}
