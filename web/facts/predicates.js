// Predicates: what is aimed at, or claimed, of a race. One is data that a link can carry:
//   {model, metric, op, value, by_step}      it gets there: at some step, by by_step at the latest
//   {model, metric, op, value, from_step}    it stays there: at every step from from_step, until by_step or the end
//   {..., never: true}                       it never gets there
// model: a number; {kind}: some model of that kind; 'any', 'all'. metric: see metrics.js. op: < <= > >= within, whose
// value is [low, high]. value: a number, or another model's at the same step, {model, metric, times, plus}. Pure.
import {UNKNOWN, judged} from './judging.js';
import {metricNamed} from './metrics.js';

/** @typedef {import('./types').Facts} Facts */
/** @typedef {import('./types').ModelFacts} ModelFacts */
/** @typedef {import('./types').Predicate} Predicate */
/** @typedef {import('./types').Verdict} Verdict */

/** Whether it is so. @param {Predicate} predicate @param {Facts} facts @returns {Verdict} */
export function holds(predicate, facts) {
  const metric = metricNamed(predicate.metric);
  const models = meant(predicate.model, facts);
  if (!metric || models.length === 0) return UNKNOWN;
  const each = models.map((model) => {
    const rivals = rivalsOf(predicate, model, facts);
    return rivals.length ? all(rivals.map((rival) => judged({predicate, metric, model, rival}))) : UNKNOWN;
  });
  return isForAll(predicate) ? all(each) : any(each);
}

/** @param {Predicate} predicate */
const isForAll = ({model}) => model === 'all' || typeof model === 'number';

/** Those that can do the task. @param {Predicate['model']} whom @param {Facts} facts */
function meant(whom, {models}) {
  const able = models.filter(({refused}) => !refused);
  if (typeof whom === 'number') return able.filter(({index}) => index === whom);
  return typeof whom === 'object' ? able.filter(({kind}) => kind === whom.kind) : able;
}

/** Those with whom a model is compared; [null] where that is a number.
 *  @param {Predicate} predicate @param {ModelFacts} model @param {Facts} facts @returns {(ModelFacts | null)[]} */
function rivalsOf({value}, model, facts) {
  if (typeof value === 'number' || Array.isArray(value)) return [null];
  const others = (/** @type {ModelFacts[]} */ models) => models.filter(({index}) => index !== model.index);
  if (value.model === 'others') return others(meant('all', facts));
  return typeof value.model === 'number' ? meant(value.model, facts) : others(meant(value.model, facts)).slice(0, 1);
}

/** The first that fails, else the first that is open, else the last to get there. @param {Verdict[]} verdicts at least one */
function all(verdicts) {
  const apart = verdicts.find(({holds}) => holds === false) ?? verdicts.find(({holds}) => holds === null);
  if (apart) return apart;
  const last = verdicts.reduce((a, b) => ((b.step ?? 0) > (a.step ?? 0) ? b : a));
  return {...last, settled: verdicts.every(({settled}) => settled)};
}

/** The first to get there, else the first that is open. @param {Verdict[]} verdicts at least one */
function any(verdicts) {
  const there = verdicts.filter(({holds}) => holds === true);
  if (there.length > 0) return there.reduce((a, b) => ((b.step ?? 0) < (a.step ?? 0) ? b : a));
  return verdicts.find(({holds}) => holds === null) ?? verdicts[0];
}
