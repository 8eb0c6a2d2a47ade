// What this chapter says of its models beyond their scores: see ../chapter_claims.mjs.
import {keptOf} from '../../../web/charts/memory/kept_parts.js';

/** What the gates leave at the end of what stood first in a held-out example. @param {import('../goals.mjs').Found} found */
function keptOfFirst({session}) {
  session.inspect('0');
  const taps = session.taps().filter((/** @type {{name: string}} */ {name}) => name.endsWith('.gates'));
  const kept = keptOf(taps.map((/** @type {{name: string}} */ {name}) => ({name, ...session.tap(name)})));
  return kept?.most[0] ?? NaN;
}

/** @type {import('../chapter_claims.mjs').Measured} */
export const measured = {
  probes: {kept: {kind: 'saturation', read: keptOfFirst}},
  claims: [
    {
      position: 'half',
      says: 'Where training sets the gate, less than a millionth is left of the first letter at the end',
      predicate: {model: 0, metric: 'measured.kept', op: '<', value: 1e-6, from_step: 0},
    },
    {
      position: 'half',
      says: 'Where it is open, all of it is left',
      predicate: {model: 1, metric: 'measured.kept', op: '>=', value: 1, from_step: 0},
    },
    {
      position: 'begins',
      says: 'Where the gate begins nearly open, at least a tenth is left after training',
      predicate: {model: 0, metric: 'measured.kept', op: '>=', value: 0.1, from_step: 320},
    },
  ],
};
