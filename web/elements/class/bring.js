// How receipts come in: a place to drop them, buttons for who has no mouse, and a field for codes.
import {html, nothing} from 'lit';
import {BYTES_LIMIT, RECEIPTS_LIMIT} from '../../class/limits.js';
import {say} from '../../words/words.js';
import {newsAt} from './news.js';

/** @typedef {import('./class_desk.js').Desk} Desk */

/** @param {Desk} desk */
export function bring(desk) {
  const {gathered, over, reading, news} = desk;
  const first = gathered.isEmpty;
  return html`<section class="bring ${first ? 'first' : ''} ${over ? 'over' : ''}" aria-labelledby="bring"><h2 id="bring" class=${first ? '' : 'unseen'}>${say('class.bring')}</h2>
    ${first ? html`<svg class="sheets" viewBox="0 0 96 60" aria-hidden="true"><path d="M12 14h34v40H12z M22 8h34v40M32 2h34v40"/><path d="M20 26h18M20 33h18M20 40h11"/><path class="arrow" d="M80 12v26m-8-8 8 8 8-8M70 50h20"/></svg>` : nothing}
    <p>${say(first ? 'class.drop' : 'class.drop_more')}</p>
    <div class="row">${chooser('files', desk)}${chooser('folder', desk)}${first ? nothing : html`<button class="quiet" @click=${desk.clear}>${say('class.clear')}</button>`}</div>
    ${first ? html`<p class="muted small">${say('class.limits', {receipts: RECEIPTS_LIMIT, megabytes: BYTES_LIMIT / 2 ** 20})}</p>` : nothing}
    ${reading ? html`<p class="muted">${say('class.reading', reading)}</p>` : newsAt(news, 'read')}
    ${codes(desk)}</section>`;
}

/** A button that opens the browser's own dialog. @param {'files' | 'folder'} what @param {Desk} desk */
function chooser(what, {takeFiles}) {
  const pick = (/** @type {Event} */ {target}) => {
    const input = /** @type {HTMLInputElement} */ (target);
    void takeFiles([...(input.files ?? [])]);
    input.value = '';
  };
  const open = (/** @type {any} */ {currentTarget}) => currentTarget.nextElementSibling.click();
  return html`<span><button class=${what === 'files' ? 'primary' : ''} @click=${open}>${say(`class.${what}`)}</button><input type="file" hidden multiple ?webkitdirectory=${what === 'folder'}
    accept=${what === 'files' ? '.json,.zip,application/json,application/zip' : nothing} aria-label=${say(`class.${what}`)} @change=${pick} /></span>`;
}

/** @param {Desk} desk */
function codes({takeCodes, codes: written, link, linkFault, write}) {
  return html`<details><summary>${say('class.codes')}</summary><div class="codes">
    <p class="muted">${say('class.codes_what')}</p>
    <label class="field">${say('class.link_field')} <input type="text" inputmode="url" autocomplete="off" spellcheck="false" aria-describedby="link-what" aria-invalid=${linkFault ? 'true' : 'false'}
      .value=${link} @input=${(/** @type {any} */ {target}) => write({link: target.value})} /></label>
    <p class="small ${linkFault ? 'problem' : 'muted'}" id="link-what">${linkFault || say('class.link_what')}</p>
    <label class="field">${say('class.codes_field')} <textarea rows="5" spellcheck="false" .value=${written} @input=${(/** @type {any} */ {target}) => write({codes: target.value})}></textarea></label>
    <div class="row"><button @click=${takeCodes}>${say('class.take_codes')}</button></div></div></details>`;
}
