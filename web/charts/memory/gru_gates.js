// What a GRU does at each character: two gates between shut and open, the candidate it would write, and the memory.
import {gatePanels, openness} from './gate_panels.js';
import {ROWS, toldOfUnits} from './hidden_state.js';
import {unitRows} from './unit_rows.js';

export const meta = {
  id: 'gru-gates',
  taps: ['gru.{layer}.gates', 'gru.{layer}.hidden'],
  measures: [{measure: 'probe', options: {layer: '{layer}'}}],
  title: {key: 'inside.gru.title'},
  summary: [{key: 'inside.gru.summary'}, ...ROWS],
};

/** In PyTorch's order: reset, update, candidate. */
export const {scene, draw, locate, readout, place, at} = gatePanels([
  {title: {key: 'inside.update.title'}, name: {key: 'inside.update'}, gate: 1, signed: false},
  {title: {key: 'inside.reset.title'}, name: {key: 'inside.reset'}, gate: 0, signed: false},
  {title: {key: 'inside.candidate.title'}, name: {key: 'inside.candidate'}, gate: 2, signed: true},
  {title: {key: 'inside.memory.title'}, name: {key: 'inside.memory'}, gate: -1, signed: true},
]);

/** @param {import('../grid.js').Tap[]} taps @param {import('../grid.js').ViewOptions} options @returns {import('../grid.js').Saying[]} */
export function describe(taps, options) {
  const {percent, unit, open} = openness(taps, [1, 0], 1);
  const [update, reset] = percent;
  const whole = {key: 'inside.gru.whole', values: {update, reset, unit: String(unit + 1), open}};
  return [whole, ...toldOfUnits(unitRows(taps[1], options, Infinity), options, 'input')];
}
