// Where contenders run. Each place opens one contender with one workload and answers run(limits): milliseconds of each
// step, and the mean of a step on the processor.
import {execFile, spawn} from 'node:child_process';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {mainThreadTime, workersTime} from './cpu_time.mjs';

const repo = fileURLToPath(new URL('../../', import.meta.url));
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const PATIENCE = 240_000;

/** Rejects with what went wrong inside. @param {Promise<any>} answer */
async function checked(answer) {
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, PATIENCE, {error: 'no answer'});
  });
  const result = await Promise.race([answer, late]);
  clearTimeout(timer);
  if (result.error) throw new Error(result.error);
  return result;
}

/** A process that answers lines of JSON with lines of JSON. */
class Conversation {
  #child;
  #lines;

  constructor(program, words, environment = {}) {
    this.#child = spawn(program, words, {
      cwd: repo,
      env: {...process.env, ...environment},
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    this.#child.on('error', () => {});
    this.#child.stdin.on('error', () => {});
    this.#lines = createInterface({input: this.#child.stdout})[Symbol.asyncIterator]();
  }

  /** Milliseconds on a processor so far. */
  time() {
    return mainThreadTime(this.#child.pid);
  }

  async call(command) {
    this.#child.stdin.write(`${JSON.stringify(command)}\n`);
    const next = async () => {
      const {value, done} = await this.#lines.next();
      return done ? {error: 'the process ended'} : JSON.parse(value);
    };
    return checked(next());
  }

  close() {
    this.#child.kill('SIGKILL');
  }
}

async function converse(conversation, contender, workload) {
  try {
    const {peer, options = {}} = contender;
    const opened = await conversation.call({open: {peer, options, workload}});
    const run = async (limits) => {
      const before = conversation.time();
      const result = await conversation.call({run: limits});
      return {
        ...result,
        cpu_ms: before === undefined ? undefined : (conversation.time() - before) / result.times.length,
      };
    };
    return {opened, run, close: () => conversation.close()};
  } catch (error) {
    conversation.close();
    throw error;
  }
}

const openNode = (contender, workload) => {
  const flags = ['--experimental-wasm-relaxed-simd', '--max-old-space-size=6000']; // Node 20 has the first behind a flag
  return converse(new Conversation(process.execPath, [...flags, here('node_child.mjs')]), contender, workload);
};

const openTorch = (contender, workload) =>
  converse(
    new Conversation(contender.program, [here('peers/torch_peer.py')], contender.environment),
    contender,
    workload,
  );

/** `unrolled bench` once for each block: a fresh session each time, so many first steps are measured. */
async function openNative(contender, workload) {
  const run = async ({ms}) => {
    const words = ['bench', here('workloads.json'), '--workload', workload.id, '--samples', 'yes'];
    const {stdout} = await promisify(execFile)(contender.program, [...words, '--seconds', String(ms / 1000)], {
      timeout: PATIENCE,
    });
    const {samples: times, cpu_ms, first_step_ms, arena_bytes, memory_bytes} = JSON.parse(stdout);
    return {times, cpu_ms, first_ms: first_step_ms, arena: arena_bytes, memory: memory_bytes};
  };
  return {opened: await run({ms: 10}), run, close() {}};
}

/** @param {import('./chromium.mjs').Chromium | null} chromium */
export function open(contender, workload, chromium) {
  if (contender.runtime === 'node') return openNode(contender, workload);
  if (contender.group === 'torch') return openTorch(contender, workload);
  if (contender.runtime === 'native') return openNative(contender, workload);
  return converse({...chromium.conversation(checked), time: workersTime}, contender, workload);
}
