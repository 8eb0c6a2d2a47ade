// What the numbers of a race bear: who learned it, who did not begin, who is ahead of whom, who was still learning. The
// sentences of verdict.js say this and no more. Pure.
import {bestOf, firstBeyond} from './curves.js';
import {apart, entrantsOf, intervalOf, scoreOf} from './entrants.js';
import {wilson} from './wilson.js';
import {blindLine, easiest, hardestBeaten} from './lines.js';
import {lowIsBetter} from './metrics.js';

/** @typedef {import('./types').Facts} Facts */
/** @typedef {import('./types').ModelFacts} ModelFacts */
/** @typedef {import('./types').LineFacts} Line */
/** @typedef {import('./types').Score} Score */
/** @typedef {import('./entrants.js').Entrant} Entrant */
/** @typedef {import('./entrants.js').Spread} Spread */

/** It is learned by whoever surely gets so many right. */
export const LEARNED = 0.9;
/** A loss has risen again where it ends by so much of its lowest above that. */
const RISEN = 0.05;

/**
 * learned: surely at least LEARNED right. partly: surely more than the line. unbegun: never surely more than what comes of not
 * looking. back: no longer. none: not one right. Of a loss: below or above a line, above: never below it. known: nothing to
 * hold it against.
 * @typedef {'learned' | 'partly' | 'unbegun' | 'back' | 'none' | 'below' | 'above' | 'known'} Standing
 */
/** score: by which it stands so. @typedef {{standing: Standing, score: Score, line: Line | null}} Stand */

/** @param {ModelFacts} model with that score @param {Score} main @returns {Stand} */
export function standOf(model, main) {
  const value = Number(scoreOf(model, main));
  if (lowIsBetter(main)) return lossStand(model, main, value);
  const interval = intervalOf(model, main, value);
  if (!interval) return {standing: 'known', score: main, line: null};
  const line = hardestBeaten(model, main, interval.low);
  const blind = blindScore(model, main);
  const began = !blind || surely(model, blind.score, Number(scoreOf(model, blind.score)), blind.value);
  if (blind && !began) return {standing: everBegan(model, blind) ? 'back' : 'unbegun', score: blind.score, line: blind};
  if (interval.low >= LEARNED) return {standing: 'learned', score: main, line};
  if (line) return {standing: 'partly', score: main, line};
  return {standing: value === 0 ? 'none' : 'known', score: main, line: null};
}

/** @param {ModelFacts} model @param {Score} main @param {number} value @returns {Stand} */
function lossStand(model, main, value) {
  const beaten = hardestBeaten(model, main, value);
  if (beaten) return {standing: 'below', score: main, line: beaten};
  const line = easiest(model, main);
  if (!line) return {standing: 'known', score: main, line: null};
  return {standing: line.since === null ? 'above' : 'back', score: main, line};
}

/** What comes of not looking, in the score that tells most or else in single answers. @param {ModelFacts} model @param {Score} main */
function blindScore(model, main) {
  const single = scoreOf(model, 'val_accuracy') === null ? null : blindLine(model, 'val_accuracy');
  return blindLine(model, main) ?? single;
}

/** @param {ModelFacts} model @param {Score} score @param {number} value @param {number} than */
function surely(model, score, value, than) {
  return Number(intervalOf(model, score, value)?.low) > than;
}

/** In standard deviations: the best of a hundred tests is by chance as far above the mean as a single one is in 1 of 2,000 (Bonferroni, 95 %). */
const BEST_OF_MANY = 3.48;

/** Whether some test was surely beyond a line. @param {ModelFacts} model @param {Line} line */
function everBegan(model, {score, value: than}) {
  const curve = model.curves[score];
  const lucky = (/** @type {number} */ value) => wilson(value, Number(model.held_out), BEST_OF_MANY);
  return curve !== undefined && firstBeyond(curve, (value) => lucky(value).low > than) !== null;
}

/** From which test on it stayed so good. @param {ModelFacts} model @param {Score} score @param {number} bar @returns {number | null} */
export function sinceWhen({curves}, score, bar) {
  const {step, value} = curves[score] ?? {step: [], value: []};
  const there = (/** @type {number} */ i) => (lowIsBetter(score) ? value[i] <= bar : value[i] >= bar);
  let since = null;
  for (let i = value.length - 1; i >= 0 && there(i); i--) since = step[i];
  return since;
}

/**
 * The best of several with those that are surely behind it, and those that are not to be told from it; null where nobody can
 * tell, since of somebody nothing is known but one number.
 * @param {Entrant[]} entrants best first @returns {{first: Entrant, level: Entrant[], behind: Entrant[]} | null}
 */
export function comparison(entrants) {
  if (entrants.length < 2 || entrants.some(({range}) => range === null)) return null;
  const [first, ...others] = entrants;
  return {first, level: others.filter((one) => !apart(first, one)), behind: others.filter((one) => apart(first, one))};
}

/** By which score a model was still getting better at its end; null: by none. @param {ModelFacts} model @param {Score} main @returns {Score | null} */
export function stillLearning(model, main) {
  if (model.refused || model.counts || scoreOf(model, main) === null) return null;
  if (standOf(model, main).standing === 'learned') return null;
  return [main, /** @type {const} */ ('val_loss')].find((score) => model.scores[score]?.trend?.better) ?? null;
}

/** Where it had been surely better than at its end. @param {ModelFacts} model @param {Score} main @returns {{then: import('./types').Point, now: number} | null} */
export function fellBack(model, main) {
  const [now, curve] = [scoreOf(model, main), model.curves[main]];
  const then = now !== null && curve ? bestOf(curve, lowIsBetter(main)) : null;
  if (now === null || !then) return null;
  const end = intervalOf(model, main, now);
  const best = end && wilson(then.value, Number(model.held_out), BEST_OF_MANY);
  const fell = best && end ? end.high < best.low : lowIsBetter(main) && now - then.value > RISEN * Math.abs(then.value);
  return fell ? {then, now} : null;
}

/** Who has one seed alone, of those whom a seed would change. @param {Entrant[]} entrants */
export const ofOneSeed = (entrants) => entrants.filter(({seeds, counts}) => seeds < 2 && !counts);

/** @param {Facts} facts @param {readonly Spread[]} [spreads] what other seeds gave of this very experiment */
export function judged(facts, spreads = []) {
  const {main, models} = facts;
  const entrants = entrantsOf(facts, spreads);
  const over = facts.state === 'done';
  return {
    over,
    main,
    entrants,
    comparison: over ? comparison(entrants) : null,
    learning: over ? models.filter((model) => model.state === 'done' && stillLearning(model, main) !== null) : [],
    single: over
      ? ofOneSeed(entrants)
          .map(({models: [{index}]}) => index)
          .sort((a, b) => a - b)
      : [],
  };
}
