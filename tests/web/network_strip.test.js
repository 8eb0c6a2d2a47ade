// The models as they stand above the first question: where the lit way begins, and what is heard of it.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';
import {firstMarked, wantedPlace} from '../../web/elements/learn/marked_place.js';
import {fitted} from '../../web/charts/network/fitted.js';
import {seenFrom} from '../../web/charts/network/levels.js';
import {chapter as forgets} from '../../web/learn/forgets/chapter.js';
import {chapter as transformer} from '../../web/learn/transformer/chapter.js';
import {Race} from '../../web/runtime/race.js';
import {fakeSurroundings} from '../support/fake_surroundings.js';
import {elementOf, written} from '../support/page_parts.js';
import {every} from '../support/template_tree.js';

/** @type {import('../../web/learn/types').Recorded} */
const recorded = JSON.parse(readFileSync(new URL('../../web/learn/forgets/recorded.json', import.meta.url), 'utf8'));

/** @param {import('node:test').TestContext} context @param {any} item @param {number} [back] */
async function heardOf(context, item, back) {
  const race = new Race(fakeSurroundings(), forgets.experiment);
  context.after(() => race.close());
  const {anatomies} = recorded;
  const strip = await elementOf('learn/network_strip.js', 'network-strip', {race, anatomies, item, back});
  strip.willUpdate(new Map([['anatomies', []]]));
  return String(every(written(strip), ({attributes}) => attributes.role === 'img')[0].attributes['aria-label']);
}

test('the first place that is marked, where places are', () => {
  const marks = (/** @type {number[]} */ ...all) =>
    /** @type {any} */ ({given: {values: all.map((mark) => [0.5, mark])}});
  assert.equal(firstMarked(marks(0, 0, 1, 0, 1)), 2);
  assert.equal(firstMarked(marks(0, 0)), -1);
  assert.equal(firstMarked(marks(0.3, 1)), -1, 'points in the plane');
  assert.equal(firstMarked(/** @type {any} */ ({given: {symbols: ['a', 'b']}})), -1);
  assert.equal(firstMarked(undefined), -1);
});

test('the lit way begins at the number that is marked first, and so it is said', async (context) => {
  const item = recorded.example.items[0];
  const at = firstMarked(item);
  assert.ok(at > 0, 'not the first of all, or this says nothing');
  const heard = await heardOf(context, item);
  assert.match(heard, new RegExp(`leads from number ${at + 1}, which is marked first`));
  assert.match(heard, new RegExp(`RNN 32: .*${50 - at} connections`));
});

test('where nothing is marked it begins as in the lab', async (context) => {
  assert.match(await heardOf(context, {given: {symbols: ['a', 'b']}}), /leads from number 1 to/);
});

test('where nothing is marked but something is asked for that is said, and no way', async (context) => {
  const item = /** @type {any} */ ({given: {symbols: Array(50).fill('a')}});
  assert.deepEqual([wantedPlace(item, 15), wantedPlace(item), wantedPlace(undefined)], [34, -1, -1]);
  const heard = await heardOf(context, item, 15);
  assert.match(heard, /What stands at number 35 is asked for at the answer/);
  assert.match(heard, /RNN 32: 50 connections have to be made one after the other/);
  assert.doesNotMatch(heard, /way|between/);
  const marked = recorded.example.items[0];
  assert.equal(wantedPlace(marked, 15), firstMarked(marked));
});

test('of an encoder each place sees later ones too, which the last answer alone does not tell', async () => {
  const url = new URL('../../web/learn/transformer/recorded.json', import.meta.url);
  const {anatomies} = JSON.parse(readFileSync(url, 'utf8'));
  const {causalBySettings} = await import('../../web/elements/learn/network_strip.js');
  const example = {answers: [11], counts: {input: 12, source: 0}};
  const seen = (/** @type {any} */ model) => {
    const found = structuredClone(anatomies[0]);
    const net = fitted({name: '', colour: '', dash: [], course: [], found, ...causalBySettings(model)}, example);
    return net.levels.filter(({rule}) => rule === 'look').map((level) => seenFrom(net, level, 0).length);
  };
  const [encoder] = /** @type {any[]} */ (transformer.experiment.models);
  assert.deepEqual(seen(encoder), [12]);
  assert.deepEqual(seen({...encoder, topology: 'decoder'}), [1]);
});
