// Which lines and branches of the engine the native suite runs: builds it counting, runs it, writes docs/coverage.md.
//   node tools/coverage.mjs [--no-run]      --no-run: of the last run, whose profile is in build/coverage
import {execFileSync} from 'node:child_process';
import {mkdirSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const PROGRAM = 'build/coverage/unrolled_tests';
const PROFILES = 'build/coverage/profiles';
const MERGED = 'build/coverage/merged.profdata';
/** At least so much of these, in percent. */
const WANTED = {folders: ['kernels', 'ops', 'tasks', 'io'], lines: 95, branches: 90};

/** @param {string} program @param {string[]} args @param {Record<string, string>} env */
const run = (program, args, env = {}) =>
  execFileSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: {...process.env, ...env},
    stdio: ['ignore', 'pipe', 'inherit'],
  });

function count() {
  run('tools/build.sh', ['coverage', 'unrolled_tests']);
  rmSync(PROFILES, {recursive: true, force: true});
  mkdirSync(PROFILES, {recursive: true});
  run('node', ['tools/doctest.mjs', PROGRAM], {LLVM_PROFILE_FILE: `${PROFILES}/%p.profraw`});
  const profiles = readdirSync(PROFILES).map((name) => `${PROFILES}/${name}`);
  run('llvm-profdata', ['merge', '-sparse', '-o', MERGED, ...profiles]);
}

/** @typedef {{count: number, covered: number}} Sum @typedef {{lines: Sum, branches: Sum}} Sums */

/** Of each folder of engine/. @returns {Map<string, Sums>} */
function sums() {
  const report = JSON.parse(run('llvm-cov', ['export', '-summary-only', `-instr-profile=${MERGED}`, PROGRAM]));
  /** @type {Map<string, Sums>} */
  const folders = new Map();
  for (const {filename, summary} of report.data[0].files) {
    const folder = /\/engine\/([^/]+)\//.exec(filename)?.[1];
    if (!folder || filename.includes('/tests/')) continue;
    const at = folders.get(folder) ?? {lines: {count: 0, covered: 0}, branches: {count: 0, covered: 0}};
    folders.set(folder, at);
    for (const key of /** @type {const} */ (['lines', 'branches'])) {
      at[key].count += summary[key].count;
      at[key].covered += summary[key].covered;
    }
  }
  return folders;
}

/** @param {Sum} sum */
const percent = ({count, covered}) => (count === 0 ? 100 : (100 * covered) / count);

/** @param {Map<string, Sums>} folders */
function page(folders) {
  const rows = [...folders].sort().map(([name, {lines, branches}]) => {
    const cells = [lines, branches].flatMap((sum) => [`${percent(sum).toFixed(1)} %`, String(sum.count)]);
    return `| engine/${name} | ${cells.join(' | ')} |`;
  });
  return `# What the native suite runs

Written by \`node tools/coverage.mjs\` (clang's source-based coverage of the C++ tests). Wanted in
${WANTED.folders.join(', ')}: ${WANTED.lines} % of lines, ${WANTED.branches} % of branches.

| | lines | of | branches | of |
|---|---|---|---|---|
${rows.join('\n')}
`;
}

if (!process.argv.includes('--no-run')) count();
const folders = sums();
writeFileSync('docs/coverage.md', page(folders));
console.log(page(folders));
const short = WANTED.folders.filter((name) => {
  const found = folders.get(name);
  return !found || percent(found.lines) < WANTED.lines || percent(found.branches) < WANTED.branches;
});
for (const name of short) console.error(`engine/${name} is below what is wanted`);
process.exitCode = short.length > 0 ? 1 : 0;
