// What is found out about the models of a race: asked only of those that are open, followed only while somebody looks, and forgotten
// when a model is another one.
import assert from 'node:assert/strict';
import test from 'node:test';
import {Course} from '../../web/elements/compare/course.js';
import {Following} from '../../web/elements/compare/following.js';
import {Measurable} from '../../web/elements/compare/measurable.js';
import {askable} from '../../web/elements/compare/whose.js';
import {FOLLOWED} from '../../web/runtime/followed.js';
import {elementOf, written} from '../support/page_parts.js';
import {reached} from '../support/measured_runs.js';
import {heard, every, textOf} from '../support/template_tree.js';

/** @param {number} step @returns {any} */
const found = (step) => ({...reached(step, [1, 0.5, 0.1]), measure: 'reach', ms: 1});
const settled = () => new Promise((resolve) => setImmediate(resolve));

class FakeRunner extends EventTarget {
  state = 'ready';
  refused = false;
  adopted = null;
  info = {form: 'single'};
  colour = 0;
  dash = 0;
  opened = 0;
  /** @type {{kind: string, heard: (told: any) => void}[]} */
  follows = [];
  asked = 0;
  /** @type {Error | null} */
  fault = null;

  /** @param {string} name @param {string[]} kinds */
  constructor(name, kinds) {
    super();
    Object.assign(this, {name, kinds, model: {kind: name.toLowerCase()}, id: name});
    /** @type {string[]} */
    this.kinds = kinds;
    FOLLOWED.set(this, /** @type {any} */ (this.followed));
  }

  followed = {
    follow: (/** @type {string} */ kind, /** @type {object} */ _, /** @type {(told: any) => void} */ hear) => {
      const one = {kind, heard: hear};
      this.follows.push(one);
      return () => (this.follows = this.follows.filter((other) => other !== one));
    },
  };

  async measures() {
    this.asked++;
    if (this.fault) throw this.fault;
    return this.kinds.map((kind) => ({kind, bytes: 0, flops: 0}));
  }

  prepare() {
    this.opened++;
  }

  /** @param {any} told */
  tell(told) {
    for (const {heard: hear} of this.follows) hear({found: null, failure: null, ...told});
  }
}

/** @param {FakeRunner[]} runners @returns {any} */
function raceOf(runners) {
  const models = runners.map((runner) => /** @type {any} */ (runner).model);
  const experiment = {task: {kind: 'adding'}, train: {seed: 1}, models};
  const describe = {
    tasks: [{kind: 'adding', options: [], places: {given: 'numbers'}}],
    models: [],
    train: {options: []},
  };
  return Object.assign(new EventTarget(), {
    runners,
    experiment,
    describe,
    awaited: null,
    text: {title: ''},
    readsText: false,
    baselines: [],
  });
}

test('a course keeps the first and the latest, thins what lies between, and begins anew with its run', () => {
  const course = new Course();
  for (let step = 0; step <= 300; step += 3) course.add(found(step));
  assert.equal(course.latest?.step, 300);
  assert.equal(course.earlier[0].step, 0);
  assert.equal(course.earlier.length, 16);
  const gaps = course.earlier.slice(1).map(({step}, i) => step - course.earlier[i].step);
  assert.ok(Math.max(...gaps) <= 4 * Math.min(...gaps), `about evenly apart: ${gaps}`);
  course.add(found(300));
  assert.notEqual(course.earlier.at(-1)?.step, 300, 'the same step again is no course');
  const kept = course.earlier.map(({step}) => step).filter((step) => step < 100);
  course.add(found(100));
  assert.deepEqual([course.earlier.map(({step}) => step), course.latest?.step], [kept, 100]);
  assert.ok(kept.length > 1);
  course.add(found(0));
  assert.deepEqual([course.earlier, course.latest?.step], [[], 0]);
});

test('only models that are open are asked, each once, and again when it is another', async () => {
  const [gru, rnn] = [new FakeRunner('GRU', ['reach']), new FakeRunner('RNN', ['reach', 'gaps'])];
  rnn.state = 'idle';
  const race = raceOf([gru, rnn]);
  assert.deepEqual(askable(race), [gru]);
  let changed = 0;
  const measurable = new Measurable(() => changed++);
  measurable.ask(race, askable(race));
  measurable.ask(race, askable(race));
  await settled();
  assert.deepEqual([gru.asked, rnn.asked, changed], [1, 0, 1]);
  assert.deepEqual([.../** @type {any} */ (measurable.of(race, /** @type {any} */ (gru))).kinds], ['reach']);
  race.experiment.train.seed = 2;
  assert.equal(measurable.of(race, /** @type {any} */ (gru)), null, 'other weights');
  race.awaited = {};
  assert.deepEqual(askable(race), []);
});

test('whoever looks is told that what did not come can be asked for again, though nothing else changes', async (t) => {
  t.mock.timers.enable({apis: ['setTimeout']});
  const gru = new FakeRunner('GRU', ['reach']);
  const able = gru.measures.bind(gru);
  gru.measures = () => Promise.reject(new Error('its worker went'));
  const race = raceOf([gru]);
  let changed = 0;
  const measurable = new Measurable(() => (changed++, measurable.ask(race, askable(race))));
  measurable.ask(race, askable(race));
  await Promise.resolve().then(() => {});
  await Promise.resolve();
  assert.equal(changed, 1);
  gru.measures = able;
  t.mock.timers.tick(2000);
  await Promise.resolve().then(() => {});
  await Promise.resolve();
  assert.deepEqual([.../** @type {any} */ (measurable.of(race, /** @type {any} */ (gru))?.kinds)], ['reach']);
});

