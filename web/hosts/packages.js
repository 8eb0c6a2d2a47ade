// Zips: a SCORM package of one exercise, which holds all that it needs, and a folder for a site of one's own.
import {strToU8, zipSync} from 'fflate';
import {SANDBOX} from '../embed/rights.js';
import {RuntimeError} from '../runtime/protocol.js';
import {say, spoken} from '../words/words.js';
import {askedOf, elementLine, escaped, iframeLine} from './lines.js';
import {manifest} from './manifest.js';

/** @typedef {import('./lines.js').Made} Made @typedef {(name: string) => Promise<Uint8Array>} Fetch a file of the page's folder */

const FRAME = 'embed.html';
const SCRIPT = 'hosts/scorm.js';
/** What a site of one's own takes: the frame, that of chapters, the element, the notebook's module, what others wrote. */
const OWN = [FRAME, 'embed-chapters.html', 'unrolled-lab.js', 'unrolled-lab.mjs', 'THIRD-PARTY.txt'];
/** The day that is written into a zip says nothing; the same exercise gives the same file. */
const DAY = new Date(2000, 0, 1);

/** @param {Made} made @param {1.2 | 2004} standard @param {Fetch} fetched @returns {Promise<Blob>} */
export async function scormPackage(made, standard, fetched) {
  const [frame, script] = await Promise.all([FRAME, SCRIPT].map(fetched));
  const files = {'index.html': strToU8(launchPage(made, standard)), 'scorm.js': script, [FRAME]: frame};
  const about = {standard, id: idOf(made), title: made.title, files: Object.keys(files)};
  return zipped({'imsmanifest.xml': strToU8(manifest(about)), ...files});
}

/** A folder to put on any site, with a page that shows the exercise. @param {Made} made @param {Fetch} fetched @returns {Promise<Blob>} */
export async function ownSite(made, fetched) {
  const contents = await Promise.all(OWN.map(fetched));
  const page = `<!doctype html>
<html lang="${spoken()}">
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(made.title)}</title>
<h1>${escaped(made.title)}</h1>
${here(elementLine({...made, root: HERE}, ''))}
</html>
`;
  const readme = `${say('hosts.own_readme', {frame: here(iframeLine({...made, root: HERE}, ''))})}\n`;
  const files = Object.fromEntries(OWN.map((name, i) => [name, contents[i]]));
  return zipped({'index.html': strToU8(page), 'README.txt': strToU8(readme), ...files});
}

/** Where the folder will lie nobody knows yet. */
const HERE = 'http://here.invalid/';
const here = (/** @type {string} */ line) => line.replaceAll(HERE, '');

/** @param {Made} made @param {1.2 | 2004} standard */
function launchPage(made, standard) {
  const attributes = {
    standard: String(standard),
    address: `${FRAME}#${askedOf(made)}`,
    title: made.title,
    sandbox: SANDBOX,
    alone: say('hosts.no_platform'),
  };
  const data = Object.entries(attributes).map(([name, value]) => `data-${name}="${escaped(value)}"`);
  return `<!doctype html>
<html lang="${spoken()}">
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(made.title)}</title>
<style>html,body{height:100%;margin:0;font:15px/1.5 system-ui,sans-serif}body{display:flex;flex-direction:column}p{margin:0;padding:8px 12px}iframe{flex:1;width:100%;border:0}</style>
<body><p>${escaped(say('hosts.no_script'))}</p>
<script src="scorm.js" ${data.join(' ')}></script>
</html>
`;
}

/** The same exercise has the same one. @param {Made} made */
function idOf({title, hash}) {
  let sum = 0x811c9dc5; // 32 bits of Fowler, Noll and Vo
  for (const sign of title + hash) sum = Math.imul(sum ^ /** @type {number} */ (sign.codePointAt(0)), 0x01000193);
  return `unrolled-${(sum >>> 0).toString(16).padStart(8, '0')}`;
}

/** At once, within half a second: the worker that would do it elsewhere is none of the page's own, which its policy refuses. @param {Record<string, Uint8Array>} files */
const zipped = (files) =>
  new Blob([/** @type {any} */ (zipSync(files, {level: 6, mtime: DAY}))], {type: 'application/zip'});

/** A file beside the page, whole. @param {string} root @returns {Fetch} */
export const fetchedFrom = (root) => async (name) => {
  const answer = await fetch(new URL(name, root)).catch(() => null);
  if (!answer?.ok) throw new RuntimeError('network', 'hosts.missing_file', {values: {file: name}});
  return new Uint8Array(await answer.arrayBuffer());
};
