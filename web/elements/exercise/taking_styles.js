// What the elements with which one takes part in an exercise have in common.
import {css} from 'lit';

export const takingStyles = css`
  :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: 12px; min-width: 0; }
  .part { display: grid; grid-template-columns: minmax(0, 1fr); gap: 8px; min-width: 0; overflow-wrap: anywhere; }
  .asked { font: 400 17px/1.4 var(--serif); }
  .line { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; }
  .line input { flex: 1 1 12ch; max-width: 28ch; min-height: 44px; font-size: 16px; }
  .line button, .onward button { min-height: 44px; white-space: normal; }
  textarea { font-size: 16px; min-height: 5.6em; }
  .onward { display: flex; flex-wrap: wrap; gap: 8px; }
  #code { font: 13px/1.5 var(--mono, monospace); overflow-wrap: anywhere; }
  .reply { border-left: 3px solid var(--edge); padding-left: 12px; }
  .reply.so { border-color: var(--good); }
  .goals li { display: flex; gap: 8px; }
  .goals .mark { flex: none; width: 1.2em; text-align: center; font-weight: 700; }
  .goals .yes .mark { color: var(--good); }
  dl { display: grid; grid-template-columns: minmax(0, auto) minmax(0, 1fr); gap: 2px 14px; }
  dt { color: var(--muted); }
  ol { padding-left: 1.4em; display: grid; gap: 6px; }
`;
