// What the places of a look inside are, for its pictures and for whoever hears them. Pure.
import {placesOf} from '../../state/task_kinds.js';

/** @typedef {import('../../charts/places.js').Places} Places */

/**
 * @param {import('../../runtime/types').Look} look @param {string | undefined} form how the model reads the task
 * @param {Pick<import('../../runtime/types').Experiment, 'task'>} experiment
 * @param {import('../../runtime/types').Description} describe
 * @returns {{input: Places, source: Places}} of what the model reads, and of what it is given beside that
 */
export function placesOfLook(look, form, {task}, describe) {
  const {given, written} = placesOf(task, describe);
  const source = {kind: given, named: look.item?.given.values === undefined};
  if (form === 'pairs') return {input: {kind: written, named: true}, source};
  if (form === 'prefix' && given !== written) return {input: {kind: 'symbols', named: true}, source};
  return {input: source, source};
}
