// The cases that hold the command's predicates to the page's (tests/golden/predicates.json) are what the page says today, and many of each kind.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {goldenPredicates} from '../golden/predicates.mjs';

/** @typedef {import('../../web/facts/types').Predicate} Predicate */

const golden = JSON.parse(readFileSync(new URL('../golden/predicates.json', import.meta.url), 'utf8'));

test('the cases are what the page says', () => {
  assert.deepEqual(golden, JSON.parse(JSON.stringify(goldenPredicates())), 'node tests/golden/predicates.mjs');
});

/** @param {Predicate} one @returns {string[]} */
const kindsOf = ({model, op, value, by_step, from_step, never, metric}) => [
  op,
  /^(best|final)_|^measured/.exec(metric)?.[0] ?? 'curve',
  typeof model === 'object' ? 'kind' : typeof model === 'number' ? 'one' : model,
  ...(typeof value === 'object' && 'model' in value ? [value.model === 'others' ? 'others' : 'another'] : []),
  ...(by_step === undefined ? [] : ['by_step']),
  ...(from_step === undefined ? [] : ['from_step']),
  ...(never ? ['never'] : []),
];

test('there are at least 300, with all that a predicate can say', () => {
  const cases = golden.races.flatMap((/** @type {any} */ race) => race.cases);
  assert.ok(cases.length >= 300);
  /** @type {Record<string, number>} */
  const counts = {};
  for (const {predicate, verdict} of cases)
    for (const kind of [...kindsOf(predicate), `holds ${verdict.holds}`]) counts[kind] = (counts[kind] ?? 0) + 1;
  const ops = ['<', '<=', '>', '>=', 'within'];
  const whom = ['one', 'kind', 'any', 'all', 'others', 'another'];
  const steps = ['by_step', 'from_step', 'never', 'curve', 'best_', 'final_', 'measured'];
  for (const kind of [...ops, ...whom, ...steps, 'holds true', 'holds false', 'holds null'])
    assert.ok(counts[kind] >= 20, `${kind}: ${counts[kind]}`);
});
