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
import {barsStyles, mostMoved, shuffledBars} from './shuffled_bars.js';

/** @typedef {import('../../runtime/runner.js').Runner} Runner */
/** @typedef {{distribution: number[], answer: string, sure: number}} Answer */
/** before: of the order as it stands; now: of the other one that is shown; most: the largest difference in any so far. @typedef {{runner: Runner, before: Answer, now: Answer, most: number}} Row */

/** So many other orders are asked for at once: in one of them an answer may hardly move. */
export const ORDERS = 8;

/** The members of one example in other orders, and how each model's answer changes with that: asked of the engine each time, of what it has learned by then.
 *  What is shown is the order in which an answer moved most. @prop race @prop members - the symbols of the example @fires say - detail: what came of it, for
 *  who does not see it */
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
    barsStyles,
    css`
    :host { display: grid; gap: 6px; min-width: 0; }
    .orders { display: flex; flex-wrap: wrap; gap: 2px 18px; font-size: 15px; }
    .orders p { display: flex; flex-wrap: wrap; gap: 0 8px; align-items: baseline; }
    .key { width: 10px; height: 10px; background: var(--ink); }
    .was .key { background: var(--muted); opacity: 0.5; }
    .now .key { display: none; }
    li { display: grid; grid-template-columns: 22px minmax(0, 1fr); gap: 0 8px; align-items: start; }
    li svg.dash { width: 22px; height: 8px; margin-top: 8px; }
    li .bars { grid-column: 1 / -1; max-width: 460px; }
    .reading { font-size: 13px; }
    ul { display: grid; gap: 4px; }
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
    /** @type {string[] | null} the other order that is shown */
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
    this._failure = '';
  }

  /** What was compared were other weights. */
  get #outdated() {
    return (this._rows.length > 0 || this._busy) && this.race?.state === 'training';
  }

  /** Whether anything was learned that could be asked, and nobody has. */
  get #unasked() {
    const {race, members, _failure: failure} = this;
    const learned = race?.runners.every(({step}) => step > 0) && race.state !== 'training';
    return learned && members.length > 0 && !this._times && !this._busy && !failure;
  }

  async #shuffle() {
    const {race, members} = this;
    if (!race || this._busy) return;
    const turn = ++this.#turn;
    this._busy = true;
    this._failure = '';
    const orders = Array.from({length: ORDERS}, () => shuffled(members));
    try {
      const each = await Promise.all(race.runners.map((runner) => answers(runner, [members, ...orders])));
      if (turn !== this.#turn) return;
      this.#compare(race.runners, each, orders);
      announce(this, 'say', this._rows.map((row) => this.#found(row)).join(' '));
    } catch (error) {
      if (turn === this.#turn) this._failure = refusal(failureOf(error), race);
    }
    if (turn === this.#turn) this._busy = false;
  }

  /** @param {Runner[]} runners @param {Answer[][]} each of each model: to the members as they stand, then in each order @param {string[][]} orders */
  #compare(runners, each, orders) {
    const differences = each.map(([before, ...others]) =>
      others.map((now) => apart(before.distribution, now.distribution)),
    );
    const most = orders.map((_, k) => Math.max(...differences.map((of) => of[k])));
    const shown = most.indexOf(Math.max(...most));
    this._rows = runners.map((runner, i) => {
      const known = this._rows.find((row) => row.runner === runner);
      const [before, now] = [each[i][0], each[i][1 + shown]];
      return {runner, before, now, most: Math.max(known?.most ?? 0, ...differences[i])};
    });
    [this._order, this._times] = [orders[shown], this._times + ORDERS];
  }

  updated() {
    for (const one of /** @type {NodeListOf<HTMLElement>} */ (this.renderRoot.querySelectorAll('li')))
      one.style.setProperty('--mine', `var(--run-${one.dataset.colour})`);
    if (this.#unasked) void this.#shuffle();
  }

  /** @param {Row} row */
  #found({runner: {name}, most}) {
    return say(most <= SAME ? 'player.shuffle_same' : 'player.shuffle_differs', {name, most: asDecimal(most)});
  }

  /** The one of which an answer moves most, in the order that is shown; none where none does. @returns {Row | undefined} */
  get #ringed() {
    const moved = (/** @type {Row} */ {before, now}) => apart(before.distribution, now.distribution);
    const [first] = [...this._rows].sort((a, b) => moved(b) - moved(a));
    return first && moved(first) > SAME ? first : undefined;
  }

  render() {
    const {race, members, _order: order, _rows: rows} = this;
    if (!race || !members.length) return nothing;
    return html`<div class="orders">${this.#ordered('was', say('player.shuffle_before'), members)}${order ? this.#ordered('now', say('player.shuffle_now', {times: this._times}), order) : nothing}</div>
      ${this._failure ? html`<p class="notice error" role="alert">${this._failure}</p>` : nothing}
      ${rows.length ? html`<ul>${rows.map((row) => this.#row(row))}</ul>${this.#reading()}` : nothing}
      <div class="row"><button ?disabled=${this._busy || race.state === 'training'} @click=${() => this.#shuffle()}>${say('player.shuffle')}</button></div>`;
  }

  /** What is in the ring. */
  #reading() {
    const row = this.#ringed;
    if (!row) return html`<p class="reading">${say('compare.unmarked')}</p>`;
    const {name, before, now} = mostMoved(row.before.distribution, row.now.distribution, namesOf(row));
    const words = say('player.shuffle_moved', {name: row.runner.name, answer: name, before: percent(before), now: percent(now)}); // prettier-ignore
    return html`<p class="reading">${say('compare.marked', {words})}</p>`;
  }

  /** @param {string} kind @param {string} title @param {string[]} order */
  #ordered(kind, title, order) {
    return html`<p class=${kind}><span class="key" aria-hidden="true"></span><span class="muted small">${title}</span> ${tokens(order)}</p>`;
  }

  /** @param {Row} row */
  #row(row) {
    const {colour, dash} = row.runner;
    const [before, now] = [row.before, row.now].map(({answer, sure}) =>
      say('player.shuffle_answer', {answer, sure: percent(sure)}),
    );
    const heard = say('player.shuffle_from_to', {before, now});
    return html`<li data-colour=${colour}><svg class="dash" viewBox="0 0 26 8" aria-hidden="true">${svg`<path d="M0 4H26" fill="none" stroke="var(--run-${colour})" stroke-width="3" stroke-dasharray=${(DASHES[dash] ?? []).join(' ')} />`}</svg>
      <p class="apart small">${this.#found(row)}</p>
      ${shuffledBars(row.before.distribution, row.now.distribution, namesOf(row), row === this.#ringed, heard)}</li>`;
  }
}

/** What its answers are called; a number where nobody says. @param {Row} row */
function namesOf({runner, before}) {
  const names = runner.info?.classes;
  return before.distribution.map((_, i) => names?.[i] ?? `${i + 1}`);
}

/** One after the other. @param {Runner} runner @param {string[][]} orders */
async function answers(runner, orders) {
  /** @type {Answer[]} */
  const given = [];
  for (const order of orders) given.push(await answered(runner, order));
  return given;
}

/** @param {Runner} runner @param {string[]} order @returns {Promise<Answer>} */
async function answered(runner, order) {
  const {item} = await runner.answerTo({prompt: order.join(''), beam: 1});
  const {probabilities: distribution = []} = item;
  const [answer] = item.answer.symbols ?? [];
  return {distribution, answer: answer ?? '–', sure: Math.max(0, ...distribution)};
}

customElements.define('shuffled-members', ShuffledMembers);
