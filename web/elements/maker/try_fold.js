// The last beat as it is made: what is to be reached, what helps, what is asked at the end, and what to remember.
import {html, nothing} from 'lit';
import {LIMITS} from '../../exercise/make/draft.js';
import {say} from '../../words/words.js';
import {choice, line, number, remover, replaced, without} from './fields.js';
import {formatted} from './formatted.js';
import {goalRows, sentenceOf} from './goal_rows.js';
import {options} from './predict_fold.js';

/** @typedef {import('./desk.js').Desk} Desk @typedef {import('../../exercise/types').Ask} Ask */

/** @param {Desk} desk */
export function digest({draft: {exercise}, names}) {
  const [first, ...more] = exercise.goal;
  return first ? say('make.goal_line', {first: sentenceOf(first, names), more: more.length}) : say('make.lacks_goal');
}

/** @param {Desk} desk */
export function tryFold(desk) {
  const {draft, write, change} = desk;
  const {knob, goal_text = '', remember = ''} = draft.exercise;
  return html`<div role="group" aria-labelledby="goal"><h3 id="goal">${say('make.goal')}</h3><p class="muted small">${say('make.goal_what')}</p>${goalRows(desk)}</div>
    ${knob ? choice({id: 'tried-with', label: say('make.tried_with'), value: String(draft.position), offered: knob.values.map(({name}, i) => ({value: String(i), title: name})), choose: (i) => change({position: Number(i)})}) : nothing}
    ${formatted({id: 'goal-text', label: say('make.goal_text'), value: goal_text, most: LIMITS.goal, rows: 2, note: say('make.goal_text_what'), write: (value) => write({goal_text: value})})}
    ${hintRows(desk)}${askRows(desk)}
    ${formatted({id: 'remember', label: say('make.remember'), value: remember, most: LIMITS.remember, rows: 2, write: (value) => write({remember: value})})}`;
}

/** @param {Desk} desk */
function hintRows({draft: {exercise}, write}) {
  const {hints = []} = exercise;
  const row = (
    /** @type {string} */ hint,
    /** @type {number} */ i,
  ) => html`<li class="option">${formatted({id: `hint-${i}`, label: say('make.hint', {number: i + 1}), value: hint, most: LIMITS.hint, rows: 2, write: (text) => write({hints: replaced(hints, i, text)})})}
    <div class="row">${remover(say('make.hint', {number: i + 1}), () => write({hints: without(hints, i)}))}</div></li>`;
  return html`<div role="group" aria-labelledby="hints"><h3 id="hints">${say('make.hints')}</h3><ul class="rows">${hints.map(row)}</ul>
    ${hints.length < LIMITS.hints ? html`<button class="quiet add" @click=${() => write({hints: [...hints, '']})}>${say('make.add_hint')}</button>` : nothing}</div>`;
}

const KINDS = /** @type {const} */ (['choice', 'number', 'text']);
/** @type {Record<typeof KINDS[number], () => Ask>} */
const NEW = {
  choice: () => ({kind: 'choice', text: '', choices: [{text: ''}, {text: ''}]}),
  number: () => ({kind: 'number', text: '', value: 0, tolerance: 0}),
  text: () => ({kind: 'text', text: ''}),
};

/** @param {Desk} desk */
function askRows(desk) {
  const {write} = desk;
  const {asks = []} = desk.draft.exercise;
  const row = (/** @type {Ask} */ ask, /** @type {number} */ i) => {
    const set = (/** @type {Ask} */ changed) => write({asks: replaced(asks, i, changed)});
    const name = say('make.ask', {number: i + 1});
    return html`<li><div class="option">${line({id: `ask-${i}`, label: name, value: ask.text, most: LIMITS.ask, write: (text) => set({...ask, text})})}
      <div class="row">${remover(name, () => write({asks: without(asks, i)}))}</div></div>${answered(desk, ask, i, set)}</li>`;
  };
  const add = (/** @type {string} */ kind) => kind && write({asks: [...asks, NEW[/** @type {'text'} */ (kind)]()]});
  const offered = [
    {value: '', title: say('make.add_ask')},
    ...KINDS.map((kind) => ({value: kind, title: say(`make.ask_${kind}`)})),
  ];
  return html`<div role="group" aria-labelledby="asks"><h3 id="asks">${say('make.asks')}</h3><ul class="rows">${asks.map(row)}</ul>
    ${asks.length < LIMITS.asks ? choice({id: 'add-ask', label: say('make.add_ask'), hidden: true, value: '', offered, choose: add}) : nothing}</div>`;
}

/** @param {Desk} desk @param {Ask} ask @param {number} i @param {(ask: Ask) => void} set */
function answered(desk, ask, i, set) {
  if (ask.kind === 'choice') return options(desk, `ask-${i}-choice`, ask.choices, (choices) => set({...ask, choices}));
  if (ask.kind === 'text') return html`<p class="muted small">${say('make.ask_text_what')}</p>`;
  return html`<div class="row">${number({id: `ask-${i}-value`, label: say('make.answer'), value: ask.value, write: (value = 0) => set({...ask, value})})}
    ${number({id: `ask-${i}-tolerance`, label: '±', value: ask.tolerance, min: 0, write: (tolerance = 0) => set({...ask, tolerance: Math.abs(tolerance)})})}
    ${line({id: `ask-${i}-unit`, label: say('make.unit'), value: ask.unit ?? '', most: LIMITS.unit, write: (unit) => set({...ask, unit: unit || undefined})})}</div>`;
}
