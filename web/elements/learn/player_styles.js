// Where the parts of a chapter stand: what is said and done beside the figure where there is room, else above and below it. The
// player measures itself, not the window: it also stands in frames.
import {css} from 'lit';

export const playerStyles = css`
  :host { container-type: inline-size; min-width: 0; --gap: 16px; --plot: clamp(150px, 100vh - 500px, 420px); }
  .player { display: grid; gap: 12px; min-width: 0; }
  .head { display: grid; gap: 8px; }
  .over { color: var(--muted); font-size: 13.5px; }
  .question { font: 500 clamp(22px, 2.7cqi, 34px)/1.2 var(--serif); letter-spacing: -0.01em; max-width: 34em; text-wrap: balance; }
  .beats { display: flex; flex-wrap: wrap; gap: 2px 4px; list-style: none; margin: 0; padding: 0; border-bottom: 1px solid var(--line); }
  .beats button, .beats li > span { display: flex; align-items: center; gap: 6px; min-height: var(--target); padding: 3px 10px; }
  .beats button { border: 0; border-radius: 6px 6px 0 0; background: none; }
  .beats button:hover { background: var(--sunken); }
  .beats li > span { color: var(--muted); }
  .beats .number { font-weight: 400; color: var(--muted); }
  .beats [aria-current] { font-weight: 650; box-shadow: inset 0 -3px var(--ink); }
  .stage { display: grid; gap: 14px; grid-template-columns: minmax(0, 1fr); grid-template-areas: 'says' 'figure' 'act'; min-width: 0; }
  .says { grid-area: says; display: grid; gap: 8px; align-content: start; font-size: 16px; line-height: 1.5; }
  .figure { grid-area: figure; display: grid; gap: 12px; align-content: start; min-width: 0; grid-template-columns: minmax(0, 1fr); }
  .act { grid-area: act; display: grid; gap: 12px; align-content: start; min-width: 0; }
  .says h3 { font-size: 18px; }
  .says h3:focus { outline: none; }
  .says h3:focus-visible { outline: 2px solid var(--accent); outline-offset: 4px; }
  .transfer, .because { font: 400 18px/1.45 var(--serif); }
  .reply { border-left: 3px solid var(--edge); padding-left: 12px; display: grid; gap: 2px; }
  .reply.so { border-color: var(--good); }
  .reply:focus { outline: none; }
  .reply:focus-visible { outline: 2px solid var(--accent); outline-offset: 4px; }
  .answers, .curve { min-width: 0; display: grid; gap: 8px; }
  .answers { grid-template-columns: minmax(0, 1fr); }
  .both { display: grid; gap: 12px 24px; grid-template-columns: minmax(0, 1fr); align-items: start; }
  .stage[data-stage='recall'] { grid-template-areas: 'says' 'act'; grid-template-columns: minmax(0, 1fr); grid-template-rows: auto; }
  [data-stage='recall'] .figure { display: none; }
  .recall { display: grid; gap: 20px 32px; grid-template-columns: repeat(auto-fit, minmax(min(340px, 100%), 1fr)); }
  .recall section { display: grid; gap: 8px; align-content: start; min-width: 0; }
  .recall .quiet { min-height: 40px; padding-inline: 0; white-space: normal; text-align: left; text-decoration: underline; }
  .cause { min-width: 0; display: grid; gap: 12px; }
  .prompts { min-width: 0; display: grid; gap: 8px; align-content: start; }
  .next { display: flex; flex-wrap: wrap; gap: 8px; }
  .next button { min-height: 44px; font-size: 16px; padding-inline: 20px; }
  .onward { display: flex; flex-wrap: wrap; gap: 8px; }
  .onward button { min-height: 44px; font-size: 16px; white-space: normal; }
  .knob { display: grid; gap: 6px; }
  .positions { display: flex; flex-wrap: wrap; gap: 6px; }
  .positions button { min-height: 40px; white-space: normal; }
  .axes { display: flex; flex-wrap: wrap; gap: 6px; }
  .axes button[aria-pressed='true'], .positions button[aria-pressed='true'] { background: var(--ink); color: var(--paper); border-color: var(--ink); }
  .compared { display: grid; gap: 4px; }
  .compared div { display: grid; grid-template-columns: minmax(0, 9em) minmax(0, 1fr); gap: 8px; }
  .compared dt { color: var(--muted); }
  .waits { min-height: 260px; display: grid; place-items: center; color: var(--muted); }
  @container (min-width: 860px) {
    .stage { grid-template-columns: minmax(0, 1fr) minmax(300px, 25cqi); gap: 12px 32px; grid-template-areas: 'figure says' 'figure act'; grid-template-rows: auto 1fr; }
    .both { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
    .figure { border-right: 1px solid var(--line); padding-right: 32px; }
    .positions button { min-height: 36px; }
    .compared div { grid-template-columns: minmax(0, 1fr); gap: 0; }
  }
  @container (max-width: 620px) {
    .player { gap: 8px; --plot: clamp(150px, 100vh - 640px, 260px); --legend: none; --chart-gap: 1px; }
    .over { font-size: 12.5px; }
    .question { font-size: 21px; }
    .later .question { font-size: 17px; }
    .later .over { display: none; }
    .beats button, .beats li > span { padding: 3px 7px; gap: 4px; font-size: 13px; }
    .stage, .figure { gap: 10px; }
    .says { font-size: 15px; line-height: 1.4; gap: 5px; }
    .says h3 { font-size: 16px; }
    .transfer, .because { font-size: 16px; line-height: 1.4; }
    .compared div { grid-template-columns: minmax(0, 10.5em) minmax(0, 1fr); font-size: 13px; }
    .positions button { padding-inline: 9px; font-size: 14px; }
    .next button { flex: 1 1 auto; }
    .starts, race-pace[done] { display: none; }
    /* A beat fits a screen: what stands in another one is not said again. */
    [data-stage='watch'] { --plot: clamp(130px, 100vh - 710px, 260px); }
    [data-stage='watch'] .along .task, [data-stage='watch'] .costs { display: none; }
    [data-stage='why'] .answers, [data-stage='why'] .curve { display: none; }
    [data-stage='change'] .answers, [data-stage='challenge'] .answers { display: none; }
    [data-stage='challenge'] .recorded, [data-stage='challenge'] .curve:has(+ .prompts) .axes { display: none; }
    [data-stage='change'] cost-figure, [data-stage='challenge'] cost-figure { --beside: none; --least: 150px; }
    [data-stage='change'] .cause, [data-stage='challenge'] .cause { display: none; }
    [data-stage='question'] .figure, [data-stage='end'] .figure { display: none; }
  }
  @container (max-width: 350px) {
    .beats button, .beats li > span { padding-inline: 5px; }
    .beats .number { display: none; }
  }
  @media (forced-colors: active) {
    .axes button[aria-pressed='true'], .positions button[aria-pressed='true'] { background: Highlight; color: HighlightText; }
    .beats [aria-current] { border-bottom: 3px solid Highlight; }
  }
`;
