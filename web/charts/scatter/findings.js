// What a cloud of points says: whether points that lie close are alike in what they are coloured by, how that was when it was first
// measured, and in what they are alike more.
import {percent} from '../compare/numbers.js';
import {before} from '../compare/runs.js';
import {spoken} from '../grid.js';
import {agreementOf} from './agreement.js';
import {closest} from './closest.js';
import {cloudOf} from './cloud_points.js';
import {amount, traitsOf} from './traits.js';

/** @typedef {import('../compare/runs.js').Run} Run @typedef {import('../compare/runs.js').Measured} Measured @typedef {import('../grid.js').Saying} Saying */
/** @typedef {import('./cloud_points.js').Cloud} Cloud @typedef {import('./cloud_points.js').Of} Of @typedef {import('./traits.js').Trait} Trait @typedef {import('./agreement.js').Agreement} Agreement */

/** By so much more of what chance leaves open something else must tell, to be named. */
const MORE = 0.1;
const NOTHING = {key: 'compare.scatter.nothing_more'};

/** @param {Run} run @param {number} id of the trait that is asked about @param {Of} of @returns {Saying} */
export function closenessSaying(run, id, of) {
  const cloud = cloudOf(run.found, of);
  const trait = traitsOf(cloud).find((one) => one.id === id);
  const agreement = trait && agreementOf(cloud, trait);
  if (!agreement) return {key: 'compare.scatter.one'};
  const more = cloud.of === 'embedding' ? closestSaying(cloud) : strongerSaying(cloud, trait, agreement);
  const values = {what: trait.title, ...shares(trait, agreement), first: firstSaying(run, trait, of), more};
  const other = {key: `compare.scatter.nearest_${cloud.of}`};
  return {key: `compare.scatter.${trait.ordered ? 'order' : 'class'}_${agreement.how}`, values: {...values, other}};
}

/** @param {Trait} trait @param {Agreement} agreement */
function shares({ordered}, {near, any}) {
  const said = ordered ? amount : percent;
  return {near: said(near), any: said(any)};
}

/** As it was when it was measured first. @param {Run} run @param {Trait} trait @param {Of} of @returns {Saying} */
function firstSaying(run, {id, ordered}, of) {
  const [first] = before(run);
  const cloud = first && cloudOf(first, of);
  const trait = cloud && traitsOf(cloud).find((one) => one.id === id);
  const agreement = trait && agreementOf(cloud, trait);
  if (!agreement) return NOTHING;
  return {key: 'compare.scatter.first', values: {step: first.step, near: (ordered ? amount : percent)(agreement.near)}};
}

/** By what else points lie together: what tells more, or tells as much where heaps of one colour are several. @param {Cloud} cloud @param {Trait} trait @param {Agreement} agreement @returns {Saying} */
function strongerSaying(cloud, trait, {part, how}) {
  const all = traitsOf(cloud).flatMap((one) => {
    const agreement = agreementOf(cloud, one);
    return one.id !== trait.id && agreement?.how === 'grouped' ? [{one, agreement}] : [];
  });
  const best = all.sort((a, b) => b.agreement.part - a.agreement.part)[0];
  if (!best) return NOTHING;
  if (best.agreement.part < part + MORE)
    return how === 'grouped' ? {key: 'compare.scatter.also', values: {what: best.one.title}} : NOTHING;
  const key = `compare.scatter.stronger_${best.one.ordered ? 'order' : 'class'}`;
  return {key, values: {what: best.one.title, ...shares(best.one, best.agreement)}};
}

/** @param {Cloud} cloud @returns {Saying} */
function closestSaying(cloud) {
  const pair = closest(cloud);
  if (!pair?.near) return NOTHING;
  const name = (/** @type {number} */ i) => (cloud.names[i] ? spoken(cloud.names[i]) : {key: 'compare.scatter.mask'});
  return {key: 'compare.scatter.closest', values: {a: name(pair.a), b: name(pair.b), part: percent(pair.part)}};
}
