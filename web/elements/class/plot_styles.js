import {css, unsafeCSS} from 'lit';
import {COLOURS} from '../../state/palette.js';

/** Policies forbid styles of an element's own: a class a run. */
export const runClasses = unsafeCSS(COLOURS.map((_, k) => `.run-${k} { --run: var(--run-${k}); }`).join(' '));

export const plotStyles = css`
  ${runClasses}
  :host { display: grid; gap: 8px; grid-template-columns: minmax(0, 1fr); }
  svg { display: block; max-width: 100%; overflow: visible; }
  h3 { margin-top: 6px; }
  figure { min-width: 0; }
  .panels { display: flex; flex-wrap: wrap; gap: 12px 20px; }
  .grid { stroke: var(--line); stroke-width: 1; }
  .floor { stroke: var(--edge); stroke-width: 1; opacity: 0.6; }
  .tick { fill: var(--muted); font-size: 12px; }
  .name { fill: var(--ink); font-size: 13px; font-weight: 600; }
  .dot { fill: var(--run); fill-opacity: 0.75; }
  .middle { stroke: var(--ink); stroke-width: 2; fill: none; }
  .one { fill: none; stroke: var(--run); stroke-width: 1; opacity: 0.34; }
  .band { fill: var(--run); opacity: 0.2; }
  .median { fill: none; stroke: var(--run); stroke-width: 2.6; stroke-linejoin: round; }
  @media (forced-colors: active) { .dot, .band { fill: CanvasText; } .one, .median { stroke: CanvasText; } }
`;