test('a measure is followed once a model, left when nobody looks, and its course is kept', () => {
  const gru = new FakeRunner('GRU', ['reach']);
  const runner = /** @type {any} */ (gru);
  const race = raceOf([gru]);
  const following = new Following(() => {});
  const [reach, gaps] = [
    {measure: 'reach', options: {}},
    {measure: 'gaps', options: {}},
  ];
  following.follow(race, [{runner, asks: [reach]}]);
  following.follow(race, [{runner, asks: [reach]}]);
  assert.equal(gru.follows.length, 1);
  gru.tell({found: found(0)});
  gru.tell({found: found(9)});
  following.stop();
  assert.equal(gru.follows.length, 0);
  assert.equal(following.of(race, runner, reach)?.course.latest?.step, 9);
  following.follow(race, [{runner, asks: [gaps]}]);
  assert.deepEqual(
    gru.follows.map(({kind}) => kind),
    ['gaps'],
  );
  race.experiment.task = {kind: 'parity'};
  assert.equal(following.of(race, runner, reach), null, 'it was found out on another task');
  following.follow(race, [{runner, asks: [reach]}]);
  gru.tell({found: found(0)});
  assert.deepEqual(
    [following.of(race, runner, reach)?.course.latest?.step, following.of(race, runner, reach)?.course.earlier],
    [0, []],
    'it begins anew',
  );
});

/** What is told to those who wait to be on screen. @type {Set<(entries: {isIntersecting: boolean}[]) => void>} */
const watching = new Set();

class Observer {
  /** @param {(entries: {isIntersecting: boolean}[]) => void} callback */
  constructor(callback) {
    watching.add(callback);
  }
  observe() {}
  disconnect() {}
}

/** @param {FakeRunner[]} runners */
async function section(runners) {
  Object.assign(globalThis, {
    IntersectionObserver: Observer,
    requestAnimationFrame: () => 1,
    matchMedia: () => ({matches: false}),
  });
  watching.clear();
  const race = raceOf(runners);
  const element = await elementOf('compare/compare_section.js', 'compare-section', {race});
  const frame = await elementOf('compare/picture_frame.js', 'picture-frame', {race});
  return {
    element,
    /** What the section hands to its picture, and what that says. */
    framed: () => {
      const [shown] = every(written(element), ({tag}) => tag === 'picture-frame');
      Object.assign(frame, {picture: shown.attributes['.picture'], asked: shown.attributes['.asked']});
      frame.willUpdate();
      frame.updated();
      return heard(written(frame));
    },
    see: async (/** @type {boolean} */ on) => {
      for (const seen of watching) seen([{isIntersecting: on}]);
      await settled();
      await settled();
    },
  };
}

test('the section offers questions that some model can answer, says who is measured, who failed, and whom it does not concern', async () => {
  const [gru, rnn, gram] = [
    new FakeRunner('GRU', ['reach']),
    new FakeRunner('RNN', ['reach', 'influence']),
    new FakeRunner('Counts', []),
  ];
  const {element, framed, see} = await section([gru, rnn, gram]);
  assert.deepEqual([gru.asked, gru.follows], [0, []], 'nobody sees it');
  await see(true);
  const buttons = () => every(written(element), ({tag}) => tag === 'button').map(textOf);
  assert.deepEqual(buttons(), ['How far back does it learn?', 'Where does it look?']);
  assert.match(heard(written(element)), /Not concerned by this question: Counts/);
  assert.match(framed(), /Being measured for the first time: GRU, RNN/);
  gru.tell({found: found(0)});
  rnn.tell({failure: {code: 'invalid_config', key: 'trouble.internal', values: {reason: 'no'}, where: ''}});
  const now = framed();
  assert.match(now, /How far back does it learn\? GRU: what stood 2 numbers back counts 10 % of what counts most\./);
  assert.match(now, /RNN: .*no/);
  assert.doesNotMatch(now, /Being measured/);
  await see(false);
  assert.deepEqual([gru.follows, rnn.follows], [[], []]);
});

test('after a reset a model is being measured until that is done anew', async () => {
  const gru = Object.assign(new FakeRunner('GRU', ['reach']), {step: 9});
  const {framed, see} = await section([gru]);
  await see(true);
  framed();
  gru.tell({found: found(9)});
  assert.match(framed(), /GRU: what stood 2 numbers back/);
  gru.step = 0;
  assert.match(framed(), /Being measured for the first time: GRU/);
  gru.tell({found: found(0)});
  assert.doesNotMatch(framed(), /Being measured/);
});

test('before training nothing is opened unasked', async () => {
  const gru = new FakeRunner('GRU', ['reach']);
  gru.state = 'idle';
  const {element, see} = await section([gru]);
  await see(true);
  const [button] = every(written(element), ({tag}) => tag === 'button');
  assert.equal(textOf(button), 'Compare now, before training');
  assert.deepEqual([gru.asked, gru.opened], [0, 0]);
  button.attributes['@click'].call(element);
  assert.equal(gru.opened, 1);
});
