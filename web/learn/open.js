// Puts a chapter into the element that leads through it, with a race of its own.
import {Race} from '../runtime/race.js';
import {showView} from '../shape/show.js';
import {NO_SETTING} from '../shape/page.js';
import {NO_SHAPE, hides} from '../shape/shape.js';
import {DEFAULT_VIEW} from '../state/view.js';
import {entryOf} from './index.js';
import {plainNames} from './plain_names.js';

/** @typedef {import('./types').Lesson} Lesson @typedef {import('./types').Recorded} Recorded @typedef {import('../shape/show.js').Showing} Showing */
/** @typedef {Showing & {race: Race | null, chapter: Lesson | null, recorded: Recorded | null}} Player */

/**
 * Nothing trains until the reader has said what he expects. Whoever opens it closes the race, unless he hands it on.
 * @param {Player} player @param {import('../runtime/types').Surroundings} surroundings @param {Lesson} chapter
 * @param {{recorded?: Recorded | null, shape?: import('../shape/shape.js').Shape}} [with] recorded: what is known of it, fetched where it is not handed in; shape: what is hidden
 * @returns {Promise<Race>} once the player shows all of it
 */
export async function openChapter(player, surroundings, chapter, {recorded, shape = NO_SHAPE} = {}) {
  const race = new Race({...surroundings, modelNames: plainNames}, chapter.experiment);
  player.page = {...NO_SETTING, shape};
  const [axis = DEFAULT_VIEW.axis] = chapter.axes ?? [];
  showView(race, player, {...DEFAULT_VIEW, pacing: 'steps', axis, ...chapter.view}); // side by side, whoever is faster
  [player.chapter, player.race] = [hides(shape, 'recall') ? {...chapter, recall: []} : chapter, race];
  const known =
    recorded ??
    (await entryOf(chapter.id)
      ?.recorded()
      .catch(() => null)) ??
    null;
  if (player.race === race) player.recorded = known;
  return race;
}
