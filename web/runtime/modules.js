// The engine's modules: compiled once each, shared by all workers.
import {RuntimeError} from './protocol.js';

/** @typedef {import('./types').EngineModule} EngineModule */
/** @typedef {import('./types').ModuleName} ModuleName */

/**
 * @param {(name: ModuleName) => Promise<EngineModule | null>} load
 * @returns {(name: ModuleName) => Promise<EngineModule | null>} loads each once; a failure is forgotten, so that trying again helps
 */
export function loadOnce(load) {
  /** @type {Map<ModuleName, Promise<EngineModule | null>>} */
  const modules = new Map();
  return (name) => {
    const known = modules.get(name);
    if (known) return known;
    const loading = load(name);
    loading.catch(() => modules.delete(name));
    modules.set(name, loading);
    return loading;
  };
}

/** The page sends bytes where its own policy keeps it from compiling them. @param {any} module */
export async function compiled(module) {
  if (!(module instanceof ArrayBuffer)) return module;
  try {
    return await WebAssembly.compile(module);
  } catch {
    throw new RuntimeError('wasm_forbidden', 'trouble.wasm_forbidden');
  }
}
