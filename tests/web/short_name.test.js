// A name that is too long keeps what tells it from others.
import assert from 'node:assert/strict';
import test from 'node:test';
import {fittedName, shortName} from '../../web/charts/short_name.js';

const within = (/** @type {number} */ most) => (/** @type {string} */ text) => [...text].length <= most;

test('the kind gives way first, then words from the left, and in the end letters from the right', () => {
  const name = 'Transformer without positions';
  assert.equal(shortName(name, within(29)), name);
  assert.equal(shortName(name, within(26)), 'Transfo… without positions');
  assert.equal(shortName(name, within(22)), 'Tra… without positions');
  assert.equal(shortName(name, within(20)), '… positions');
  assert.equal(shortName(name, within(6)), 'Trans…');
  assert.equal(shortName(name, within(0)), 'T…');
  assert.equal(shortName('LSTM', within(3)), 'LS…');
});

test('two that differ in their end alone stay apart wherever there is room for it', () => {
  for (let room = 140; room < 260; room += 10) {
    const [one, other] = ['Transformer without positions', 'Transformer with learned positions'].map((name) =>
      fittedName(name, room, 11),
    );
    assert.ok(room < 160 || one !== other, `${room}: ${one}`);
    assert.ok([...one].length * 0.62 * 11 <= room);
  }
});
