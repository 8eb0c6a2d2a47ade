// Data of the reader's that no address carries: chosen, and kept before anything was learned from them.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Race} from '../../web/runtime/race.js';
import {Keeping} from '../../web/store/keeping.js';
import {Shelf} from '../../web/store/shelf.js';
import {progressIn} from '../../web/elements/runs/run_words.js';
import {engineSurroundings} from '../support/engine_surroundings.js';
import {hashes, smallExperiments, TEXT, trainTo} from '../support/kept_page.js';

const {REVERSE, OWN} = smallExperiments(60);
const encode = (/** @type {string} */ text) => new TextEncoder().encode(text);
const GARDEN = encode(TEXT.repeat(10));
const NOTES = encode(TEXT.replaceAll('sea', 'bay').repeat(10));

/** Pages that keep on one shelf, as one browser's do. @param {import('node:test').TestContext} context */
async function browser(context) {
  const shelf = await Shelf.open();
  return async (/** @type {any} */ experiment) => {
    const race = new Race(await engineSurroundings(), experiment);
    const keeping = new Keeping({race, shelf, page: () => ({}), show: () => {}, engine: '0.0.0', anything: false});
    await keeping.read();
    context.after(() => (keeping.stop(), race.close()));
    return {race, keeping, keeper: keeping.keeper, rows: () => shelf.list(), shelf};
  };
}

test('a text that no link carries is kept before the first step, and offered after a reload', async (context) => {
  const page = await browser(context);
  const here = await page(OWN);
  await here.race.setOwnText(GARDEN, 'garden.txt');
  await here.keeper.flush();
  assert.equal(here.keeper.safe, false, 'memory alone does not outlive the page');
  const [row, ...others] = await here.rows();
  assert.deepEqual([row.own, progressIn(row), others.length], ['garden.txt', 'not trained yet', 0]);
  assert.equal(here.keeping.offered, null, 'it is on the page');

  const there = await page(here.race.experiment);
  assert.equal(there.race.lacksData, true);
  assert.equal(there.keeping.offered?.id, row.id);
  await there.keeping.open(row.id);
  assert.equal(there.race.lacksData, false);
  assert.equal(there.race.text.title, 'garden.txt');
  assert.deepEqual(await there.race.load(), GARDEN);
  await trainTo(there.race, 30);
  await there.keeper.flush();
  const rows = await there.rows();
  assert.deepEqual(
    rows.map(({id}) => id),
    [row.id],
    'the same entry',
  );
  assert.equal(progressIn(rows[0]), 'step 30 of 60');
  await trainTo(here.race, 30);
  assert.deepEqual(await hashes(there.race), await hashes(here.race));
});

test('there is one entry for a text: another takes its place, the same is known again, and what is looked at meanwhile has its own', async (context) => {
  const page = await browser(context);
  const here = await page(OWN);
  await here.race.setOwnText(GARDEN, 'garden.txt');
  await here.keeper.flush();
  const [{id, receipt}] = await here.rows();
  await here.race.setOwnText(NOTES, 'notes.txt');
  await here.keeper.flush();
  const [notes, ...others] = await here.rows();
  assert.deepEqual([notes.id, notes.own, others.length], [id, 'notes.txt', 0]);
  assert.equal((await here.shelf.whole(id))?.data?.length, NOTES.length);
  await here.shelf.put({...notes, id: 'x', own: 'garden.txt', receipt}, {files: new Map()});
  assert.equal((await here.shelf.whole('x'))?.data, null, 'nothing is left of the text before');
  await here.keeping.remove('x');

  const own = here.race.experiment;
  await here.race.setExperiment(REVERSE);
  await trainTo(here.race, 30);
  await here.keeper.flush();
  assert.deepEqual((await here.rows()).map((row) => row.own).sort(), ['notes.txt', null].sort());
  await here.race.setExperiment(own);
  await here.keeper.flush();
  assert.equal((await here.rows()).length, 2);
  const there = await page(own);
  await there.race.setOwnText(NOTES, 'the same.txt');
  await there.keeper.flush();
  assert.equal((await there.rows()).length, 2, 'chosen again by hand');
});

test('what was deleted is not kept again, and a reset keeps no second entry beside what was learned', async (context) => {
  const page = await browser(context);
  const {race, keeping, keeper, rows} = await page(OWN);
  await race.setOwnText(GARDEN, 'garden.txt');
  await keeper.flush();
  await keeping.remove(keeper.id);
  race.changed();
  await keeper.flush();
  assert.equal((await rows()).length, 0);
  await trainTo(race, 30);
  await keeper.flush();
  assert.equal((await rows()).length, 1);
  await race.reset();
  await keeper.flush();
  assert.deepEqual((await rows()).map(progressIn), ['step 30 of 60']);
  await race.updateTrain({...race.experiment.train, batch_size: 8});
  await keeper.flush();
  assert.deepEqual((await rows()).map(progressIn).sort(), ['not trained yet', 'step 30 of 60']);
});

test('a text that travels in the address is kept when something was learned from it', async (context) => {
  const page = await browser(context);
  const {race, keeper, rows} = await page(OWN);
  await race.setOwnText(encode(TEXT), 'short.txt');
  await keeper.flush();
  assert.equal((await rows()).length, 0);
  assert.equal(keeper.safe, true);
});
