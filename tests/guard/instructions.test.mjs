// Speed guarded without a clock: as many instructions a step as tests/guard/instructions.json says.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {complaints, difference} from './compare.mjs';
import {count, countAll, functionCosts, madeWith, shortName, workloadIds} from './count.mjs';

/** @type {import('./count.mjs').Counts} */
const {made_with, workloads: golden} = JSON.parse(readFileSync(new URL('instructions.json', import.meta.url), 'utf8'));
const ids = workloadIds();
const differing = difference(madeWith(), made_with);

test('every workload of the benchmark has its counts on file', () => {
  assert.deepEqual(Object.keys(golden), ids);
});

test('as many instructions as on file, within 3 % a step', async (t) => {
  if (differing) t.diagnostic(`looser limits: ${differing}`);
  const counts = await countAll(ids);
  for (const id of ids) {
    await t.test(id, () => {
      assert.ok(id in golden, `${id} has no counts on file: run node tests/guard/renew.mjs ${id}`);
      assert.equal(complaints(id, counts[id], golden[id], differing).join('\n'), '');
    });
  }
});

test('a step that does twice the work is found out', async () => {
  const [id] = ids;
  const [complaint] = complaints(id, await count(id, 2), golden[id], differing);
  assert.match(complaint, /^rnn-h64: a step takes \+\d+\.\d % instructions/);
  assert.match(complaint, /renew\.mjs/);
});

test('four per cent more or fewer are found out, two are not; the function that grew is named', () => {
  const before = {opening: 1000, step: 1000, functions: {gemm_nn: 600, softmax: 300}};
  const now = (/** @type {number} */ gemm) => ({
    opening: 1050,
    step: gemm + 400,
    functions: {gemm_nn: gemm, softmax: 300},
  });
  assert.deepEqual(complaints('x', now(620), before), []);
  assert.match(
    complaints('x', now(640), before)[0],
    /\+4\.0 % instructions \(1000 on file, 1040 now\).*: gemm_nn \+4\.0 %\./,
  );
  assert.match(complaints('x', now(560), before)[0], /-4\.0 % instructions/);
  assert.deepEqual(complaints('x', now(640), before, 'g++ 13 instead of g++ 12'), []);
  assert.match(complaints('x', {...before, opening: 1200}, before)[0], /^x: opening takes \+20\.0 %/);
});

test('costs of called functions are theirs alone, and names are short', () => {
  const file =
    'fn=(1) main\n0 5\ncfn=(2) void unrolled::gemm_nn<float>(unsigned long, std::span<float>)\ncalls=1 0\n0 90\n+3 7\n\nfn=(2)\n0 90\n';
  assert.deepEqual([...functionCosts(file)], [['main', 12], ['gemm_nn', 90]]); // prettier-ignore
  assert.equal(shortName('unrolled::(anonymous namespace)::Tile<float, 4ul>::run(float const*) const'), 'Tile::run');
  assert.equal(shortName('unrolled::Session::step[abi:cxx11](unsigned long)'), 'Session::step');
  assert.equal(shortName('void gemm_nn<float>(unsigned long) [clone .isra.0]'), 'gemm_nn');
});
