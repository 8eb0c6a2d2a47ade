// Where the parts of the home stand: as wide as its figure needs, one thing below the other.
import {css} from 'lit';

export const layout = css`
  :host { --side: clamp(14px, 2.4vw, 36px); background: var(--paper); min-height: 100vh; }
  header, main, footer { padding-inline: max(var(--side), calc((100vw - 1240px) / 2)); }
  header { display: flex; align-items: baseline; gap: 4px 18px; padding-block: 10px 8px; }
  .name { font-size: 20px; font-weight: 700; letter-spacing: -0.02em; line-height: 1.2; color: var(--ink); text-decoration: none; }
  a.name:hover { text-decoration: underline; }
  h1:focus { outline: none; }
  .motto { color: var(--muted); flex: 1 1 0; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  header nav, .languages, theme-button { align-self: center; }
  header nav { display: flex; flex-wrap: wrap; gap: 2px 16px; }
  main { display: grid; gap: 20px; padding-block: 4px 32px; min-width: 0; grid-template-columns: minmax(0, 1fr); }
  main:focus { outline: none; }
  .chapter { min-width: 0; min-height: min(560px, 78vh); }
  .path, .door { display: grid; gap: 10px; min-width: 0; }
  .path h2, .door h2 { font: 500 22px/1.25 var(--serif); }
  .path, .history { border-top: 1px solid var(--line); padding-top: 14px; min-width: 0; }
  history-line:not(:defined) { display: block; min-height: 220px; }
  .door { border-top: 1px solid var(--line); padding-top: 14px; }
  .door > p { max-width: 72ch; font-size: 15px; }
  lab-door:not(:defined) { display: block; min-height: 240px; }
  footer { padding-bottom: 32px; }
  footer p { max-width: 78ch; }
  .notice { display: flex; justify-content: space-between; align-items: center; gap: 8px 12px; flex-wrap: wrap; }
  .more { display: flex; gap: 16px; padding-bottom: 6px; font-size: 14px; }
  :host([projector]) .chapter { zoom: 1.4; }
  :host([projector]) :is(.path, .door, footer, .motto) { display: none; }
  @media (max-width: 620px) {
    .motto { display: none; }
    header nav { margin-left: auto; justify-content: end; }
    main { gap: 22px; }
  }
`;
