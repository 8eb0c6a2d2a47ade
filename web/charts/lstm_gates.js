// What an LSTM does at each character: three gates between shut and open, the candidate it would write, and the cell.
import {gatePanels, openness} from './gate_panels.js';
import {largest} from './grid.js';

export const meta = {
  id: 'lstm-gates',
  taps: ['lstm.{layer}.gates', 'lstm.{layer}.cell'],
  title: 'Gates and cell state',
  summary:
    'At every character the forget gate says how much of the cell survives, the input gate how much of the candidate ' +
    'is written, the output gate how much is shown. Deep colour in a gate is open; the cell is what is remembered.',
};

/** In PyTorch's order: input, forget, candidate, output. */
export const {scene, draw, locate, readout} = gatePanels({
  panels: [
    {title: 'Forget gate', gate: 1, signed: false},
    {title: 'Input gate', gate: 0, signed: false},
    {title: 'Candidate', gate: 2, signed: true},
    {title: 'Output gate', gate: 3, signed: false},
    {title: 'Cell state', gate: -1, signed: true},
  ],
  memory: 'cell',
});

/** @param {import('./grid.js').Tap[]} taps @param {import('./grid.js').ViewOptions} [_options] */
export function describe(taps, _options) {
  const {percent, unit, open} = openness(taps, [1, 0, 3], 1);
  return (
    `On average the forget gate is ${percent[0]} % open, the input gate ${percent[1]} %, the output gate ${percent[2]} %; unit ` +
    `${unit + 1} remembers longest (its forget gate is ${open} % open); the cell reaches ±${largest(taps[1].data).toFixed(1)}.`
  );
}
