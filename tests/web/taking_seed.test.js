// The seed that follows from a name: as the command reckons it, other for everybody, and the same for the same name however it was typed.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';
import {seedOfName, seeded, tidy} from '../../web/exercise/seed_of_name.js';
import {canonical} from '../../web/exercise/canonical.js';
import {MADE} from '../support/made_chapter.js';

const {cases} = JSON.parse(readFileSync(new URL('../golden/seed_of_name.json', import.meta.url), 'utf8'));

test('names give the seeds that stand in the file, which the command is held to as well', () => {
  for (const {typed, name, seed} of cases) assert.deepEqual([tidy(typed), seedOfName(typed)], [name, seed]);
});

test('accents and spaces that are typed otherwise make no other name', () => {
  assert.equal(seedOfName('Z\u030cofie  Nova\u0301k'), seedOfName('\u017dofie Nov\u00e1k '));
});

test('in a class of thirty everybody has a seed of their own', () => {
  const seeds = Array.from({length: 30}, (_, i) => seedOfName(`Student ${i + 1}`));
  assert.equal(new Set(seeds).size, 30);
});

test('the seed is that of the race alone, and only where the exercise wants it and somebody has a name', () => {
  const {train} = seeded(MADE.experiment, {seed: 'name'}, 'Ada');
  assert.deepEqual(train, {...MADE.experiment.train, seed: seedOfName('Ada')});
  assert.equal(seeded(MADE.experiment, {seed: 'fixed'}, 'Ada'), MADE.experiment);
  assert.equal(seeded(MADE.experiment, {seed: 'name'}, '  '), MADE.experiment);
});

test('canonical JSON is the same whatever the order of keys, and has no spaces', () => {
  const one = {b: [1, {d: null, c: 'é"\n'}], a: 1e21, 10: true, 9: 0.1};
  const other = {9: 0.1, a: 1e21, 10: true, b: [1, {c: 'é"\n', d: null, e: undefined}]};
  assert.equal(canonical(one), '{"10":true,"9":0.1,"a":1e+21,"b":[1,{"c":"é\\"\\n","d":null}]}');
  assert.equal(canonical(other), canonical(one));
});
