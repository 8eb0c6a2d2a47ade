// What a GRU does at each character: two gates between shut and open, the candidate it would write, and the memory.
import {gatePanels, openness} from './gate_panels.js';

export const meta = {
  id: 'gru-gates',
  taps: ['gru.{layer}.gates', 'gru.{layer}.hidden'],
  title: 'Gates and memory',
  summary:
    'At every character the update gate says how much of the memory stays as it is (deep colour: all of it), the reset ' +
    'gate how much of it is heard when the candidate is made, which takes the place of the rest.',
};

/** In PyTorch's order: reset, update, candidate. */
export const {scene, draw, locate, readout} = gatePanels({
  panels: [
    {title: 'Update gate', gate: 1, signed: false},
    {title: 'Reset gate', gate: 0, signed: false},
    {title: 'Candidate', gate: 2, signed: true},
    {title: 'Memory', gate: -1, signed: true},
  ],
  memory: 'memory',
});

/** @param {import('./grid.js').Tap[]} taps @param {import('./grid.js').ViewOptions} [_options] */
export function describe(taps, _options) {
  const {percent, unit, open} = openness(taps, [1, 0], 1);
  return (
    `On average the update gate keeps ${percent[0]} % of the memory and the reset gate is ${percent[1]} % open; unit ` +
    `${unit + 1} remembers longest (its update gate keeps ${open} %).`
  );
}
