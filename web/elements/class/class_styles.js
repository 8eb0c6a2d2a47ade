// The class view: calm, and dense only where it is a table.
import {css} from 'lit';
import {runClasses} from './plot_styles.js';

export const classStyles = css`
  ${runClasses}
  header, main { padding-inline: max(var(--side), calc((100vw - 1080px) / 2)); }
  main.class { gap: 34px; }
  header nav [aria-current] { color: var(--ink); text-decoration: none; font-weight: 600; }
  .over { font-size: 12.5px; color: var(--muted); }
  .title { display: grid; gap: 6px; }
  .exercise { font: 500 24px/1.25 var(--serif); max-width: 40ch; }
  .ask { font: 500 17px/1.4 var(--serif); max-width: 60ch; }
  .bring { border: 1.5px dashed var(--edge); border-radius: 12px; padding: 16px 18px; background: var(--surface); }
  .bring.first { padding: 32px clamp(16px, 5vw, 48px); justify-items: center; text-align: center; gap: 14px; }
  .bring.over { border-color: var(--accent); border-style: solid; background: color-mix(in srgb, var(--accent) 8%, var(--surface)); }
  .bring.first .row { justify-content: center; }
  .bring details { width: 100%; text-align: left; }
  .bring.first summary { justify-content: center; }
  .codes { display: grid; gap: 8px; padding-top: 6px; }
  .field { display: grid; gap: 4px; }
  .field input, .field textarea { width: 100%; font-family: var(--mono); font-size: 12.5px; }
  .sheets { width: 96px; height: 60px; }
  .sheets path { fill: var(--surface); stroke: var(--edge); stroke-width: 1.4; stroke-linejoin: round; stroke-linecap: round; }
  .sheets .arrow { fill: none; stroke: var(--accent); stroke-width: 2.2; }
  .glance { display: grid; gap: 12px; max-width: none; grid-template-columns: repeat(auto-fit, minmax(min(210px, 100%), 1fr)); }
  .glance > div { display: flex; flex-direction: column; gap: 2px; padding: 14px 16px; border: 1px solid var(--line); border-radius: 10px; background: var(--surface); }
  .glance dt { order: 2; font-weight: 600; }
  .glance dd { max-width: none; order: 3; }
  .doubted { display: block; color: var(--warning); font-weight: 550; }
  .glance .number { order: 1; font: 500 30px/1.15 var(--serif); font-variant-numeric: lining-nums tabular-nums; text-align: left; }
  progress { flex: 1 1 200px; min-width: 0; height: 10px; accent-color: var(--accent); }
  .predictions { display: grid; gap: 2px; }
  .predictions li { display: grid; grid-template-columns: minmax(0, 4fr) minmax(0, 5fr) minmax(0, 3fr); gap: 4px 20px; padding: 10px 0; border-top: 1px solid var(--line); align-items: start; }
  .sign { white-space: nowrap; color: var(--good); font-weight: 600; }
  .dots { display: flex; flex-wrap: wrap; gap: 4px; padding-top: 4px; }
  .dots i { width: 12px; height: 12px; border-radius: 50%; border: 1.5px solid var(--accent); }
  .dots i.full { background: var(--accent); }
  .dots i.refuted { border-color: var(--error); background: linear-gradient(45deg, transparent 42%, var(--error) 42% 58%, transparent 58%); }
  .wrong { color: var(--error); font-weight: 700; }
  .swatch { display: inline-block; width: 10px; height: 10px; border-radius: 50%; margin-right: 8px; background: var(--run); }
  .ends { max-width: 760px; }
  td.number, th.number { text-align: right; white-space: nowrap; }
  .ends td.number:last-child, .ends th.number:last-child { padding-right: 0; }
  .tall { max-height: min(72vh, 760px); overflow: auto; border: 1px solid var(--line); border-radius: 10px; background: var(--surface); }
  .everybody { border-collapse: separate; border-spacing: 0; }
  .everybody th, .everybody td { padding: 8px 12px; }
  .everybody thead th { position: sticky; top: 0; z-index: 2; background: var(--sunken); border-top: 0; border-bottom: 1px solid var(--line); padding: 2px 4px; vertical-align: middle; }
  .everybody thead button { font-weight: 600; padding-inline: 8px; }
  .everybody th:first-child { position: sticky; left: 0; z-index: 1; background: var(--surface); min-width: 116px; max-width: 220px; overflow-wrap: anywhere; }
  .everybody thead th:first-child { z-index: 3; background: var(--sunken); }
  .everybody tbody tr:first-child > * { border-top: 0; }
  .everybody span.small, .why { display: block; font-weight: 400; }
  .standing { min-width: 150px; }
  .standing .is { white-space: nowrap; }
  .standing.proved .is { color: var(--good); font-weight: 600; }
  .standing.refuted .is { color: var(--error); font-weight: 700; }
  .standing.waits .is, .standing.trains .is { color: var(--muted); }
  .why { font-size: 12.5px; color: var(--muted); }
  .said { white-space: nowrap; }
  .outcome span { display: block; white-space: nowrap; }
  .asked { display: grid; gap: 6px; padding-top: 8px; border-top: 1px solid var(--line); }
  .words { display: grid; gap: 10px; grid-template-columns: repeat(auto-fill, minmax(min(300px, 100%), 1fr)); align-items: start; }
  .words li { padding: 8px 12px; border-left: 3px solid var(--line); background: var(--surface); overflow-wrap: anywhere; }
  .words q { white-space: pre-wrap; quotes: none; }
  .words .muted { display: block; font-size: 12.5px; }
  .list { display: grid; gap: 10px; max-width: 86ch; overflow-wrap: anywhere; }
  @media (max-width: 700px) {
    .glance { grid-template-columns: repeat(2, minmax(0, 1fr)); }
    .glance .number { font-size: 25px; }
    .predictions li { grid-template-columns: minmax(0, 1fr); }
    .everybody th, .everybody td { padding: 8px; }
    .everybody th:first-child { min-width: 92px; max-width: 128px; }
  }
  @media (forced-colors: active) { .dots i.full { background: CanvasText; } .dots i { border-color: CanvasText; } }
  @media print { .bring, .checks button, thead button span { display: none; } .tall { max-height: none; overflow: visible; } }
`;
