// A copy of the sources in which faults are planted, built in a folder of its own, so that nobody's work is touched.
import {execFileSync, spawn} from 'node:child_process';
import {existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {REPO, planted} from './planting.mjs';

/** Slow, and last, so that whatever a test of its own catches is known by that test. */
const SLOW = 'reproducible: *';

/** @param {string} at @returns {Buffer | null} */
const contents = (at) => (existsSync(at) ? readFileSync(at) : null);

/** @param {string[]} folders */
const sources = (...folders) =>
  execFileSync('git', ['ls-files', '-co', '--exclude-standard', '--', ...folders], {cwd: REPO, encoding: 'utf8'})
    .split('\n')
    .filter((file) => file !== '' && existsSync(join(REPO, file)));

/**
 * Runs a program; what it printed, how it ended, and whether it had to be ended.
 * @param {string} program
 * @param {string[]} words
 * @param {{cwd: string, seconds: number, env?: Record<string, string>}} how
 * @returns {Promise<{code: number | null, text: string, late: boolean}>}
 */
function run(program, words, {cwd, seconds, env = {}}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, {cwd, detached: true, env: {...process.env, ...env}});
    let text = '';
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, seconds * 1000);
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (text += part));
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({code, text, late});
    });
  });
}

/** The test case that failed, from what doctest printed: it names a case before its first failure. @param {string} text */
const failedCase = (text) => [...text.matchAll(/^TEST CASE:\s+(.*)$/gm)].at(-1)?.[1] ?? '';

/** @typedef {{passed: boolean, by: string, seconds: number}} Verdict  `by`: the case that failed, or how it ended */

export class Tree {
  /** @param {string} folder @param {number} jobs @param {string[]} tests  only these files of tests/engine; none: all */
  constructor(folder, jobs, tests) {
    this.folder = folder;
    this.jobs = jobs;
    this.tests = tests;
  }

  /** As the sources are now: files alike keep their time, so that nothing is compiled twice; what is no longer there goes. */
  sync() {
    const wanted = sources('engine', 'tests', 'cmake', 'tools', 'CMakeLists.txt', 'package.json');
    const list = join(this.folder, 'files.json');
    const before = existsSync(list) ? /** @type {string[]} */ (JSON.parse(readFileSync(list, 'utf8'))) : [];
    for (const file of before.filter((old) => !wanted.includes(old))) rmSync(join(this.folder, file), {force: true});
    for (const file of [...wanted, 'build/toolchain.env']) {
      const [from, to] = [join(REPO, file), join(this.folder, file)];
      const wished = file === 'tests/engine/CMakeLists.txt' ? this.#chosen(readFileSync(from)) : readFileSync(from);
      if (contents(to)?.equals(wished)) continue;
      mkdirSync(dirname(to), {recursive: true});
      writeFileSync(to, wished, {mode: statSync(from).mode});
    }
    writeFileSync(list, JSON.stringify(wanted));
  }

  /** The list of tests with no others in it than were asked for. @param {Buffer} list */
  #chosen(list) {
    if (this.tests.length === 0) return list;
    return Buffer.from(`set(UNROLLED_TEST_FILES ${this.tests.join(' ')})\n${list}`);
  }

  /** @returns {Promise<string>} what went wrong, or nothing */
  async build() {
    const env = {JOBS: String(this.jobs)};
    const built = await run('tools/build.sh', ['native', 'unrolled_tests'], {cwd: this.folder, seconds: 7200, env});
    return built.code === 0 ? '' : built.text;
  }

  /** The suite, to its first failed assertion. @param {number} seconds @returns {Promise<Verdict>} */
  async test(seconds) {
    const begun = Date.now();
    for (const cases of [`--test-case-exclude=${SLOW}`, `--test-case=${SLOW}`]) {
      const words = [cases, '--abort-after=1', '--no-colors=1', '--no-intro=1'];
      const left = seconds - (Date.now() - begun) / 1000;
      const ran = await run(join(this.folder, 'build/native/unrolled_tests'), words, {cwd: this.folder, seconds: left});
      const spent = (Date.now() - begun) / 1000;
      if (ran.late) return {passed: false, by: 'takes too long', seconds: spent};
      const by = failedCase(ran.text) || `ended with ${ran.code}`;
      if (ran.code !== 0) return {passed: false, by, seconds: spent};
    }
    return {passed: true, by: '', seconds: (Date.now() - begun) / 1000};
  }

  /**
   * Does something with one fault in the tree, which is whole again afterwards.
   * @template T
   * @param {import('./planting.mjs').Fault} fault
   * @param {() => Promise<T>} work
   */
  async with(fault, work) {
    const at = join(this.folder, fault.file);
    const whole = readFileSync(at, 'utf8');
    writeFileSync(at, planted(fault, whole));
    try {
      return await work();
    } finally {
      writeFileSync(at, whole);
    }
  }
}
