// A race as it is at one moment, what of it is kept, and how a kept one becomes a race again. Pure but for hashing.
import {keptRecord, restoredRecord} from '../runtime/kept_record.js';
import {parseHarmless} from '../state/experiment.js';
import {isObject} from '../state/objects.js';
import {changesOf, withChanges} from '../state/runs.js';
import {readModelFile, weightsHash, writeModelFile} from './model_file.js';
import {knownScores} from './receipt.js';

/** @typedef {import('../runtime/types').Experiment} Experiment */
/** @typedef {import('../runtime/shown_run.js').ShownRun} ShownRun */
/** @typedef {import('../runtime/record.js').Record} RunRecord @typedef {import('../runtime/record.js').Checkpoint} Checkpoint */
/** @typedef {import('./receipt.js').Receipt} Receipt */
/**
 * One model's run. @typedef {object} Run
 * @property {RunRecord} record replaced, never emptied, where a run begins anew
 * @property {string} name @property {import('../runtime/types').Change[]} given
 * @property {import('../runtime/types').Adopted | null} adopted @property {boolean} reproducible
 * @property {number} steps to which it is trained in all @property {number} colour @property {number} dash by which it is told apart
 *
 * @typedef {object} Moment
 * @property {Experiment} experiment @property {number | null} moved_lr
 * @property {object} page what is shown besides: view, shape, text
 * @property {Run[]} runs in the order of the experiment's models
 * @property {{bytes: Uint8Array, title: string} | null} own the reader's data, where they learn from such
 *
 * Of the list, and all that is needed to open it but files and data.
 * @typedef {object} Row
 * @property {string} id @property {1} version
 * @property {string} name '' until somebody gives one @property {string} note
 * @property {number} [number] by which it is told apart from others that are called so, from 2 on
 * @property {number} created milliseconds since 1970 @property {number} changed
 * @property {string} owner the page that writes it
 * @property {string} key what was asked for, so that it is known again
 * @property {Receipt} receipt of all its models
 * @property {(number | null)[]} bytes of each model's file; null: nothing was trained yet
 * @property {(number | null)[]} [best] the same of its best weights beside the last; missing: of none
 * @property {(Pick<Run, 'given' | 'adopted'> & Partial<Pick<Run, 'colour' | 'dash'>>)[]} runs
 * @property {number | null} moved_lr
 * @property {string | null} own the title of the reader's data
 * @property {number[]} steps to which each of them is trained in all
 */

/**
 * @param {import('../runtime/race.js').Race} race @param {object} page @param {Moment | null} before
 * @returns {Moment}
 */
export function momentOf({experiment, moved_lr, runners, source}, page, before = null) {
  const runs = runners.map(({record, name, given, adopted, reproducible, steps, colour, dash}) => {
    return {record, name, given, adopted, reproducible, steps, colour, dash};
  });
  // Other data is there a little before the models begin anew with it.
  const same = before?.runs.length === runs.length && runs.every(({record}, k) => record === before.runs[k].record);
  return {experiment, moved_lr, page, runs, own: same ? before.own : source.own(experiment.task)};
}

/**
 * Whether something that was learned is in the race no more, and nowhere else either.
 * @param {Moment} before @param {Moment} now @param {WeakMap<RunRecord, Checkpoint>} archived
 */
export function loses(before, now, archived) {
  const there = new Set(now.runs.map(({record}) => record));
  return before.runs.some(({record}) => record.saved && !there.has(record) && archived.get(record) !== record.saved);
}

/** @param {Moment} moment */
const hasLearned = ({runs}) => runs.some(({record}) => record.saved);

/** Whether it is the reader's own data that would be lost, and nothing else: no model has learned yet, and no address carries them. @param {Moment} moment */
export function isDataAlone(moment) {
  return moment.own !== null && !moment.experiment.task.text && !hasLearned(moment);
}

/** Whether there is anything to keep. @param {Moment} moment */
export function isWorthKeeping(moment) {
  return hasLearned(moment) || isDataAlone(moment);
}

/** What somebody asked for, whatever was done to it while it trained. @param {Experiment} experiment @param {Pick<Run, 'given'>[]} runs */
export function keyOf(experiment, runs) {
  const asked = runs.reduce((now, {given}, k) => withChanges(now, k, given), experiment);
  return JSON.stringify({...asked, name: undefined});
}

/** The same of an experiment that nothing was done to. @param {Experiment} experiment */
export function freshKey(experiment) {
  return keyOf(
    experiment,
    experiment.models.map((model) => ({given: changesOf(model)})),
  );
}

/** A model as it is kept: its state, a model file as its worker wrote it, and beside that its curves. @typedef {{file: Blob, curves: import('../runtime/kept_record.js').KeptRecord | null}} KeptModel */

/**
 * @param {Run} run @param {Checkpoint} saved
 * @returns {Promise<{kept: KeptModel, model: import('./receipt.js').ReceiptModel}>}
 */
export async function keptModel({record, name, reproducible}, saved) {
  const bytes = /** @type {Uint8Array<ArrayBuffer>} */ (saved.bytes);
  const {file = new Blob([bytes])} = saved; // a worker from before somebody kept it gives none
  const weights_sha256 = saved.sha256 || (await weightsHash(readModelFile(bytes)));
  const model = {name, step: saved.step, scores: scoresAt(record, saved.step), weights_sha256, reproducible};
  const curves = keptRecord(record, saved);
  if (record.best === saved) curves.sample = record.best.sample ?? '';
  return {kept: {file, curves}, model};
}

