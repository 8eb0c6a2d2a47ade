// Lines to compare a race's models with. What counts depends on how a model reads (its form), so a line may hold for some only.

/** @typedef {import('./types').Baseline} Baseline */

/**
 * Every line of every model once.
 * @param {Iterable<{name: string, info: import('./types').Info | null}>} runners
 * @returns {Baseline[]} with `of` where it does not hold for all that have lines
 */
export function baselinesOf(runners) {
  const known = [...runners].filter(({info}) => info?.baselines);
  /** @type {Map<string, Baseline & {of: string[]}>} */
  const lines = new Map();
  for (const {name, info} of known)
    for (const line of info?.baselines ?? []) {
      const key = JSON.stringify([line.name, line.metric, line.value]);
      if (!lines.has(key)) lines.set(key, {...line, of: []});
      lines.get(key)?.of.push(name);
    }
  return [...lines.values()].map(({of, ...line}) => (of.length < known.length ? {...line, of} : line));
}
