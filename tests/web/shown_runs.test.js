// What a picture is handed: the measurement nearest to where somebody points on the curves, taps without padding once all are
// there, and one cursor for all pictures of a race.
import assert from 'node:assert/strict';
import test from 'node:test';
import {asksOf, tapsWanted} from '../../web/elements/compare/asks.js';
import {Course} from '../../web/elements/compare/course.js';
import {runsOf} from '../../web/elements/compare/shown_runs.js';
import {questionsOf} from '../../web/elements/inside/questions.js';
import {cursorOf} from '../../web/elements/inside/shared_cursor.js';
import {wantTaps} from '../../web/elements/inside/wanted_taps.js';
import {PICTURE_OPTIONS, reached} from '../support/measured_runs.js';

/** @param {object} meta @returns {any} */
const pictureOf = (meta) => ({
  meta: {id: 'reach', measure: 'reach', options: {}, title: {key: 'compare.reach.title'}, ...meta},
});

/** @param {number[]} steps @returns {any} */
function knownAt(steps) {
  const course = new Course();
  for (const step of steps) course.add(/** @type {any} */ (reached(step, [1, step])));
  return {course};
}

/** Its curves: at step 10, 20 and so on, twice as many symbols. @returns {any} */
const runner = () => ({
  name: 'GRU',
  model: {kind: 'gru'},
  colour: 1,
  dash: 0,
  info: {vocab: ['a', 'b'], looks: [{tap: 'gru.{layer}.hidden', layers: [0, 1]}]},
  look: null,
  curve: (/** @type {string} */ _, /** @type {string} */ axis) => ({
    x: [10, 20, 30, 40].map((x) => (axis === 'step' ? x : 2 * x)),
  }),
});

test('the latest is drawn, and where somebody points on the curves, what was measured nearest to that', () => {
  const known = knownAt([0, 10, 30]);
  const stepsOf = (/** @type {any} */ along) => {
    const seen = {picture: pictureOf({}), options: PICTURE_OPTIONS, along};
    const [run] = runsOf([runner()], seen, () => known, ['red', 'blue']);
    assert.equal(run.colour, 'blue');
    return [run.found.step, run.course.map(({step}) => step)];
  };
  assert.deepEqual(stepsOf(null), [30, [0, 10]]);
  assert.deepEqual(stepsOf({axis: 'step', x: 12}), [10, [0]]);
  assert.deepEqual(stepsOf({axis: 'tokens', x: 62}), [30, [0, 10]]);
  assert.deepEqual(stepsOf({axis: 'tokens', x: 5}), [10, [0]], 'the first test was at step 10');
});

test('after a reset nothing is drawn that was measured further on', () => {
  const seen = {picture: pictureOf({}), options: PICTURE_OPTIONS, along: null};
  const stepOf = (/** @type {number} */ step) =>
    runsOf([{...runner(), step}], seen, () => knownAt([0, 10, 30]), []).map(({found}) => found.step);
  assert.deepEqual([stepOf(30), stepOf(1)], [[30], [0]]);
  assert.deepEqual(
    runsOf([{...runner(), step: 0}], seen, () => knownAt([10]), []),
    [],
  );
});

test('what is asked beside comes where it is known, and a picture may say by what is chosen what it asks', () => {
  const picture = pictureOf({beside: [{measure: 'spectrum', options: {}}]});
  const knowing = (/** @type {any} */ _, /** @type {{measure: string}} */ {measure}) =>
    measure === 'reach' ? knownAt([0]) : measure === 'spectrum' ? knownAt([5]) : null;
  const [run] = runsOf([runner()], {picture, options: PICTURE_OPTIONS, along: null}, knowing, []);
  assert.equal(run.beside?.spectrum.step, 5);
  const asks = (/** @type {any} */ {choice}) => [{measure: 'reach', options: {examples: choice?.many ?? 1}}];
  assert.deepEqual(asksOf({...picture, asks}, {...PICTURE_OPTIONS, choice: {many: 9}}), [
    {measure: 'reach', options: {examples: 9}},
  ]);
});

