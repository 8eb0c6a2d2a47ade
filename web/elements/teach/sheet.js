// A sheet of paper for a chapter: what is asked, room for what one expects and sees. Answers are not on it.
import {html, nothing} from 'lit';
import {say} from '../../words/words.js';
import {titleOf} from './overview.js';

/** @typedef {import('./overview.js').Desk} Desk @typedef {import('../../learn/types').Choice} Choice */

/** @param {Desk} desk */
export function sheet({chapters, id, root}) {
  const chapter = chapters.find((one) => one.id === id);
  if (!chapter) return chapters.length ? html`<p>${say('home.no_chapter')}</p>` : nothing;
  const course = (/** @type {string} */ name) => say(`course.${id}.${name}`);
  return html`<div class="spread"><h1 tabindex="-1">${titleOf(id)}</h1><button class="aside" @click=${() => print()}>${say('sheet.print')}</button></div>
    <p>${say('sheet.name')} ____________________________ <span class="muted small">${new URL(`learn/${id}.html`, root).href}</span></p>
    <section><h2>1. ${course('question')}</h2><p>${course('lead')}</p>${boxes(chapter.choices, (name) => course(`choice_${name}`))}<p>${say('sheet.because')}</p>${blanks(2)}</section>
    <section><h2>2. ${say('sheet.watch')}</h2>${results()}</section>
    <section><h2>3. ${say('sheet.why')}</h2>${blanks(3)}</section>
    <section><h2>4. ${course('knob')}</h2>${boxes(
      chapter.knob.values.map(({name}) => ({id: name})),
      (name) => course(`knob_${name}`),
    )}<p>${course('challenge')}</p>${blanks(2)}</section>
    <section><h2>5. ${say('sheet.transfer')}</h2><p>${course('transfer')}</p>${boxes(chapter.transfer.choices, (name) => course(`transfer_${name}`))}</section>
    <section><h2>6. ${say('sheet.remember')}</h2>${blanks(2)}</section>`;
}

/** @param {Choice[]} choices @param {(id: string) => string} told */
const boxes = (choices, told) => html`<ul>${choices.map(({id}) => html`<li class="box">${told(id)}</li>`)}</ul>`;

/** @param {number} count of lines to write on */
const blanks = (count) => Array.from({length: count}, () => html`<div class="blank"></div>`);

function results() {
  const heads = ['model', 'half', 'end'];
  return html`<table><thead><tr>${heads.map((head) => html`<th scope="col">${say(`sheet.${head}`)}</th>`)}</tr></thead>
    <tbody>${[0, 1].map(() => html`<tr>${heads.map(() => html`<td><div class="blank"></div></td>`)}</tr>`)}</tbody></table>`;
}
