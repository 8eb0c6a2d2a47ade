// What a teacher takes away, each with a button that copies it.
import {html, nothing} from 'lit';
import {studentLink} from '../../exercise/make/hand_out.js';
import {HOSTS} from '../../hosts/index.js';
import {elementLine, iframeLine} from '../../hosts/lines.js';
import {say} from '../../words/words.js';
import {choice, number} from './fields.js';

/** @typedef {import('./desk.js').Desk} Desk @typedef {import('../../exercise/make/hand_out.js').HandedOut} HandedOut */
/** @typedef {{made: HandedOut, teacher: string, copied: string, copy: (name: string, text: string) => void, save: (host: import('../../hosts/index.js').Host) => void}} Hand teacher: the address that opens the maker again */

const THEMES = ['auto', 'light', 'dark'];

/** @param {Desk} desk @param {Hand} hand @param {readonly import('./fields.js').Offered[]} languages */
export function handOut(desk, hand, languages) {
  const {draft, change} = desk;
  const {made} = hand;
  return html`<div class="row">${choice({id: 'theme', label: say('make.theme'), value: draft.view.theme ?? 'auto', offered: THEMES.map((value) => ({value, title: say(`share.theme.${value}`)})), choose: (theme) => change({view: {...draft.view, theme: /** @type {any} */ (theme)}})})}
      ${choice({id: 'lang', label: say('make.language'), value: draft.lang, offered: [{value: '', title: say('make.language_own')}, ...languages], choose: (lang) => change({lang})})}
      ${number({id: 'height', label: say('make.height'), value: draft.height, min: 200, max: 4000, unit: 'px', write: (height = 760) => change({height: Math.round(Math.min(4000, Math.max(200, height)))})})}</div>
    ${taken('student', studentLink(made), hand)}
    ${taken('teacher', hand.teacher, hand, say('make.not_secret'))}
    ${taken('frame', iframeLine(made), hand, say('make.frame_what'))}
    ${taken('element', elementLine(made), hand)}
    ${ways('file', hand)}${ways('text', hand)}`;
}

/** Files to be saved, lines to be copied. @param {'file' | 'text'} kind @param {Hand} hand */
function ways(kind, {save}) {
  const some = HOSTS.filter((host) => host.kind === kind);
  return html`<div class="taken" role="group" aria-labelledby=${kind}><h3 id=${kind}>${say(`make.as_${kind}`)}</h3><div class="row">${some.map((host) => html`<button @click=${() => save(host)}>${host.title()}</button>`)}</div></div>`;
}

/** @param {'student' | 'teacher' | 'frame' | 'element'} name @param {string} text @param {Hand} hand @param {unknown} [note] */
function taken(name, text, {copied, copy}, note) {
  const title = say(`make.${name}`);
  return html`<div class="taken"><div class="spread"><h3>${title}</h3><button aria-label=${say('make.copy_what', {what: title})} @click=${() => copy(name, text)}>${say(copied === name ? 'share.copied' : 'share.copy')}</button></div>
    ${note ? html`<p class="muted small">${note}</p>` : nothing}
    <textarea readonly rows="2" aria-label=${title} .value=${text} @focus=${(/** @type {any} */ e) => e.target.select()}></textarea></div>`;
}
