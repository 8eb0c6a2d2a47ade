// The task as a picture: the held-out example of the chapter as a model is given it, and that an answer is asked for.
import {css, html} from 'lit';
import {given} from '../answers/given_view.js';
import {tokens} from '../answers/tokens_view.js';
import {say} from '../../words/words.js';
import {fixed} from '../parts/format.js';

/** @typedef {import('../../runtime/types').Item} Item */

export const taskStyles = css`
  .task { display: flex; align-items: center; gap: 12px; min-width: 0; }
  .task .given { min-width: 0; }
  .task .given:has(.bars, .line) { flex: 1 1 auto; }
  .task .bars { height: 84px; }
  .task .bars rect { fill: color-mix(in srgb, var(--edge) 55%, var(--paper)); }
  .task .bars rect.marked { fill: var(--ink); } /* the accent is too like a model's colour */
  .task .tokens { font-size: 20px; }
  .task .arrow { color: var(--muted); font-size: 20px; }
  .task .asked {
    flex: none; display: grid; place-items: center; width: 48px; height: 48px; border: 2px dashed var(--edge); border-radius: 8px;
    font: 600 22px/1 var(--serif); color: var(--muted);
  }
  .task .asked.told { width: auto; min-width: 48px; padding-inline: 8px; border: 2px solid var(--edge); font: 600 16px/1.2 var(--sans); color: var(--ink); }
  .task .told .tokens { font-size: 16px; }
  .brief .bars { height: 34px; }
  .brief .tokens { font-size: 16px; }
  .brief .asked { width: 32px; height: 32px; font-size: 16px; }
  @container (max-width: 620px) {
    .task { gap: 8px; }
    .task .bars { height: 44px; }
    .task .tokens { font-size: 16px; }
    .task .told .tokens { font-size: 13px; }
    .task .asked { width: 36px; height: 36px; }
    .task .asked.told { width: auto; min-width: 48px; padding-inline: 8px; border: 2px solid var(--edge); font: 600 16px/1.2 var(--sans); color: var(--ink); }
  .task .told .tokens { font-size: 16px; }
  .brief .bars { height: 26px; }
  }
`;

/** @param {Item} item @param {{brief?: boolean, told?: boolean}} [how] brief: beside what models answer to it; told: what is right is told */
export function taskPicture(item, {brief = false, told = false} = {}) {
  const {target, ...asked} = item; // what is right is not told ahead
  return html`<div class="task ${brief ? 'brief' : ''}"><div class="given">${given({...asked, answer: brief ? item.answer : {}})}</div>
    <span class="arrow" aria-hidden="true">→</span>${(told && rightOf(target)) || untold()}</div>`;
}

const untold = () =>
  html`<span class="asked"><span aria-hidden="true">?</span><span class="unseen">${say('player.asked')}</span></span>`;

/** In place of the question; null where it has another form than symbols or one row of numbers. @param {Item['target']} target */
function rightOf(target) {
  if (target?.symbols) return inTheBox(tokens(fromFirstAsked(target.symbols)));
  const numbers = target?.numbers?.length === 1 ? target.numbers[0] : [];
  if (!numbers.length) return null;
  const listed = numbers.map((one) => (one === null ? '–' : fixed(one, 2))).join(' ');
  return inTheBox(html`<span aria-hidden="true">= </span>${listed}`);
}

/** Where an answer stands at every place, none is asked for before something was read. @param {(string | null)[]} symbols */
const fromFirstAsked = (symbols) => symbols.slice(symbols.findIndex((symbol) => symbol !== null));

/** @param {unknown} right */
const inTheBox = (right) =>
  html`<span class="asked told"><span><span class="unseen">${say('player.right')} </span>${right}</span></span>`;
