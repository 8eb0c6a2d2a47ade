// The race as a chapter shows it: what is asked, what each model answers at present, and one curve a model.
import {html, nothing} from 'lit';
import {refusalOfModel} from '../../words/refusals.js';
import {say} from '../../words/words.js';
import '../chart/loss_chart.js';
import {changed} from '../../learn/change.js';
import {axisChoice} from './axis_choice.js';
import './cause_view.js';
import {ghostsBeneath} from './former_runs.js';
import './live_answers.js';
import {rivalsSaid} from './rivals.js';
import {courseOf} from './recorded_course.js';
import './shuffled_members.js';
import {symbolCost} from './symbol_cost.js';
import {taskPicture} from './task_picture.js';

/** @typedef {import('./scene.js').Scene} Scene */

/** @param {Scene} scene */
export function raceFigure(scene) {
  if (scene.chapter.measures) return costFigure(scene);
  return html`${answersFigure(scene)}${chartFigure(scene)}`;
}

/** With the picture of the cause beside the curve: whether it changes with what is changed is to be seen. @param {Scene} scene */
export function causeFigure(scene) {
  const {chapter} = scene;
  if (!chapter.why?.picture) return raceFigure(scene);
  const beside = chapter.measures ? html`<div class="curve">${costFigure(scene)}</div>` : chartFigure(scene);
  return html`${chapter.measures ? nothing : answersFigure(scene)}<div class="both">${beside}<div class="cause">${cause(scene)}</div></div>`;
}

/** What was measured, or what the models say to it when they are asked. @param {Scene} scene */
function cause(scene) {
  const {race, chapter} = scene;
  const members = itemOf(scene)?.given.symbols?.map(String) ?? [];
  if (chapter.asks === 'shuffle') return html`<shuffled-members .race=${race} .members=${members}></shuffled-members>`;
  return html`<cause-view .race=${race} .look=${chapter.why} .earlier=${courseOf(scene)} .bring=${scene.bring}></cause-view>`;
}

/** The example as the models read it now; before that as it was recorded. @param {Scene} scene */
export function itemOf({race, recorded, chapter}) {
  const answered = race.runners.find(({examples}) => examples?.first === chapter.example && examples.items.length);
  const known = answered?.examples?.items[0];
  return known ?? (sameTask(race, chapter) ? recorded?.example.items[0] : undefined);
}

/** @param {Scene['race']} race @param {Scene['chapter']} chapter */
function sameTask({experiment: {task}}, {experiment}) {
  return Object.entries(experiment.task).every(([name, value]) => JSON.stringify(task[name]) === JSON.stringify(value));
}

/** @param {Scene} scene */
export function answersFigure(scene) {
  const {race, chapter} = scene;
  const item = itemOf(scene);
  const along = race.view === 'positions' ? 'along' : ''; // each answer stands below what was read
  return html`<div class="answers ${along}">${item ? taskPicture(item, {brief: true, told: race.started}) : nothing}
    <live-answers .race=${race} .example=${chapter.example} .item=${item}></live-answers></div>`;
}

/** @param {Scene} scene */
export function chartFigure(scene) {
  const {race, view, chapter} = scene;
  return html`<div class="curve">${axisChoice(scene)}<loss-chart compact .race=${race} .view=${view} .range=${chapter.range} .ghosts=${ghostsBeneath(scene)}></loss-chart>${rivalsSaid(scene)}${symbolCost(scene)}${notices(race)}</div>`;
}

/** What is measured in place of a race, and what it was before the knob was moved. @param {Scene} scene */
function costFigure({race, chapter, story}) {
  const before = story.before === null ? undefined : chapter.knob?.values[story.before];
  const former = before ? changed(chapter.experiment, before.change) : null;
  void import('./cost_figure.js'); // of such chapters alone
  return html`<cost-figure .race=${race} .cost=${chapter.measures} .former=${former}></cost-figure>${notices(race)}`;
}

/** What stands in a model's way. @param {import('../../runtime/race.js').Race} race */
function notices(race) {
  return race.runners.map((runner) => {
    const {message, name} = runner;
    if (!message) return nothing;
    return html`<div class="notice ${message.tone}"><p><b>${name}</b> ${refusalOfModel(message, race)}</p>
      <div class="row">${message.actions.map(({id, values}) => html`<button @click=${() => runner.act(id)}>${say(`trouble.do_${id}`, values)}</button>`)}</div></div>`;
  });
}
