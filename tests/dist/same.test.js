// The page does not depend on where, when or by whom it was built: from one engine, two folders give the same dist/, byte for
// byte. tools/build_twice.sh does the same from nothing, the engine too.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, utimesSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath, pathToFileURL} from 'node:url';

const repo = fileURLToPath(new URL('../..', import.meta.url));
const SOURCES = ['web', 'tools', 'wasm_bindings', 'licences', 'LICENSE', 'package.json', 'tsconfig.json', 'vite.config.js'];

/** What a build needs and no more: the engine is the one that was built last. @param {string} folder */
function copyInto(folder) {
  mkdirSync(join(folder, 'build/wasm'), {recursive: true});
  for (const name of SOURCES) cpSync(join(repo, name), join(folder, name), {recursive: true});
  const built = readdirSync(join(repo, 'build/wasm')).filter((name) => /\.(mjs|wasm)$/.test(name));
  for (const name of built) cpSync(join(repo, 'build/wasm', name), join(folder, 'build/wasm', name));
  symlinkSync(join(repo, 'node_modules'), join(folder, 'node_modules'));
}

/** Another day for every file. @param {string} folder */
function aged(folder) {
  for (const name of readdirSync(join(folder, 'web'), {recursive: true, encoding: 'utf8'}))
    utimesSync(join(folder, 'web', name), 1e9, 1e9);
}

/** @param {string} folder @param {NodeJS.ProcessEnv} env @returns {Record<string, string>} hash by file */
function built(folder, env) {
  execFileSync(process.execPath, ['tools/build_web.mjs'], {cwd: folder, env: {...process.env, ...env}, stdio: 'pipe'});
  const files = readdirSync(join(folder, 'dist'), {recursive: true, withFileTypes: true}).filter((one) => one.isFile());
  const paths = files.map(({parentPath, name}) => join(parentPath, name));
  const hash = (/** @type {string} */ path) => createHash('sha256').update(readFileSync(path)).digest('hex');
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length), hash(path)]).sort());
}

/** A clock that is a year ahead, and chances of their own. */
const ELSEWHEN = `const {Date: Real} = globalThis;
globalThis.Date = class Date extends Real {
  constructor(...of) { if (of.length) super(...of); else super(Date.now()); }
  static now() { return Real.now() + 4e10; }
};
Math.random = () => 0.25;`;

test('two folders, two days, two places on earth: one dist/', (context) => {
  const room = mkdtempSync(join(tmpdir(), 'unrolled-'));
  context.after(() => rmSync(room, {recursive: true}));
  const [here, there] = [join(room, 'a'), join(room, 'another, with a longer name', 'b')];
  for (const folder of [here, there]) copyInto(folder);
  aged(there);
  const ahead = `data:text/javascript,${encodeURIComponent(ELSEWHEN)}`;
  const first = built(here, {TZ: 'UTC', LANG: 'C'});
  const second = built(there, {TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', NODE_OPTIONS: `--import=${ahead}`}); // prettier-ignore
  assert.ok(Object.keys(first).length > 15);
  assert.deepEqual(second, first);
  for (const folder of [here, there]) {
    const address = pathToFileURL(folder).pathname;
    for (const name of Object.keys(first))
      assert.ok(!readFileSync(join(folder, name)).includes(address), `${name} names the folder it was built in`);
  }
});
