// Questions as a file to save.
import {strToU8, zip} from 'fflate';
import {gift} from './gift.js';
import {qti} from './qti.js';

/** @typedef {import('./quiz.js').Question} Question */

/** @param {'gift' | 'qti'} form @param {Question[]} questions @param {string} language @returns {Promise<{blob: Blob, name: string}>} */
export async function questionFile(form, questions, language) {
  if (form === 'gift')
    return {blob: new Blob([gift(questions)], {type: 'text/plain'}), name: `unrolled-${language}.gift.txt`};
  const files = Object.entries(qti(questions, language)).map(([name, text]) => [name, strToU8(text)]);
  return {blob: await zipped(Object.fromEntries(files)), name: `unrolled-${language}.qti.zip`};
}

/** @param {Record<string, Uint8Array>} files @returns {Promise<Blob>} */
const zipped = (files) =>
  new Promise((done, failed) =>
    zip(files, (error, bytes) =>
      error ? failed(error) : done(new Blob([/** @type {any} */ (bytes)], {type: 'application/zip'})),
    ),
  );
