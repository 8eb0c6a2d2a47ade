// Models as a picture takes them: each with what was measured of it, its taps, its colour. Pure.
import {DASHES} from '../../state/palette.js';
import {symbolsOf, tapOf} from '../inside/padding.js';
import {asksOf, tapsWanted} from './asks.js';
import {clippedOf} from './clipping.js';

/** @typedef {import('../../runtime/runner.js').Runner} Runner @typedef {import('../../runtime/types').Look} FullLook @typedef {import('../../runtime/types').Tap} Tap */
/** @typedef {import('../../charts/compare/runs.js').Run} Run @typedef {import('../../charts/compare/runs.js').Ask} Ask @typedef {import('../../charts/compare/runs.js').Look} Look */
/** @typedef {import('./following.js').Known} Known @typedef {(runner: Runner, ask: Ask) => Known | null} Knowing */
/** @typedef {import('../../charts/compare/runs.js').Measured} Measured */
/** @typedef {{picture: import('../../charts/compare/runs.js').Picture, options: import('../../charts/compare/runs.js').Options, along: import('../inside/shared_cursor.js').Along | null, train?: import('../../runtime/types').Experiment['train']}} Seen along: where on the curves somebody points; train: of the race */

/**
 * Those of which something was found, in the order of the race.
 * @param {Runner[]} runners @param {Seen} seen @param {Knowing} knowing @param {string[]} colours of runs @returns {Run[]}
 */
export function runsOf(runners, {picture, options, along, train}, knowing, colours) {
  const [main, ...others] = asksOf(picture, options);
  return runners.flatMap((runner) => {
    const all = measuredOf(runner, knowing(runner, main));
    if (!all.length) return [];
    const who = {name: runner.name, colour: colours[runner.colour] ?? 'gray', dash: DASHES[runner.dash] ?? []};
    const look = lookOf(runner, picture.meta.taps ?? []);
    const clipped = clippedOf(runner, train);
    return [
      {
        ...who,
        ...backTo(all, stepAt(runner, along)),
        beside: besides(runner, others, knowing),
        ...(look ? {look} : {}),
        ...(clipped === undefined ? {} : {clipped}),
        vocab: vocabOf(runner),
      },
    ];
  });
}

/** The step of a model that is nearest to a place on the curves. @param {Runner} runner @param {Seen['along']} along */
function stepAt(runner, along) {
  if (!along || along.axis === 'step') return along?.x ?? null;
  const away = Array.from(runner.curve('held_out', along.axis).x, (x) => Math.abs(x - along.x));
  return away.length ? runner.curve('held_out', 'step').x[away.indexOf(Math.min(...away))] : null;
}

/** Its measurements from the first on; after a reset nothing holds that was measured further on. @param {Runner} runner @param {Known | null} known @returns {Measured[]} */
export function measuredOf(runner, known) {
  const {latest, earlier = []} = known?.course ?? {};
  return (latest ? [...earlier, latest] : []).filter(({step}) => !(step > runner.step));
}

/** The latest, or what was measured nearest to a step. @param {Measured[]} all @param {number | null} step */
function backTo(all, step) {
  const away = all.map((one) => (step === null ? 0 : Math.abs(one.step - step)));
  const at = step === null ? all.length - 1 : away.indexOf(Math.min(...away));
  return {found: all[at], course: all.slice(0, at)};
}

/** @param {Runner} runner @param {Ask[]} asks @param {Knowing} knowing */
function besides(runner, asks, knowing) {
  const known = asks.map((ask) => [ask.measure, measuredOf(runner, knowing(runner, ask)).at(-1)]);
  return Object.fromEntries(known.filter(([, found]) => found));
}

/** @param {Runner} runner */
const vocabOf = ({info}) => (info?.classes?.length ? info.classes : info?.vocab);

/** Looks without padding, by what they were made of: each is asked for many times. @type {WeakMap<FullLook, Map<string, Look | null>>} */
const CUT = new WeakMap();

/** @param {Runner} runner @param {string[]} wanted @returns {Look | null} null until all came */
function lookOf({look, info}, wanted) {
  if (!look || !wanted.length) return null;
  const names = tapsWanted(wanted, info?.looks ?? []);
  const key = names.join(' ');
  const cut = CUT.get(look) ?? new Map();
  CUT.set(look, cut);
  if (!cut.has(key)) cut.set(key, cutOut(look, names));
  return cut.get(key) ?? null;
}

/** @param {FullLook} look @param {string[]} names @returns {Look | null} */
function cutOut(look, names) {
  const taps = names.map((name) => look.taps.find((tap) => tap.name === name));
  if (!taps.every((tap) => tap !== undefined)) return null;
  const {step, asked, probability} = look;
  const whole = /** @type {Tap[]} */ (taps);
  return {step, asked, probability, ...symbolsOf(look), taps: whole.map((tap) => tapOf(tap, look))};
}
