// Trains every model of tests/golden/hashes.json in workers of their own, `together` at once, without the rest of the page.

/** One case in a new worker. @param {number} index @returns {Promise<{name: string, weights: string}>} */
function train(index) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('worker.js', import.meta.url), {type: 'module'});
    const end = (/** @type {() => void} */ tell) => (worker.terminate(), tell());
    worker.onmessage = ({data}) => end(() => (data.error ? reject(new Error(data.error)) : resolve(data)));
    worker.onerror = (event) => end(() => reject(new Error(event.message)));
    worker.postMessage(index);
  });
}

/** @param {number} count of cases @param {number} together */
async function trainAll(count, together) {
  /** @type {Record<string, string>} */
  const found = {};
  let next = 0;
  const lane = async () => {
    while (next < count) {
      const {name, weights} = await train(next++);
      found[name] = weights;
    }
  };
  await Promise.all(Array.from({length: together}, lane));
  return found;
}

Object.assign(globalThis, {trainAll});
