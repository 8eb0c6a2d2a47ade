// A worker around a fake engine.
import {createFakeEngine} from './fake_engine.js';
import {HostedWorker} from './hosted_worker.js';

export class FakeWorker extends HostedWorker {
  /** @param {import('./fake_engine.js').Faults} [faults] shared by all workers that get it */
  constructor(faults = {}) {
    // A clock of its own, which only training moves: the tests need not wait for time to pass.
    let time = 0;
    super(
      createFakeEngine(faults, (ms) => void (time += ms)),
      {
        now: () => time,
        later: (callback, ms) => setTimeout(() => ((time += ms), callback())),
      },
    );
  }
}
