// Who wants which taps of a model: its worker is asked for all of them together, as one look.

/** @typedef {import('../../runtime/race.js').Race} Race @typedef {import('../../runtime/runner.js').Runner} Runner */
/** @typedef {{wants: Map<object, string[]>, sent: string}} Wanted */

/** @type {WeakMap<Runner, Wanted>} */
const WANTED = new WeakMap();

/** From now on; none: no longer. @param {Race} race @param {Runner} runner @param {object} owner @param {string[]} taps */
export function wantTaps(race, runner, owner, taps) {
  const index = race.runners.indexOf(runner);
  if (index < 0) return;
  const wanted = WANTED.get(runner) ?? {wants: new Map(), sent: '[]'};
  WANTED.set(runner, wanted);
  if (taps.length) wanted.wants.set(owner, taps);
  else wanted.wants.delete(owner);
  const all = [...new Set([...wanted.wants.values()].flat())];
  const sent = all.length ? JSON.stringify([runner.model, all]) : '[]';
  if (sent === wanted.sent) return;
  wanted.sent = sent;
  race.setWatched(index, all);
}
