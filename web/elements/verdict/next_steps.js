// What can follow a verdict: some steps more where somebody was still learning, another seed where there is one of each.
import {hides, locks} from '../../shape/shape.js';
import {gentleRate} from '../../state/going_on.js';
import {nextSeed, withSeed} from '../../state/variants.js';
import {MODEL_LIMIT} from '../../runtime/race.js';
import {offerOf} from '../lab/going_on.js';
import {announce} from '../parts/follow.js';

/** @typedef {import('../../runtime/race.js').Race} Race */
/** @typedef {import('../../shape/shape.js').Shape} Shape */

/** For how many steps; 0: not at all. @param {Race} race @param {Shape} shape @param {number} learning how many were still learning */
export function stepsMore(race, shape, learning) {
  if (!learning || race.state !== 'done' || race.awaited) return 0;
  return offerOf(race, shape)?.count ?? 0;
}

/** The page around may ask at which rate, and answers for what it locks; without one each goes on gently. @param {HTMLElement} from @param {Race} race @param {Shape} shape */
export function trainOn(from, race, shape) {
  const offer = offerOf(race, shape);
  if (!offer) return;
  let taken = false;
  announce(from, 'train-on', {count: offer.count, taken: () => (taken = true)});
  if (!taken) race.trainOn(offer.count, new Map([...offer.spent].map(([runner, rate]) => [runner, gentleRate(rate)])));
}

/** Whether there is room for a copy of each. @param {Race} race @param {Shape} shape @param {number[]} single models of which there is one seed */
export function takesSeeds({runners, experiment}, shape, single) {
  const barred = ['add_model', 'model_menu'].some((part) => hides(shape, part) || locks(shape, part));
  const ofTheirOwn = single.some((k) => {
    const path = `models.${experiment.models[k]?.kind}.train.seed`;
    return hides(shape, path) || locks(shape, path);
  });
  return single.length > 0 && runners.length + single.length <= MODEL_LIMIT && !barred && !ofTheirOwn;
}

/** Copies of these models join with one seed more, and train. @param {Race} race @param {number[]} single @returns {Promise<string[]>} what they are called */
export async function addSeeds(race, single) {
  const range = race.describe.train.options.find(({name}) => name === 'seed') ?? {};
  const seed = nextSeed(race.experiment, single[0], range);
  const models = single.map((k) => race.experiment.models[k]);
  for (const model of models) await race.addModel(withSeed(model, seed));
  const added = race.runners.slice(-models.length);
  for (const runner of added) runner.train();
  return added.map(({name}) => name);
}
