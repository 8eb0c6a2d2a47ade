// Parts of the page that are fetched late: what does not come is said once, and asked for again after a while.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Fetched, part, parts} from '../../web/elements/parts/late.js';
import {Race} from '../../web/runtime/race.js';
import {fakeSurroundings} from '../support/fake_surroundings.js';
import {MadeUpTime} from '../support/made_up_time.js';
import {missingFiles} from '../support/missing_files.js';
import {NOVEL_EXPERIMENT} from '../support/novel.js';
import {elementOf, written} from '../support/page_parts.js';
import {until} from '../support/until.js';

const ABLE = 'runtime/able.js';
const ANSWERS = 'answers/model_results.js';
const files = missingFiles([ABLE, ANSWERS]);

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

test('who waits for a part hears whether it came, and everybody waits for the same', async () => {
  let asked = 0;
  let there = false;
  await new MadeUpTime().run(async () => {
    const fetched = new Fetched(async () => (asked++, there ? 'a part' : Promise.reject(new TypeError('no'))));
    assert.deepEqual(await Promise.all([fetched.coming, fetched.coming]), [null, null]);
    there = true;
    assert.equal(await fetched.coming, null, 'not asked for again at once');
    await wait(6000);
    assert.equal(await fetched.coming, 'a part');
    assert.deepEqual([fetched.value, asked], ['a part', 2]);
  });
});

/** @param {import('node:test').TestContext} context @param {object} [more] */
function raceOf(context, more = {}) {
  const race = new Race(fakeSurroundings(), NOVEL_EXPERIMENT);
  context.after(() => race.close());
  for (const [name, value] of Object.entries(more)) Object.defineProperty(race, name, {value});
  return race;
}

test('each lab hears that the answers of its models are missing, also one that opens later', async (context) => {
  const race = raceOf(context, {view: 'pairs'});
  for (const lab of ['the first', 'a later one']) {
    const count = missing(context);
    const card = await elementOf('models/model_card.js', 'model-card', {race, runner: race.runners[0]});
    for (let frame = 0; frame < 10; frame++) written(card);
    await until(() => count.said > 0, `${lab} says so`);
    written(card);
    assert.equal(count.said, 1, lab);
  }
});

test('who passes over Add a model again and again is told once that what knows which can is missing', async (context) => {
  const count = missing(context);
  const {AbleKinds} = await import('../../web/elements/models/able_kinds.js');
  const race = raceOf(context);
  const able = new AbleKinds(/** @type {any} */ ({requestUpdate() {}}), () => race);
  for (let hover = 0; hover < 5; hover++) await able.ask();
  assert.deepEqual([able.models, count.said, files.asked(ABLE)], [null, 1, 1]);
  files.come();
  for (; !able.models; await able.ask()) await wait(50); // after a while it is asked for again
  assert.equal(count.said, 1);
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
