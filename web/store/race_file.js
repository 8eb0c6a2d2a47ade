// A race file: a zip of what is kept of a race. race.json says what it is, models/1.safetensors and so on are model files, with
// models/1-best.safetensors for the best weights where these were kept beside the last, and data.* is the reader's own data, only where that was wanted. docs/files.md has the outline.
import {unzip, zip} from 'fflate';
import {RuntimeError} from '../runtime/protocol.js';
import {parseHarmless, withoutText} from '../state/experiment.js';
import {isObject} from '../state/objects.js';
import {changesOf} from '../state/runs.js';
import {modelFile} from './kept_race.js';
import {readModelFile, unchanged, writeModelFile} from './model_file.js';
import {checkReceipt, receiptWithoutText} from './receipt.js';

/** @typedef {import('./kept_race.js').Row} Row @typedef {import('./shelf.js').KeptWhole} KeptWhole */
/** @typedef {import('../runtime/types').Experiment} Experiment */
/** What race.json says. @typedef {Pick<Row, 'name' | 'note' | 'receipt' | 'runs' | 'moved_lr' | 'own' | 'steps' | 'created' | 'changed'> & {format: 'unrolled-race-1', files: (string | null)[], best?: (string | null)[], data: string | null}} Index */

export const RACE_FORMAT = 'unrolled-race-1';
const INDEX = 'race.json';
const MODEL_LIMIT = 6;
/** Of all that is unpacked: a small file may claim to hold anything. */
const BYTES_LIMIT = 512 * 2 ** 20;
const TEXT_LIMIT = 120;
const NOTE_LIMIT = 1000;

/** @param {string} reason @returns {never} */
function refuse(reason) {
  throw new RuntimeError('invalid_file', 'store.no_race_file', {message: reason});
}

/** The experiment, and those that its models begin with, without the reader's own text. @param {Experiment} experiment @returns {Experiment} */
function textless(experiment) {
  const models = experiment.models.map((model) => {
    const start = /** @type {any} */ (model.start);
    return start?.experiment ? {...model, start: {...start, experiment: textless(start.experiment)}} : model;
  });
  return withoutText({...experiment, models});
}

/** A model's file without the reader's own text. @param {Uint8Array<ArrayBuffer>} bytes @returns {Promise<Uint8Array<ArrayBuffer>>} */
export async function fileWithoutText(bytes) {
  const file = readModelFile(bytes);
  const {experiment, receipt, ...others} = file.metadata;
  /** @type {Record<string, string>} */
  const metadata = {...others};
  if (experiment) metadata.experiment = JSON.stringify(textless(JSON.parse(experiment)));
  if (receipt) metadata.receipt = JSON.stringify(textlessReceipt(JSON.parse(receipt)));
  return writeModelFile({...file, metadata});
}

/** @param {import('./receipt.js').Receipt} said */
const textlessReceipt = (said) => {
  const {page, ...others} = receiptWithoutText(said);
  return {...others, page: {...page, experiment: textless(page.experiment)}};
};

/**
 * @param {KeptWhole} whole @param {{withData: boolean}} how withData: the reader's own data is in it
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function writeRaceFile({row, files, best = [], data}, {withData}) {
  const mine = row.own !== null && !withData;
  const names = files.map((file, k) => file && `models/${k + 1}.safetensors`);
  const bestNames = files.map((_, k) => (best[k] ? `models/${k + 1}-best.safetensors` : null));
  const dataName = row.own !== null && withData && data ? 'data.txt' : null;
  const {name, note, runs, moved_lr, own, steps, created, changed} = row;
  const receipt = mine ? textlessReceipt(row.receipt) : row.receipt;
  /** @type {Index} */
  const index = {
    format: RACE_FORMAT,
    name,
    note,
    created,
    changed,
    receipt,
    runs,
    moved_lr,
    own,
    steps,
    files: names,
    ...(bestNames.some(Boolean) && {best: bestNames}),
    data: dataName,
  };
  const put = async (
    /** @type {Record<string, Uint8Array>} */ to,
    /** @type {string | null} */ at,
    /** @type {Promise<Uint8Array<ArrayBuffer>> | null} */ file,
  ) => {
    if (at && file) to[at] = mine ? await fileWithoutText(await file) : await file;
  };
  /** @type {Record<string, Uint8Array>} */
  const entries = {[INDEX]: new TextEncoder().encode(JSON.stringify(index, null, 1))};
  for (const [k, kept] of files.entries()) await put(entries, names[k], kept && modelFile(kept, row.receipt, k));
  for (const [k, kept] of best.entries())
    await put(entries, bestNames[k], kept && modelFile(kept, row.receipt, k, {best: true}));
  if (dataName && data) entries[dataName] = data;
  return zipped(entries);
}