/**
 * The same as one file for others, with its curves and a receipt of its own.
 * @param {KeptModel} kept @param {Receipt} of the race @param {number} k which of its models
 * @param {{best?: boolean}} [which] best: not its last weights, which the receipt is of
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function modelFile({file, curves}, {page, models, ...made}, k, {best = false} = {}) {
  const read = readModelFile(new Uint8Array(await file.arrayBuffer()));
  const alone = {...page.experiment, models: [page.experiment.models[k]]};
  const model = best ? {...models[k], ...(await bestSaid(read, curves))} : models[k];
  const said = {...made, page: {...page, experiment: alone}, models: [model]};
  const metadata = {...read.metadata, receipt: JSON.stringify(said), ...(curves && {curves: JSON.stringify(curves)})};
  return writeModelFile({...read, metadata});
}

/** What a receipt says of weights that are not the last. @param {import('./model_file.js').ModelFile} read @param {KeptModel['curves']} curves */
async function bestSaid(read, curves) {
  const step = stepOf(read);
  const scores = curves ? scoresAt(restoredRecord(curves, {bytes: read.data, step, seconds: 0}), step) : {};
  return {step, scores, weights_sha256: await weightsHash(read)};
}

/** @param {Uint8Array<ArrayBuffer>} bytes of a file @returns {KeptModel} */
export function modelOfFile(bytes) {
  const curves = /** @type {any} */ (harmless(readModelFile(bytes).metadata.curves));
  return {file: new Blob([bytes]), curves: Object.keys(curves).length ? curves : null};
}

/** Held out, as they were at a step; none where it was not tested there or before. @param {RunRecord} record @param {number} step */
function scoresAt({heldOut}, step) {
  const {views} = heldOut;
  let at = views.step.length - 1;
  while (at >= 0 && views.step[at] > step) at--;
  if (at < 0) return {};
  const scores = Object.fromEntries(Object.entries(views).map(([name, values]) => [name, values[at]]));
  return knownScores(/** @type {any} */ (scores));
}

/**
 * @param {KeptModel | null} kept @param {Row['runs'][number]} run
 * @param {{reproducible?: boolean, best?: KeptModel | null, parameters?: number}} [and] best: its best weights beside the last
 * @returns {Promise<import('../runtime/kept').KeptRun | null>} null: it was not begun, or the file says nothing of the kind
 */
export async function runOf(kept, {given, adopted, colour, dash}, {reproducible = true, best = null, parameters} = {}) {
  const record = await recordOf(kept);
  if (!record) return null;
  record.best = await bestOf(best, record);
  return {record, given, adopted, reproducible, parameters, colour, dash};
}

/** @param {KeptModel | null} kept @returns {Promise<RunRecord | null>} null: nothing was trained */
async function recordOf(kept) {
  if (!kept) return null;
  const bytes = new Uint8Array(await kept.file.arrayBuffer());
  const read = readModelFile(bytes);
  const curves = kept.curves ?? /** @type {any} */ (harmless(read.metadata.curves));
  const step = stepOf(read);
  if (step === 0) return null;
  const seconds = typeof curves.seconds === 'number' && curves.seconds >= 0 ? curves.seconds : 0;
  return restoredRecord(curves, {bytes, step, seconds, file: kept.file});
}

/** Weights of a test of this very run. @param {KeptModel | null} kept @param {RunRecord} last @returns {Promise<RunRecord['best']>} */
async function bestOf(kept, last) {
  const {saved, heldOut, sample} = (await recordOf(kept)) ?? {};
  const test = heldOut?.last;
  if (!saved || test?.step !== saved.step || saved.step > (last.saved?.step ?? 0)) return null;
  return {...saved, val_loss: test.val_loss, sample};
}

/** How far the weights of a file were trained: the first word of the trainer's state. @param {import('./model_file.js').ModelFile} file @returns {number} 0: not at all, or nobody knows */
export function stepOf({entries, data}) {
  const state = entries.find(({name}) => name === 'train.state');
  if (!state || state.type !== 'U64' || state.end - state.begin < 8) return 0;
  const steps = new DataView(data.buffer, data.byteOffset + state.begin, 8).getBigUint64(0, true);
  return steps < Number.MAX_SAFE_INTEGER ? Number(steps) : 0;
}

/** @param {string | undefined} json @returns {Record<string, any>} empty where it is nothing of ours */
function harmless(json) {
  try {
    const value = parseHarmless(json ?? '{}');
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

/** Whether there is anything to go on from. @param {Row} row */
export function isTrained({receipt: {models}}) {
  return models.some(({step}) => step > 0);
}

/** Its models that have begun, each with its last step. @param {Row} row */
function begunOf({receipt: {models}, steps}) {
  return models.map(({step}, k) => ({step, steps: steps[k] ?? step})).filter(({step}) => step > 0);
}

/** From its slowest model that has begun to its fastest, to where the longest goes, and whether all of them are there. @param {Row} row */
export function spanOf(row) {
  const begun = begunOf(row);
  const at = begun.map(({step}) => step);
  const done = begun.length > 0 && begun.every(({step, steps}) => step >= steps);
  return {low: Math.min(...at), high: Math.max(...at), steps: Math.max(...begun.map(({steps}) => steps)), done};
}

/** Whether it goes on: its slowest model that has begun, and to where that goes. @param {Row} row */
export function progressOf(row) {
  const begun = begunOf(row);
  return begun.reduce(
    (least, one) => (one.step < least.step ? one : least),
    begun[0] ?? {step: 0, steps: row.steps[0] ?? 0},
  );
}

/** All that is kept of a race, in bytes. @param {Row} row */
export function sizeOf({bytes, best = []}) {
  return [...bytes, ...best].reduce((/** @type {number} */ sum, size) => sum + (size ?? 0), 0);
}
