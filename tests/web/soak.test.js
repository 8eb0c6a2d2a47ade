// The soak (tests/soak, run by hand) judges by slopes: what grew while everything was opened once does not count.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {slopes} from '../soak/measures.mjs';

test('a slope is what an hour adds after the first third, whatever goes up and down with the rounds', () => {
  const samples = Array.from({length: 90}, (_, i) => ({
    hours: i / 90,
    heap_mb: (i < 30 ? i : 30) + (3 * i) / 90 + (i % 2),
    nodes: i < 30 ? 100 * i : 3000,
  }));
  const {heap_mb, nodes} = slopes(samples);
  assert.ok(Math.abs(heap_mb.an_hour - 3) < 0.1, String(heap_mb.an_hour));
  assert.deepEqual(nodes, {first: 3000, last: 3000, an_hour: 0});
});
