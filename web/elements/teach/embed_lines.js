// One chapter for a course page, as a line to paste, and as an address that a phone reads from the wall.
import {html} from 'lit';
import {chapterCode, chapterElementCode} from '../../embed/code.js';
import {say} from '../../words/words.js';
import {titleOf} from './overview.js';
import {qrCode} from './qr.js';

const THEMES = /** @type {const} */ (['', 'light', 'dark']);

/** @param {import('./overview.js').Desk} desk */
export function embedLines(desk) {
  const {chapters, root, chosen, choose} = desk;
  const id = chosen.id || chapters[0]?.id;
  if (!id) return html``;
  const frame = {page: root, id, theme: chosen.theme, title: titleOf(id)};
  return html`<p>${say('teach.embed_what')}</p>
    <div class="row"><label>${say('teach.chapter')} <select @change=${(/** @type {any} */ {target}) => choose({id: target.value})}>${chapters.map((one) => html`<option value=${one.id} .selected=${one.id === id}>${titleOf(one.id)}</option>`)}</select></label>
      <label>${say('teach.theme')} <select @change=${(/** @type {any} */ {target}) => choose({theme: target.value})}>${THEMES.map((theme) => html`<option value=${theme} .selected=${theme === chosen.theme}>${say(`teach.theme_${theme || 'auto'}`)}</option>`)}</select></label></div>
    <div class="embed"><div class="lines">${line(say('teach.line'), chapterCode(frame), desk)}${line(say('teach.script'), chapterElementCode(frame), desk)}</div>${qrCode(new URL(`learn/${id}.html`, root).href)}</div>`;
}

/** @param {string} title @param {string} text @param {import('./overview.js').Desk} desk */
function line(title, text, {copy}) {
  return html`<div><div class="spread"><h3>${title}</h3><button @click=${() => copy(text)}>${say('teach.copy')}</button></div>
    <textarea readonly rows="4" aria-label=${title} .value=${text} @focus=${(/** @type {any} */ {target}) => target.select()}></textarea></div>`;
}
