// What stands beneath a picture that is saved: what it shows, of which model and task, after which step, from which seed.
import {trainAt} from '../../state/runs.js';
import {say} from '../../words/words.js';
import {integer, listed} from '../parts/format.js';

/** @typedef {import('../../runtime/race.js').Race} Race @typedef {import('../../runtime/runner.js').Runner} Runner */
/** @typedef {import('../../words/words.js').Saying} Saying */

/** The task, and the data where it has some. @param {Race} race */
function taskOf({describe, experiment: {task}, text}) {
  const kind = describe.tasks.find((one) => one.kind === task.kind);
  const title = kind?.title ?? task.kind;
  return kind?.reads_data && text.title && text.title !== title
    ? say('save.task', {task: title, data: text.title})
    : title;
}

/** @param {Race} race @param {Runner[]} runners those that are shown @param {number} step */
export function runLine(race, runners, step) {
  const seeds = runners.map((runner) => trainAt(race.experiment, race.runners.indexOf(runner), step).seed);
  return say('save.run', {
    models: listed(runners.map(({name}) => name)),
    task: taskOf(race),
    step: integer(step),
    seeds: listed([...new Set(seeds.map(String))]),
  });
}

/** And what was chosen of what there is to choose from: "Layer 1, Head 2." @param {string} run @param {{title: Saying, chosen: Saying}[]} choices */
export function withChoices(run, choices) {
  const chosen = choices.map(({title, chosen: value}) => say('save.choice', {title, value}));
  return chosen.length ? say('save.chosen', {run, choices: listed(chosen)}) : run;
}

/** @param {string} title @param {string[]} lines those that say nothing are left out @returns {import('../../charts/sheet.js').Caption} */
export function captionOf(title, lines) {
  return {title, lines: lines.filter(Boolean), foot: say('save.page')};
}
