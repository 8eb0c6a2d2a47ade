// A worker around a fake engine.
import {createFakeEngine} from './fake_engine.js';
import {RuntimeError} from '../../web/runtime/protocol.js';
import {HostedWorker} from './hosted_worker.js';

export class FakeWorker extends HostedWorker {
  /**
   * @param {import('./fake_engine.js').Faults} [faults] shared by all workers that get it
   * @param {() => boolean} [full] whether there is no memory for another engine
   */
  constructor(faults = {}, full = () => false) {
    // A clock of its own, which only training moves: the tests need not wait for time to pass.
    let time = 0;
    const create = createFakeEngine(faults, (ms) => void (time += ms));
    super(
      async () => {
        if (full()) throw new RuntimeError('out_of_memory', 'trouble.memory');
        return create();
      },
      {
        now: () => time,
        later: (callback, ms) => setTimeout(() => ((time += ms), callback())),
      },
    );
  }
}
