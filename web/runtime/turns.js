// One after the other.

/**
 * @returns {<T>(task: () => Promise<T>) => Promise<T>} runs each task when those before it are through, come what may
 */
export function inTurns() {
  /** @type {Promise<unknown>} */
  let last = Promise.resolve();
  return (task) => {
    const result = last.then(task);
    last = result.catch(() => {});
    return result;
  };
}
