import assert from 'node:assert/strict';

/** Resolves once it is so; fails after ten seconds, which even a loaded machine should not need. @param {() => boolean} holds @param {string} what */
export async function until(holds, what) {
  const end = performance.now() + 10_000;
  while (!holds()) {
    if (performance.now() > end) assert.fail(`never: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
