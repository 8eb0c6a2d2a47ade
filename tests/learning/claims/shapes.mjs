// What this chapter says of its models beyond their scores: see ../chapter_claims.mjs.
import {SAME, apart} from '../../../web/learn/shuffle.js';

const ORDERS = 5;
/** Bags of the letters a to j with some of them twice. */
const BAGS = ['jabihj', 'cafehdbc', 'ggab', 'dedbafiehc'];

/** The same bag turned round so far, and backwards. @param {string} bag @param {number} by */
const ordered = (bag, by) => [...`${bag.slice(by)}${bag.slice(0, by)}`].reverse().join('');

/** How far the probabilities of the answers to one bag lie apart, at most, over all bags and orders. @param {any} session */
function movedMost(session) {
  const asked = (/** @type {string} */ prompt) => session.answer({prompt, beam: 1}).item.probabilities;
  const differences = BAGS.flatMap((bag) =>
    Array.from({length: ORDERS}, (_, by) => apart(asked(bag), asked(ordered(bag, by % bag.length)))),
  );
  return Math.max(...differences);
}

/** @type {import('../chapter_claims.mjs').Measured} */
export const measured = {
  probes: {
    moved: {
      kind: 'anatomy',
      options: {time: false},
      read: (found) => movedMost(/** @type {any} */ (found).session),
    },
  },
  claims: [
    ...['slow', 'fast'].map((position) => ({
      position,
      says: 'A probability of the LSTM’s answer differs by more than 0.02 between two orders of a bag, at the end',
      predicate: /** @type {import('../../../web/facts/types').Predicate} */ ({
        model: 0,
        metric: 'measured.moved',
        op: '>',
        value: 0.02,
        from_step: 800,
      }),
    })),
    {
      position: 'slow',
      says: 'None of the Set Transformer’s differs by more than 0.00001, before, while and after it trains',
      predicate: {model: 1, metric: 'measured.moved', op: '<=', value: SAME, from_step: 0},
    },
  ],
};
