// Everything a Race needs, without a browser and without the engine.
import {FAKE_DESCRIBE} from './fake_describe.js';
import {FakeWorker} from './fake_worker.js';

const SENTENCE = 'Call me Ishmael. Some years ago, never mind how long precisely, having little money in my purse. ';

/**
 * @param {{faults?: import('./fake_engine.js').Faults, sandboxed?: boolean, memories?: number}} [options] sandboxed: as in a frame without an
 *     origin, where no browser tells that a worker ended; memories: for so many engines at a time
 * @returns {import('../../web/runtime/types').Surroundings & {workers: FakeWorker[]}} `workers`: all that were ever made
 */
export function fakeSurroundings({faults = {}, sandboxed = false, memories = Infinity} = {}) {
  const text = new TextEncoder().encode(SENTENCE.repeat(50));
  /** @type {FakeWorker[]} */
  const workers = [];
  const about = {characters: text.length, vocab_size: 26, bytes: text.length};
  return {
    workers,
    describe: FAKE_DESCRIBE,
    corpora: [
      {id: 'moby-dick', title: 'Moby Dick', summary: 'A whale.', ...about},
      {id: 'names', title: 'Names', summary: 'Many.', ...about},
      {id: 'births', title: 'Births', summary: 'Day by day.', ...about, vocab_size: 0, characters: 0},
      {id: 'digits', title: 'Digits', summary: 'By hand.', ...about, vocab_size: 0, characters: 0},
    ],
    loadModule: async () => null,
    loadText: async (_, onProgress = () => {}) => {
      onProgress(text.length, text.length);
      return text;
    },
    createWorker: async () => {
      const full = () => workers.filter(({alive}) => alive).length > memories;
      const worker = new FakeWorker(faults, full);
      if (sandboxed) worker.lost = undefined;
      workers.push(worker);
      return worker;
    },
  };
}
