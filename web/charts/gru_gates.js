// What a GRU does at each character: two gates between shut and open, the candidate it would write, and the memory.
import {gatePanels, openness} from './gate_panels.js';

export const meta = {
  id: 'gru-gates',
  taps: ['gru.{layer}.gates', 'gru.{layer}.hidden'],
  title: {key: 'inside.gru.title'},
  summary: [{key: 'inside.gru.summary'}],
};

/** In PyTorch's order: reset, update, candidate. */
export const {scene, draw, locate, readout} = gatePanels([
  {title: {key: 'inside.update.title'}, name: {key: 'inside.update'}, gate: 1, signed: false},
  {title: {key: 'inside.reset.title'}, name: {key: 'inside.reset'}, gate: 0, signed: false},
  {title: {key: 'inside.candidate.title'}, name: {key: 'inside.candidate'}, gate: 2, signed: true},
  {title: {key: 'inside.memory.title'}, name: {key: 'inside.memory'}, gate: -1, signed: true},
]);

/** @param {import('./grid.js').Tap[]} taps @param {import('./grid.js').ViewOptions} [_options] @returns {import('./grid.js').Saying[]} */
export function describe(taps, _options) {
  const {percent, unit, open} = openness(taps, [1, 0], 1);
  const [update, reset] = percent;
  return [{key: 'inside.gru.whole', values: {update, reset, unit: String(unit + 1), open}}];
}
