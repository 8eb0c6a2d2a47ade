/** How far down the page the part of a chapter reaches that is on screen. What lies folded below it may lie below the edge. @param {import('@playwright/test').Page} page */
export const bottomOfStage = (page) =>
  page.locator('.stage').evaluate((stage) => Math.floor(stage.getBoundingClientRect().bottom + scrollY));
