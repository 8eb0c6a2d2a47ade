// Where an exercise can be taken to, one entry a kind of host. What makes the zips comes when one is wanted.
import '../words/hosts.js';
import {say} from '../words/words.js';
import {edxProblem, frameAddress, mystLines, pretextLines, runestoneLines} from './lines.js';

/** @typedef {import('./lines.js').Made} Made what was made, with the student's hash and the address of the home */
/**
 * id: its name; title: of the host, for people; make: a file to be saved, or lines to be copied
 * @typedef {{id: string, kind: 'file' | 'text', title: () => string, make: (made: Made) => Promise<{name: string, blob: Blob} | {text: string}>}} Host
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

/** @param {string} id @param {(made: Made) => string} lines @returns {Host} */
const copied = (id, lines) => ({
  id,
  kind: 'text',
  title: () => say(`hosts.title_${id}`),
  make: async (made) => ({text: lines(made)}),
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
  copied('edx', edxProblem),
  copied('myst', mystLines),
  copied('pretext', (made) => pretextLines(made, fileName(made.title))),
  copied('runestone', (made) => runestoneLines(made, fileName(made.title))),
  copied('address', frameAddress),
  saved('own', ({ownSite, fetchedFrom}, made) => ownSite(made, fetchedFrom(made.root))),
]);
