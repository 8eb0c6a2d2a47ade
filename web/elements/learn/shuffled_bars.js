// How likely each answer is to one model, in two orders of the same members: a pair of bars an answer, and a ring round the pair that moved most.
import {css, nothing, svg} from 'lit';
import {percent} from '../parts/format.js';

/** Of one answer. @typedef {{at: number, name: string, before: number, now: number}} Pair */

/** In the units of the drawing; BASE is where bars stand. */
const [WIDTH, LEFT, TOP, BASE, BELOW] = [420, 46, 18, 80, 20];
/** Between the ring and what is in it. */
const ROOM = 4;

export const barsStyles = css`
  .bars { width: 100%; display: block; }
  .bars text { font: 12.5px var(--sans); fill: var(--muted); }
  .bars .rung { stroke: var(--line); }
  .bars .lead { stroke: var(--ink); }
  .bars .was { fill: var(--muted); opacity: 0.5; }
  .bars .now { fill: var(--mine, var(--accent)); }
  .bars .ring { fill: none; stroke: var(--ink); stroke-width: 2; }
  .bars .moved { fill: var(--ink); font-weight: 600; paint-order: stroke; stroke: var(--paper); stroke-width: 4; }
`;

/** The answer whose probability differs most. @param {readonly number[]} before @param {readonly number[]} now @param {readonly string[]} names @returns {Pair} */
export function mostMoved(before, now, names) {
  const moved = before.map((p, i) => Math.abs(p - now[i]));
  const at = moved.indexOf(Math.max(...moved));
  return {at, name: names[at], before: before[at], now: now[at]};
}

/** @param {readonly number[]} before @param {readonly number[]} now @param {readonly string[]} names @param {boolean} ringed @param {string} heard what is said in its place */
export function shuffledBars(before, now, names, ringed, heard) {
  const each = (WIDTH - LEFT) / names.length;
  const y = (/** @type {number} */ p) => BASE - p * (BASE - TOP);
  const x = (/** @type {number} */ i) => LEFT + (i + 0.5) * each;
  return svg`<svg class="bars" viewBox="0 0 ${WIDTH} ${BASE + BELOW}" role="img" aria-label=${heard}>
    ${[0, 0.5, 1].map((p) => svg`<path class="rung" d="M${LEFT} ${y(p)}H${WIDTH}" /><text x=${LEFT - 6} y=${y(p) + 4} text-anchor="end">${percent(p)}</text>`)}
    ${names.map(
      (
        name,
        i,
      ) => svg`<path class="was" d=${bar(x(i) - each * 0.36, y(before[i]), each * 0.34)} /><path class="now" d=${bar(x(i) + 1, y(now[i]), each * 0.34)} />
      <text x=${x(i)} y=${BASE + 15} text-anchor="middle">${name}</text>`,
    )}
    ${ringed ? ring(mostMoved(before, now, names), each, x, y) : nothing}</svg>`;
}

/** @param {number} left @param {number} top @param {number} wide */
const bar = (left, top, wide) => `M${left} ${BASE}V${top}h${wide}V${BASE}Z`;

/** Round both bars; from what to what stands above all of them. @param {Pair} pair @param {number} each @param {(i: number) => number} x @param {(p: number) => number} y */
function ring({at, before, now}, each, x, y) {
  const across = x(at);
  const top = Math.max(TOP + 3, y(Math.max(before, now)) - ROOM);
  const [down, tall] = [(top + BASE + ROOM) / 2, (BASE + ROOM - top) / 2];
  const middle = Math.max(LEFT + 50, Math.min(WIDTH - 50, across));
  return svg`<ellipse class="ring" cx=${across} cy=${down} rx=${each * 0.5} ry=${tall} />
    <path class="rung lead" d="M${across} ${TOP}V${top}" /><text class="moved" x=${middle} y=${TOP - 4} text-anchor="middle">${percent(before)} → ${percent(now)}</text>`;
}
