// What this chapter says of its models beyond their scores: see ../chapter_claims.mjs.

/** The highest induction score of all heads. @param {import('../goals.mjs').Found} found */
const bestInduction = ({arrays}) =>
  Math.max(...arrays.filter(({name}) => name.endsWith('.induction')).flatMap(({data}) => [...data]));

/** @type {import('../chapter_claims.mjs').Measured} */
export const measured = {
  probes: {induction: {kind: 'heads', options: {examples: 32}, read: bestInduction}},
  claims: [
    {
      position: 'nothing',
      says: 'Of two layers the best head gives at least 40 % of its look to what followed the same letter',
      predicate: {model: 1, metric: 'measured.induction', op: '>=', value: 0.4},
    },
    {
      position: 'nothing',
      says: 'Of one layer no head gives 20 % of it',
      predicate: {model: 0, metric: 'measured.induction', op: '<', value: 0.2, from_step: 0},
    },
  ],
};
