// Reading a picture with pointer and keys, without a page: a picture of three columns and two rows, ten pixels each.
import assert from 'node:assert/strict';
import test from 'node:test';
import {Pointing} from '../../web/elements/inside/pointing.js';
import {cursorOf} from '../../web/elements/inside/shared_cursor.js';

/** A picture with its host; what is done to it comes through the listeners of its canvas. @param {{race?: object, columns?: number, none?: boolean}} [of] */
function pictured({race = {}, columns = 3, none = false} = {}) {
  const host = Object.assign(new EventTarget(), {race, renders: 0, requestUpdate: () => void host.renders++});
  const seen = {host, columns, none, said: /** @type {string[]} */ ([])};
  host.addEventListener('say', (event) => seen.said.push(/** @type {CustomEvent} */ (event).detail));
  const drawn = {
    scene: () => ({columns: seen.columns, rows: 2}),
    locate: (/** @type {number} */ x, /** @type {number} */ y) =>
      x < 10 * columns ? {column: Math.floor(x / 10), row: Math.floor(y / 10)} : null,
    readout: (/** @type {any} */ {column, row}) => [{key: 'number.percent', values: {n: 10 * row + column}}],
    place: (/** @type {any} */ {column}) => ({stream: /** @type {const} */ ('input'), index: column}),
    at: (/** @type {any} */ {index}) => (index < columns ? {column: index, row: 1} : null),
  };
  const pointing = new Pointing(/** @type {any} */ (host), {
    drawn: () => (seen.none ? null : drawn),
    draw: () => {},
    start: (scene) => ({column: scene.columns, row: 0}),
  });
  const [, move, , leave, click, key] = /** @type {((event?: object) => void)[]} */ (pointing.canvas('', '').values);
  const press = (/** @type {string} */ name) => {
    let prevented = false;
    key({key: name, shiftKey: false, preventDefault: () => (prevented = true)});
    return prevented;
  };
  return {...seen, seen, pointing, move, leave, click, press};
}

test('pointing: what is under the pointer is read, and nothing once it has left', () => {
  const {pointing, move, leave, host} = pictured();
  move({offsetX: 25, offsetY: 12});
  assert.deepEqual([pointing.cursor, pointing.reading], [{column: 2, row: 1}, '12 %']);
  move({offsetX: 26, offsetY: 13});
  assert.equal(host.renders, 1, 'the same reading is not rendered anew');
  leave();
  assert.deepEqual([pointing.cursor, pointing.reading, host.renders], [null, '', 2]);
});

test('pointing: keys begin where the picture says, move within it, are spoken, and leave with Escape', () => {
  const {pointing, press, said} = pictured();
  assert.ok(press('ArrowLeft') && press('ArrowDown') && !press('Tab'));
  assert.deepEqual(pointing.cursor, {column: 2, row: 1});
  assert.deepEqual(said, ['2 %', '12 %']);
  assert.ok(press('Escape'));
  assert.deepEqual([pointing.cursor, said.length], [null, 2]);
});

test('pointing: a click or Enter picks, the same once more lets go', () => {
  const {pointing, press, click} = pictured();
  click({offsetX: 11, offsetY: 3});
  assert.deepEqual(pointing.picked, {column: 1, row: 0});
  assert.ok(press('Enter'));
  assert.equal(pointing.picked, null);
  click({offsetX: 1, offsetY: 3});
  click({offsetX: 21, offsetY: 3});
  assert.deepEqual(pointing.picked, {column: 2, row: 0}, 'another is picked instead');
  pointing.letGo();
  assert.deepEqual([pointing.picked, pointing.cursor], [null, {column: 2, row: 0}]);
  pointing.forget();
  assert.deepEqual([pointing.cursor, pointing.reading], [null, '']);
});

test('pointing: what is outside of a smaller picture is let go', () => {
  const {pointing, click} = pictured();
  click({offsetX: 21, offsetY: 3});
  assert.deepEqual(pointing.within({columns: 3, rows: 1}).picked, {column: 2, row: 0});
  assert.deepEqual(pointing.within({columns: 2, rows: 1}), {cursor: null, picked: null});
});

test('pointing: two pictures of a race show the same place, each its own', () => {
  const race = {};
  const [one, two] = [pictured({race}), pictured({race, columns: 2})];
  one.move({offsetX: 15, offsetY: 3});
  assert.equal(one.pointing.follow(), false, 'it is its own place');
  assert.ok(two.pointing.follow());
  assert.deepEqual([two.pointing.cursor, two.pointing.reading], [{column: 1, row: 1}, '11 %']);
  one.move({offsetX: 25, offsetY: 3});
  two.pointing.follow();
  assert.equal(two.pointing.cursor, null, 'the other has no such place');
  one.leave();
  assert.equal(cursorOf(race).place, null);
});

test('pointing: where nothing is drawn nothing is read or picked', () => {
  const {pointing, move, click, press} = pictured({none: true});
  move({offsetX: 1, offsetY: 1});
  click({offsetX: 1, offsetY: 1});
  assert.ok(!press('ArrowLeft'));
  assert.deepEqual([pointing.cursor, pointing.picked], [null, null]);
});
