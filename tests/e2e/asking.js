// Choosing a question in Compare, as a reader does who waits until it is offered.
import {area, expect} from './lab.js';

/** Just long enough for a first, a middle and a last measurement. */
export const TRAIN = {
  batch_size: 8,
  steps: 40,
  seed: 5,
  eval_every: 20,
  clip_norm: 1,
  tier: 'strict',
  optimizer: {kind: 'adamw', lr: 0.01},
  schedule: {kind: 'constant'},
};

/** @param {import('@playwright/test').Page} page @param {string} title */
export async function ask(page, title) {
  await area(page, 'Compare');
  const section = page.locator('compare-section');
  const early = section.getByRole('button', {name: 'Compare now, before training'});
  const question = section.getByRole('button', {name: title, exact: true});
  await expect(async () => {
    await section.evaluate((one) => one.scrollIntoView({block: 'center'}), undefined, {timeout: 2000});
    if (await early.isVisible()) await early.click({timeout: 2000});
    await question.click({timeout: 2000}); // others may come before it meanwhile
    await expect(question).toHaveAttribute('aria-pressed', 'true', {timeout: 1000});
  }).toPass({timeout: 40_000});
}
