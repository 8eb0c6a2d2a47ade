// What a model was given, in the form in which a person reads it: symbols, images, marked numbers, a set on a line, points in
// the plane. What is heard of it has a length that can be followed: how many, and from where to where.
import {css, html, svg} from 'lit';
import {cloudScene} from '../../charts/cloud.js';
import {say} from '../../words/words.js';
import {fixed, listed} from '../parts/format.js';
import './pixel_image.js';
import {tokens} from './tokens_view.js';

/** @typedef {import('../../runtime/types').Item} Item */

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
  .points { display: block; width: 72px; height: 72px; background: var(--sunken); border-radius: 4px; }
  .points circle { fill: var(--muted); }
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
  if (values.every((row) => row.length === 1)) return item.answer.numbers ? numberLine(item) : bars(values);
  return values.every(([, mark]) => mark === 0 || mark === 1) ? bars(values) : points(values);
}

const FRAME = 72;

/** Points in the plane. @param {number[][]} values */
function points(values) {
  const {dots} = cloudScene(values, [], FRAME);
  return html`<svg class="points" viewBox="0 0 ${FRAME} ${FRAME}" role="img" aria-label=${pointsInWords(values)}>
    ${dots.map(({cx, cy}) => svg`<circle cx=${cx} cy=${cy} r="1.4" />`)}</svg>`;
}

/** How many, and where they lie. @param {number[][]} values */
export function pointsInWords(values) {
  const [x, y] = [0, 1].map((axis) => span(values.map((row) => row[axis])));
  return say('given.points', {count: values.length, left: x.low, right: x.high, bottom: y.low, top: y.high});
}

/** @param {number[]} numbers */
function span(numbers) {
  const ends = [Math.min(...numbers), Math.max(...numbers)].map((v) => (Number.isFinite(v) ? fixed(v, 2) : '–'));
  return {low: ends[0], high: ends[1]};
}

/**
 * The images among what is given: one, read in parts, or a set of them, one a vector.
 * @param {Item} item @returns {{pixels: number[], columns: number}[]}
 */
export function imagesOf({given: {values = []}, image_columns = 0}) {
  if (image_columns > 0) return [{pixels: values.flat(), columns: image_columns}];
  const width = values[0]?.length ?? 0;
  const columns = Math.sqrt(width);
  // Parts of an image in another order stand one under the other.
  if (columns < 7 || !Number.isInteger(columns)) return width > 2 ? [{pixels: values.flat(), columns: width}] : [];
  return values.map((pixels) => ({pixels, columns}));
}

/** Numbers of which some may be marked: a bar each, the marked ones with their value. @param {number[][]} values */
function bars(values) {
  const width = 300 / Math.max(1, values.length);
  const most = Math.max(1e-9, ...values.map(([value]) => Math.abs(value)));
  const marked = values.filter(([, mark]) => mark > 0).map(([value]) => fixed(value, 2));
  const about = {count: values.length, marked: listed(marked, 'given.and')};
  return html`<svg class="bars" viewBox="0 0 300 40" preserveAspectRatio="none" role="img"
    aria-label=${say(marked.length ? 'given.numbers_marked' : 'given.numbers', about)}>
    ${values.map(([value, mark], i) => {
      const tall = (26 * Math.abs(value)) / most;
      return svg`<rect class=${mark > 0 ? 'marked' : ''} x=${i * width + 0.1 * width} y=${40 - tall} width=${0.8 * width} height=${Math.max(1, tall)} />`;
    })}</svg>
    ${marked.length ? html`<span class="small muted" aria-hidden="true">${say('given.marked', {marked: about.marked})}</span>` : ''}`;
}

/** A set of numbers on a line, with what is right and what was guessed. @param {Item} item */
function numberLine({given: {values = []}, target, answer}) {
  const members = values.map(([value]) => value);
  const right = target?.numbers?.[0]?.[0];
  const guess = answer.numbers?.[0]?.[0];
  const all = [...members, right, guess].filter((v) => typeof v === 'number');
  const [low, high] = [Math.min(0, ...all), Math.max(1, ...all)];
  const x = (/** @type {number} */ v) => 6 + (288 * (v - low)) / (high - low);
  return html`<svg class="line" viewBox="0 0 300 26" preserveAspectRatio="none" role="img" aria-label=${say('given.set', {count: members.length, ...span(members)})}>
    ${svg`<line class="axis" x1="6" x2="294" y1="15" y2="15" />`}
    ${members.map((v) => svg`<circle class="member" cx=${x(v)} cy="15" r="4" />`)}
    ${typeof right !== 'number' ? '' : svg`<line class="tick" x1=${x(right)} x2=${x(right)} y1="4" y2="26" />`}
    ${typeof guess !== 'number' ? '' : svg`<path class="guess" d="M${x(guess)} 11 l-5 -9 h10 z" />`}</svg>`;
}
