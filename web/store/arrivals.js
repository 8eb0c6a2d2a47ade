// Files that a reader brings: a race file or a model file becomes a kept race, a receipt or an experiment is opened as it is.
import {RuntimeError} from '../runtime/protocol.js';
import {checkExperiment, parseHarmless} from '../state/experiment.js';
import {LinkError} from '../state/packed.js';
import {changesOf, stepsOf} from '../state/runs.js';
import {keyOf, modelOfFile, stepOf} from './kept_race.js';
import {readModelFile, unchanged, weightsHash} from './model_file.js';
import {readRaceFile} from './race_file.js';
import {checkReceipt, receipt} from './receipt.js';

/** @typedef {import('./kept_race.js').Row} Row @typedef {import('./shelf.js').KeptWhole} KeptWhole @typedef {import('./receipt.js').Receipt} Receipt */
/** @typedef {{arithmetic: number}} Ours */

/** Weights of the largest models take a tenth of that. */
const FILE_LIMIT = 512 * 2 ** 20;

/** By its first bytes: a zip, JSON, or else safetensors. @param {Blob} blob @param {Ours} ours @returns {Promise<KeptWhole | Receipt['page']>} */
export async function readArrival(blob, ours) {
  if (blob.size > FILE_LIMIT) throw new RuntimeError('invalid_file', 'store.too_large');
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const saved = 'lastModified' in blob ? Number(blob.lastModified) : Date.now();
  try {
    return await read(bytes, ours, saved);
  } catch (error) {
    if (error instanceof RuntimeError) throw error;
    if (error instanceof LinkError)
      throw new RuntimeError('invalid_file', 'store.no_experiment', {values: {reason: error.message}});
    throw new RuntimeError('invalid_file', 'store.no_file', {message: String(error)});
  }
}

/** @param {Uint8Array<ArrayBuffer>} bytes @param {Ours} ours @param {number} saved when @returns {Promise<KeptWhole | Receipt['page']>} */
async function read(bytes, ours, saved) {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return raceOf(bytes, ours);
  if (bytes[0] === 0x7b) return pageOf(bytes);
  return modelOf(bytes, ours, saved);
}

/** Whether a name is that of a file that this reads. @param {string} name */
export const isArrival = (name) => /\.(zip|safetensors)$/i.test(name);

/** A receipt, or an experiment as the command reads it. @param {Uint8Array} bytes @returns {Receipt['page']} */
function pageOf(bytes) {
  const value = parseHarmless(new TextDecoder().decode(bytes));
  if ('format' in value) return checkReceipt(value).page;
  return {experiment: checkExperiment(value)};
}

/** @param {Uint8Array<ArrayBuffer>} bytes @param {Ours} ours @returns {Promise<KeptWhole>} */
async function raceOf(bytes, ours) {
  const {index, files, best, data} = await readRaceFile(bytes);
  const {receipt: said, runs, steps, moved_lr, own, name, note, created, changed} = index;
  const about = {runs, steps, moved_lr, own, name, note, created, changed};
  const row = rowOf({said: marked(said, ours), ...about}, files, best);
  const kept = (/** @type {(Uint8Array<ArrayBuffer> | null)[]} */ of) => of.map((file) => file && modelOfFile(file));
  return {row, files: kept(files), best: kept(best), data};
}

/** @param {Uint8Array<ArrayBuffer>} bytes @param {Ours} ours @param {number} saved of itself the file does not say @returns {Promise<KeptWhole>} */
async function modelOf(bytes, ours, saved) {
  const file = readModelFile(bytes);
  if ((await unchanged(file)) === false) throw new RuntimeError('invalid_file', 'store.changed_file');
  const said = marked(file.metadata.receipt ? receiptIn(file.metadata.receipt) : await receiptFor(file), ours);
  const {experiment} = said.page;
  if (experiment.models.length !== 1) throw new RuntimeError('invalid_file', 'store.no_model_file');
  const runs = [{given: changesOf(experiment.models[0]), adopted: null}];
  const own = experiment.task.corpus === 'own' ? '' : null;
  const named = {name: '', note: '', created: saved, changed: saved};
  const row = rowOf({said, runs, steps: [stepsOf(experiment, 0)], moved_lr: null, own, ...named}, [bytes]);
  return {row, files: [modelOfFile(bytes)], data: null};
}

/** @param {string} json */
function receiptIn(json) {
  return checkReceipt(parseHarmless(json));
}

/** Of a file that has none: the command's of before, or another program's. @param {import('./model_file.js').ModelFile} file @returns {Promise<Receipt>} */
async function receiptFor(file) {
  const {experiment: json = '', model = '0', arithmetic = '1'} = file.metadata;
  const whole = checkExperiment(parseHarmless(json));
  const chosen = whole.models[Number(model)];
  if (!chosen) throw new RuntimeError('invalid_file', 'store.no_model_file');
  const experiment = {...whole, models: [chosen]};
  const made = {arithmetic: Number(arithmetic), engine: '', data: null};
  const one = {name: '', step: stepOf(file), scores: {}, weights_sha256: await weightsHash(file), reproducible: true};
  return receipt({...made, page: {experiment}, models: [one]});
}

/** What another arithmetic made is not what this one would make. @param {Receipt} said @param {Ours} ours @returns {Receipt} */
function marked(said, {arithmetic}) {
  if (said.arithmetic === arithmetic) return said;
  return {...said, models: said.models.map((model) => ({...model, reproducible: false}))};
}

/**
 * @param {{said: Receipt} & Pick<Row, 'runs' | 'steps' | 'moved_lr' | 'own' | 'name' | 'note' | 'created' | 'changed'>} of
 * @param {(Uint8Array | null)[]} files @param {(Uint8Array | null)[]} [best]
 * @returns {Row}
 */
function rowOf({said, ...of}, files, best = []) {
  const key = keyOf(said.page.experiment, of.runs);
  const sizes = (/** @type {(Uint8Array | null)[]} */ list) => list.map((file) => file?.length ?? null);
  return {
    id: crypto.randomUUID(),
    version: 1,
    owner: '',
    key,
    receipt: said,
    bytes: sizes(files),
    best: sizes(best),
    ...of,
  };
}
