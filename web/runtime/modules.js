// The engine's modules: compiled once a tier, shared by all workers.

/** @typedef {import('./types').EngineModule} EngineModule */
/** @typedef {import('./types').Tier} Tier */

/**
 * @param {(tier: Tier) => Promise<EngineModule | null>} load
 * @returns {(tier: Tier) => Promise<EngineModule | null>} loads each once; a failure is forgotten, so that trying again helps
 */
export function loadOnce(load) {
  /** @type {Map<Tier, Promise<EngineModule | null>>} */
  const modules = new Map();
  return (tier) => {
    const known = modules.get(tier);
    if (known) return known;
    const loading = load(tier);
    loading.catch(() => modules.delete(tier));
    modules.set(tier, loading);
    return loading;
  };
}
