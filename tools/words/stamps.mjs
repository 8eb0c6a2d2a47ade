// Whether what a language file says of the engine's words was translated from the English there is now. The format is told in
// web/words/overlay.js.
import {entriesOf} from '../../web/words/overlay.js';

/** @typedef {import('../../web/runtime/types').Description} Description */

/** Changes whenever the English does: FNV-1a over UTF-16, eight hexadecimal digits. @param {string} english */
export function stampOf(english) {
  let hash = 0x811c9dc5;
  for (let i = 0; i < english.length; i++) hash = Math.imul(hash ^ english.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/**
 * What of a language file was translated from other English than there is now, or from none.
 * @param {string} text a language file @param {Description} describe in English
 * @returns {string[]} one sentence a fault, for whoever translates
 */
export function staleTranslations(text, describe) {
  const english = new Map(entriesOf(describe).map(({key, english}) => [key.replaceAll('.', '-'), english]));
  const lines = text.split('\n');
  return lines.flatMap((line, i) => {
    const id = /^([a-zA-Z][\w-]*) *=/.exec(line)?.[1] ?? '';
    const now = english.get(id);
    if (now === undefined) return [];
    const stamp = /^# English: ([0-9a-f]{8})$/.exec(lines[i - 1] ?? '')?.[1];
    if (stamp === stampOf(now)) return [];
    return [`${id}: ${stamp ? 'its English has changed' : 'it has no stamp'}; ${stampOf(now)} is that of "${now}"`];
  });
}
