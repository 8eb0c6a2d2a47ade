// The chapters' recorded runs, trained once more by the page's engine: the same weights, answers, curves and pictures, to the byte.
// The others are by `make learn`. Needs build/wasm.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {record, written} from '../../tools/chapters/record.mjs';
import {entryOf} from '../../web/learn/index.js';

const read = (/** @type {string} */ path) => readFileSync(new URL(`../../web/learn/${path}`, import.meta.url), 'utf8');

for (const id of ['transformer', 'forgets']) {
  test(`${id}: trained again it is what was recorded`, {timeout: 120_000}, async () => {
    const entry = entryOf(id);
    assert.ok(entry);
    const {recorded, thumbnail} = await record(await entry.load());
    assert.equal(written(recorded), read(`${id}/recorded.json`));
    assert.equal(thumbnail, read(`${id}/thumbnail.svg`));
  });
}
