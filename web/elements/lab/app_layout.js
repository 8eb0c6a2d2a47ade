// Where the parts of the lab stand.
import {css} from 'lit';

export const layout = css`
  :host { --side: clamp(12px, 2.4vw, 36px); background: var(--paper); min-height: 100vh; }
  :host([compact]) { --saving: none; --side: 12px; min-height: 0; }
  lab-header, main, run-bar { padding-inline: max(var(--side), calc((100vw - 1760px) / 2)); }
  run-bar { position: sticky; top: 0; z-index: 4; }
  main:focus { outline: none; }
  main { display: grid; gap: 16px; padding-block: 12px 40px; min-width: 0; }
  .waiting { min-height: 60vh; place-items: center; }
  :host([compact]) main { gap: 10px; padding-block: 8px 10px; }
  .room { display: grid; gap: var(--gap); grid-template-columns: minmax(0, 1fr); min-width: 0; }
  .chart, .panel, aside { background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); min-width: 0; }
  .chart, .panel { padding: 12px 14px; }
  aside > * { padding: 4px 14px; }
  aside > * + * { border-top: 1px solid var(--line); }
  .added { padding-block: 10px 14px; }
  .added ul { display: grid; gap: 2px; }
  .added svg { width: 10px; height: 10px; }
  .room .chart { order: -1; }
  .line { max-width: 330px; overflow: hidden; text-overflow: ellipsis; }
  .line::before { content: '▸ ' / ''; color: var(--muted); }
  .line[aria-expanded='true'] { background: var(--sunken); border-color: var(--edge); }
  details[open] { padding-bottom: 14px; }
  .panel { padding: 4px 14px; }
  .panel > summary, aside summary { gap: 10px; }
  summary h2 { flex: none; }
  .narrow { display: none; padding-bottom: 12px; }
  summary span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  section { display: grid; gap: 8px; min-width: 0; }
  kept-line { display: contents; }
  .cards { display: grid; gap: var(--gap); grid-template-columns: repeat(auto-fit, minmax(min(300px, 100%), 1fr)); align-items: start; }
  :host([compact]) .cards { gap: 10px; grid-template-columns: repeat(auto-fit, minmax(min(230px, 100%), 1fr)); }
  .pair { align-items: start; display: grid; gap: 16px; grid-template-columns: repeat(auto-fit, minmax(min(280px, 100%), 1fr)); }
  .notice { display: flex; justify-content: space-between; align-items: center; gap: 12px; }
  inside-section:not(:defined), compare-section:not(:defined) { display: block; min-height: 240px; }
  footer { max-width: 200ch; }
  .areas { display: grid; gap: var(--gap); grid-template-columns: minmax(0, 1fr); min-width: 0; }
  .area:focus-visible { outline-offset: -2px; }
  .tabs { display: flex; gap: 2px; border-bottom: 1px solid var(--line); }
  .tabs button { border: 0; border-bottom: 3px solid transparent; border-radius: 0; background: none; font-size: 15px; padding: 4px 14px; }
  .tabs button[aria-selected='true'] { border-color: var(--ink); font-weight: 650; }
  @media (forced-colors: active) {
    .tabs button { border-bottom-color: Canvas; }
    .tabs button[aria-selected='true'] { border-bottom-color: Highlight; }
  }
  /* Train, the chart and one area never leave the screen: each column scrolls by itself. */
  @media (min-width: 1120px) {
    :host(:not([compact])) { display: flex; flex-direction: column; height: 100vh; min-height: 560px; }
    :host(:not([compact])) main { flex: 1; min-height: 0; display: flex; flex-direction: column; gap: 8px; padding-block: 8px; }
    .room .chart { order: 0; }
    .room { flex: 1; min-height: 0; grid-template-columns: none; grid-template-rows: minmax(0, 1fr); grid-auto-columns: minmax(0, 1fr); grid-auto-flow: column; }
    .room:has(aside:not([hidden])) { grid-template-columns: 300px; }
    aside, .room .chart, .area { overflow-y: auto; overscroll-behavior: contain; scrollbar-width: thin; }
    .room .chart { display: grid; grid-template-rows: minmax(auto, 1fr) auto auto; }
    .room loss-chart { --plot: auto; grid-template-rows: auto auto minmax(170px, 1fr); align-content: stretch; }
    .areas { grid-template-rows: auto minmax(0, 1fr); gap: 8px; }
    .area { align-content: start; padding-right: 4px; }
  }
  @media (max-width: 620px) {
    .chart { padding: 10px 8px; }
    .narrow { display: flex; }
    main { gap: 16px; }
  }
`;
