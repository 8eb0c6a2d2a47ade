// What the menu of a card does to the race.

/** @typedef {import('../../runtime/race.js').Race} Race */

/** @type {Record<string, (race: Race, index: number) => Promise<void>>} */
const ACTIONS = {
  keep: (race, index) => race.keepWeights(index),
  adopt: (race, index) => race.adoptWeights(index),
  copy: (race, index) => race.copyModel(index),
  remove: (race, index) => race.removeModel(index),
  match: (race, index) => race.matchParameters(index),
};

/** Whoever trained goes on. @param {Race} race @param {string} id @param {number} index of the model */
export async function actOnModel(race, id, index) {
  const training = race.state === 'training';
  await ACTIONS[id](race, index);
  if (training && id !== 'keep') race.train();
}
