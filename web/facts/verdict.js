// The verdict: what came of a race, in sentences that say no more than its numbers bear (judged.js). While it trains: how far
// it is. To add a sentence, add a row to one of the tables, and its words to web/words. Returns keys and values.
import '../words/late.js';
import {entrantSaid, spreadSaid} from './entrant_said.js';
import {SEEDS} from './entrants.js';
import {fellBack, judged, stillLearning} from './judged.js';
import {bestPossible} from './lines.js';
import {ONE_ANSWER, endings, lineSaid, listed, placed, scoreWritten} from './scores_said.js';

/** @typedef {import('./types').Facts} Facts */
/** @typedef {import('./types').ModelFacts} ModelFacts */
/** @typedef {import('./entrants.js').Spread} Spread */
/** @typedef {import('../words/words.js').Saying} Saying */
/** @typedef {ReturnType<typeof judged> & {facts: Facts, spreads: readonly Spread[]}} Judged */

/** @typedef {(of: Judged) => Saying[]} Row */

/** While it trains, and while it is paused: each list is a line. @type {Row[][]} */
const ON_THE_WAY = [[refused, stopped, soFar]];
/** @type {Row[][]} */
const AT_THE_END = [
  [refused, stopped, ended],
  [ahead],
  [each],
  [level, possible, fallen, learning, elsewhere, oneSeed],
];

/**
 * @param {Facts} facts @param {readonly Spread[]} [spreads] what other seeds gave of this very experiment (spreads.json)
 * @returns {Saying[]} none before anything was trained
 */
export const verdict = (facts, spreads = []) => verdictLines(facts, spreads).flat();

/** The same in lines: what went wrong, who is ahead, one for each of them, and what else there is to know. @param {Facts} facts @param {readonly Spread[]} [spreads] @returns {Saying[][]} */
export function verdictLines(facts, spreads = []) {
  if (facts.state === 'idle') return [];
  const of = {...judged(facts, spreads), facts, spreads};
  const lines = (of.over ? AT_THE_END : ON_THE_WAY).flatMap((rows) => {
    const said = rows.flatMap((row) => row(of));
    return rows[0] === each ? said.map((one) => [one]) : [said];
  });
  return lines.filter(({length}) => length > 0);
}

/** @param {Judged} of */
function refused({facts: {models}}) {
  const names = models.filter((model) => model.refused).map(({name}) => name);
  return names.length ? [{key: 'verdict.refused', values: {count: names.length, names: listed(names)}}] : [];
}

/** @param {Judged} of */
function stopped({facts: {models}}) {
  return models.flatMap(({name, step, state, finite, refused}) => {
    if (refused || (finite && state !== 'failed')) return [];
    return [{key: finite ? 'verdict.failed' : 'verdict.diverged', values: {name, step}}];
  });
}

/** @param {Judged} of */
function soFar({facts}) {
  const going = placed(facts).filter(({model}) => model.finite);
  const list = going.map(({model: {name, scores}, value}) => ({
    key: 'verdict.place',
    values: {name, value, step: scores[facts.main]?.latest?.step ?? 0},
  }));
  // Where whole answers are counted, too, and the chart shows those, single ones are said to be such.
  const both =
    facts.main === 'val_accuracy' &&
    !ONE_ANSWER.has(facts.view) &&
    going.some(({model}) => model.scores.val_exact?.latest);
  return list.length ? [{key: 'verdict.so_far', values: {list: listed(list), how: both ? 'single' : 'plain'}}] : [];
}

/** @param {Judged} of */
function ended({facts}) {
  return endings(facts.models);
}

/** @param {Judged} of */
function each({entrants, facts}) {
  return entrants.map((one) => entrantSaid(one, facts));
}

/** @param {Judged} of @returns {Saying[]} */
function ahead({comparison}) {
  if (!comparison?.behind.length) return [];
  const {first, behind} = comparison;
  return [{key: 'verdict.ahead', values: {name: first.name, others: listed(behind.map(({name}) => name))}}];
}

/** Between whom no difference shows, or nobody can tell. @param {Judged} of @returns {Saying[]} */
function level({comparison, entrants}) {
  const names = (/** @type {typeof entrants} */ some) => listed(some.map(({name}) => name));
  if (!comparison)
    return entrants.length > 1 ? [{key: 'verdict.unsure', values: {names: names(entrants), least: SEEDS}}] : [];
  const {first, level: others} = comparison;
  return others.length ? [{key: 'verdict.level', values: {names: names([first, ...others])}}] : [];
}

/** What nobody could do better, where that is known. @param {Judged} of @returns {Saying[]} */
function possible({facts: {lines}, entrants: [first], main}) {
  const line = first && bestPossible(first.models[0], main);
  return line
    ? [{key: 'verdict.best', values: {line: lineSaid(line, lines), bar: scoreWritten(main, line.value)}}]
    : [];
}

/** @param {Judged} of @returns {Saying[]} */
function fallen({entrants, main}) {
  return entrants.flatMap(({models}) =>
    models.flatMap((model) => {
      const fell = model.counts ? null : fellBack(model, main);
      if (!fell) return [];
      const {then, now} = fell;
      const scores = {then: scoreWritten(main, then.value), now: scoreWritten(main, now)};
      return [{key: 'verdict.fell', values: {name: model.name, step: then.step, ...scores}}];
    }),
  );
}

/** @param {Judged} of @returns {Saying[]} */
function learning({learning: models, main}) {
  const by = (/** @type {boolean} */ own) =>
    models.filter((model) => (stillLearning(model, main) === main) === own).map(({name}) => name);
  return [true, false].flatMap((own) => {
    const names = by(own);
    const key = own ? 'verdict.learning' : 'verdict.learning_loss';
    return names.length ? [{key, values: {count: names.length, names: listed(names)}}] : [];
  });
}

/** What five seeds of the same gave. @param {Judged} of @returns {Saying[]} */
function elsewhere({spreads, entrants, main}) {
  const list = entrants.flatMap(({name, models}) => {
    const found = spreads.find(({model, metric}) => metric === main && models.some(({index}) => index === model));
    return found ? [{saying: spreadSaid(name, main, found.values), count: found.values.length}] : [];
  });
  const values = {count: Math.min(...list.map(({count}) => count)), list: ''};
  return list.length
    ? [{key: 'verdict.spread', values: {...values, list: listed(list.map(({saying}) => saying))}}]
    : [];
}

/** @param {Judged} of @returns {Saying[]} */
function oneSeed({single, entrants, facts: {models}}) {
  if (!single.length) return [];
  if (single.length === entrants.length) return [{key: 'verdict.one_seed', values: {count: single.length}}];
  return [{key: 'verdict.one_seed_of', values: {names: listed(single.map((index) => models[index].name))}}];
}
