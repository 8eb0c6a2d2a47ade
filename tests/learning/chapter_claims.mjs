// What a chapter says of its models beyond their scores, and must therefore be measured: proved for five seeds as its claims are. One file a
// chapter in claims/.
import {measured as rnn} from './claims/rnn.mjs';
import {measured as forgets} from './claims/forgets.mjs';
import {measured as why} from './claims/why.mjs';
import {measured as gates} from './claims/gates.mjs';
import {measured as convolution} from './claims/convolution.mjs';
import {measured as bottleneck} from './claims/bottleneck.mjs';
import {measured as induction} from './claims/induction.mjs';
import {measured as novel} from './claims/novel.mjs';
import {measured as blanks} from './claims/blanks.mjs';
import {measured as shapes} from './claims/shapes.mjs';
import {measured as cost} from './claims/cost.mjs';
import {measured as after} from './claims/after.mjs';

/** @import {Probe} from './goals.mjs' */
/** @import {Predicate} from '../../web/facts/types' */

/** position: of the knob. says: for the table. @typedef {{position: string, says: string, predicate: Predicate}} Claim */
/** models: which are measured, by their index; all where it is left out. @typedef {{probes: Record<string, Probe>, claims: Claim[], models?: number[]}} Measured */

/** @type {Readonly<Record<string, Measured>>} by the chapter's id */
export const MEASURED = {
  rnn,
  forgets,
  why,
  gates,
  convolution,
  bottleneck,
  induction,
  novel,
  blanks,
  shapes,
  cost,
  after,
};
