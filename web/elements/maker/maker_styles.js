// The maker: a form that reads like a table of contents, and beside it what students get.
import {css} from 'lit';

export const makerStyles = css`
  :host { --side: clamp(14px, 2.4vw, 36px); background: var(--paper); min-height: 100vh; font-size: 15px; }
  header, main, .status { padding-inline: max(var(--side), calc((100vw - 1360px) / 2)); }
  header { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 18px; padding-block: 10px 8px; }
  .name { font-size: 20px; font-weight: 700; letter-spacing: -0.02em; color: var(--ink); text-decoration: none; }
  header nav { display: flex; flex-wrap: wrap; gap: 4px 16px; flex: 1; }
  main { display: grid; gap: 20px 44px; padding-block: 10px 48px; grid-template-columns: minmax(0, 5fr) minmax(0, 6fr); align-items: start; }
  main:focus, h1:focus { outline: none; }
  .top { grid-column: 1 / -1; display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 6px 24px; align-items: end; }
  h1 { margin: 0; font: 500 30px/1.2 var(--serif); overflow-wrap: anywhere; }
  h2 { font: 500 21px/1.3 var(--serif); }
  .lead { max-width: 68ch; }
  .few { color: var(--warning); font-weight: 550; }
  .form, .fold, .out { display: grid; gap: 14px; grid-template-columns: minmax(0, 1fr); }
  .form { gap: 0; }
  .form > details { border-top: 1px solid var(--line); }
  .form > details:last-of-type { border-bottom: 1px solid var(--line); }
  .form > details > summary { display: grid; grid-template-columns: 22px minmax(0, auto) minmax(0, 1fr) 14px; gap: 0 10px; align-items: baseline; min-height: 48px; padding-block: 11px; }
  .form > details > summary::before { content: none; }
  .form > details > summary::after { content: '▾'; color: var(--muted); justify-self: end; }
  .form > details[open] > summary::after { transform: scaleY(-1); }
  .count { color: var(--muted); font: 500 17px/1.3 var(--serif); }
  .beat { font: 500 18px/1.3 var(--serif); white-space: nowrap; }
  .digest { color: var(--muted); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-size: 14px; }
  details[open] > summary .digest { visibility: hidden; }
  .fold { padding: 2px 0 22px 32px; }
  .field { display: grid; gap: 3px; min-width: 0; }
  .over { font-weight: 550; display: block; min-height: 0; }
  .field input, .field textarea { width: 100%; }
  .rows, .rows > li, .form [role='group'] { grid-template-columns: minmax(0, 1fr); min-width: 0; }
  .rows { display: grid; gap: 8px; margin-block: 6px; }
  .option { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 4px 10px; align-items: center; }
  .goal { display: grid; gap: 6px; padding: 4px 0 6px; }
  .goal b { font-weight: 550; }
  .add { justify-self: start; margin-left: -12px; color: var(--accent); }
  .row label { min-width: 0; max-width: 100%; flex-wrap: wrap; }
  .row select { max-width: 100%; }
  .row input[type='number'] { width: 92px; }
  .row input[type='number']:placeholder-shown { width: 124px; } /* the placeholder is a word */
  .formatted { display: grid; grid-template-columns: minmax(0, 1fr); position: relative; min-width: 0; gap: 4px; }
  .marks { justify-self: end; display: flex; position: absolute; top: -5px; right: 0; opacity: 0.25; }
  .formatted:focus-within .marks, .formatted:hover .marks { opacity: 1; }
  .mark { min-height: 26px; min-width: 26px; padding: 0 5px; font: 13px/1 var(--serif); }
  .mark.strong { font-weight: 700; } .mark.em { font-style: italic; } .mark.code { font-family: var(--mono); font-size: 11px; }
  .formatted .over { padding-right: 170px; min-height: 20px; }
  .shown { border-left: 2px solid var(--line); padding: 2px 12px; }
  .seed { display: grid; gap: 2px; }
  .beside { position: sticky; top: 10px; display: grid; gap: 24px; grid-template-columns: minmax(0, 1fr); }
  .after { grid-column: 1 / -1; position: relative; z-index: 1; background: var(--paper); display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 6fr); gap: 20px 44px; }
  .after section { display: grid; gap: 12px; align-content: start; grid-template-columns: minmax(0, 1fr); }
  .taken { display: grid; grid-template-columns: minmax(0, 1fr); gap: 4px; border-top: 1px solid var(--line); padding-top: 8px; }
  .taken textarea { font: 12px/1.5 var(--mono); overflow-wrap: anywhere; }
  .taken button { white-space: normal; text-align: left; }
  .status { position: sticky; bottom: 0; z-index: 2; color: var(--muted); min-height: 1.5em; }
  .status:not(:empty) { background: var(--paper); border-top: 1px solid var(--line); padding-block: 6px; }
  @media (max-width: 980px) {
    main, .after { grid-template-columns: minmax(0, 1fr); }
    .beside { position: static; }
  }
  @media (max-width: 560px) {
    header nav { order: 1; flex: 1 1 100%; }
    header > .name { margin-right: auto; }
    .top { grid-template-columns: minmax(0, 1fr); }
    .fold { padding-left: 0; }
    .form > details > summary { grid-template-columns: 18px minmax(0, 1fr) 14px; }
    .digest { grid-column: 2 / -1; white-space: normal; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; }
    details[open] > summary .digest { display: none; }
    .option { grid-template-columns: minmax(0, 1fr); }
    .marks { position: static; justify-self: start; opacity: 1; }
    .formatted .over { padding-right: 0; }
    .formatted .marks { order: 2; }
  }
  @media (pointer: coarse) { .mark { min-width: 40px; min-height: 40px; } .marks { position: static; opacity: 1; justify-self: start; } .formatted .over { padding-right: 0; } }
`;
