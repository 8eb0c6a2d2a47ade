// What a chapter shows beside its own race: rivals that were recorded, a choice of the axis, what a symbol costs, and what models write.
import assert from 'node:assert/strict';
import test from 'node:test';
import {farthestOf, placesAlong, rivalsOf} from '../../web/elements/learn/rivals.js';
import {costOf, symbolCost} from '../../web/elements/learn/symbol_cost.js';
import {ghostsBeneath} from '../../web/elements/learn/former_runs.js';
import {xRange} from '../../web/charts/loss_columns.js';
import {openChapter} from '../../web/learn/open.js';
import {Progress} from '../../web/learn/progress.js';
import {wordsOf} from '../../web/learn/words.js';
import {passageOf} from '../../tools/chapters/passage.mjs';
import {experimentOf, rivalKey} from '../../tools/chapters/rivals.mjs';
import {fakeSurroundings} from '../support/fake_surroundings.js';
import {MADE} from '../support/made_chapter.js';
import {elementOf, written} from '../support/page_parts.js';
import {every, heard, textOf} from '../support/template_tree.js';

const RIVAL = {id: 'large', model: {kind: 'gru', hidden_size: 64}, train: {steps: 600, optimizer: {lr: 0.002}}};
const RECORDED = {
  ...{of: 'a', hash: 'b', step: [100, 200], value: [3, 2]},
  ...{seconds: 0.5, processor: 'A processor', tokens: 1000, flops: 1e6},
};
const CHAPTER = /** @type {any} */ ({...MADE, id: 'novel', rivals: [RIVAL]});
const SCENE = {chapter: CHAPTER, recorded: /** @type {any} */ ({rivals: [RECORDED]}), former: null};

test('a rival stands along each axis where its steps, symbols, operations and seconds in a page are', () => {
  assert.deepEqual(placesAlong(RECORDED, 'step'), [100, 200]);
  assert.deepEqual(placesAlong(RECORDED, 'tokens'), [1e5, 2e5]);
  assert.deepEqual(placesAlong(RECORDED, 'flops'), [1e8, 2e8]);
  assert.deepEqual(placesAlong(RECORDED, 'seconds'), [50, 100]);
  assert.equal(farthestOf(rivalsOf(SCENE), 'seconds'), 100);
  assert.equal(farthestOf([], 'step'), 0);
});

test('the axis reaches as far as what was recorded, and no farther than its own race where nothing was', () => {
  assert.equal(ghostsBeneath(SCENE)?.far?.('tokens'), 2e5);
  assert.equal(ghostsBeneath(SCENE)?.longest, 'GRU three times as wide, recorded'.length);
  assert.equal(ghostsBeneath({...SCENE, recorded: null}), null);
  const runs = [{name: 'a', train: {x: [], y: []}, held_out: {x: [10, 20], y: [3, 2]}}];
  assert.equal(xRange(runs, {log: false, end: 30, least: 10, far: 200}).end, 200);
  assert.equal(xRange(runs, {log: false, end: 30, least: 10}).end, 30);
});

test('a rival is another training of another model on the same task, and known by what it is', () => {
  const made = experimentOf(CHAPTER, RIVAL);
  assert.deepEqual(made.models, [RIVAL.model]);
  assert.equal(made.task, CHAPTER.experiment.task);
  assert.deepEqual([made.train.steps, made.train.optimizer?.lr, made.train.optimizer?.kind], [600, 0.002, 'adamw']);
  assert.notEqual(rivalKey(CHAPTER, RIVAL), rivalKey(CHAPTER, {...RIVAL, train: {steps: 601}}));
  assert.ok(wordsOf(CHAPTER).includes('rival_large'));
});

