// Pictures of memories: units by places, in their order and in the order of their slowness.
import assert from 'node:assert/strict';
import test from 'node:test';
import * as views from '../../web/charts/index.js';
import {colourScale} from '../../web/charts/colour.js';
import {toldAll} from '../../web/words/words.js';
import {VIEW_OPTIONS as OPTIONS, fakeContext, fakeTap} from '../support/fake_canvas.js';

test('hidden state: values become colours, unit and character are the ones pointed at', () => {
  const tap = fakeTap([2, 1, 2], (i) => [1, -1, 0, 0.5][i]);
  const options = {...OPTIONS, symbols: ['a', ' ']};
  const ctx = fakeContext();
  views.hiddenState.draw(ctx, [tap], options);
  const colour = colourScale('diverging', -1, 1, false);
  assert.deepEqual(
    ctx.rects.slice(0, 4).map(({fill}) => fill),
    [colour(1), colour(0), colour(-1), colour(0.5)],
    'row by row',
  );
  assert.equal(
    toldAll(views.hiddenState.readout([tap], options, {column: 1, row: 1})),
    'Unit 2 after reading space (character 2): +0.50',
  );
  assert.equal(
    toldAll(views.hiddenState.describe([tap], options)),
    '2 units over 2 characters: 50 % of the values are saturated (beyond ±0.9); unit 2 changes most, by 1.50 per character.',
  );
});

test('values without a bound are drawn to their largest, and none is called saturated', () => {
  const tap = fakeTap([2, 1, 2], (i) => [0, 4.25, 0.5, 0][i]);
  const options = {...OPTIONS, symbols: ['a', 'b']};
  for (const view of [views.patternsFound, views.hiddenState]) {
    assert.equal(view.scene([tap], options).legend[0].high, 5);
    assert.equal(
      toldAll(view.describe([tap], options)),
      '2 units over 2 characters, with values up to ±4.3; unit 2 changes most, by 4.25 per character.',
    );
  }
});

test('slow units come first when asked for, and a row still names its own unit', () => {
  const hidden = fakeTap(
    [4, 1, 3],
    (i) => [0.9, 0.5, -0.5][i % 3] * (i % 3 === 0 && Math.floor(i / 3) % 2 ? -1 : 1) + (i % 3 === 1 ? i / 30 : 0),
  );
  const options = {...OPTIONS, symbols: [...'abcd'], choice: {order: 1}};
  const units = [0, 1, 2].map(
    (row) => toldAll(views.hiddenState.readout([hidden], options, {column: 0, row})).match(/Unit (\d)/)?.[1],
  );
  assert.deepEqual(units, ['3', '2', '1'], 'still, drifting, flickering');
  const gates = fakeTap([4, 1, 4, 3], () => 0.5);
  assert.match(toldAll(views.lstmGates.readout([gates, hidden], options, {column: 0, row: 3})), /^Unit 3 /);
});
