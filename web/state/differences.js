// What is set up otherwise in one experiment than in another, in sentences.
import {choiceName, placeName} from '../words/refusals.js';
import {say, spoken, written} from '../words/words.js';
import {isObject} from './objects.js';
import {changesOf, stepsOf} from './runs.js';

/** @typedef {import('../runtime/types').Experiment} Experiment @typedef {import('../runtime/types').Description} Description */
/** @typedef {{experiment: Experiment, names: string[], describe: Description}} Context */

/** Told by themselves, or nobody's business. */
const UNTOLD = new Set(['kind', 'text', 'name', 'changes', 'start', 'train']);

/**
 * @param {Context} there the one that is described @param {Context} here the one it is compared with
 * @returns {string[]} all of them; none where they are alike
 */
export function differences(there, here) {
  return [...ofTask(there, here), ...ofTrain(there, here), ...ofModels(there, here)];
}

/** @param {Context} there @param {Context} here */
function ofTask(there, here) {
  const [mine, theirs] = [there.experiment.task, here.experiment.task];
  if (mine.kind !== theirs.kind) return [instead('task', kindOf(there, mine), kindOf(here, theirs), there)];
  const data = mine.corpus === 'own' && theirs.corpus === 'own' && mine.text !== theirs.text;
  return [...ofOptions('task', mine, theirs, there), ...(data ? [say('differences.data')] : [])];
}

/** @param {Context} context @param {{kind: string}} task */
const kindOf = ({describe}, {kind}) => describe.tasks.find((one) => one.kind === kind)?.title ?? kind;

/** @param {Context} there @param {Context} here */
function ofTrain(there, here) {
  const [mine, theirs] = [there, here].map(({experiment}) => ({...experiment.train, steps: longest(experiment)}));
  return [...ofOptions('train', mine, theirs, there), ...ofParts('train', mine, theirs, there)];
}

/** To which step its models are trained, whatever was added on the way. @param {Experiment} experiment */
const longest = (experiment) => Math.max(...experiment.models.map((_, k) => stepsOf(experiment, k)));

/** Optimizer and schedule: of another kind nothing else is comparable. @param {string} where @param {any} mine @param {any} theirs @param {Context} there @param {boolean} [own] */
function ofParts(where, mine, theirs, there, own = false) {
  return ['optimizer', 'schedule'].flatMap((part) => {
    const [one, other] = [mine[part] ?? {}, theirs[part] ?? {}];
    const place = `${where}.${part}`;
    return one.kind === other.kind
      ? ofOptions(place, one, other, there, own)
      : [instead(`${place}.kind`, one.kind, other.kind, there)];
  });
}

/** @param {Context} there @param {Context} here */
function ofModels(there, here) {
  const [mine, theirs] = [there.experiment.models, here.experiment.models];
  const pairs = mine.map((model, k) => (theirs[k]?.kind === model.kind ? k : -1));
  const paired = pairs.flatMap((k) => (k < 0 ? [] : ofModel(k, there, here)));
  const only = there.names.filter((_, k) => pairs[k] < 0).map((model) => say('differences.only_there', {model}));
  const missing = here.names.filter((_, k) => !pairs.includes(k)).map((model) => say('differences.only_here', {model}));
  return [...paired, ...only, ...missing];
}

/** What was done on the way, but for how long it was trained, which is told by itself. @param {import('../runtime/types').Change[]} changes */
function told(changes) {
  const others = changes.map(({step, train: {steps: _, ...train}, edits = []}) => ({step, train, edits}));
  return JSON.stringify(others.filter(({train, edits}) => edits.length || Object.keys(train).length));
}

/** @param {number} k @param {Context} there @param {Context} here */
function ofModel(k, there, here) {
  const [mine, theirs] = [there.experiment.models[k], here.experiment.models[k]];
  const where = `models[${k}]`;
  const [own, other] = [mine, theirs].map(({train}) => (isObject(train) ? train : {}));
  const changed = told(changesOf(mine)) !== told(changesOf(theirs));
  const whose = told(changesOf(mine)) === told([]) ? 'differences.on_the_way_here' : 'differences.on_the_way';
  return [
    ...ofOptions(where, mine, theirs, there),
    ...ofOptions(`${where}.train`, own, other, there, true),
    ...ofParts(`${where}.train`, own, other, there, true),
    ...(changed ? [say(whose, {model: there.names[k]})] : []),
  ];
}

/** @param {string} where @param {Record<string, any>} mine @param {Record<string, any>} theirs @param {Context} there @param {boolean} [own] of one model's own training: what it lacks is the race's */
function ofOptions(where, mine, theirs, there, own = false) {
  const names = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].filter((name) => !UNTOLD.has(name));
  return names
    .filter((name) => !isObject(mine[name]) && !isObject(theirs[name]) && mine[name] !== theirs[name])
    .filter((name) => own || (mine[name] !== undefined && theirs[name] !== undefined)) // else it applies to one alone
    .map((name) => instead(`${where}.${name}`, mine[name], theirs[name], there));
}

/** @param {string} where @param {unknown} mine @param {unknown} theirs @param {Context} context */
function instead(where, mine, theirs, context) {
  const place = placeName(where, context);
  return say('differences.instead', {
    place,
    there: valueIn(mine, where, context),
    here: valueIn(theirs, where, context),
  });
}

/** @param {unknown} value @param {string} where @param {Context} context */
function valueIn(value, where, context) {
  if (value === undefined) return say('differences.unset');
  if (typeof value === 'number') return written(value, {maximumSignificantDigits: 6, useGrouping: false});
  if (typeof value === 'boolean') return say(value ? 'differences.yes' : 'differences.no');
  // The words of the JSON are English; other languages say what the page calls them.
  const named = spoken() === 'en' ? String(value) : choiceName(String(value), where, context);
  return named.slice(0, 60).replaceAll('_', ' ');
}
