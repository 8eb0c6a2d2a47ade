// A Vite plugin: THIRD-PARTY.txt, whose code and data the page ships, by which licence. What comes from npm is read from the
// bundle itself; what is compiled into the engine, and the corpora, have no package there and stand in licences/.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import license from 'rollup-plugin-license';
import {CORPORA} from './corpora.mjs';

const folder = fileURLToPath(new URL('../licences/', import.meta.url));
const text = (/** @type {string} */ name) => readFileSync(join(folder, `${name}.txt`), 'utf8').trim();

/** The texts that a licence's name stands for. @type {Record<string, string[]>} */
const TEXTS = {
  MIT: ['MIT'],
  'BSD-3-Clause': ['BSD-3-Clause'],
  'Apache-2.0': ['Apache-2.0'],
  'Apache-2.0 WITH LLVM-exception': ['Apache-2.0', 'LLVM-exception'],
  'public domain': [],
};

/** @typedef {{name: string, source: string, licence: string, copyright: string[], headers?: string, toolchain?: boolean}} Part */
/** @typedef {{name: string | null, version: string | null, license: string | null, licenseText: string | null,
 *   author?: {text(): string} | null, homepage?: string | null}} Dependency of rollup-plugin-license */

/** What is compiled into the engine. @returns {Part[]} */
export const engineParts = () => JSON.parse(readFileSync(join(folder, 'parts.json'), 'utf8'));

/** @param {Part} part */
const partNotice = ({name, source, licence, copyright}) => [
  `${name} (${licence})`,
  source,
  ...copyright.map((holder) => `Copyright ${holder}`.replace('Copyright written', 'Written')),
];

/** @param {Dependency} dependency */
function packageNotice({name, version, license: licence, licenseText, author, homepage}) {
  if (!licence || (!licenseText && !(licence in TEXTS)))
    throw new Error(
      `${name}: a licence without its text; put the text into licences/ and its name into tools/vite_notices.mjs`,
    );
  const holder = licenseText ? [] : [`Copyright ${author?.text() ?? `the authors of ${name}`}`];
  return [
    `${name} ${version} (${licence})`,
    ...(homepage ? [homepage] : []),
    ...holder,
    ...(licenseText ? ['', licenseText.trim()] : []),
  ];
}

const corpusNotice = (/** @type {typeof CORPORA[number]} */ {title, licence, summary, origin, source, terms}) => [
  `${title} (${licence})`,
  summary,
  origin,
  `From ${source}`,
  ...terms,
];

/** @param {Dependency[]} dependencies what the bundle holds of node_modules */
export function notices(dependencies) {
  const packages = dependencies.toSorted((a, b) => String(a.name).localeCompare(String(b.name)));
  const bare = packages.filter(({licenseText}) => !licenseText).map(({license: licence}) => String(licence));
  const names = new Set([...engineParts().map(({licence}) => licence), ...bare].flatMap((licence) => TEXTS[licence]));
  const entries = [
    ['Unrolled (MIT)', '', readFileSync(join(folder, '../LICENSE'), 'utf8').trim()],
    ...packages.map(packageNotice),
    ...engineParts().map(partNotice),
    ...CORPORA.map(corpusNotice),
    ...[...names].map((name) => [`The text of ${name}`, '', text(name)]),
  ];
  return `${entries.map((lines) => lines.join('\n')).join(`\n\n${'-'.repeat(60)}\n\n`)}\n`;
}

/**
 * What several bundles hold of node_modules: `plugin()` for each of them, workers too, and afterwards `found()`.
 * @returns {{plugin: () => import('vite').Plugin, found: () => Dependency[]}}
 */
export function thirdParty() {
  /** @type {Map<string, Dependency>} */
  const seen = new Map();
  const take = (/** @type {Dependency[]} */ dependencies) =>
    dependencies.forEach((one) => seen.set(`${one.name} ${one.version}`, one));
  const output = (/** @type {any} */ dependencies) => take(dependencies);
  return {
    plugin: () => /** @type {import('vite').Plugin} */ (license({thirdParty: {output}})),
    found: () => [...seen.values()],
  };
}
