// Files of the page that do not come when they are imported, as with a line that is down.
import {register} from 'node:module';

const HOOKS = `
let missing, asked;
export const initialize = (shared) => ([missing, asked] = [shared.missing, shared.asked]);
export async function resolve(specifier, context, next) {
  const at = FILES.findIndex((file) => specifier.endsWith(file));
  if (at >= 0) Atomics.add(asked, at, 1);
  if (at >= 0 && missing[0]) throw new Error('not found: ' + specifier);
  return next(specifier, context);
}`;

/** Node imports elsewhere than where it runs: what both know is shared. @param {number} length */
const shared = (length) => new Int32Array(new SharedArrayBuffer(4 * length));

/**
 * From now on they are missing, unless they have been imported already.
 * @param {string[]} files how their paths end
 * @returns {{asked: (file: string) => number, come: () => void}} asked: how often a file was; come: none is missing any more
 */
export function missingFiles(files) {
  const data = {missing: shared(1).fill(1), asked: shared(files.length)};
  const source = `const FILES = ${JSON.stringify(files)};${HOOKS}`;
  register(`data:text/javascript,${encodeURIComponent(source)}`, {data});
  return {
    asked: (file) => data.asked[files.indexOf(file)],
    come: () => void data.missing.fill(0),
  };
}
