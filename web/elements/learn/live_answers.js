import '../../words/late.js';
import {LitElement, css, html, nothing, svg} from 'lit';
import {DASHES} from '../../state/palette.js';
import {base} from '../../styles/base.js';
import {say} from '../../words/words.js';
import {givenStyles} from '../answers/given_view.js';
import {images, imagesStyles} from '../answers/results_images.js';
import {labelsStyles, said} from '../answers/results_labels.js';
import {positions, positionsStyles} from '../answers/results_positions.js';
import {sets, setsStyles} from '../answers/results_sets.js';
import {wave, wavesStyles} from '../answers/results_waves.js';
import {isRight, tokens, tokenStyles, verdict} from '../answers/tokens_view.js';
import {Cadence, Follow} from '../parts/follow.js';
import {NextSymbols} from './next_symbols.js';

/** @typedef {import('../../runtime/types').Item} Item @typedef {import('../../runtime/runner.js').Runner} Runner */

/** What was answered, without what was given. @type {Record<string, (item: Item) => unknown>} */
const ANSWERS = {
  labels: (item) => said(item),
  pairs: (item) => written(item),
  positions: (item) => positions([item]),
  waves: (item) => wave(item),
  images: (item) => images([item]),
  sets: (item) => (item.answer.mixture ? sets([item]) : said(item)),
};

/** What each model makes at present of the one example that is shown: an answer a line. @prop race @prop example - its number @prop item - where it is a passage of a text */
export class LiveAnswers extends LitElement {
  static properties = {race: {attribute: false}, example: {attribute: false}, item: {attribute: false}};
  static styles = [
    base,
    tokenStyles,
    givenStyles,
    labelsStyles,
    positionsStyles,
    wavesStyles,
    imagesStyles,
    setsStyles,
    css`
    :host { min-width: 0; }
    ul { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(240px, 100%), 1fr)); gap: 4px 20px; }
    .answer { display: flex; flex-wrap: wrap; align-items: center; gap: 0 8px; min-width: 0; min-height: 28px; }
    .answer > svg { flex: none; width: 22px; height: 8px; }
    .name { flex: none; font-weight: 600; }
    .what { flex: 1 1 130px; min-width: 0; }
    .what:has(.places) { flex-basis: min(100%, 270px); } /* rather below the name than broken */
    .said { width: auto; display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 8px; }
    .said .sure { flex: 0 1 60px; align-self: center; }
    .said b { font-size: 16px; }
    .what small { font: 12.5px var(--sans); }
    .should { font-size: 12.5px; color: var(--muted); }
    @container (max-width: 620px) {
      .places { row-gap: 0; line-height: 1.1; }
      .place { grid-template-rows: repeat(2, 1.1em); }
      /* What all read stands above the first; of what is longer than a line there is no room to say it again. */
      .answer + .answer .places:has(.place:nth-child(36)) .read { display: none; }
      .answer + .answer .places:has(.place:nth-child(36)) .place { grid-template-rows: 1.1em; }
    }
  `,
  ];

  #redraw = new Cadence(this, () => this.requestUpdate(), 250);
  #next = new NextSymbols(() => this.#redraw.request());

  constructor() {
    super();
    /** @type {import('../../runtime/race.js').Race | null} */
    this.race = null;
    this.example = 0;
    /** @type {Item | undefined} */
    this.item = undefined;
    const redraw = this.#redraw;
    new Follow(this, () => this.race, {progress: () => redraw.request(), change: () => redraw.request()});
  }

  updated() {
    for (const one of /** @type {NodeListOf<HTMLElement>} */ (this.renderRoot.querySelectorAll('.answer')))
      one.style.setProperty('--mine', `var(--run-${one.dataset.colour})`);
    if (this.race?.view === 'text' && this.race.state !== 'training' && this.#passage)
      this.#next.ask(this.race.runners, this.#passage);
  }

  /** What a text is to go on from. */
  get #passage() {
    return this.item?.given.symbols?.join('') ?? '';
  }

  render() {
    if (!this.race) return nothing;
    return html`<ul>${this.race.runners.map((runner) => this.#answer(runner))}</ul>`;
  }

  /** @param {Runner} runner */
  #answer(runner) {
    const {name, colour, dash} = runner;
    return html`<li class="answer" data-colour=${colour}>
      <svg viewBox="0 0 26 8" aria-hidden="true">${svg`<path d="M0 4H26" fill="none" stroke="var(--run-${colour})" stroke-width="3" stroke-dasharray=${(DASHES[dash] ?? []).join(' ')} />`}</svg>
      <span class="name">${name}</span>${this.#said(runner)}</li>`;
  }

  /** @param {Runner} runner */
  #said(runner) {
    if (this.race?.view === 'text') return this.#written(runner);
    const {examples} = runner;
    const item = examples?.first === this.example ? examples.items[0] : undefined;
    if (!examples || !item) return html`<span class="what muted">${say('player.no_answer')}</span>`;
    const right = isRight(item);
    return html`${right === null ? nothing : verdict(right)}<span class="what">${(ANSWERS[examples.view] ?? written)(item)}</span>`;
  }

  /** The symbol that it expects after the passage, once that can be asked; and what it writes by itself. @param {Runner} runner */
  #written(runner) {
    const next = this.#next.of(runner, this.#passage);
    const right = this.item?.target?.symbols?.[0];
    const expects = next
      ? html`${right === undefined ? nothing : verdict(next === right)}${tokens([next], {right: [next === right]})}`
      : nothing;
    return html`${expects}<span class="what tokens" lang=""><small class="muted">${say('player.writes')}</small> ${runner.sample.trim().slice(0, 52) || '…'}</span>`;
  }
}

/** A sequence, and what was right where it is wrong. @param {Item} item */
function written({answer, target, probability, right}) {
  const symbols = answer.symbols ?? [];
  const wanted = target?.symbols;
  const wrong = right?.some((one) => one === false) && wanted;
  return html`${symbols.length ? tokens(symbols, {right: wanted && symbols.map((symbol, i) => symbol === wanted[i]), probability}) : '–'}
    ${wrong ? html`<span class="should">${say('answer.right_before')} ${tokens(wanted, {kind: 'faint'})}</span>` : nothing}`;
}

customElements.define('live-answers', LiveAnswers);
