import assert from 'node:assert/strict';
import test from 'node:test';
import {cloudScene, describeMixture} from '../../web/charts/cloud.js';
import {pixelBytes} from '../../web/charts/pixels.js';
import {distance, wavePaths} from '../../web/charts/waves.js';
import {told} from '../../web/words/words.js';
import {areWords, isRight} from '../../web/elements/answers/tokens_view.js';
import {percent} from '../../web/elements/parts/format.js';

const FRAME = {width: 100, height: 50};

test('a wave goes from end to end of its frame, and stays inside', () => {
  const {target, answer} = wavePaths([[0], [1], [0]], [[0], [0.5], [50]], FRAME);
  assert.equal(target, 'M0 48L50 19.3L100 48');
  const heights = [...answer.matchAll(/[ML]\S+ (\S+?)(?=L|$)/g)].map(([, y]) => Number(y));
  assert.equal(heights.length, 3);
  assert.ok(
    heights.every((y) => y >= 0 && y <= 50),
    'an answer that goes wild is cut, and flattens nothing',
  );
});

test('what is not known leaves a gap in the line', () => {
  assert.equal(wavePaths([[0], [null], [1], [0]], [], FRAME).target.match(/M/g)?.length, 2);
  assert.doesNotMatch(wavePaths([], [], FRAME).target + wavePaths([[1]], [[1]], FRAME).answer, /NaN/);
});

test('the distance of two waves is the root of the mean square where both are known', () => {
  assert.equal(distance([[0], [null], [0]], [[3], [9], [4]]), Math.sqrt(12.5));
  assert.ok(Number.isNaN(distance([[null]], [[1]])));
});

test('clouds are placed in one frame with their points, the right way up', () => {
  const {dots, ellipses} = cloudScene(
    [
      [1, 1],
      [-1, -1],
    ],
    [{weight: 1, mean: [0, 0], deviation: [0.1, 0.2]}],
    115,
  );
  assert.ok(dots[0].cx > dots[1].cx && dots[0].cy < dots[1].cy);
  const [{cx, cy, rx, ry}] = ellipses;
  assert.deepEqual([cx, cy, Math.round(rx), Math.round(ry)], [57.5, 57.5, 10, 20]);
  assert.equal(
    told(
      describeMixture([
        {weight: 0.25, mean: [1, 2], deviation: [1, 1]},
        {weight: 0.75, mean: [-1, 0.5], deviation: [1, 1]},
      ]),
    ),
    '2 clouds: 75 % around -1.0, 0.5; 25 % around 1.0, 2.0',
  );
});

test('ink is dark on light and light on dark', () => {
  const [light, dark] = [false, true].map((theme) => pixelBytes([0, 1, 7], 3, theme));
  assert.deepEqual([light[0], light[4], light[8], light[3]], [255, 20, 20, 255]);
  assert.deepEqual([dark[0], dark[4], dark[8]], [20, 245, 245]);
});

test('an answer is right if nothing that was asked is wrong', () => {
  const item = {given: {}, answer: {}};
  assert.equal(isRight({...item, right: [true, null, true]}), true);
  assert.equal(isRight({...item, right: [true, false]}), false);
  assert.equal(isRight(item), null);
  assert.deepEqual([areWords(['a', null]), areWords(['ab', 'c'])], [false, true]);
  assert.deepEqual([percent(0.5), percent(1), percent(0.9968), percent(NaN)], ['50 %', '100 %', '99.6 %', '–']);
});
