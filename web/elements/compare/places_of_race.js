// What the places of the sequences are called in which models are compared. Pure.
import {placesOf} from '../../state/task_kinds.js';

/** @typedef {import('../../charts/places.js').Places} Places */

/**
 * Where models read a task in different forms, what all of them read has no common name.
 * @param {Pick<import('../../runtime/race.js').Race, 'experiment' | 'describe' | 'runners'>} race @returns {{input: Places, source: Places}}
 */
export function placesOfRace({experiment, describe, runners}) {
  const {given, written} = placesOf(experiment.task, describe);
  const forms = new Set(runners.flatMap(({info}) => info?.form ?? []));
  const kinds = new Set(
    [...forms].map((form) => (form === 'pairs' ? written : form === 'prefix' && given !== written ? 'symbols' : given)),
  );
  const [kind = given] = kinds;
  return {input: {kind: kinds.size > 1 ? 'symbols' : kind, named: false}, source: {kind: given, named: false}};
}
