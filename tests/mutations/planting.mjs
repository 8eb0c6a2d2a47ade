// The list of faults, and what it takes to plant one.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {kernels} from './faults/kernels.mjs';
import {learning} from './faults/learning.mjs';
import {measures} from './faults/measures.mjs';
import {models} from './faults/models.mjs';
import {others} from './faults/others.mjs';
import {recurrent} from './faults/recurrent.mjs';

/**
 * A fault: `find`, which the file holds exactly once, is replaced. The result compiles and computes something else.
 * @typedef {{id: string, file: string, about: string, find: string, replace: string}} Fault
 */

export const REPO = fileURLToPath(new URL('../..', import.meta.url));

/** @type {Fault[]} */
export const faults = [...kernels, ...recurrent, ...models, ...learning, ...measures, ...others];

/** @param {string} whole @param {string} part */
const count = (whole, part) => whole.split(part).length - 1;

/**
 * A file with one fault in it. Throws an Error where the text to be replaced is not there exactly once.
 * @param {Fault} fault
 * @param {string} source
 */
export function planted(fault, source) {
  const found = count(source, fault.find);
  if (found !== 1) throw new Error(`${fault.id}: ${fault.file} has ${found} times: ${fault.find}`);
  return source.replace(fault.find, () => fault.replace);
}

/**
 * What is wrong with the list, a sentence each; nothing where all is well.
 * @param {Fault[]} list
 * @param {(file: string) => string} read
 */
export function mistakes(list, read = (file) => readFileSync(join(REPO, file), 'utf8')) {
  const seen = new Set();
  return list.flatMap((fault) => {
    if (seen.has(fault.id)) return [`${fault.id}: there are two of this name`];
    seen.add(fault.id);
    try {
      if (planted(fault, read(fault.file)) === read(fault.file)) return [`${fault.id}: changes nothing`];
    } catch (error) {
      return [error instanceof Error ? error.message : String(error)];
    }
    return [];
  });
}
