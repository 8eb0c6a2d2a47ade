// Words of one experiment never stand beside another: neither its story nor its name, nor a question or a passage that was
// meant for its text.
import assert from 'node:assert/strict';
import test from 'node:test';
import {Race} from '../../web/runtime/race.js';
import {PRESETS, presetOf} from '../../web/state/presets.js';
import {fakeSurroundings} from '../support/fake_surroundings.js';
import {elementOf, written} from '../support/page_parts.js';
import {every, ofClass, textOf} from '../support/template_tree.js';
import {until} from '../support/until.js';

const NOVEL = /** @type {import('../../web/state/presets.js').Preset} */ (PRESETS.find(({id}) => id === 'novel'))
  .experiment;
const OWN = new TextEncoder().encode('the quick brown fox jumps over the lazy dog. '.repeat(60));
const file = (/** @type {string} */ name) => /** @type {any} */ (new File([OWN], name));

/** A race with what says something of it, as the page has them. @param {any} [text] words that came with a link */
async function page(text = {}) {
  const race = new Race(fakeSurroundings(), NOVEL);
  await race.preload({eager: true});
  const gallery = await elementOf('lab/preset_gallery.js', 'preset-gallery', {race, text});
  const words = await elementOf('lab/preset_words.js', 'preset-words', {race, text});
  const panel = await elementOf('setup/task_panel.js', 'task-panel', {race});
  panel.addEventListener('page-change', () => (words.text = {}));
  const {beginningOf} = await import('../../web/elements/answers/prompt_panel.js');
  return {
    race,
    panel,
    story: () => ofClass(written(words), 'story').map(textOf).join(),
    pressed: () => every(written(gallery), ({attributes}) => String(attributes['aria-pressed']) === 'true').length,
    begins: () => beginningOf(race),
    /** @param {string} id of a menu @param {string} value */
    async choose(id, value) {
      const [menu] = every(written(panel), ({attributes}) => attributes.id === id);
      await menu.attributes['@change'].call(panel, {target: {value}});
      await until(() => !panel._busy, 'the panel');
    },
  };
}

test('a story goes when another text is chosen, and so does the name', async () => {
  const {race, story, pressed, choose, begins} = await page();
  assert.match(story(), /Moby Dick/);
  assert.equal(begins(), 'The whale ');
  await choose('corpus', 'names');
  assert.equal(race.experiment.task.corpus, 'names');
  assert.equal(story(), '');
  assert.equal(pressed(), 0);
  assert.notEqual(race.experiment.name, NOVEL.name);
  assert.doesNotMatch(begins(), /whale/);
  race.close();
});

test('a story goes with data of one’s own, and words that somebody wrote go too', async () => {
  for (const text of [{}, {preset: 'novel'}, {title: 'Week 3', story: 'Moby Dick, as you know it.'}]) {
    const {race, panel, story, begins} = await page(text);
    assert.match(story(), /Moby Dick|preset/);
    await panel.useFile(file('fox.txt'));
    assert.equal(race.experiment.task.corpus, 'own');
    assert.equal(story(), '', JSON.stringify(text));
    await until(() => race.text.state === 'ready', 'the text');
    assert.doesNotMatch(begins(), /whale/);
    race.close();
  }
});

test('a story goes with another task, stays with another length', async () => {
  const {race, story, choose} = await page();
  await race.updateTask({...race.experiment.task, length: 32});
  assert.match(story(), /Moby Dick/);
  assert.equal(race.experiment.name, NOVEL.name);
  await choose('task', 'reverse');
  assert.equal(race.experiment.task.kind, 'reverse');
  assert.doesNotMatch(story(), /Moby Dick/);
  race.close();
});

test('words for data that a link could not carry wait until these come', async () => {
  const text = {title: 'Week 3', story: 'Bring your own.'};
  const own = {...NOVEL, name: 'Mine', task: {kind: 'text', corpus: 'own', length: 64}};
  const {race, panel, story} = await page(text);
  await race.setExperiment(own);
  await panel.useFile(file('fox.txt'));
  assert.equal(story(), 'Bring your own. ');
  assert.equal(race.experiment.name, 'Mine');
  await panel.useFile(file('another.txt'));
  assert.equal(story(), '', 'another text is another text');
  race.close();
});

test('a link of an older page, with a preset’s name and another text, has no story', () => {
  const {describe} = fakeSurroundings();
  assert.ok(presetOf(NOVEL, describe));
  assert.equal(presetOf({...NOVEL, task: {kind: 'text', corpus: 'own'}}, describe), undefined);
});

test('a passage to look at, and the example, are of the present text', async () => {
  const {race, panel} = await page();
  await race.setExcerpt('Call me Ishmael');
  await race.updateTask({...race.experiment.task, length: 32});
  assert.equal(race.excerpt, 'Call me Ishmael');
  await panel.useFile(file('fox.txt'));
  assert.notEqual(race.excerpt, 'Call me Ishmael');
  race.setExample(7);
  await race.setExperiment({...race.experiment, task: {kind: 'reverse'}});
  assert.equal(race.excerpt, '0');
  race.close();
});

test('what was typed is kept while the race is about the same, and gives way to what fits', async () => {
  const {Typed} = await import('../../web/elements/parts/typed.js');
  const box = /** @type {any} */ ({value: ''});
  const typed = new Typed();
  const about = (/** @type {string} */ corpus) =>
    /** @type {any} */ ({experiment: {task: {kind: 'text', corpus}}, text: {title: corpus}});
  typed.settle(box, about('moby-dick'), 'The whale ');
  assert.equal(box.value, 'The whale ');
  box.value = 'Ahab ';
  typed.write();
  typed.settle(box, about('moby-dick'), 'The whale ');
  assert.equal(box.value, 'Ahab ');
  typed.settle(box, about('names'), 'ann');
  assert.equal(box.value, 'ann');
});
