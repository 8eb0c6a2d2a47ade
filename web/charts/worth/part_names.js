// What the parts of a model are called in words, from the names that its layers have in the engine.

import {layerSaying} from '../layer_names.js';

/** @typedef {import('../grid.js').Saying} Saying @typedef {import('./part_values.js').Part} Part */

/** Which gate a letter stands for; the candidate is no gate, but stands among them. */
const GATES = ['i', 'f', 'o', 'r', 'z', 'n', 'g'];

/**
 * "head 2 of layer 1", "forget gate of layer 1, held open", "unit 7 of layer 1", "layer 1".
 * @param {Part} part @returns {Saying}
 */
export function nameOf({kind, place, index, gate, held}) {
  if (kind === 'together') return {key: 'compare.worth.together', values: {count: index}};
  const layer = layerSaying(place);
  const number = String(index + 1);
  if (kind === 'layer') return layer;
  if (kind === 'head' && !/\d/.test(place.replace('seq2seq', '')))
    return {key: 'compare.worth.attention', values: {layer}};
  if (kind === 'head') return {key: 'compare.worth.head', values: {number, layer}};
  if (kind === 'unit') return {key: 'compare.worth.unit', values: {number, layer}};
  const called = {key: GATES.includes(gate) ? `compare.worth.gate_${gate}` : 'compare.worth.gate'};
  const of = {key: 'compare.worth.gate_of', values: {gate: called, layer}};
  return held === 'off' ? of : {key: `compare.worth.held_${held}`, values: {gate: of}};
}

/** What is done to it: "head 2 of layer 1 off", "forget gate of layer 1 held open". @param {Part} part @returns {Saying} */
export function offSaying(part) {
  if (part.held !== 'off') return nameOf(part);
  return {key: 'compare.worth.off_part', values: {part: nameOf(part)}};
}
