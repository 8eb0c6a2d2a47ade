// Symbols as they stand in a result: right ones and wrong ones told apart by colour, weight and underline.
import {css, html, nothing} from 'lit';
import {visible} from '../../charts/grid.js';
import {say} from '../../words/words.js';
import {percent} from '../parts/format.js';

export const tokenStyles = css`
  .tokens { font: 14px/1.5 var(--mono); overflow-wrap: anywhere; white-space: pre-wrap; }
  /* Broken between words; within one only where it is longer than a line. */
  .tokens.words { overflow-wrap: break-word; word-break: normal; }
  .right { color: var(--good); }
  .wrong { color: var(--error); font-weight: 700; text-decoration: underline 2px; text-underline-offset: 2px; }
  .faint { color: var(--muted); }
  .mark { flex: none; width: 1.3em; text-align: center; font-weight: 700; }
  .mark.yes { color: var(--good); }
  .mark.no { color: var(--error); }
`;

/** Whether the symbols are words, which need room between them. @param {(string | null)[]} symbols */
export function areWords(symbols) {
  return symbols.some((symbol) => symbol !== null && [...symbol].length > 1);
}

/** As it would be written: words apart, characters side by side. @param {(string | null)[]} symbols */
export function writtenOut(symbols) {
  return symbols.map((symbol) => symbol ?? NOT_ASKED).join(areWords(symbols) ? ' ' : '');
}

/** Stands where nothing was asked; no task has it among its symbols. */
const NOT_ASKED = '–';

/**
 * @param {(string | null)[]} symbols null: a place where nothing was asked
 * @param {{right?: (boolean | null)[], probability?: number[], kind?: string}} [about] right: one a symbol
 */
export function tokens(symbols, {right, probability, kind = ''} = {}) {
  const mark = (/** @type {number} */ i) =>
    right?.[i] === undefined || right[i] === null ? '' : right[i] ? 'right' : 'wrong';
  const words = areWords(symbols);
  return html`<span class="tokens ${words ? 'words' : ''} ${kind}" lang="">${symbols.map(
    (symbol, i) =>
      html`${words && i > 0 ? ' ' : nothing}<span class=${mark(i)} title=${probability?.[i] === undefined ? nothing : say('answer.sure', {percent: percent(probability[i])})}>${symbol === ' ' && mark(i) !== 'wrong' ? ' ' : visible(symbol ?? NOT_ASKED)}</span>`,
  )}</span>`;
}

/** A tick or a cross, and the same as a word. @param {boolean} right */
export function verdict(right) {
  return html`<span class="mark ${right ? 'yes' : 'no'}" aria-hidden="true">${right ? '✓' : '✗'}</span><span class="unseen">${say(right ? 'answer.right' : 'answer.wrong')}</span>`;
}

/** Whether an answer is right as a whole. @param {import('../../runtime/types').Item} item @returns {boolean | null} null: nobody knows */
export function isRight({right}) {
  return right?.length ? right.every((one) => one !== false) : null;
}