test('taps come once all layers are there, cut to what is data', () => {
  const picture = pictureOf({taps: ['gru.{layer}.hidden']});
  assert.deepEqual(tapsWanted(picture.meta.taps, runner().info.looks), ['gru.0.hidden', 'gru.1.hidden']);
  const tap = (/** @type {number} */ layer) => ({
    name: `gru.${layer}.hidden`,
    axes: ['time', 'batch', 'unit'],
    shape: [4, 1, 2],
    data: Float32Array.from([1, 2, 3, 4, 5, 6, 7, 8]),
  });
  const item = {given: {symbols: ['x', 'y', 'z']}};
  const lookWith = (/** @type {any[]} */ taps) => ({
    ...runner(),
    look: {step: 7, symbols: ['x', 'y', 'z', '·'], item, taps},
  });
  const of = (/** @type {any} */ one) =>
    runsOf([one], {picture, options: PICTURE_OPTIONS, along: null}, () => knownAt([0]), [])[0];
  assert.equal(of(lookWith([tap(0)])).look, undefined);
  const {look, vocab} = of(lookWith([tap(0), tap(1)]));
  assert.deepEqual(vocab, ['a', 'b']);
  assert.equal(look?.step, 7);
  assert.deepEqual(look?.symbols, ['x', 'y', 'z']);
  assert.deepEqual(
    look?.taps.map(({shape, data}) => [shape, data.length]),
    [
      [[3, 1, 2], 6],
      [[3, 1, 2], 6],
    ],
  );
});

test('all who want taps of a model get them in one look, until the last leaves', () => {
  /** @type {string[][]} */
  const asked = [];
  const one = /** @type {any} */ ({model: {kind: 'gru'}});
  const race = /** @type {any} */ ({
    runners: [one],
    setWatched: (/** @type {number} */ _, /** @type {string[]} */ taps) => asked.push(taps),
  });
  const [a, b] = [{}, {}];
  wantTaps(race, one, a, ['x']);
  wantTaps(race, one, b, ['x', 'y']);
  wantTaps(race, one, b, ['x', 'y']);
  wantTaps(race, one, a, []);
  wantTaps(race, one, b, []);
  assert.deepEqual(asked, [['x'], ['x', 'y'], []]);
});

test('one cursor: who points is seen by all, and who leaves takes away only its own', () => {
  const cursor = cursorOf({});
  let moves = 0;
  cursor.addEventListener('move', () => moves++);
  const [a, b] = [{}, {}];
  cursor.point(a, {place: {stream: 'input', index: 3}});
  cursor.point(a, {place: {stream: 'input', index: 3}});
  assert.equal(moves, 1);
  cursor.point(b, {along: {axis: 'step', x: 100}});
  cursor.point(a, {});
  assert.deepEqual([cursor.place, cursor.along, moves], [null, {axis: 'step', x: 100}, 2]);
  cursor.point(b, {});
  assert.deepEqual([cursor.along, moves], [null, 3]);
});

test('questions: what views of taps and pictures of measures answer stands together, in one order', () => {
  const view = (/** @type {string} */ id, /** @type {string} */ tap) =>
    /** @type {any} */ ({meta: {id, taps: [tap], title: {key: id}}});
  const views = [
    view('gates', 'lstm.{layer}.gates'),
    view('guesses', 'probabilities'),
    view('maps', 'conv.{layer}.hidden'),
  ];
  const pictures = [pictureOf({id: 'memory'}), pictureOf({id: 'reach'})];
  const all = questionsOf(views, pictures).map(({id, entries}) => [id, entries.map((entry) => entry.id)]);
  assert.deepEqual(all, [
    ['memory', ['gates', 'measured-memory']],
    ['expect', ['guesses']],
    ['patterns', ['maps']],
    ['reach', ['measured-reach']],
  ]);
});
