// What every element starts from: type, controls, focus, and what happens when motion or colour is restricted.
import {css} from 'lit';

export const base = css`
  :host { display: block; color: var(--ink); font: 400 14px/1.45 var(--sans); font-variant-numeric: tabular-nums; }
  :host([hidden]), [hidden] { display: none !important; }
  *, *::before, *::after { box-sizing: border-box; }
  h1, h2, h3, p, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
  ul { list-style: none; }
  h2 { font-size: 16px; font-weight: 650; line-height: 1.3; letter-spacing: -0.005em; }
  h3 { font-size: 14px; font-weight: 650; line-height: 1.3; }
  a { color: var(--accent); text-underline-offset: 2px; }
  canvas { display: block; }
  .muted { color: var(--muted); }
  .small { font-size: 12.5px; }
  h2 .muted, h3 .muted { font-weight: 400; }
  .row { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; }
  .spread { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 4px 12px; }
  .unseen {
    position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; border: 0;
  }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
`;

export const controls = css`
  button, select, input, textarea, summary { font: inherit; color: inherit; }
  button {
    min-height: var(--target); padding: 3px 12px; border: 1px solid var(--line); border-radius: 6px;
    background: var(--surface); cursor: pointer; line-height: 1.25; white-space: nowrap; touch-action: manipulation;
  }
  button:hover:not(:disabled) { border-color: var(--edge); }
  button:disabled { color: var(--muted); cursor: default; opacity: 0.7; }
  button.primary { background: var(--ink); border-color: var(--ink); color: var(--paper); font-weight: 600; }
  button.primary:hover:not(:disabled) { background: color-mix(in srgb, var(--ink) 86%, var(--paper)); }
  button.quiet { border-color: transparent; background: none; }
  button.quiet:hover:not(:disabled) { background: var(--sunken); border-color: transparent; }
  button.icon { min-width: var(--target); padding: 3px 6px; display: inline-grid; place-items: center; }
  button[aria-pressed='true'] { background: var(--sunken); border-color: var(--edge); font-weight: 600; }
  select, input:not([type]), input[type='text'], input[type='number'], textarea {
    min-height: var(--target); padding: 3px 8px; border: 1px solid var(--edge); border-radius: 6px; background: var(--surface);
    max-width: 100%; min-width: 0;
  }
  textarea { display: block; width: 100%; resize: vertical; line-height: 1.45; padding: 6px 8px; }
  input[aria-invalid='true'], select[aria-invalid='true'], textarea[aria-invalid='true'] { border-color: var(--error); }
  input[type='checkbox'], input[type='radio'] { width: 18px; height: 18px; margin: 0; accent-color: var(--accent); }
  input[type='range'] { min-height: 24px; accent-color: var(--accent); }
  label { display: inline-flex; align-items: center; gap: 8px; min-height: 24px; }
  @media (pointer: coarse) {
    label { min-height: 44px; }
    input[type='checkbox'] { width: 24px; height: 24px; }
    input[type='range'] { min-height: 44px; }
  }
  summary { cursor: pointer; min-height: var(--target); display: flex; align-items: center; gap: 6px; list-style: none; }
  summary::-webkit-details-marker { display: none; }
  summary::before { content: '▸'; width: 0.8em; flex: none; color: var(--muted); }
  details[open] > summary::before { transform: rotate(90deg); }
  .segments { display: inline-flex; flex-wrap: wrap; border: 1px solid var(--line); border-radius: 6px; background: var(--surface); overflow: clip; }
  .segments button { border: 0; border-radius: 0; background: none; padding: 3px 10px; }
  .segments button + button { border-left: 1px solid var(--line); }
  .segments button[aria-pressed='true'] { background: var(--ink); color: var(--paper); font-weight: 500; }
  .segments button:focus-visible { outline-offset: -3px; }
  .segments button[aria-pressed='true']:focus-visible { outline-color: var(--paper); }
  .notice { border-left: 3px solid var(--edge); padding: 6px 10px; background: var(--sunken); border-radius: 0 6px 6px 0; }
  .notice.warning { border-color: var(--warning); }
  .notice.error { border-color: var(--error); }
  .problem { color: var(--error); }
  @media (forced-colors: active) {
    .segments button[aria-pressed='true'], button[aria-pressed='true'] { forced-color-adjust: none; background: Highlight; color: HighlightText; }
    button.primary { forced-color-adjust: none; background: ButtonText; border-color: ButtonText; color: ButtonFace; }
    button.primary:disabled { background: GrayText; border-color: GrayText; }
  }
`;
