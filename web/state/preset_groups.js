// The experiments by what they are about, for whoever looks for one. Their headings: gallery.group_<id>.
import {availablePresets} from './presets.js';

/** @typedef {import('./presets.js').Preset} Preset */

/** @type {readonly {id: string, presets: readonly string[]}[]} */
const GROUPS = Object.freeze([
  {id: 'memory', presets: ['forgets', 'silence', 'what-came-after']},
  {id: 'seeing', presets: ['receptive-field', 'both-ways']},
  {id: 'attention', presets: ['dates', 'one-vector', 'translation', 'grid']},
  {id: 'transformers', presets: ['positions', 'induction', 'addition', 'pre-train', 'fine-tune']},
  {id: 'shapes', presets: ['digits', 'waves', 'forecast', 'sets', 'clouds']},
  {id: 'texts', presets: ['novel']},
]);

/**
 * What this engine has of each group; what no group names stands in the last.
 * @param {import('../runtime/types').Description} describe @returns {{id: string, presets: Preset[]}[]}
 */
export function presetGroups(describe) {
  const all = availablePresets(describe);
  const named = new Set(GROUPS.flatMap(({presets}) => presets));
  const last = GROUPS[GROUPS.length - 1];
  const inGroup = (/** @type {Preset} */ {id}, /** @type {typeof last} */ group) =>
    group.presets.includes(id) || (group === last && !named.has(id));
  const groups = GROUPS.map((group) => ({id: group.id, presets: all.filter((preset) => inGroup(preset, group))}));
  return groups.filter(({presets}) => presets.length);
}
