// What an LSTM does at each character: three gates between shut and open, the candidate it would write, and the cell.
import {gatePanels, openness} from './gate_panels.js';
import {largest} from '../grid.js';
import {ROWS, toldOfUnits} from './hidden_state.js';
import {unitRows} from './unit_rows.js';

export const meta = {
  id: 'lstm-gates',
  taps: ['lstm.{layer}.gates', 'lstm.{layer}.cell'],
  measures: [{measure: 'probe', options: {layer: '{layer}', cell: true}}],
  title: {key: 'inside.lstm.title'},
  summary: [{key: 'inside.lstm.summary'}, ...ROWS],
};

/** In PyTorch's order: input, forget, candidate, output. */
export const {scene, draw, locate, readout, place, at} = gatePanels([
  {title: {key: 'inside.forget.title'}, name: {key: 'inside.forget'}, gate: 1, signed: false},
  {title: {key: 'inside.input.title'}, name: {key: 'inside.input'}, gate: 0, signed: false},
  {title: {key: 'inside.candidate.title'}, name: {key: 'inside.candidate'}, gate: 2, signed: true},
  {title: {key: 'inside.output.title'}, name: {key: 'inside.output'}, gate: 3, signed: false},
  {title: {key: 'inside.cell.title'}, name: {key: 'inside.cell'}, gate: -1, signed: true},
]);

/** @param {import('../grid.js').Tap[]} taps @param {import('../grid.js').ViewOptions} options @returns {import('../grid.js').Saying[]} */
export function describe(taps, options) {
  const {percent, unit, open} = openness(taps, [1, 0, 3], 1);
  const [forget, input, output] = percent;
  const reach = largest(taps[1].data).toFixed(1);
  const whole = {key: 'inside.lstm.whole', values: {forget, input, output, unit: String(unit + 1), open, reach}};
  return [whole, ...toldOfUnits(unitRows(taps[1], options, Infinity), options, 'input')];
}
