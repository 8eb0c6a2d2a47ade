// What a model was given, in the form in which a person reads it: symbols, images, marked numbers, a set on a line.
import {css, html, svg} from 'lit';
import './pixel_image.js';
import {tokens} from './tokens_view.js';

/** @typedef {import('../runtime/types').Item} Item */

export const givenStyles = css`
  .bars, .line { display: block; width: 100%; overflow: visible; }
  .bars { height: 40px; }
  .line { height: 26px; }
  .bars rect { fill: var(--line); }
  .bars rect.marked { fill: var(--accent); }
  .bars text { font: 600 10px var(--sans); fill: var(--ink); text-anchor: middle; }
  .axis { stroke: var(--line); }
  .member { fill: none; stroke: var(--ink); stroke-width: 1.4; }
  .tick { stroke: var(--good); stroke-width: 2; stroke-dasharray: 3 2; }
  .guess { fill: var(--mine, var(--accent)); }
  .images { display: flex; flex-wrap: wrap; gap: 4px; }
`;

/** @param {Item} item */
export function given(item) {
  const {symbols, values = []} = item.given;
  if (symbols) return tokens(symbols);
  const images = imagesOf(item);
  if (images.length)
    return html`<span class="images">${images.map(
      ({pixels, columns}) => html`<pixel-image .pixels=${pixels} .columns=${columns}></pixel-image>`,
    )}</span>`;
  if (values.every((row) => row.length === 1)) return numberLine(item);
  return markedBars(values);
}

/**
 * The images among what is given: one, read in parts, or a set of them, one a vector.
 * @param {Item} item @returns {{pixels: number[], columns: number}[]}
 */
export function imagesOf({given: {values = []}, image_columns = 0}) {
  if (image_columns > 0) return [{pixels: values.flat(), columns: image_columns}];
  const columns = Math.sqrt(values[0]?.length ?? 0);
  if (columns < 7 || !Number.isInteger(columns)) return [];
  return values.map((pixels) => ({pixels, columns}));
}

/** Numbers of which some are marked: a bar each, the marked ones with their value. @param {number[][]} values */
function markedBars(values) {
  const width = 300 / Math.max(1, values.length);
  const most = Math.max(1e-9, ...values.map(([value]) => Math.abs(value)));
  const marked = values.filter(([, mark]) => mark > 0).map(([value]) => value.toFixed(2));
  return html`<svg class="bars" viewBox="0 0 300 40" preserveAspectRatio="none" role="img"
    aria-label="${values.length} numbers${marked.length ? `, of which ${marked.join(' and ')} are marked` : ''}">
    ${values.map(([value, mark], i) => {
      const tall = (26 * Math.abs(value)) / most;
      return svg`<rect class=${mark > 0 ? 'marked' : ''} x=${i * width + 0.1 * width} y=${40 - tall} width=${0.8 * width} height=${Math.max(1, tall)} />`;
    })}</svg>
    ${marked.length ? html`<span class="small muted" aria-hidden="true">marked: ${marked.join(' and ')}</span>` : ''}`;
}

/** A set of numbers on a line, with what is right and what was guessed. @param {Item} item */
function numberLine({given: {values = []}, target, answer}) {
  const members = values.map(([value]) => value);
  const right = target?.numbers?.[0]?.[0];
  const guess = answer.numbers?.[0]?.[0];
  const all = [...members, right, guess].filter((v) => typeof v === 'number');
  const [low, high] = [Math.min(0, ...all), Math.max(1, ...all)];
  const x = (/** @type {number} */ v) => 6 + (288 * (v - low)) / (high - low);
  return html`<svg class="line" viewBox="0 0 300 26" preserveAspectRatio="none" role="img" aria-label="A set of ${members.map((v) => v.toFixed(2)).join(', ')}">
    ${svg`<line class="axis" x1="6" x2="294" y1="15" y2="15" />`}
    ${members.map((v) => svg`<circle class="member" cx=${x(v)} cy="15" r="4" />`)}
    ${typeof right !== 'number' ? '' : svg`<line class="tick" x1=${x(right)} x2=${x(right)} y1="4" y2="26" />`}
    ${typeof guess !== 'number' ? '' : svg`<path class="guess" d="M${x(guess)} 11 l-5 -9 h10 z" />`}</svg>`;
}
