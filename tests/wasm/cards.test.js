// What stands on a card against what the engine computed: every task that is answered place by place.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {createEngine} from '../../wasm_bindings/engine.js';
import {placesOf, tally} from '../../web/elements/answers/item_places.js';
import {positions} from '../../web/elements/answers/results_positions.js';
import {markupOf} from '../support/template_text.js';

const file = (/** @type {string} */ name) => readFileSync(new URL(`../../${name}`, import.meta.url));
const engine = await createEngine({module: await WebAssembly.compile(file('build/wasm/engine_strict.wasm'))});
const text = new TextEncoder().encode(JSON.parse(file('tests/golden/hashes.json').toString()).text);

/** The likeliest symbol of every place, from the model's own probabilities. @param {any} session @returns {string[]} */
function likeliest(session) {
  const {vocab, classes} = session.info;
  const {data, shape} = session.tap('probabilities');
  const symbols = shape.at(-1);
  return Array.from({length: data.length / symbols}, (_, t) => {
    const row = [...data.subarray(t * symbols, (t + 1) * symbols)];
    return (classes?.length ? classes : vocab)[row.indexOf(Math.max(...row))];
  });
}

for (const {kind, reads_data} of engine.describe().tasks.filter((/** @type {any} */ {view}) => view === 'positions'))
  test(`${kind}: the card shows each answer under its place`, () => {
    const experiment = {version: 1, task: {kind}, models: [{kind: 'gru', hidden_size: 24, embedding_size: 12}]};
    const session = engine.open(experiment, 0, reads_data ? text : new Uint8Array());
    session.step(10);
    for (const number of ['0', '1', '2']) {
      const {item} = /** @type {any} */ (session.inspect(number));
      const guesses = likeliest(session);
      const wanted = item.target.symbols;
      const asked = wanted.flatMap((/** @type {string | null} */ symbol, /** @type {number} */ i) =>
        symbol === null ? [] : [i],
      );
      const right = asked.filter((/** @type {number} */ i) => wanted[i] === guesses[i]).length;
      assert.deepEqual(
        placesOf(item).map(({said}) => said),
        wanted.map((/** @type {string | null} */ symbol, /** @type {number} */ i) =>
          symbol === null ? null : guesses[i],
        ),
      );
      assert.deepEqual(tally(placesOf(item)), {right, asked: asked.length});
      assert.ok(markupOf(positions([item])).includes(`: ${right} of ${asked.length} right`));
    }
    session.close();
  });
