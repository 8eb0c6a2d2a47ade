// Training again: how far it is, how long it may take, what is lacking.
import {html, nothing} from 'lit';
import {say} from '../../words/words.js';
import {duration, timeLeft} from '../parts/format.js';
import {newsAt} from './news.js';

/** @typedef {import('./class_desk.js').Shown} Shown */

/** @param {Shown} shown */
export function checks(shown) {
  const {checking, rows, checkedOf} = shown;
  const able = rows.filter(({student}) => checkedOf(student).standing !== 'claimed').length;
  return html`<section class="checks" aria-labelledby="check"><h2 id="check">${say('class.check')}</h2><p>${say('class.check_what')}</p>
    ${lacking(shown)}${newsAt(shown.news, 'data')}
    ${able || checking.progress.of ? html`<div class="row">${button(shown, able)}${bar(checking)}</div><p class="muted" data-checks>${sentence(checking)}</p>` : html`<p>${say('class.check_nothing')}</p>`}</section>`;
}

/** One and the same button, so that it keeps the focus. @param {Shown} shown @param {number} able */
function button({checking}, able) {
  const {state} = checking;
  const words = {working: say('class.check_pause'), paused: say('class.check_on')};
  const press = () => (state === 'working' ? checking.pause() : void checking.start());
  const text = words[/** @type {'paused'} */ (state)] ?? say('class.check_start', {count: able});
  return html`<button class=${state === 'working' ? '' : 'primary'} ?hidden=${state === 'done'} @click=${press}>${text}</button>`;
}

/** @param {Shown['checking']} checking */
function bar({state, progress: {share}}) {
  return state === 'idle'
    ? nothing
    : html`<progress max="1" value=${share.toFixed(3)} aria-label=${say('class.check_progress')}></progress>`;
}

/** @param {Shown['checking']} checking */
export function sentence({state, lanes, progress}) {
  const {done, of, left_s, wall_s, trained_s} = progress;
  const so_far = say('class.check_so_far', {done, of, lanes});
  if (state === 'idle') return say('class.check_shared');
  if (state === 'paused') return say('class.check_paused', {so_far});
  if (state === 'done')
    return say('class.check_done', {of, lanes, wall: duration(wall_s), trained: duration(trained_s)});
  const left = timeLeft(left_s);
  return left ? say('class.check_left', {so_far, left}) : so_far;
}

/** Data of somebody's own is given once. @param {Shown} shown */
function lacking({checking, giveData}) {
  const {length: count} = checking.lacking;
  if (!count) return nothing;
  const pick = (/** @type {any} */ {target}) => void giveData([...target.files]).then(() => (target.value = ''));
  const open = (/** @type {any} */ {currentTarget}) => currentTarget.nextElementSibling.click();
  return html`<div class="notice"><p>${say('class.own_lacking', {count})}</p><button @click=${open}>${say('class.own_give')}</button><input type="file" hidden multiple aria-label=${say('class.own_give')} @change=${pick} /></div>`;
}
