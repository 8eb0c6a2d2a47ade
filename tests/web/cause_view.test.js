// The picture of a cause says what is the matter where it cannot be made: it does not wait for what never comes.
import assert from 'node:assert/strict';
import test from 'node:test';
import '../../web/words/late.js';
import {say} from '../../web/words/words.js';
import {elementOf, written} from '../support/page_parts.js';
import {heard} from '../support/template_tree.js';
import {until} from '../support/until.js';

/** What a picture is drawn when; Lit was loaded without. */
const SCREEN = {
  matchMedia: () => Object.assign(new EventTarget(), {matches: false}),
  document: Object.assign(new EventTarget(), {hidden: false, visibilityState: 'visible'}),
  requestAnimationFrame: (/** @type {() => void} */ draw) => setTimeout(draw, 1),
};

/** Of which a few things can be found out. */
class FakeRunner extends EventTarget {
  state = 'ready';
  refused = false;
  adopted = null;
  model = {kind: 'gru'};

  /** @param {string[]} kinds */
  constructor(kinds) {
    super();
    this.kinds = kinds;
  }

  measures = async () => this.kinds.map((kind) => ({kind, bytes: 0, flops: 0}));
}

/** @param {string[]} kinds */
async function shown(kinds) {
  const runners = [new FakeRunner(kinds)];
  const race = Object.assign(new EventTarget(), {
    runners,
    awaited: null,
    text: {title: ''},
    experiment: {task: {kind: 'recall'}, train: {seed: 1}, models: [{kind: 'gru'}]},
  });
  const bring = () => async () => ({meta: {id: 'made_up', measure: 'lengths'}});
  const element = /** @type {any} */ (
    await elementOf('learn/cause_view.js', 'cause-view', {race, look: {picture: 'made_up'}, bring})
  );
  Object.assign(globalThis, SCREEN);
  return {element, text: () => heard(written(element))};
}

test('while it is asked that is said; where no model has it, that', async () => {
  const {element, text} = await shown(['reach']);
  assert.equal(text().trim(), say('compare.asking'));
  element.updated();
  await until(() => text().trim() === say('compare.none'), `nothing can be made of it, and the page says: ${text()}`);
});

test('where a model has it, the picture is there', async () => {
  const {element} = await shown(['lengths']);
  element.updated();
  await until(() => JSON.stringify(written(element)).includes('picture-frame'), 'the picture');
});
