// By what an experiment that comes with the page is known again: it and what it claims.
import {createHash} from 'node:crypto';
import {CHAPTERS} from '../../web/learn/index.js';
import {PRESETS} from '../../web/state/presets.js';
import {fingerprint} from '../../tests/learning/proof.mjs';

/** @param {unknown} what */
export const digest = (what) => createHash('sha256').update(JSON.stringify(what)).digest('hex').slice(0, 12);

/** As docs/presets.md has it of presets. @param {import('../../web/learn/types').Chapter} chapter */
export const chapterKey = ({experiment, claims}) => digest([experiment, claims]);

/** Those of all experiments that come with the page. */
export async function keys() {
  const chapters = await Promise.all(CHAPTERS.map(({load}) => load()));
  return new Set([...PRESETS.map(fingerprint), ...chapters.map(chapterKey)]);
}
