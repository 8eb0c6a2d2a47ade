// What the page imports besides its own modules, below build/: all options, so that it opens without the engine, and the
// corpora. Run by the web build and before the tests that read them, or alone: node tools/prepare.mjs
import {execFileSync} from 'node:child_process';
import {existsSync, mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {writeCorpora} from './corpora.mjs';

const build = fileURLToPath(new URL('../build', import.meta.url));

/** Writes describe.json, as the command tells it, and corpora/. */
export function prepare() {
  const command = join(build, 'wasm/unrolled.mjs');
  if (!existsSync(command)) throw new Error('build/wasm/unrolled.mjs is missing; make build makes it');
  mkdirSync(build, {recursive: true});
  const described = execFileSync(process.execPath, [command, 'describe'], {maxBuffer: 2 ** 26});
  writeFileSync(join(build, 'describe.json'), described);
  writeCorpora(join(build, 'corpora'));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) prepare();
