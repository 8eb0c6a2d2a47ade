// Many labs on one page, as in a long lesson. tests/soak/frames.mjs does the same with more of them, by hand.
import {encodeLink} from '../../web/shape/link.js';
import {scrollThrough} from '../support/lesson.js';
import {expect, SMALL, test, withTrain} from './lab.js';

const COUNT = 12;
/** Three labs fit the screen in part, with three models each; who asks and counts may linger, as may workers that just ended. Without rest there would be 48. */
const MOST_WORKERS = 30;

for (const kind of /** @type {const} */ (['sandboxed', 'plain', 'element']))
  test(`${COUNT} labs of three models each (${kind}) all finish as they are scrolled through, and hold no more than they need`, async ({
    page,
    baseURL: base,
  }) => {
    test.setTimeout(240_000);
    const hash = await encodeLink({experiment: withTrain({steps: 40, eval_every: 20})});
    const {done, stuck, mostWorkers} = await scrollThrough(page, {kind, base, hash, count: COUNT, patience_ms: 40_000});
    expect(stuck).toEqual([]);
    expect(done).toBe(COUNT);
    expect(SMALL.models.length).toBe(3);
    expect(mostWorkers).toBeLessThanOrEqual(MOST_WORKERS);
  });
