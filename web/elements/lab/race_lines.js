// What the lab says of a race beside the headings of its parts, and what can be asked in it.
import {html} from 'lit';
import {addedSteps} from '../../state/runs.js';
import {say} from '../../words/words.js';

/** @typedef {import('../../runtime/race.js').Race} Race */

/** @param {Race} race */
export function taskLine({describe, experiment: {task}, text}) {
  const kind = describe.tasks.find((one) => one.kind === task.kind);
  return kind?.reads_data && text.title ? text.title : (kind?.title ?? '');
}

/** What was asked for, as the fields have it, and what was added on the way. @param {Race} race */
export function trainLine({experiment, describe, lr}) {
  const {train} = experiment;
  const title = describe.train.optimizers.find(({kind}) => kind === train.optimizer?.kind)?.title ?? '';
  return say('lab.train_line', {
    steps: String(train.steps),
    more: addedSteps(experiment),
    batch: String(train.batch_size),
    optimizer: title,
    rate: String(lr),
  });
}

/** What can be asked of the models in words. @param {Race} race */
export function prompting(race) {
  if (race.readsText)
    return {title: say('lab.continue_text'), panel: html`<prompt-panel .race=${race}></prompt-panel>`};
  const answers = race.runners.some(({info}) => info?.answers);
  return {title: say('lab.ask'), panel: answers ? html`<answer-panel .race=${race}></answer-panel>` : null};
}
