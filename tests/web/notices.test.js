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

test('every corpus says who made it, what handed it on, by which licence, and where that stands', () => {
  const text = notices([]);
  for (const {title, licence, source, origin, terms} of CORPORA) {
    assert.ok(text.includes(`${title} (${licence})`), title);
    for (const line of [origin, `From ${source}`, ...terms]) assert.ok(text.includes(`\n${line}\n`), line);
    assert.match(terms[0], /^https:/);
  }
});

test('of MNIST the licence is its own, which asks for its holders, its address, and the same for what is made of it', () => {
  const entry = notices([])
    .split('-'.repeat(60))
    .find((one) => one.includes('MNIST'));
  for (const asked of ['CC BY-SA 3.0', 'Yann LeCun and Corinna Cortes', 'licenses/by-sa/3.0', 'under the same licence'])
    assert.ok(entry?.includes(asked), asked);
});

test('the workflow takes no action that could become another one tomorrow', () => {
  const folder = join(repo, '.github/workflows');
  const used = readdirSync(folder).flatMap((name) =>
    [...readFileSync(join(folder, name), 'utf8').matchAll(/^\s*-?\s*uses:\s*(.*)$/gm)].map(([, action]) => action),
  );
  assert.ok(used.length >= 4);
  for (const action of used) assert.match(action, /^[\w./-]+@[0-9a-f]{40} # v\d/);
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