test('what a symbol cost is told of those that were timed, and only where the chapter wants it', () => {
  const timed = (/** @type {number} */ seconds) => ({name: `m${seconds}`, latest: {seconds, tokens: 4000}});
  assert.equal(costOf(timed(2)), 0.5);
  const said = (/** @type {any} */ scene) => JSON.stringify(/** @type {any} */ (symbolCost(scene)).values ?? []);
  const race = {runners: [timed(2), timed(0)]};
  assert.match(said({chapter: {costs: true}, race}), /m2 0\.5 ms/);
  assert.doesNotMatch(said({chapter: {costs: true}, race}), /m0/);
  assert.equal(said({chapter: {}, race}), '[]');
});

/** @param {import('node:test').TestContext} context @param {object} more of the chapter */
async function player(context, more) {
  const element = await elementOf('learn/chapter_player.js', 'chapter-player', {progress: new Progress(null)});
  const chapter = /** @type {any} */ ({...MADE, ...more});
  const race = await openChapter(element, fakeSurroundings({}), chapter, {recorded: /** @type {any} */ ({example: {items: []}, anatomies: [null, null], rivals: [RECORDED]})}); // prettier-ignore
  context.after(() => race.close());
  element.willUpdate(new Map([['chapter', null]]));
  await import('../../web/elements/learn/later_parts.js');
  const at = async (/** @type {string} */ stage) => {
    element._story = {...element._story, stage, furthest: 'end', predicted: 'gru'};
    written(element);
    await new Promise((resolve) => setTimeout(resolve, 5));
    return written(element);
  };
  return {element, at};
}

test('along what the curves are drawn is the reader’s choice where a chapter offers one, the first to begin with', async (context) => {
  const {element, at} = await player(context, {axes: ['tokens', 'seconds']});
  assert.equal(element.view.axis, 'tokens');
  const buttons = every(await at('watch'), ({attributes}) => 'aria-pressed' in attributes);
  assert.deepEqual(buttons.map(({attributes}) => attributes['aria-pressed']), [true, false]); // prettier-ignore
  buttons[1].attributes['@click']({});
  assert.equal(element.view.axis, 'seconds');
  const {element: plain, at: stage} = await player(context, {});
  assert.equal(plain.view.axis, 'step');
  assert.equal(every(await stage('watch'), ({attributes}) => 'aria-pressed' in attributes).length, 0);
});

test('what was recorded says so, with its steps, its time and its processor', async (context) => {
  const {at} = await player(context, {id: 'novel', rivals: [RIVAL]});
  assert.match(heard(await at('watch')), /does not run here.*200 steps would take 1 min 40 s.*A processor/s);
});

test('where a chapter lets models write, they do in the last beat, in the place of the picture', async (context) => {
  const {at} = await player(context, {prompts: true});
  const tags = (/** @type {any} */ tree, /** @type {string} */ tag) => every(tree, (one) => one.tag === tag).length;
  const there = await at('challenge');
  assert.deepEqual([tags(there, 'prompt-panel'), tags(there, 'cause-view')], [1, 0]);
  const why = await at('why');
  assert.deepEqual([tags(why, 'prompt-panel'), tags(why, 'cause-view')], [0, 1]);
});

test('a passage is what stands before the character that is asked for, and nobody learned from it', () => {
  const text = [...'x'.repeat(940), ...'call me ishmael', ...'x'.repeat(45)];
  const {given, asked} = passageOf(text, 950);
  assert.equal(given.slice(-10).join(''), 'call me is');
  assert.equal(given.length, 28);
  assert.equal(asked, 'h');
  assert.throws(() => passageOf(text, 900));
  assert.throws(() => passageOf(text, 1000));
});

test('the panel in brief offers how bold the writing is, and nothing else', async () => {
  const race = {experiment: {task: {}}, text: {}, excerpt: '', runners: [], lacksData: false};
  const fields = async (/** @type {boolean} */ brief) => {
    const panel = await elementOf('answers/prompt_panel.js', 'prompt-panel', {race, brief});
    return every(written(panel), ({tag}) => tag === 'option-field').map(({attributes}) => attributes['.option'].name);
  };
  assert.deepEqual(await fields(true), ['temperature']);
  assert.deepEqual(await fields(false), ['temperature', 'top_k', 'tokens', 'seed']);
  assert.ok(textOf);
});
