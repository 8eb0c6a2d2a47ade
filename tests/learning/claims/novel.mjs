// What this chapter says of its models beyond their scores: see ../chapter_claims.mjs.

/** Of all that comes back from an answer, which part comes back to the last five characters. @param {import('../goals.mjs').Found} found */
function nearby(found) {
  const back = Array.from(found.array('reach'));
  const sum = (/** @type {number[]} */ values) => values.reduce((total, value) => total + value, 0);
  return sum(back.slice(0, 5)) / sum(back);
}

/** @type {import('../chapter_claims.mjs').Measured} */
export const measured = {
  models: [0], // what counts has nothing inside
  probes: {near: {kind: 'reach', options: {}, read: nearby}},
  claims: [
    {
      position: 'five',
      says: 'Of what the GRU learns from, at least three quarters come back to the last five characters, at every test',
      predicate: {model: 0, metric: 'measured.near', op: '>=', value: 0.75, from_step: 0},
    },
  ],
};
