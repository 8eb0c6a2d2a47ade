// The class as an experiment: the same settings with many seeds, where they ended and how they came there.
import {html, nothing} from 'lit';
import {bandOf, endsOf} from '../../class/settings.js';
import {scoreWritten} from '../../facts/scores_said.js';
import {say} from '../../words/words.js';
import {integer} from '../parts/format.js';
import './class_plot.js';

/** @typedef {import('./class_desk.js').Shown} Shown @typedef {import('../../class/types').Setting} Setting */

/** @param {Shown} shown */
export function experiment(shown) {
  const {setting, students, exercise, score} = shown;
  if (!setting) return nothing;
  const ends = endsOf(setting, score);
  const named = exercise.seed === 'name';
  return html`<section aria-labelledby="experiment"><h2 id="experiment">${say('class.experiment')}</h2>
    <p>${named ? say('class.experiment_named', {count: students.length}) : say('class.experiment_fixed')}</p>${leftOut(shown)}${choices(shown)}
    ${ends.length ? html`<class-plot .score=${score} .models=${modelsOf(shown, setting, ends)}></class-plot>${numbers(ends, score)}` : html`<p>${say('class.no_scores')}</p>`}</section>`;
}

/** Scores that nobody came to are no part of an experiment. @param {Shown} shown */
function leftOut({rows}) {
  const count = rows.filter(({refuted}) => refuted).length;
  return count ? html`<p class="muted">${say('class.experiment_without', {count})}</p>` : nothing;
}

/** @param {Shown} shown */
function choices({settings, setting, scores, score, choose, exercise}) {
  const change =
    (/** @type {'setting' | 'score'} */ what) =>
    (/** @type {any} */ {target}) =>
      choose({[what]: target.value});
  const option = (/** @type {string} */ value, /** @type {string} */ words, /** @type {boolean} */ selected) =>
    html`<option value=${value} .selected=${selected}>${words}</option>`;
  const few =
    settings.length < 2
      ? nothing
      : html`<label>${say('class.setting')} <select @change=${change('setting')}>${settings.map((one) => option(one.key, say('class.setting_count', {setting: settingSaid(one, exercise), count: one.runs.length}), one === setting))}</select></label>`;
  const scored =
    scores.length < 2
      ? nothing
      : html`<label>${say('class.score')} <select @change=${change('score')}>${scores.map((one) => option(one, say(`class.score-${one}`), one === score))}</select></label>`;
  return html`<div class="row">${few}${scored}</div>`;
}

/** Where the knob stood, or what was changed besides. @param {Setting} setting @param {import('../../exercise/types').Exercise} exercise */
function settingSaid({position, changes}, {knob}) {
  const name = position === null ? null : knob?.values[position]?.name;
  const changed = Object.entries(changes).map(
    ([path, value]) => `${path} = ${typeof value === 'object' ? JSON.stringify(value) : value}`,
  );
  return (name ?? changed.join(', ').slice(0, 80)) || say('class.setting_given');
}

/** What is drawn of each. @param {Shown} shown @param {Setting} setting @param {ReturnType<typeof endsOf>} ends */
function modelsOf({checking, score}, setting, ends) {
  return ends.map(({name, values, median, min, max}, colour) => {
    const curves = setting.runs.flatMap(({student, run, index}) => {
      const k = run.models.findIndex((one) => one.name === name);
      const curve = checking.trained(student, index, k)?.history.curves[/** @type {'val_loss'} */ (score)];
      return curve ? [curve] : [];
    });
    return {name, colour, values, median, low: min, high: max, curves, band: bandOf(curves), runs: values.length};
  });
}

/** @param {ReturnType<typeof endsOf>} ends @param {string} score */
function numbers(ends, score) {
  const heads = ['model', 'runs', 'mean', 'median', 'least', 'most'];
  const write = (/** @type {number} */ value) => scoreWritten(/** @type {any} */ (score), value);
  return html`<div class="scroll" tabindex="0" role="group" aria-labelledby="experiment"><table class="ends"><thead><tr>${heads.map((head, i) => html`<th scope="col" class=${i ? 'number' : ''}>${say(`class.${head}`)}</th>`)}</tr></thead>
    <tbody>${ends.map(({name, values, mean, median, min, max}, k) => html`<tr><th scope="row"><i class=${`swatch run-${k % 6}`}></i>${name}</th><td class="number">${integer(values.length)}</td>${[mean, median, min, max].map((value) => html`<td class="number">${write(value)}</td>`)}</tr>`)}</tbody></table></div>`;
}
