import {LitElement, css, html, nothing, svg} from 'lit';
import {SAME, apart, asDecimal, shuffled} from '../../learn/shuffle.js';
import {failureOf} from '../../runtime/protocol.js';
import {DASHES} from '../../state/palette.js';
import {base, controls} from '../../styles/base.js';
import {refusal} from '../../words/refusals.js';
import {say} from '../../words/words.js';
import {tokens, tokenStyles} from '../answers/tokens_view.js';
import {percent} from '../parts/format.js';
import {Cadence, Follow, announce} from '../parts/follow.js';

/** @typedef {import('../../runtime/runner.js').Runner} Runner */
/** @typedef {{distribution: number[], answer: string, sure: number}} Answer */
/** before: of the order as it stands; now: of the last other one; most: the largest difference so far. @typedef {{runner: Runner, before: Answer, now: Answer, most: number}} Row */

/** The members of one example in another order, and how each model's answer changes with that: asked of the engine again for each order.
 *  @prop race @prop members - the symbols of the example @fires say - detail: what came of it, for who does not see it */
export class ShuffledMembers extends LitElement {
  static properties = {
    race: {attribute: false},
    members: {attribute: false},
    _order: {state: true},
    _rows: {state: true},
    _times: {state: true},
    _busy: {state: true},
    _failure: {state: true},
  };
  static styles = [
    base,
    controls,
    tokenStyles,
    css`
    :host { display: grid; gap: 8px; min-width: 0; border-top: 1px solid var(--line); padding-top: 8px; }
    .orders { display: flex; flex-wrap: wrap; gap: 2px 18px; font-size: 15px; }
    .orders p { display: flex; flex-wrap: wrap; gap: 0 8px; align-items: baseline; }
    li { display: grid; grid-template-columns: 22px minmax(0, 1fr); gap: 0 8px; align-items: start; }
    li svg { width: 22px; height: 8px; margin-top: 8px; }
    .apart { font-variant-numeric: tabular-nums; }
    ul { display: grid; gap: 6px; }
  `,
  ];
  /** Counts what was asked: answers to something older are left. */
  #turn = 0;

  constructor() {
    super();
    /** @type {import('../../runtime/race.js').Race | null} */
    this.race = null;
    /** @type {string[]} */
    this.members = [];
    /** @type {string[] | null} the last other order */
    this._order = null;
    /** @type {Row[]} */
    this._rows = [];
    this._times = 0;
    this._busy = false;
    this._failure = '';
    const redraw = new Cadence(this, () => this.requestUpdate(), 250);
    new Follow(this, () => this.race, {change: () => redraw.request()});
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    const other = changed.has('race') || (changed.has('members') && `${changed.get('members')}` !== `${this.members}`);
    if (!other && !this.#outdated) return;
    this.#turn++;
    this._order = null;
    this._rows = [];
    this._times = 0;
    this._busy = false;
  }

  /** What was compared were other weights. */
  get #outdated() {
    return this._rows.length > 0 && this.race?.state === 'training';
  }

  async #shuffle() {
    const {race, members} = this;
    if (!race || this._busy) return;
    const turn = ++this.#turn;
    this._busy = true;
    this._failure = '';
    const order = shuffled(members);
    try {
      const rows = await Promise.all(race.runners.map((runner) => this.#compared(runner, order)));
      if (turn !== this.#turn) return;
      [this._order, this._rows, this._times] = [order, rows, this._times + 1];
      announce(this, 'say', rows.map((row) => this.#found(row)).join(' '));
    } catch (error) {
      this._failure = refusal(failureOf(error), race);
    }
    if (turn === this.#turn) this._busy = false;
  }

  /** @param {Runner} runner @param {string[]} order @returns {Promise<Row>} */
  async #compared(runner, order) {
    const known = this._rows.find((row) => row.runner === runner);
    const before = known?.before ?? (await answered(runner, this.members));
    const now = await answered(runner, order);
    return {runner, before, now, most: Math.max(known?.most ?? 0, apart(before.distribution, now.distribution))};
  }

  updated() {
    for (const one of /** @type {NodeListOf<HTMLElement>} */ (this.renderRoot.querySelectorAll('li')))
      one.style.setProperty('--mine', `var(--run-${one.dataset.colour})`);
  }

  /** @param {Row} row */
  #found({runner: {name}, most}) {
    return say(most <= SAME ? 'player.shuffle_same' : 'player.shuffle_differs', {name, most: asDecimal(most)});
  }

  render() {
    const {race, members, _order: order, _rows: rows} = this;
    if (!race || !members.length) return nothing;
    return html`<div class="orders">${this.#ordered(say('player.shuffle_before'), members)}${order ? this.#ordered(say('player.shuffle_now'), order) : nothing}</div>
      <div class="row"><button ?disabled=${this._busy || race.state === 'training'} @click=${() => this.#shuffle()}>${say('player.shuffle')}</button>
        <span class="muted small">${this._times ? say('player.shuffle_times', {times: this._times}) : nothing}</span></div>
      ${this._failure ? html`<p class="notice error" role="alert">${this._failure}</p>` : nothing}
      ${rows.length ? html`<ul>${rows.map((row) => this.#row(row))}</ul>` : nothing}`;
  }

  /** @param {string} title @param {string[]} order */
  #ordered(title, order) {
    return html`<p><span class="muted small">${title}</span> ${tokens(order)}</p>`;
  }

  /** @param {Row} row */
  #row(row) {
    const {colour, dash} = row.runner;
    const [before, now] = [row.before, row.now].map(({answer, sure}) =>
      say('player.shuffle_answer', {answer, sure: percent(sure)}),
    );
    return html`<li data-colour=${colour}><svg viewBox="0 0 26 8" aria-hidden="true">${svg`<path d="M0 4H26" fill="none" stroke="var(--run-${colour})" stroke-width="3" stroke-dasharray=${(DASHES[dash] ?? []).join(' ')} />`}</svg>
      <div><p>${say('player.shuffle_from_to', {before, now})}</p><p class="apart small">${this.#found(row)}</p></div></li>`;
  }
}

/** @param {Runner} runner @param {string[]} order @returns {Promise<Answer>} */
async function answered(runner, order) {
  const {item} = await runner.answerTo({prompt: order.join(''), beam: 1});
  const {probabilities: distribution = []} = item;
  const [answer] = item.answer.symbols ?? [];
  return {distribution, answer: answer ?? '–', sure: Math.max(0, ...distribution)};
}

customElements.define('shuffled-members', ShuffledMembers);
