// Where an exercise can be taken to, one entry a kind of host. What makes the zips comes when one is wanted.
import '../words/hosts.js';
import {say} from '../words/words.js';
import {edxProblem, frameAddress, mystLines, pretextLines, runestoneLines} from './lines.js';

/** @typedef {import('./lines.js').Made} Made what was made, with the student's hash and the address of the home */
/** @typedef {import('../shape/page.js').Page & {exercise: import('../exercise/types').Exercise}} ExercisePage */
/**
 * id: its name; title: of the host, for people; make: a file to be saved; text: the same lines, to be copied, where there are any
 * @typedef {{id: string, kind: 'file' | 'text', title: () => string, make: (made: Made) => Promise<{name: string, blob: Blob, text?: string}>}} Host
 */

/** Of a name in the files of a course: letters that no system refuses. @param {string} title */
export const fileName = (title) =>
  title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40) || 'exercise';

/** @param {string} id @param {(made: Made) => string} lines @param {string} [ending] of the file @returns {Host} */
const copied = (id, lines, ending = 'txt') => ({
  id,
  kind: 'text',
  title: () => say(`hosts.title_${id}`),
  async make(made) {
    const text = lines(made);
    return {name: `${fileName(made.title)}-${id}.${ending}`, blob: new Blob([text], {type: 'text/plain'}), text};
  },
});

/** @param {string} id @param {(code: typeof import('./packages.js'), made: Made) => Promise<Blob>} pack @returns {Host} */
const saved = (id, pack) => ({
  id,
  kind: 'file',
  title: () => say(`hosts.title_${id}`),
  async make(made) {
    const code = await import('./packages.js');
    return {name: `${fileName(made.title)}-${id}.zip`, blob: await pack(code, made)};
  },
});

/** In the order in which they are offered. @type {readonly Host[]} */
export const HOSTS = Object.freeze([
  saved('scorm12', ({scormPackage, fetchedFrom}, made) => scormPackage(made, 1.2, fetchedFrom(made.root))),
  saved('scorm2004', ({scormPackage, fetchedFrom}, made) => scormPackage(made, 2004, fetchedFrom(made.root))),
  copied('edx', edxProblem, 'xml'),
  copied('myst', mystLines, 'md'),
  copied('pretext', (made) => pretextLines(made, fileName(made.title)), 'xml'),
  copied('runestone', (made) => runestoneLines(made, fileName(made.title)), 'rst'),
  copied('address', frameAddress),
  saved('own', ({ownSite, fetchedFrom}, made) => ownSite(made, fetchedFrom(made.root))),
]);
