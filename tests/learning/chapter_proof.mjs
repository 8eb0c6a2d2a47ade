// What is kept of the proof that chapters show what they say (chapters.json beside this), and how docs/learning.md tells it.
import {isMeasured} from '../../web/facts/metrics.js';
import {said} from '../../web/facts/said.js';
import {changed} from '../../web/learn/change.js';
import {courseWord} from '../../web/learn/words.js';
import {modelNames} from '../../web/state/names.js';
import {say, told} from '../../web/words/words.js';
import {digest} from '../../tools/chapters/fingerprints.mjs';
import {MEASURED} from './chapter_claims.mjs';

/** @import {Shown} from './proof.mjs' */
/** @import {Chapter} from '../../web/learn/types' */
/** @import {Facts, Predicate} from '../../web/facts/types' */
/** @import {Description, Experiment} from '../../web/runtime/types' */

/** What is claimed where the knob stands somewhere. measured: by what it is called in the table; else by its predicate.
 *  @typedef {{position: string, experiment: Experiment, predicate: Predicate, measured?: string}} Claim */
/** seeds: one list a seed, one entry a claim. @typedef {{fingerprint: string, arithmetic: number, seeds: Shown[][]}} Proof */

export const BEGIN = '<!-- chapters: node tools/learn_chapters.mjs writes what follows -->';
export const END = '<!-- chapters end -->';

/** All that a chapter claims: as it stands, at every other position of its knob, its goal where it says so, and what is measured.
 *  @param {Chapter} chapter @returns {Claim[]} */
export function claimsOf({id, experiment, claims, knob, challenge}) {
  return knob.values.flatMap(({name, change, claims: own}, k) => {
    const at = {position: name, experiment: changed(experiment, change)};
    const goal = challenge.reached_with.includes(name) ? challenge.goal : [];
    const measured = (MEASURED[id]?.claims ?? []).filter(({position}) => position === name);
    return [
      ...[...(k === knob.begin ? claims : own), ...goal]
        .filter(isFirst)
        .map((predicate) => ({...at, ...asGoal(id, predicate)})),
      ...measured.map(({says, predicate}) => ({...at, predicate, measured: says})),
    ];
  });
}

/** What is counted in place of a race is measured, and called what the reader is asked to reach. @param {string} id @param {Predicate} predicate */
const asGoal = (id, predicate) =>
  isMeasured(predicate.metric) ? {predicate, measured: told(courseWord(id, 'challenge'))} : {predicate};

/** A goal may be claimed already. @param {Predicate} predicate @param {number} i @param {Predicate[]} all */
const isFirst = (predicate, i, all) => all.findIndex((one) => JSON.stringify(one) === JSON.stringify(predicate)) === i;

/** @param {Chapter} chapter */
export const proofKey = (chapter) => digest(claimsOf(chapter));

/** @param {Record<string, Proof>} proofs @param {Chapter[]} chapters @param {Description} describe */
export function table(proofs, chapters, describe) {
  const head = [
    '| chapter | where the knob stands | what it claims | each of five seeds | steps |',
    '|---|---|---|---|---|',
  ];
  return [...head, ...chapters.flatMap((chapter) => rows(chapter, proofs[chapter.id], describe))].join('\n');
}

/** One a claim. @param {Chapter} chapter @param {Proof | undefined} proof @param {Description} describe */
function rows(chapter, proof, describe) {
  const {id} = chapter;
  let before = '';
  return claimsOf(chapter).map(({position, experiment, predicate, measured}, i) => {
    const {key, values} = said(predicate, namesOf(experiment, describe));
    const shown = proof ? proof.seeds.map((seed) => mark(seed[i])).join(', ') : '';
    const first = position !== before;
    before = position;
    const cells = [
      i ? '' : told(courseWord(id, 'title')),
      first ? told(courseWord(id, `knob_${position}`)) : '',
      measured ?? say(key, values),
      shown,
      first ? experiment.train.steps : '',
    ];
    return `| ${cells.join(' | ')} |`;
  });
}

/** @param {Experiment} experiment @param {Description} describe */
function namesOf({models}, describe) {
  const names = modelNames(models, describe);
  const known = {models: models.map(({kind}, index) => ({kind, index, name: names[index]}))};
  return /** @type {Facts} */ (/** @type {unknown} */ (known));
}

/** @param {Shown} shown */
const mark = ({holds, text}) => (holds ? text : `**${text}**`);
