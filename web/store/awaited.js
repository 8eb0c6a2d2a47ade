// Data of the reader's that a race learned from and that is not in its file: how it is known again when somebody gives it, and
// the runs that go on with it.
import {runOf} from './kept_race.js';
import {readModelFile, weightCount} from './model_file.js';
import {sha256} from './sha256.js';

/** @typedef {import('./kept_race.js').Row} Row @typedef {import('./shelf.js').KeptWhole} KeptWhole */
/** @typedef {import('../runtime/kept').Awaited} Awaited */

/** @param {KeptWhole} whole @returns {Promise<Awaited | null>} null: it has all that it learned from */
export async function awaitedBy({row, files, data}) {
  const {task} = row.receipt.page.experiment;
  if (task.corpus !== 'own' || task.text || data) return null;
  const first = files.find((file) => file);
  const vocab_size = first ? vocabularyOf(await bytesOf(first.file)) : 0;
  const {data: wanted} = row.receipt;
  const of = {title: row.own ?? '', vocab_size, data: wanted};
  return {...of, longer: (bytes) => longer(bytes, wanted), find: (bytes) => sameData(bytes, wanted)};
}

/** @param {Blob} file */
const bytesOf = async (file) => new Uint8Array(await file.arrayBuffer());

/** How many characters or words a model tells apart, as the engine packs them. @param {Uint8Array<ArrayBuffer>} file */
function vocabularyOf(file) {
  const {vocabulary = ''} = readModelFile(file).metadata;
  return vocabulary.startsWith('\0') ? vocabulary.split('\0').length - 1 : [...vocabulary].length;
}

/** How many weights each file has; nothing is counted where there is none. @param {KeptWhole['files']} files @returns {Promise<(number | undefined)[]>} */
function weightCounts(files) {
  return Promise.all(
    files.map(async (kept) => (kept ? weightCount(readModelFile(await bytesOf(kept.file))) : undefined)),
  );
}

/** @param {import('./shelf.js').KeptWhole} whole @param {boolean} counted whether only its files know how many weights the models have */
export async function runsOf({row, files, best = []}, counted) {
  const counts = counted ? await weightCounts(files) : [];
  return Promise.all(
    row.runs.map((run, k) =>
      runOf(files[k], run, {
        reproducible: row.receipt.models[k]?.reproducible,
        best: best[k],
        parameters: counts[k],
      }),
    ),
  );
}

/** @param {Uint8Array} bytes that somebody gives @param {Row['receipt']['data']} wanted null: nobody knows, and the engine will say */
export async function sameData(bytes, wanted) {
  if (!wanted) return bytes;
  for (const one of likenesses(bytes)) {
    if (one.length === wanted.bytes && (await sha256(/** @type {any} */ (one))) === wanted.sha256) return one;
  }
  return null;
}

/** @param {Uint8Array} bytes @param {Row['receipt']['data']} wanted */
function longer(bytes, wanted) {
  if (!wanted || !Number.isFinite(wanted.bytes)) return null; // a stranger's receipt
  const lines = linesOf(bytes);
  const ends = lines.split('\n').length - 1;
  const plain = encode(lines).length;
  const apart = [bytes.length, plain, plain + ends].map((length) => length - wanted.bytes); // the last two as systems end lines
  return apart.reduce((least, one) => (Math.abs(one) < Math.abs(least) ? one : least));
}

/** The same text as other systems and a paste write it: other ends of lines, one more or less at the very end. @param {Uint8Array} bytes */
function* likenesses(bytes) {
  yield bytes;
  const lines = linesOf(bytes).replace(/\n$/, '');
  for (const text of [lines, `${lines}\n`]) {
    yield encode(text);
    yield encode(text.replaceAll('\n', '\r\n'));
  }
}

/** @param {Uint8Array} bytes */
const linesOf = (bytes) => new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes).replaceAll('\r\n', '\n');

/** @param {string} text */
const encode = (text) => new TextEncoder().encode(text);
