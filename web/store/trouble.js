// Why something could not be kept, as a failure that the page can say.
import {RuntimeError} from '../runtime/protocol.js';

/** @param {any} error of the browser's storage @returns {RuntimeError} */
export function storageTrouble(error) {
  const name = String(error?.name ?? '');
  const key = name === 'QuotaExceededError' ? 'store.full' : name === 'VersionError' ? 'store.newer' : name === 'deleted' ? 'store.deleted' : 'store.failed'; // prettier-ignore
  return new RuntimeError('storage', key, {message: `${name} ${error?.message ?? ''}`});
}
