// The first beat as it is made: what it is called, what is asked, what may be answered, and what is read before.
import {html, nothing} from 'lit';
import {LIMITS} from '../../exercise/make/draft.js';
import {say} from '../../words/words.js';
import {line, lines, remover, replaced, tick, without} from './fields.js';
import {formatted} from './formatted.js';

/** @typedef {import('./desk.js').Desk} Desk @typedef {import('../../exercise/types').Option} Option */

/** @param {Desk} desk */
export const digest = ({draft: {exercise}}) => exercise.question || exercise.title;

/** @param {Desk} desk */
export function predictFold(desk) {
  const {exercise} = desk.draft;
  const {title, question, choices, lead = ''} = exercise;
  return html`${line({id: 'title', label: say('make.title_of'), value: title, most: LIMITS.title, write: (value) => desk.write({title: value})})}
    ${lines({id: 'asked', label: say('make.question'), value: question, most: LIMITS.question, write: (value) => desk.write({question: value})})}
    <div role="group" aria-labelledby="choices"><h3 id="choices">${say('make.choices')}</h3><p class="muted small">${say('make.choices_what')}</p>
      ${options(desk, 'choice', choices, (list) => desk.write({choices: list}))}</div>
    ${formatted({id: 'lead', label: say('make.lead'), value: lead, most: LIMITS.lead, rows: 4, write: (value) => desk.write({lead: value})})}`;
}

/** Answers that may be given, each with a mark whether it is right, and what is said once it was chosen. @param {Desk} desk @param {string} id @param {readonly Option[]} list @param {(list: Option[]) => void} write */
export function options(desk, id, list, write) {
  const one = (/** @type {Option} */ option, /** @type {number} */ i) =>
    optionRow(desk, `${id}-${i}`, option, i, {
      write: (changed) => write(replaced(list, i, changed)),
      remove: () => write(without(list, i)),
    });
  const add = html`<button class="quiet add" @click=${() => write([...list, {text: ''}])}>${say('make.add_choice')}</button>`;
  return html`<ul class="rows">${list.map(one)}</ul>${list.length < LIMITS.choices ? add : nothing}`;
}

/** @param {Desk} desk @param {string} id @param {Option} option @param {number} i @param {{write: (option: Option) => void, remove: () => void}} can */
function optionRow(desk, id, option, i, {write, remove}) {
  const {text, right, reply = ''} = option;
  const open = desk.opened(id);
  const name = text || say('make.choice_number', {number: i + 1});
  const turn = (/** @type {boolean} */ on) => {
    const {right: _, ...plain} = option;
    write(on ? {...plain, right: true} : plain);
  };
  return html`<li><div class="option">${line({id, label: say('make.choice_number', {number: i + 1}), hidden: true, value: text, most: LIMITS.choice, write: (value) => write({...option, text: value})})}
      <div class="row">${tick({label: say('make.right'), on: right === true, turn})}
      <button class="quiet" aria-expanded=${open} @click=${() => desk.toggle(id)}>${say(reply ? 'make.reply_there' : 'make.reply')}</button>${remover(name, remove)}</div></div>
    ${open ? formatted({id: `${id}-reply`, label: say('make.reply_to', {choice: name}), value: reply, most: LIMITS.reply, rows: 2, write: (value) => write({...option, reply: value})}) : nothing}</li>`;
}
