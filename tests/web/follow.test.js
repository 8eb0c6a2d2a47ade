import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Follow} from '../../web/elements/parts/follow.js';

test('who has left is not held by what it followed, though it is drawn once more; who comes back follows again', () => {
  const target = new EventTarget();
  let heard = 0;
  const host = /** @type {any} */ ({addController() {}});
  const follow = new Follow(host, () => target, {change: () => heard++});
  const tell = () => (target.dispatchEvent(new Event('change')), heard);
  follow.hostConnected();
  follow.hostUpdate();
  assert.equal(tell(), 1);
  follow.hostDisconnected();
  follow.hostUpdate(); // asked for before it left
  assert.equal(tell(), 1);
  follow.hostConnected();
  assert.equal(tell(), 2);
});
