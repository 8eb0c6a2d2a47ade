// Symbols as they stand in a result: right ones and wrong ones told apart by colour, weight and underline.
import {css, html, nothing} from 'lit';
import {visible} from '../charts/grid.js';

export const tokenStyles = css`
  .tokens { font: 14px/1.5 var(--mono); overflow-wrap: anywhere; white-space: pre-wrap; }
  .tokens.words span + span { margin-left: 0.6ch; }
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

/**
 * @param {(string | null)[]} symbols null: a place where nothing was asked
 * @param {{right?: (boolean | null)[], probability?: number[], kind?: string}} [about] right: one a symbol
 */
export function tokens(symbols, {right, probability, kind = ''} = {}) {
  const mark = (/** @type {number} */ i) =>
    right?.[i] === undefined || right[i] === null ? '' : right[i] ? 'right' : 'wrong';
  return html`<span class="tokens ${areWords(symbols) ? 'words' : ''} ${kind}" lang="">${symbols.map(
    (symbol, i) =>
      html`<span class=${mark(i)} title=${probability?.[i] === undefined ? nothing : `${percent(probability[i])} sure`}>${symbol === ' ' && mark(i) !== 'wrong' ? ' ' : visible(symbol ?? '·')}</span>`,
  )}</span>`;
}

/** A tick or a cross, and the same as a word. @param {boolean} right */
export function verdict(right) {
  return html`<span class="mark ${right ? 'yes' : 'no'}" aria-hidden="true">${right ? '✓' : '✗'}</span><span class="unseen">${right ? 'right' : 'wrong'}</span>`;
}

/** Whether an answer is right as a whole. @param {import('../runtime/types').Item} item @returns {boolean | null} null: nobody knows */
export function isRight({right}) {
  return right?.length ? right.every((one) => one !== false) : null;
}

/** Nothing but all is 100 %. @param {number} share */
export function percent(share) {
  if (!Number.isFinite(share)) return '–';
  return share >= 0.995 && share < 1
    ? `${(Math.floor(1000 * share) / 10).toFixed(1)} %`
    : `${Math.round(100 * share)} %`;
}
