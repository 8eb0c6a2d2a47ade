// Parts of the page that are fetched late: what does not come is said once, and asked for again after a while.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Fetched, part, parts} from '../../web/elements/parts/late.js';
import {MadeUpTime} from '../support/made_up_time.js';

const wait = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Counts what is said to be missing. @param {import('node:test').TestContext} context */
function missing(context) {
  const count = {said: 0};
  const hear = () => count.said++;
  parts.addEventListener('missing', hear);
  context.after(() => parts.removeEventListener('missing', hear));
  return count;
}

test('a part that does not come is said once and asked for again, but not all the time', async (context) => {
  const count = missing(context);
  let asked = 0;
  let there = false;
  let arrived = 0;
  const load = async () => {
    asked++;
    if (!there) throw new TypeError('Failed to fetch dynamically imported module');
    return 'a part';
  };
  await new MadeUpTime().run(async () => {
    const fetched = new Fetched(load, () => arrived++);
    for (let frame = 0; frame < 1000; frame++) {
      assert.equal(fetched.value, null); // as a chart does that is drawn again and again
      await wait(16);
    }
    assert.ok(asked >= 3 && asked <= 4, `${asked} times in 16 s`);
    assert.equal(count.said, 1);
    there = true;
    await wait(6000);
    assert.equal(fetched.value, null);
    await wait(10);
    assert.deepEqual([fetched.value, arrived], ['a part', 1]);
  });
});

test('what is asked for by hand fails as a file does that is missing', async (context) => {
  const count = missing(context);
  await assert.rejects(
    part(() => Promise.reject(new TypeError('no'))),
    {code: 'network', key: 'trouble.part'},
  );
  assert.equal(count.said, 1);
  assert.equal(await part(async () => 1), 1);
});
