// What this chapter says of its models beyond their scores: see ../chapter_claims.mjs.

/** How well one direction of the memory tells how many brackets are open. @param {import('../goals.mjs').Found} found */
const depthTold = (found) => found.array('r2')[0];

/** @type {import('../chapter_claims.mjs').Measured} */
export const measured = {
  probes: {depth: {kind: 'probe', options: {}, read: depthTold}},
  claims: [
    {
      position: 'nine',
      says: 'Before training the RNN’s memory tells how many brackets are open with R² below 0.7',
      predicate: {model: 1, metric: 'measured.depth', op: '<', value: 0.7, by_step: 0},
    },
    {
      position: 'nine',
      says: 'At the end with R² of at least 0.9',
      predicate: {model: 1, metric: 'measured.depth', op: '>=', value: 0.9, from_step: 1000},
    },
    {
      position: 'nine',
      says: 'What the convolution sees tells it with less than 0.8',
      predicate: {model: 0, metric: 'measured.depth', op: '<', value: 0.8, from_step: 0},
    },
  ],
};
