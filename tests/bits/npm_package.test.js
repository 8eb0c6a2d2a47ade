// The element as an npm package: a small program in TypeScript compiles against it, one that misuses it does not, Node imports it where there
// is no browser, and npm would pack what it names.
import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {npmPackage} from '../../tools/npm_package.mjs';

const repo = fileURLToPath(new URL('../..', import.meta.url));
const TSC = join(repo, 'node_modules/.bin/tsc');

const CONSUMER = `import 'unrolled-lab';
import type {Result, UnrolledLab} from 'unrolled-lab';

const lab: UnrolledLab = document.createElement('unrolled-lab');
lab.setAttribute('exercise', '#x=abc');
const grades: number[] = [];
lab.addEventListener('unrolled-result', ({detail}) => {
  const result: Result = detail;
  if (result.score !== null) grades.push(result.score);
  localStorage.setItem('taken', result.state);
});
lab.addEventListener('unrolled-error', ({detail}) => console.error(detail.message));
lab.restore(localStorage.getItem('taken') ?? '');
export const steps = async (): Promise<number[]> => (await lab.getState()).models.map(({step}) => step);
document.querySelector('unrolled-lab')?.send('pause');
`;
/** Each line alone is a fault. */
const FAULTS = [
  "lab.send('fly');",
  'lab.result = null;',
  'lab.restore(7);',
  "lab.addEventListener('unrolled-result', ({detail}) => detail.grade);",
];

test('the npm package', (context) => {
  const room = mkdtempSync(join(tmpdir(), 'unrolled-'));
  context.after(() => rmSync(room, {recursive: true}));
  const folder = join(room, 'node_modules/unrolled-lab');
  npmPackage(folder);
  const options = {
    strict: true,
    noEmit: true,
    target: 'es2022',
    module: 'esnext',
    moduleResolution: 'bundler',
    types: [],
  };
  /** @param {string} name @param {string} code */
  const compiled = (name, code) => {
    mkdirSync(join(room, name));
    writeFileSync(join(room, name, 'main.ts'), code);
    writeFileSync(join(room, name, 'tsconfig.json'), JSON.stringify({compilerOptions: options, include: ['main.ts']}));
    return spawnSync(TSC, ['-p', join(room, name)], {encoding: 'utf8'});
  };
  const right = compiled('right', CONSUMER);
  assert.equal(right.status, 0, right.stdout);
  const wrong = compiled('wrong', CONSUMER + FAULTS.join('\n'));
  assert.equal(wrong.stdout.match(/error TS/g)?.length, FAULTS.length, wrong.stdout);

  // Programs that draw pages ahead import it, too.
  writeFileSync(join(room, 'ahead.mjs'), "import 'unrolled-lab'; console.log('imported');");
  assert.equal(execFileSync(process.execPath, [join(room, 'ahead.mjs')], {encoding: 'utf8'}), 'imported\n');

  const [packed] = JSON.parse(execFileSync('npm', ['pack', '--dry-run', '--json'], {cwd: folder, encoding: 'utf8'}));
  const names = packed.files.map((/** @type {{path: string}} */ {path}) => path).sort();
  assert.deepEqual(names, ['LICENSE', 'README.md', 'THIRD-PARTY.txt', 'embed-chapters.html', 'embed.html', 'index.d.ts', 'package.json', 'unrolled-lab.js', 'unrolled-lab.mjs']); // prettier-ignore
});
