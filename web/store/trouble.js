// Why something could not be kept, as a failure that the page can say.
import {RuntimeError} from '../runtime/protocol.js';

/** By the name of the browser's error, or of ours. */
const KEYS = new Map([
  ['QuotaExceededError', 'store.full'],
  ['VersionError', 'store.newer'],
  ['deleted', 'store.deleted'],
]);

/** @param {any} error of the browser's storage @returns {RuntimeError} */
export function storageTrouble(error) {
  const name = String(error?.name ?? '');
  return new RuntimeError('storage', KEYS.get(name) ?? 'store.failed', {message: `${name} ${error?.message ?? ''}`});
}
