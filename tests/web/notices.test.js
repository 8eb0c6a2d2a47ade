// Whose work the page ships: every header and every package has its notice, and one without is refused.
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {CORPORA} from '../../tools/corpora.mjs';
import {sbom} from '../../tools/sbom.mjs';
import {engineParts, notices} from '../../tools/vite_notices.mjs';

const repo = fileURLToPath(new URL('../..', import.meta.url));

/** Headers of the machine and of the compiler, whose notices are those of the toolchain's parts. */
const OF_THE_TOOLCHAIN = /^(emscripten|sys)\//;

/** The folders of headers that the engine includes and that are not its own. */
function foreignHeaders() {
  const files = ['engine', 'wasm_bindings'].flatMap((folder) =>
    readdirSync(join(repo, folder), {recursive: true, encoding: 'utf8'})
      .filter((name) => /\.[ch]pp$/.test(name))
      .map((name) => readFileSync(join(repo, folder, name), 'utf8')),
  );
  const found = files.flatMap((text) => [...text.matchAll(/#include <([\w.-]+\/)/g)].map(([, folder]) => folder));
  return [...new Set(found)].filter((folder) => !OF_THE_TOOLCHAIN.test(folder)).sort();
}

/** @param {Partial<import('../../tools/vite_notices.mjs').Dependency>} more */
const dependency = (more) => ({name: 'braid', version: '1.2.3', license: 'MIT', licenseText: 'As is.', ...more});

test('whatever the engine includes has a notice', () => {
  const known = engineParts().flatMap(({headers}) => headers ?? []);
  assert.deepEqual(foreignHeaders(), known.toSorted());
});

test('a package is named with its version, its licence and its text', () => {
  const text = notices([dependency({})]);
  assert.match(text, /^braid 1\.2\.3 \(MIT\)$/m);
  assert.match(text, /As is\./);
});

test('a package that brings no text stands with its holder, and the text once below', () => {
  const text = notices([dependency({license: 'Apache-2.0', licenseText: null, author: {text: () => 'Ada'}})]);
  assert.match(text, /braid 1\.2\.3 \(Apache-2\.0\)\nCopyright Ada/);
  assert.equal(text.split('TERMS AND CONDITIONS FOR USE, REPRODUCTION').length, 2);
});

test('a licence whose text is nowhere ends the build', () => {
  assert.throws(
    () => notices([dependency({license: 'Wonder-1.0', licenseText: null})]),
    /braid: a licence without its text/,
  );
  assert.throws(() => notices([dependency({license: null})]), /braid: a licence without its text/);
});

test('every corpus says where it is from, and by which licence', () => {
  const text = notices([]);
  for (const {title, licence, source} of CORPORA) {
    assert.ok(text.includes(`${title} (${licence})`), title);
    assert.ok(text.includes(`From ${source}`), title);
  }
});

test('the list for machines has the same names, and no time and no chance in it', () => {
  const bom = JSON.parse(sbom([dependency({name: '@a/b'})], '0.1.0'));
  assert.equal(bom.components[0].purl, 'pkg:npm/%40a/b@1.2.3');
  assert.deepEqual(
    bom.components.slice(1).map((/** @type {{name: string}} */ {name}) => name),
    engineParts().map(({name}) => name),
  );
  assert.equal(bom.serialNumber ?? bom.metadata.timestamp, undefined);
});
