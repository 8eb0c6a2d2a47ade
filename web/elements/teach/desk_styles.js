// The teacher's page, the sheet and the glossary: pages to read, and to print.
import {css} from 'lit';

export const deskStyles = css`
  :host { --side: clamp(14px, 2.4vw, 36px); background: var(--paper); min-height: 100vh; font-size: 15px; }
  header, main, .status { padding-inline: max(var(--side), calc((100vw - 980px) / 2)); }
  header { display: flex; align-items: center; gap: 4px 18px; padding-block: 10px 8px; }
  .name { font-size: 20px; font-weight: 700; letter-spacing: -0.02em; color: var(--ink); text-decoration: none; }
  header nav { display: flex; flex-wrap: wrap; gap: 4px 16px; flex: 1; }
  main { display: grid; gap: 30px; padding-block: 14px 40px; grid-template-columns: minmax(0, 1fr); }
  main:focus, h1:focus { outline: none; }
  h1 { margin: 0; font: 500 32px/1.2 var(--serif); }
  h2 { font: 500 22px/1.25 var(--serif); }
  section { display: grid; gap: 10px; min-width: 0; grid-template-columns: minmax(0, 1fr); }
  section > p, .lead { max-width: 72ch; }
  .lead { font-size: 17px; }
  .scroll { overflow-x: auto; }
  table { border-collapse: collapse; width: 100%; }
  th, td { text-align: left; vertical-align: top; padding: 7px 12px 7px 0; border-top: 1px solid var(--line); }
  td.number { white-space: nowrap; text-align: right; }
  .plans { display: grid; gap: 20px; grid-template-columns: repeat(auto-fit, minmax(min(220px, 100%), 1fr)); }
  .plans ol { padding-left: 1.5em; }
  .embed { display: grid; gap: 16px 28px; grid-template-columns: minmax(0, 1fr) auto; align-items: start; }
  .embed textarea { font: 12.5px/1.5 var(--mono); overflow-wrap: anywhere; }
  .row label { max-width: 100%; min-width: 0; }
  .row select { flex: 1 1 auto; min-width: 0; }
  .lines { display: grid; gap: 10px; min-width: 0; }
  .qr { margin: 0; display: grid; gap: 6px; justify-items: center; width: 190px; }
  .qr svg { width: 180px; height: 180px; background: #fff; }
  .qr figcaption { overflow-wrap: anywhere; text-align: center; font-size: 12.5px; }
  .answers { display: grid; gap: 8px; padding: 0 0 12px 1.2em; }
  .answers li { max-width: 76ch; }
  .answers .right { font-weight: 600; }
  dl { display: grid; gap: 14px; max-width: 76ch; }
  dt { font-weight: 650; }
  .status { position: sticky; bottom: 0; color: var(--muted); min-height: 1.5em; }
  .sheet { gap: 20px; font-size: 16px; }
  .sheet h1 { font-size: 26px; }
  .blank { border-bottom: 1px solid var(--edge); height: 2em; }
  .box { display: flex; gap: 10px; padding: 3px 0; }
  .box::before { content: ''; flex: none; width: 14px; height: 14px; margin-top: 3px; border: 1.5px solid var(--ink); border-radius: 2px; }
  @media (max-width: 560px) {
    header { flex-wrap: wrap; }
    header nav { order: 1; flex: 1 1 100%; }
    header > .name { margin-right: auto; }
  }
  @media (max-width: 700px) { .embed { grid-template-columns: minmax(0, 1fr); } }
  @media print {
    header, .status, .aside { display: none; }
    :host, main { background: #fff; color: #000; }
    main { padding: 0; gap: 14px; }
    .sheet section { break-inside: avoid; }
    details:not([open]) { display: none; }
  }
`;
