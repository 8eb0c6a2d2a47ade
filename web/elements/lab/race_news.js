// What the status line says of a race: start, quarters, finish, trouble. Never a step, never two within five seconds.
// To add a sentence, add a row to ROWS, and its words to web/words.
import {endings, listed, placed} from '../../facts/scores_said.js';
import '../../words/late.js';
import {toldAll} from '../../words/words.js';
import {refusalOfModel} from '../../words/refusals.js';

/** @typedef {import('../../facts/types').Facts} Facts */
/** @typedef {import('../../words/words.js').Saying} Saying */
/** @typedef {import('../../words/refusals.js').Context} Context */

/**
 * signs: what is so at present; a sign that was not there before is news. before: the signs as they last were. said: what
 * there is to say of it, [] for nothing.
 * @typedef {{signs: (facts: Facts, before: string[]) => string[], said: (facts: Facts, sign: string, race: Context) => Saying[]}} Row
 */

export const QUIET_MS = 5000;

/** The first row that has news is heard. @type {Row[]} */
const ROWS = [
  {
    signs: ({models}) => models.map(troubleOf).filter(Boolean),
    said: ({models}, sign, race) =>
      models.filter((model) => troubleOf(model) === sign).map((model) => trouble(model, race)),
  },
  {
    signs: ({state}) => [state],
    said: (facts, state) => STATES[/** @type {Facts['state']} */ (state)](facts),
  },
  {
    signs: ({models}) => models.filter(({ended}) => ended).map(({name}) => name),
    said: ({models, state}, sign) => (state === 'done' ? [] : endings(models.filter(({name}) => name === sign))),
  },
  {
    signs: (facts, [before]) => [String(facts.state === 'idle' ? 0 : Math.max(Number(before ?? 0), quartersOf(facts)))],
    said: (facts, quarters) => {
      const told = facts.state === 'training' && quarters !== '0' && quarters !== '4';
      return told ? [{key: 'news.quarter', values: {percent: 25 * Number(quarters)}}, ...standing(facts)] : [];
    },
  },
];

/** @type {Record<Facts['state'], (facts: Facts) => Saying[]>} */
const STATES = {
  idle: () => [{key: 'news.reset'}],
  training: ({models}) => [{key: 'news.training', values: {names: listed(models.map(({name}) => name))}}],
  paused: (facts) => [{key: 'news.paused'}, ...standing(facts)],
  done: (facts) => [{key: 'news.finished'}, ...endings(facts.models), ...standing(facts)],
};

/** Turns facts into a sentence when there is something worth hearing. */
export class RaceNews {
  /** What each row last saw. */
  #seen = [[], ['idle'], [], ['0']];
  #last = -Infinity;
  /** @type {Saying[]} */
  #owed = [];

  /** When to ask again, although nothing may happen until then; Infinity: no need. */
  get due() {
    return this.#owed.length ? this.#last + QUIET_MS : Infinity;
  }

  /** @param {Facts} facts @param {number} now milliseconds @param {Context} [race] @returns {string} '' when there is nothing to say */
  next(facts, now, race = {}) {
    const fresh = this.#fresh(facts, race);
    if (fresh.length) this.#owed = fresh;
    if (now < this.due) return '';
    this.#last = now;
    const said = toldAll(this.#owed);
    this.#owed = [];
    return said;
  }

  /** One sign at a time: the others are still news when it is asked again. @param {Facts} facts @param {Context} race */
  #fresh(facts, race) {
    /** @type {Saying[]} */
    let said = [];
    for (const [i, {signs, said: words}] of ROWS.entries()) {
      const before = this.#seen[i];
      const now = signs(facts, before);
      const fresh = said.length ? undefined : now.find((sign) => !before.includes(sign));
      this.#seen[i] = now.filter((sign) => sign === fresh || before.includes(sign));
      if (fresh !== undefined) said = words(facts, fresh, race);
    }
    return said;
  }
}

/** @param {Facts['models'][number]} model @returns {string} '' where there is none */
function troubleOf({name, message}) {
  return message && message.tone !== 'info'
    ? `${name} ${message.key} ${message.where} ${JSON.stringify(message.values)}`
    : '';
}

/** @param {Facts['models'][number]} model @param {Context} race @returns {Saying} */
function trouble({name, message}, race) {
  return {key: 'news.trouble', values: {name, message: refusalOfModel(message, race)}};
}

/** How many quarters the slowest model has behind it. @param {Facts} facts */
function quartersOf({models}) {
  const racing = models.filter(({refused}) => !refused);
  return Math.floor(4 * Math.min(1, ...racing.map(({progress}) => progress)));
}

/** Who is where, by what tells most of the task. @param {Facts} facts @returns {Saying[]} */
function standing(facts) {
  const list = placed(facts).map(({model: {name}, value}) => ({key: 'news.place', values: {name, value}}));
  const key = facts.main === 'val_loss' ? 'news.standing_loss' : 'news.standing_share';
  return list.length ? [{key, values: {list: listed(list)}}] : [];
}
