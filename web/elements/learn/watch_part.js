// Two models train on the same examples; what was said of them stands beside.
import {html, nothing} from 'lit';
import {UNSURE, isRight} from '../../learn/beats.js';
import '../verdict/race_verdict.js';
import {say} from '../../words/words.js';
import {course} from './course_words.js';
import {metricOf} from '../chart/chart_metric.js';
import {knobElsewhere} from './knob.js';
import {titleOfChoice} from './predict_part.js';
import './first_act.js';
import {raceFigure} from './race_figure.js';
import {measuringOf} from './measuring.js';
import './race_pace.js';

/** @typedef {import('./scene.js').Scene} Scene */

const TRAINED = ['player.watch', 'player.watched'];
const MEASURED = ['player.measure', 'player.measure_done'];

/** @param {Scene} scene */
export function says(scene) {
  const {race, chapter} = scene;
  const [asks, gone] = chapter.measures ? MEASURED : TRAINED;
  const over = isOver(scene);
  const first = race.runners.some(({beginning}) => beginning);
  const goes = () =>
    html`${wasSaid(scene)} ${over ? say(gone) : first ? course(chapter, 'first_act_goes') : say(going(scene))}`;
  return html`<h3 tabindex="-1">${say(asks)}</h3>
    <p>${over && asItBegan(scene) ? cameOut(scene) : goes()}</p>${knobElsewhere(scene)}`;
}

/** @param {Scene} scene */
function isOver({race, chapter: {measures}}) {
  return measures ? measuringOf(race).progress(race.experiment, measures) >= 1 : race.state === 'done';
}

/** What the figure shows meanwhile. @param {Scene} scene */
function going({race, view, chapter}) {
  if (chapter.measures) return 'player.measure_going';
  if (race.readsText) return 'player.watching_text';
  return metricOf(view.metric, race) === 'loss' ? 'player.watching_loss' : 'player.watching';
}

/** The race of which something was predicted. @param {Scene} scene */
const asItBegan = ({chapter, story}) => story.position === (chapter.knob?.begin ?? 0);

/** @param {Pick<Scene, 'chapter' | 'story'>} scene */
function wasSaid({chapter, story}) {
  return story.predicted ? say('player.you_said', {choice: titleOfChoice(chapter, story.predicted)}) : '';
}

/** What was said, and what of it came. @param {Scene} scene */
function cameOut({chapter, story}) {
  const said = story.predicted ?? UNSURE;
  const choice = titleOfChoice(chapter, said);
  const right = chapter.choices.find(({id}) => isRight(chapter.choices, id));
  if (!right) return html`${wasSaid({chapter, story})} ${say('player.watched')}`;
  if (isRight(chapter.choices, said)) return say('player.reply_so', {choice});
  const came = titleOfChoice(chapter, right.id);
  return said === UNSURE ? say('player.it_was_unsure', {came}) : say('player.it_was', {choice, came});
}

/** Both acts, where one of the models learned something else first. @param {Scene} scene */
export function figure(scene) {
  const {race, chapter} = scene;
  const before = chapter.experiment.models.some(({start}) => start);
  return html`${before ? html`<first-act .race=${race} .chapter=${chapter}></first-act>` : nothing}${raceFigure(scene)}`;
}

/** @param {Scene} scene */
export function act({race, train, chapter, hidden}) {
  if (chapter.measures) return nothing;
  const verdict = hidden('verdict') ? nothing : html`<race-verdict compact plain .race=${race}></race-verdict>`;
  return html`<race-pace .race=${race} .train=${train}></race-pace>${verdict}`;
}
