import assert from 'node:assert/strict';
import {test} from 'node:test';
import {RuntimeError} from '../../web/runtime/protocol.js';
import {Race} from '../../web/runtime/race.js';
import {keepAddress} from '../../web/shape/address.js';
import {decodeLink, encodeLink} from '../../web/shape/link.js';
import {NO_SETTING} from '../../web/shape/page.js';
import {DEFAULT_VIEW} from '../../web/state/view.js';
import {fakeSurroundings} from '../support/fake_surroundings.js';
import {NOVEL_EXPERIMENT} from '../support/novel.js';
import {until} from '../support/until.js';

const SETTLED_MS = 450; // the address is written 300 ms after a change

/** @param {number} ms */
const rest = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** A browser's address and its history, as far as the page asks for them. @param {import('node:test').TestContext} context */
function browser(context) {
  const location = {hash: '', pathname: '/', search: ''};
  /** @type {string[]} */
  const entries = [''];
  let at = 0;
  const window = new EventTarget();
  const history = {
    /** @param {any} _ @param {string} __ @param {string} to */
    pushState(_, __, to) {
      entries.splice(++at, Infinity, to);
      location.hash = to;
    },
    /** @param {any} _ @param {string} __ @param {string} to */
    replaceState(_, __, to) {
      location.hash = entries[at] = to;
    },
  };
  /** The page hears of it a while after the address has changed. @param {number} by @param {number} [after] milliseconds */
  const go = (by, after = 0) => {
    location.hash = entries[(at += by)];
    setTimeout(() => window.dispatchEvent(new Event('hashchange')), after);
  };
  const kept = {location: globalThis.location, history: globalThis.history, window: globalThis.window};
  Object.assign(globalThis, {location, history, window});
  context.after(() => Object.assign(globalThis, kept));
  return {entries, go, at: () => at};
}

/** @param {import('node:test').TestContext} context */
async function page(context) {
  const shown = browser(context);
  const race = new Race(fakeSurroundings(), {...NOVEL_EXPERIMENT, name: 'One'});
  context.after(() => race.close());
  await race.settled();
  const app = Object.assign(new EventTarget(), {view: DEFAULT_VIEW, page: NO_SETTING, notice: ''});
  keepAddress(race, /** @type {any} */ (app));
  return {race, ...shown};
}

/** A busy machine takes its time to write an address. @param {string[]} entries */
const wasWritten = (entries) => until(() => entries.length === 2, 'an address of its own');

/** @param {Race} race @param {string} name */
const shows = (race, name) => until(() => race.experiment.name === name, name);

const OTHER = {...NOVEL_EXPERIMENT, name: 'Two', train: {...NOVEL_EXPERIMENT.train, steps: 77}};

test('what is chosen is one entry of the history, and Back opens the one before', async (context) => {
  const {race, entries, go, at} = await page(context);
  await race.setExperiment(OTHER);
  await wasWritten(entries);
  assert.equal(entries.length, 2);
  go(-1);
  await shows(race, 'One');
  await rest(SETTLED_MS);
  assert.deepEqual([race.experiment.name, at(), entries.length], ['One', 0, 2]);
});

test('an experiment that is slow to open after Back leaves Forward where it was', async (context) => {
  const {race, entries, go} = await page(context);
  await race.setExperiment(OTHER);
  await wasWritten(entries);
  const forward = entries[1];
  const quick = race.setExperiment.bind(race);
  // As on a busy machine: the experiment stands on the page, its models are not yet all ready.
  race.setExperiment = async (experiment) => {
    await quick(experiment);
    await rest(2 * SETTLED_MS);
  };
  go(-1);
  await shows(race, 'One');
  await rest(3 * SETTLED_MS);
  assert.equal(entries.length, 2, 'there is no way forward any more');
  assert.equal(entries[1], forward);
  go(1);
  await shows(race, 'Two');
});

test('Forward is not overwritten by what the page writes before it hears of that', async (context) => {
  const {race, entries, go} = await page(context);
  await race.setExperiment(OTHER);
  await wasWritten(entries);
  const forward = entries[1];
  go(-1);
  await rest(200); // its address is written after 300
  go(1, SETTLED_MS);
  await rest(3 * SETTLED_MS);
  assert.equal(entries[1], forward);
  assert.equal(race.experiment.name, 'Two');
});

test('what somebody chooses while an address arrives is written when that has given way', async (context) => {
  const {race, entries, go} = await page(context);
  await race.setExperiment(OTHER);
  await wasWritten(entries);
  const quick = race.setExperiment.bind(race);
  race.setExperiment = async (experiment) => {
    await rest(2 * SETTLED_MS); // long enough for another choice, which it must not undo
    if (race.experiment.name === 'Three') throw new RuntimeError('superseded', 'trouble.superseded');
    await quick(experiment);
  };
  go(-1);
  await rest(50);
  await quick({...OTHER, name: 'Three', train: {...OTHER.train, steps: 55}});
  await rest(4 * SETTLED_MS);
  assert.equal(race.experiment.name, 'Three');
  const shown = await decodeLink(entries.at(-1) ?? '', race.describe);
  assert.equal(shown.experiment?.name, 'Three', 'the address says what is on the screen');
});

test('a link that is pasted takes the place of the entry that the browser made for it', async (context) => {
  const {race, entries, go} = await page(context);
  const {describe} = race;
  const hash = await encodeLink({
    experiment: OTHER,
    ...NO_SETTING,
    view: DEFAULT_VIEW,
    arithmetic: describe.arithmetic,
  });
  entries.push(hash);
  go(1);
  await rest(2 * SETTLED_MS);
  assert.deepEqual([race.experiment.name, entries.length], ['Two', 2]);
});
