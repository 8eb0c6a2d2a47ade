// What a kept race is held against: lines, and of how many held-out examples its scores are. Its models tell it when they are
// opened, and nobody may open them for long.

/** @typedef {import('../runtime/race.js').Race} Race */

/** @param {Race} race that was just brought back */
export async function bringLines(race) {
  if (race.awaited || race.readsText) return; // a text has lines of its own
  const {experiment} = race;
  for (const runner of [...race.runners]) {
    const found = await race.about(race.runners.indexOf(runner)).catch(() => null); // whoever trains on hears why not
    if (experiment.task !== race.experiment.task) return;
    if (!found || !runner.info || runner.info.baselines) continue;
    const {baselines, held_out_examples} = found;
    runner.info = {...runner.info, baselines, held_out_examples};
    race.changed();
  }
}
