// Where the parts of the loss chart stand, and what uPlot needs of its own style sheet.
import {css} from 'lit';

export const chartStyles = css`
    :host {
      min-width: 0; display: grid; gap: var(--chart-gap, 6px) 16px; grid-template-columns: minmax(0, 1fr) auto; align-items: center;
      grid-template-areas: 'title title' 'options options' 'plot plot' 'legend legend' 'hint hint' 'note note' 'table table';
    }
    h2 { grid-area: title; } .plot { grid-area: plot; } .legend { grid-area: legend; } .hint { grid-area: hint; } .options { grid-area: options; }
    .note { grid-area: note; } text-table { grid-area: table; }
    .plot { position: relative; overflow: clip; height: var(--plot, clamp(240px, 100vh - 600px, 540px)); align-self: stretch; contain: size; min-width: 0; border-radius: 6px; }
    :host([compact]) .plot { height: var(--plot, clamp(170px, 36vh, 260px)); }
    .uplot { position: relative; }
    .u-wrap { position: relative; user-select: none; }
    .u-over, .u-under { position: absolute; }
    .u-under { overflow: hidden; }
    .uplot canvas { position: relative; display: block; width: 100%; height: 100%; }
    .u-axis { position: absolute; }
    .u-cursor-x, .u-cursor-y { position: absolute; left: 0; top: 0; pointer-events: none; }
    .u-cursor-x { height: 100%; border-right: 1px solid var(--edge); }
    .u-cursor-pt { position: absolute; top: 0; left: 0; border-radius: 50%; border: 0 solid; pointer-events: none; }
    .u-hz .u-cursor-x.u-off, .u-off, .u-select { display: none; }
    :host([compact]) .empty { background: var(--paper); }
    .empty { position: absolute; z-index: 1; inset: 16% 150px auto 90px; padding: 10px; background: var(--surface); text-align: center; pointer-events: none; color: var(--muted); }
    .empty strong { display: block; color: var(--ink); font-size: 16px; font-weight: 600; }
    .legend { display: var(--legend, flex); flex-wrap: wrap; gap: 2px 18px; min-height: 21px; }
    .legend li { display: inline-flex; align-items: baseline; gap: 6px; white-space: nowrap; }
    .legend svg { width: 26px; height: 8px; align-self: center; }
    .legend b { font-weight: 600; }
    .legend .train { color: var(--muted); }
    .options { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; }
    save-menu { margin-left: auto; }
    .at { min-width: 9ch; color: var(--muted); }
    @media (max-width: 720px) {
      :host { grid-template-columns: minmax(0, 1fr); grid-template-areas: 'title' 'plot' 'legend' 'hint' 'options' 'note' 'table'; }
      .plot { height: var(--plot, clamp(230px, 40vh, 320px)); }
      .empty { inset: 12% 64px auto 52px; padding: 4px; }
      .legend { display: var(--legend, grid); }
    .legend li { flex-wrap: wrap; gap: 0 6px; }
    }
  `;
