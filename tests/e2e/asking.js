// Choosing a question in Compare, as a reader does who waits until it is offered.
import {area, expect} from './lab.js';

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
