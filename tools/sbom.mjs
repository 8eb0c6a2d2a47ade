// What the page is made of, for machines: CycloneDX 1.6, without the time and the random number that others put in, so that
// the same sources give the same file.
import {engineParts} from './vite_notices.mjs';

/** @typedef {import('./vite_notices.mjs').Dependency} Dependency */

/** "MIT", or two licences joined by a word. @param {string} licence */
const licences = (licence) =>
  /^[\w.+-]+$/.test(licence)
    ? [{license: {id: licence}}]
    : / WITH /.test(licence)
      ? [{expression: licence}]
      : [{license: {name: licence}}];

/** @param {Dependency} dependency */
const packageComponent = ({name, version, license: licence}) => ({
  type: 'library',
  name,
  version,
  purl: `pkg:npm/${String(name).replace('@', '%40')}@${version}`,
  licenses: licences(String(licence)),
});

/** @param {Dependency[]} dependencies what the bundle holds of node_modules @param {string} version of Unrolled */
export function sbom(dependencies, version) {
  const packages = dependencies.toSorted((a, b) => String(a.name).localeCompare(String(b.name)));
  const parts = engineParts().map(({name, source, licence}) => ({
    type: 'library',
    name,
    licenses: licences(licence),
    externalReferences: [{type: 'website', url: source}],
  }));
  const component = {type: 'application', name: 'unrolled', version, licenses: licences('MIT')};
  const bom = {bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, metadata: {component}};
  return `${JSON.stringify({...bom, components: [...packages.map(packageComponent), ...parts]}, null, 2)}\n`;
}
