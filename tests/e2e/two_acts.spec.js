// The chapters with more than a race: what is learned before it, and a set that is shuffled.
import {readFileSync} from 'node:fs';
import {createEngine} from '../../wasm_bindings/engine.js';
import {chapter as shapes} from '../../web/learn/shapes/chapter.js';
import {apart, asDecimal} from '../../web/learn/shuffle.js';
import {courseWord} from '../../web/learn/words.js';
import {say, told} from '../../web/words/words.js';
import {expect, test} from './lab.js';

test.setTimeout(150_000); // real chapters, on a machine that others share

/** @param {import('@playwright/test').Page} page @param {string} id @param {string} choice */
async function predicted(page, id, choice) {
  await page.goto(`./#chapter=${id}`);
  await page.getByRole('button', {name: told(courseWord(id, `choice_${choice}`)), exact: true}).click();
}

/** @param {import('@playwright/test').Page} page */
const state = (page) => page.locator('chapter-player:visible').evaluate(({race}) => race.state);
/** @param {import('@playwright/test').Page} page */
const done = (page) => expect.poll(() => state(page), {timeout: 120_000}).toBe('done');

/** The answers of the chapter's models, trained here. @param {string[]} prompts @returns {Promise<number[][][]>} by model and prompt */
async function answered(prompts) {
  const {experiment} = shapes;
  const wasm = readFileSync(new URL('../../build/wasm/engine_strict.wasm', import.meta.url));
  const engine = await createEngine({module: await WebAssembly.compile(wasm)});
  return experiment.models.map((model) => {
    const session = engine.open(/** @type {any} */ ({...experiment, models: [model]}), 0, new Uint8Array());
    session.step(experiment.train.steps);
    return prompts.map((prompt) => session.answer({prompt, beam: 1}).item.probabilities ?? []);
  });
}

test('shuffled members: what the page says of both models is what the engine gives', async ({page}) => {
  await predicted(page, 'shapes', 'set');
  await done(page);
  await page.getByRole('button', {name: say('player.next_why')}).click();
  const part = page.locator('shuffled-members');
  await expect(part.locator('li')).toHaveCount(2);
  const [before, now] = await part.locator('.orders .tokens').allInnerTexts();
  expect([...now].sort()).toEqual([...before].sort());
  expect(now).not.toBe(before);
  const [lstm, set] = (await answered([before, now])).map(([one, other]) => apart(one, other));
  expect(lstm).toBeGreaterThan(1e-3);
  expect(set).toBeLessThanOrEqual(1e-5);
  const [first, second] = await part.locator('.apart').allInnerTexts();
  expect(first).toBe(say('player.shuffle_differs', {name: 'LSTM', most: asDecimal(lstm)}));
  expect(second).toContain('Set Transformer: the same in every order but for rounding (0.0000');
  await expect(part.locator('.reading')).toContainText('In the ring: LSTM');
  await page.getByRole('button', {name: say('player.next_change')}).click();
  await page.locator('.positions button').last().click();
  await expect.poll(() => state(page)).toBe('training');
  await expect(part.locator('li')).toHaveCount(0); // other weights
  await done(page);
  await expect(part.locator('li')).toHaveCount(2);
});

test('the doors of a chapter lead into the lab', async ({page}) => {
  await predicted(page, 'shapes', 'set');
  await page.locator('chapter-player:visible').evaluate((player) => {
    player._story = {...player._story, stage: 'end', furthest: 'end', answered: 'sum'};
  });
  await page.getByRole('link', {name: told(courseWord('shapes', 'door_digits'))}).click();
  const lab = page.locator('unrolled-app:visible');
  await expect.poll(() => lab.evaluate(({race}) => race?.experiment.task.kind)).toBe('digits');
});

test('two acts: blanks are filled in first, for all to see, and then the labelled reviews by themselves', async ({
  page,
}) => {
  await predicted(page, 'blanks', 'pre');
  const act = page.locator('first-act');
  await expect(act).toContainText(told(courseWord('blanks', 'first_act')));
  await expect(page.locator('race-pace')).toContainText(say('player.act', {act: 1}));
  await expect(page.locator('race-pace')).toContainText('5,000');
  await expect(act.locator('path')).toHaveAttribute('d', /L/, {timeout: 60_000});
  await done(page);
  await expect(page.locator('race-pace')).toContainText(say('player.act', {act: 2}));
  await expect(act).toContainText(told(courseWord('blanks', 'first_act')), {timeout: 1000});
  const scores = await page
    .locator('chapter-player:visible')
    .evaluate(({race}) => race.runners.map(({latest}) => latest.val_accuracy));
  expect(scores[1]).toBeGreaterThan(scores[0] + 0.05);
  await page.setViewportSize({width: 390, height: 844}); // on a phone a line of the first act is left beside what came of it
  await expect(act.locator('p')).toBeHidden();
  await expect(act.getByText(say('player.act', {act: 1}))).toBeVisible();
});
