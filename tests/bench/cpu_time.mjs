// How long threads of a process and of its descendants have run, by Linux's own count: what other work on the machine
// does not lengthen. Elsewhere it is unknown.
import {readdirSync, readFileSync} from 'node:fs';

/** @param {string} path */
function words(path) {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return ''; // it has ended
  }
}

const numbers = (folder) => readdirSync(folder).filter((name) => /^\d+$/.test(name));

/** A process and all that it started. @param {number} root */
function family(root) {
  const parents = new Map();
  for (const pid of numbers('/proc')) {
    const stat = words(`/proc/${pid}/stat`);
    parents.set(Number(pid), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
  }
  const belongs = (pid) => pid === root || (parents.has(pid) && belongs(parents.get(pid)));
  return [...parents.keys()].filter(belongs);
}

const milliseconds = (thread) => Number(words(`${thread}/schedstat`).split(' ')[0]) / 1e6;

/** Of a process's main thread. @param {number} pid @returns {number | undefined} */
export function mainThreadTime(pid) {
  if (process.platform !== 'linux') return undefined;
  return milliseconds(`/proc/${pid}/task/${pid}`);
}

/** Of all Web Workers of a browser that this process started. @returns {number | undefined} */
export function workersTime() {
  if (process.platform !== 'linux') return undefined;
  let sum = 0;
  for (const pid of family(process.pid))
    try {
      for (const thread of numbers(`/proc/${pid}/task`)) {
        const folder = `/proc/${pid}/task/${thread}`;
        if (words(`${folder}/comm`) === 'DedicatedWorker') sum += milliseconds(folder);
      }
    } catch {
      continue; // it has ended
    }
  return sum;
}
