// What is kept of the proof that presets show what they claim (presets.json beside this), and how docs/presets.md tells it.
import {createHash} from 'node:crypto';
import {said} from '../../web/facts/said.js';
import {CLAIMS} from '../../web/state/claims.js';
import {modelNames} from '../../web/state/names.js';
import {PRESETS} from '../../web/state/presets.js';
import {say} from '../../web/words/words.js';

/** @import {Preset} from '../../web/state/presets.js' */
/** @import {Description} from '../../web/runtime/types' */
/** @import {Facts} from '../../web/facts/types' */

/** What one seed showed of one claim. @typedef {{holds: boolean, text: string}} Shown */
/** fingerprint: of the experiment and the claims that were tried. arithmetic: the engine's. seeds: one list a seed, one entry
 *  a claim. seconds: until all models have finished, in Chromium.
 *  @typedef {{fingerprint: string, arithmetic: number, seeds: Shown[][], seconds?: number}} Proof */

export const BEGIN = '<!-- presets: node tools/learn_presets.mjs writes what follows -->';
export const END = '<!-- presets end -->';

/** Presets that nobody has proved yet. @type {string[]} */
export const UNPROVED = [];

/** @param {Preset} preset */
export function fingerprint({id, experiment}) {
  return createHash('sha256')
    .update(JSON.stringify([experiment, CLAIMS[id]]))
    .digest('hex')
    .slice(0, 12);
}

/** @param {Record<string, Proof>} proofs @param {Description} describe */
export function table(proofs, describe) {
  const head = [
    '| preset | what it claims | each of five seeds | steps | s | fingerprint |',
    '|---|---|---|---|---|---|',
  ];
  return [...head, ...PRESETS.flatMap((preset) => rows(preset, proofs[preset.id], describe))].join('\n');
}

/** One a claim. @param {Preset} preset @param {Proof | undefined} proof @param {Description} describe */
function rows({id, experiment}, proof, describe) {
  const names = modelNames(experiment.models, describe);
  const known = /** @type {Facts} */ (
    /** @type {unknown} */ ({
      models: experiment.models.map(({kind}, index) => ({kind, index, name: names[index]})),
    })
  );
  return CLAIMS[id].map((claim, i) => {
    const {key, values} = said(claim, known);
    const seeds = proof ? proof.seeds.map((shown) => mark(shown[i])).join(', ') : '';
    const once =
      i > 0
        ? ['', '', '']
        : [experiment.train.steps, proof?.seconds ?? '', proof ? `\`${proof.fingerprint}\` ${proof.arithmetic}` : ''];
    return `| ${i > 0 ? '' : say(`preset.${id}.title`)} | ${say(key, values)} | ${seeds} | ${once.join(' | ')} |`;
  });
}

/** @param {Shown} shown */
const mark = ({holds, text}) => (holds ? text : `**${text}**`);
