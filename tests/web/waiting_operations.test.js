// What a model would cost at another length, reckoned from its anatomy at one, is what the engine counts of the same model made
// for that length: every family, each from the shortest, the middle and the longest.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';
import {lengthsOf, partsOf} from '../../web/charts/waiting/made_of.js';
import {growthOf, operationsAt} from '../../web/charts/waiting/operations.js';
import {anatomyOf} from '../support/measured_runs.js';

const ALL = JSON.parse(String(readFileSync(new URL('../golden/anatomies/made.json', import.meta.url))));

/** @param {number} found @param {number} wanted @param {string} what */
const close = (found, wanted, what) =>
  assert.ok(Math.abs(found - wanted) <= 1e-5 * Math.max(1, wanted), `${what}: ${found}, not ${wanted}`);

for (const {model, task, at} of ALL)
  test(`operations of ${JSON.stringify(model)} on ${task}`, () => {
    for (const own of at) {
      const measured = anatomyOf(own);
      const growth = growthOf(partsOf(measured), lengthsOf(measured));
      if (model.kind === 'image_conv') {
        assert.ok(growth.includes(null));
        continue;
      }
      for (const other of at)
        other.parts.forEach((/** @type {string} */ name, /** @type {number} */ p) => {
          const found = operationsAt(growth[p] ?? [NaN, 0, 0, 0, 0, 0], {input: other.positions, source: other.given});
          close(found, other.flops[p] * other.positions, `${name} from ${own.positions} to ${other.positions}`);
        });
    }
  });
