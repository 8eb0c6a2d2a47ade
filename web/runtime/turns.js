// One after the other, and in time.

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

/**
 * @param {() => Promise<void>} task
 * @returns {() => Promise<void>} the same, where all calls that come while it is under way are one, which comes after it
 */
export function together(task) {
  /** @type {Promise<void> | null} */
  let going = null;
  /** @type {Promise<void> | null} */
  let next = null;
  /** @returns {Promise<void>} */
  const call = () => {
    if (going) return (next ??= going.catch(() => {}).then(() => ((next = null), call())));
    return (going = task().finally(() => (going = null)));
  };
  return call;
}

/** @param {Promise<unknown>} promise @param {number} ms @returns {Promise<boolean>} whether it is fulfilled in time; rejects as it does */
export async function inTime(promise, ms) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, ms, false)));
  try {
    return await Promise.race([promise.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
