// The table: one line a student, sorted by any column.
import {html, nothing} from 'lit';
import {scoreWritten} from '../../facts/scores_said.js';
import {say, told} from '../../words/words.js';
import {duration, integer} from '../parts/format.js';
import {newsAt} from './news.js';
import {letterOf} from './predicted.js';

/** @typedef {import('./class_desk.js').Shown} Shown @typedef {import('../../class/types').Row} Row */

const HEADS = ['name', 'standing', 'prediction', 'outcome', 'reached', 'runs', 'steps', 'seconds', 'right'];
const NUMBERS = new Set(['reached', 'runs', 'steps', 'seconds', 'right']);
/** Told by a sign and a word, never by a colour alone. */
const SIGNS = {waits: '·', trains: '…', proved: '✓', refuted: '✗', claimed: '○'};

/** @param {Shown} shown */
export function everybody(shown) {
  const {sorted, exercise, saveCsv, news} = shown;
  const heads = HEADS.filter(
    (head) => (head !== 'prediction' || exercise.choices.length) && (head !== 'right' || exercise.asks?.length),
  );
  return html`<section aria-labelledby="table"><div class="spread"><h2 id="table">${say('class.table')}</h2><button @click=${saveCsv}>${say('class.csv')}</button></div>${newsAt(news, 'saved')}
    <p class="muted small">${say('class.table_what')}</p>
    <div class="scroll tall" tabindex="0" role="group" aria-labelledby="table"><table class="everybody"><thead><tr>${heads.map((head) => column(head, shown))}</tr></thead>
    <tbody>${sorted.map((row) => html`<tr>${heads.map((head) => CELLS[head](row, shown))}</tr>`)}</tbody></table></div></section>`;
}

/** @param {string} head @param {Shown} shown */
function column(head, {by, sort}) {
  const mine = by.column === head;
  const order = mine ? (by.down ? 'descending' : 'ascending') : 'none';
  return html`<th scope="col" class=${NUMBERS.has(head) ? 'number' : ''} aria-sort=${order}><button class="quiet" @click=${() => sort(head)}>${say(`class.column-${head}`)}<span aria-hidden="true">${mine ? (by.down ? ' ▾' : ' ▴') : ''}</span></button></th>`;
}

/** @type {Record<string, (row: Row, shown: Shown) => unknown>} */
const CELLS = {
  name: ({name, student}) =>
    html`<th scope="row">${name || html`<span class="muted">${say('class.nameless')}</span>`}${note(student)}</th>`,
  standing: ({student}, {checkedOf}) => standing(checkedOf(student)),
  prediction: ({prediction}) => html`<td class="said">${predictionSaid(prediction)}</td>`,
  outcome: ({outcome, student}, {score, checkedOf}) =>
    html`<td class="outcome">${outcome.map(({name, value}) => ended(name, scoreWritten(/** @type {any} */ (score), value), checkedOf(student)))}</td>`,
  reached: (row) => html`<td class="number reached">${goalsReached(row)}</td>`,
  runs: ({runs}) => html`<td class="number">${integer(runs)}</td>`,
  steps: ({steps}) => html`<td class="number">${integer(steps)}</td>`,
  seconds: ({seconds}) => html`<td class="number">${duration(seconds)}</td>`,
  right: ({right, judged, answered, asked, hints}) =>
    html`<td class="number">${say('class.answers_right', {right, judged, answered, asked})}${hints ? html`<span class="muted small">${say('class.hints', {hints})}</span>` : nothing}</td>`,
};

/** What training again did not give is struck out. @param {string} name @param {string} value @param {import('../../class/types').Checked} checked */
function ended(name, value, {why}) {
  const other = why.some(({key, values}) => key === 'class.fault_scores' && values?.name === name);
  return html`<span>${name} ${other ? html`<s class="muted">${value}</s>` : html`<b>${value}</b>`}</span>`;
}

/** Of a receipt that does not hold it is said to be a claim. @param {Row} row */
function goalsReached({reached, goals, refuted}) {
  const count = say('class.count_of', {count: reached, of: goals});
  if (refuted && reached)
    return html`<span class="wrong">✗</span> <s>${count}</s><span class="muted small">${say('class.reached_claimed')}</span>`;
  return html`${reached === goals ? html`<span class="sign">✓</span> ` : nothing}${count}`;
}

/** @param {import('../../class/types').Student} student */
function note({intact, code}) {
  const words = [!intact && say('class.changed'), code && say('class.from_code')].filter(Boolean);
  return words.map((one) => html`<span class="muted small">${one}</span>`);
}

/** @param {import('../../class/types').Checked} checked */
function standing({standing: of, why, done, of: all}) {
  const words = of === 'trains' ? say('class.standing-trains', {done, of: all}) : say(`class.standing-${of}`);
  return html`<td class="standing ${of}"><span class="is"><span aria-hidden="true">${SIGNS[of]}</span> ${words}</span>${why.map((one) => html`<span class="why">${told(one)}</span>`)}</td>`;
}

/** @param {Row['prediction']} prediction */
export function predictionSaid({index, right}) {
  if (typeof index !== 'number') return say(`class.short-${index ?? 'none'}`);
  return say('class.prediction_is', {choice: letterOf(index), right: right === null ? 'none' : right ? 'yes' : 'no'});
}
