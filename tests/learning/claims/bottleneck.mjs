// What this chapter says of its models beyond their scores: see ../chapter_claims.mjs.

/** @import {Found, Probe} from '../goals.mjs' */
/** @import {Predicate} from '../../../web/facts/types' */

/** Words right as a whole, of one length. @param {number} length @returns {Probe} */
const right = (length) => ({
  kind: 'lengths',
  options: {examples: 200},
  read: (/** @type {Found} */ {array, places}) => array('exact')[places('exact').indexOf(length)],
});

const END = {from_step: 800};

/** At the end. @param {string} position @param {number} model @param {number} length @param {Predicate['op']} op @param {any} value @param {string} says */
const claim = (position, model, length, op, value, says) => ({
  position,
  says,
  predicate: /** @type {Predicate} */ ({model, metric: `measured.right_${WORDS[length]}`, op, value, ...END}),
});

/** As names of metrics have no digits. @type {Record<number, string>} */
const WORDS = {3: 'three', 5: 'five', 8: 'eight', 12: 'twelve'};

/** @type {import('../chapter_claims.mjs').Measured} */
export const measured = {
  probes: Object.fromEntries(Object.entries(WORDS).map(([length, word]) => [`right_${word}`, right(Number(length))])),
  claims: [
    claim('small', 0, 5, '<', 0.4, 'One list of 16: less than 40 % of words of 5 letters are right'),
    claim('usual', 0, 5, 'within', [0.6, 0.8], 'One list of 32: 60 to 80 % of words of 5 letters are right'),
    claim('usual', 0, 8, 'within', [0.05, 0.25], 'Of 8 letters 5 to 25 %'),
    claim('usual', 0, 12, '<', 0.03, 'Of 12 letters less than 3 %'),
    claim('usual', 1, 8, '>=', 0.8, 'With attention at least 80 % of words of 8 letters are right'),
    claim('usual', 1, 12, '>=', 0.8, 'Of 12 letters at least 80 %'),
    claim('large', 0, 5, '>=', 0.95, 'One list of 128: at least 95 % of words of 5 letters are right'),
    claim('large', 0, 8, '>=', 0.7, 'Of 8 letters at least 70 %'),
    claim('large', 0, 12, '<', 0.25, 'Of 12 letters less than 25 %'),
  ],
};
