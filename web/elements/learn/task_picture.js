// The task as a picture: the held-out example of the chapter as a model is given it, and that an answer is asked for.
import {css, html} from 'lit';
import {given} from '../answers/given_view.js';
import {say} from '../../words/words.js';

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
  .brief .bars { height: 34px; }
  .brief .tokens { font-size: 16px; }
  .brief .asked { width: 32px; height: 32px; font-size: 16px; }
  @container (max-width: 620px) {
    .task { gap: 8px; }
    .task .bars { height: 44px; }
    .task .tokens { font-size: 16px; }
    .task .asked { width: 36px; height: 36px; }
    .brief .bars { height: 26px; }
  }
`;

/** @param {Item} item @param {{brief?: boolean}} [how] brief: beside what models answer to it */
export function taskPicture(item, {brief = false} = {}) {
  const {target: _, ...asked} = item; // what is right is not told ahead
  return html`<div class="task ${brief ? 'brief' : ''}"><div class="given">${given({...asked, answer: brief ? item.answer : {}})}</div>
    <span class="arrow" aria-hidden="true">→</span><span class="asked"><span aria-hidden="true">?</span><span class="unseen">${say('player.asked')}</span></span></div>`;
}
