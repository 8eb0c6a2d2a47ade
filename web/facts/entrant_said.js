// What is said of one entrant at the end of a race: how it stands to learning the task, to chance and to other lines.
import '../words/late.js';
import {percent} from '../words/numbers.js';
import {intervalOf, scoreOf} from './entrants.js';
import {LEARNED, sinceWhen, standOf} from './judged.js';
import {lowIsBetter} from './metrics.js';
import {lineSaid, scoreWritten, shareSaid, spanSaid} from './scores_said.js';

/** @typedef {import('./types').Facts} Facts */
/** @typedef {import('./types').ModelFacts} ModelFacts */
/** @typedef {import('./entrants.js').Entrant} Entrant */
/** @typedef {import('./judged.js').Stand} Stand */
/** @typedef {import('../words/words.js').Saying} Saying */

/** @param {Entrant} entrant @param {Facts} facts @returns {Saying} */
export function entrantSaid(entrant, facts) {
  const [model, ...others] = entrant.models;
  if (others.length) return groupSaid(entrant, facts);
  const stand = standOf(model, facts.main);
  return lowIsBetter(facts.main) ? lossSaid(model, stand, facts) : shareStandSaid(model, stand, facts);
}

/** @param {ModelFacts} model @param {Stand} stand @param {Facts} facts @returns {Saying} */
function shareStandSaid(model, {standing, score, line}, facts) {
  const {name, counts} = model;
  const said = {name, found: shareSaid(model, score, facts.view)};
  const against = line ? {line: lineSaid(line, facts.lines), bar: percent(line.value)} : null;
  if (standing === 'learned') {
    const step = sinceWhen(model, score, LEARNED) ?? model.step;
    return counts ? {key: 'verdict.learned_counting', values: said} : {key: 'verdict.learned', values: {...said, step}};
  }
  if (standing === 'none') return {key: 'verdict.none', values: said};
  if (!line || !against) return {key: 'verdict.known', values: said};
  if (standing === 'back') return {key: 'verdict.back', values: {...said, ...against}};
  if (standing === 'partly')
    return {key: counts ? 'verdict.partly_counting' : 'verdict.partly', values: {...said, ...against}};
  return {
    key: isLess(model, score, line.value) ? 'verdict.unbegun_less' : 'verdict.unbegun',
    values: {...said, ...against},
  };
}

/** Whether a share is surely less than a line. @param {ModelFacts} model @param {import('./types').Score} score @param {number} than */
const isLess = (model, score, than) => Number(intervalOf(model, score, Number(scoreOf(model, score)))?.high) < than;

/** @param {ModelFacts} model @param {Stand} stand @param {Facts} facts @returns {Saying} */
function lossSaid(model, {standing, score, line}, facts) {
  const {name, counts} = model;
  const said = {name, value: scoreWritten(score, Number(scoreOf(model, score)))};
  if (!line) return {key: 'verdict.loss', values: said};
  const against = {...said, line: lineSaid(line, facts.lines), bar: scoreWritten(score, line.value)};
  if (standing === 'back') return {key: 'verdict.loss_back', values: against};
  if (standing === 'above') return {key: 'verdict.above', values: against};
  if (counts) return {key: 'verdict.below_counting', values: against};
  return {key: 'verdict.below', values: {...against, step: sinceWhen(model, score, line.value) ?? model.step}};
}

/** Of several seeds of one model. @param {Entrant} entrant @param {Facts} facts @returns {Saying} */
function groupSaid({name, models, values}, {main, lines}) {
  const said = {name, count: models.length, range: spanSaid(main, values)};
  if (lowIsBetter(main)) return {key: 'verdict.group_loss', values: said};
  const stands = models.map((model) => standOf(model, main));
  const some = stands.filter(({standing}) => standing === 'learned').length;
  const {line} = stands[0];
  if (line && stands.every((one) => one.standing === 'unbegun' && one.score === main)) {
    const against = {line: lineSaid(line, lines), bar: percent(line.value)};
    return {key: 'verdict.group', values: {...said, some, learned: 'unbegun', ...against}};
  }
  const learned = some === 0 ? 'none' : some === models.length ? 'all' : 'some';
  return {key: 'verdict.group', values: {...said, learned, some, bar: percent(LEARNED), line: ''}};
}

/** What other seeds gave of it. @param {string} name @param {import('./types').Score} score @param {number[]} values @returns {Saying} */
export const spreadSaid = (name, score, values) => ({
  key: 'verdict.spread_one',
  values: {name, range: spanSaid(score, values)},
});
