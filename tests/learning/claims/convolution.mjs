// What this chapter says of its models beyond their scores: see ../chapter_claims.mjs.
import {influenceBeyond} from '../measured_goals.mjs';

/** How many letters back each sees: four steps of 1, and 1 + 2 + 4 + 8. */
const FIELDS = [4, 15];
const NAMES = ['beyond_four', 'beyond_fifteen'];

/** @type {import('../chapter_claims.mjs').Measured} */
export const measured = {
  probes: Object.fromEntries(
    FIELDS.map((field, model) => [NAMES[model], {kind: 'influence', read: (found) => influenceBeyond(found, field)}]),
  ),
  claims: FIELDS.map((field, model) => ({
    position: 'edge',
    says: `What is farther back than ${field} letters has an influence of exactly 0 on ${model ? 'the one whose distances double' : 'the one that joins neighbours'}`,
    predicate: /** @type {import('../../../web/facts/types').Predicate} */ ({
      model,
      metric: `measured.${NAMES[model]}`,
      op: '<=',
      value: 0,
      from_step: 0,
    }),
  })),
};