/** Weights do not become smaller, and the command reads what is stored as it is. @param {Record<string, Uint8Array>} entries @returns {Promise<Uint8Array<ArrayBuffer>>} */
function zipped(entries) {
  return new Promise((resolve, reject) =>
    zip(entries, {level: 0, mtime: new Date(2000, 0, 1)}, (error, bytes) =>
      error ? reject(error) : resolve(/** @type {any} */ (bytes)),
    ),
  );
}

/** @param {Uint8Array<ArrayBuffer>} bytes @returns {Promise<Record<string, Uint8Array<ArrayBuffer>>>} */
function unzipped(bytes) {
  let [size, count] = [0, 0];
  const filter = (/** @type {{originalSize: number}} */ {originalSize}) =>
    (size += originalSize) <= BYTES_LIMIT && ++count <= 2 * MODEL_LIMIT + 2;
  return new Promise((resolve, reject) =>
    unzip(bytes, {filter}, (error, entries) => (error ? reject(error) : resolve(/** @type {any} */ (entries)))),
  );
}

/** @param {Uint8Array<ArrayBuffer>} bytes of a stranger @returns {Promise<{index: Index, files: (Uint8Array<ArrayBuffer> | null)[], best: (Uint8Array<ArrayBuffer> | null)[], data: KeptWhole['data']}>} @throws RuntimeError */
export async function readRaceFile(bytes) {
  const entries = await unzipped(bytes).catch(() => refuse('zip'));
  const index = checkedIndex(entries[INDEX]);
  const files = await Promise.all(index.files.map((name) => modelIn(entries, name)));
  const best = await Promise.all((index.best ?? []).map((name) => modelIn(entries, name)));
  const data = index.data === null ? null : (entries[index.data] ?? refuse(index.data));
  return {index, files, best, data};
}

/** @param {Record<string, Uint8Array<ArrayBuffer>>} entries @param {string | null} name */
async function modelIn(entries, name) {
  if (name === null) return null;
  const file = Object.hasOwn(entries, name) ? entries[name] : refuse(name);
  if ((await unchanged(readModelFile(file))) === false) throw new RuntimeError('invalid_file', 'store.changed_file');
  return file;
}

/** @param {Uint8Array | undefined} bytes @returns {Index} */
function checkedIndex(bytes) {
  let value;
  try {
    value = parseHarmless(new TextDecoder('utf-8', {fatal: true}).decode(bytes ?? refuse(INDEX)));
    if (!isObject(value) || value.format !== RACE_FORMAT) refuse('format');
    checkReceipt(value.receipt);
  } catch (error) {
    if (error instanceof RuntimeError) throw error;
    refuse(String(error));
  }
  const {models} = value.receipt.page.experiment;
  const list = (/** @type {unknown} */ of) => (Array.isArray(of) && of.length === models.length ? of : refuse('lists'));
  const text = (/** @type {unknown} */ of, /** @type {number} */ limit) =>
    typeof of === 'string' ? of.slice(0, limit) : '';
  const name = (/** @type {unknown} */ of) =>
    of === null || (typeof of === 'string' && of.length < TEXT_LIMIT) ? of : refuse('names');
  const created = moment(value.created) ?? moment(value.changed) ?? Date.now();
  return /** @type {any} */ ({
    ...value,
    created,
    changed: moment(value.changed) ?? created, // files of before do not say
    name: text(value.name, TEXT_LIMIT),
    note: text(value.note, NOTE_LIMIT),
    own: value.own === null ? null : text(value.own, TEXT_LIMIT),
    moved_lr: typeof value.moved_lr === 'number' ? value.moved_lr : null,
    files: list(value.files).map(name),
    best: value.best === undefined ? undefined : list(value.best).map(name),
    data: name(value.data ?? null),
    steps: list(value.steps).map(Number),
    runs: list(value.runs).map(checkedRun),
  });
}

/** When something was, by a stranger's word: not yet to come. @param {unknown} ms @returns {number | null} */
function moment(ms) {
  return typeof ms === 'number' && ms > 0 ? Math.min(ms, Date.now()) : null;
}

/** @param {any} run @returns {Row['runs'][number]} */
function checkedRun(run) {
  const {given, adopted} = isObject(run) ? run : {};
  return {given: changesOf(/** @type {any} */ ({changes: given})), adopted: isAdopted(adopted) ? adopted : null};
}

/** @param {any} of @returns {of is import('../runtime/types').Adopted} */
function isAdopted(of) {
  const names = (/** @type {unknown} */ list) => Array.isArray(list) && list.every((name) => typeof name === 'string');
  return isObject(of) && typeof of.from === 'string' && names(of.adopted) && names(of.fresh);
}
