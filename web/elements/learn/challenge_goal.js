import '../../words/late.js';
import {LitElement, css, html, nothing} from 'lit';
import {facts} from '../../facts/facts.js';
import {holds} from '../../facts/predicates.js';
import {said} from '../../facts/said.js';
import {base} from '../../styles/base.js';
import {say, told} from '../../words/words.js';
import {Cadence, Follow, announce} from '../parts/follow.js';

/** @typedef {import('../../facts/types').Predicate} Predicate */

/** What is to be reached, and whether it is. @prop race @prop goal - predicates @prop done - what is said once all hold @fires say - when that is so */
export class ChallengeGoal extends LitElement {
  static properties = {race: {attribute: false}, goal: {attribute: false}, done: {attribute: false}};
  static styles = [
    base,
    css`
    :host { border-left: 3px solid var(--line); padding: 4px 12px; }
    :host([reached]) { border-color: var(--good); }
    li { display: flex; gap: 8px; }
    .mark { flex: none; width: 1.2em; text-align: center; font-weight: 700; }
    .yes .mark { color: var(--good); }
  `,
  ];

  #reached = false;

  constructor() {
    super();
    /** @type {import('../../runtime/race.js').Race | null} */
    this.race = null;
    /** @type {Predicate[]} */
    this.goal = [];
    this.done = '';
    const look = new Cadence(this, () => this.requestUpdate(), 250);
    new Follow(this, () => this.race, {progress: () => look.request(), change: () => look.request()});
  }

  /** @returns {{words: string, holds: boolean | null}[]} null: not known yet */
  get verdicts() {
    if (!this.race) return [];
    const known = facts(this.race);
    return this.goal.map((predicate) => ({words: told(said(predicate, known)), holds: holds(predicate, known).holds}));
  }

  updated() {
    const reached = this.verdicts.length > 0 && this.verdicts.every((one) => one.holds);
    this.toggleAttribute('reached', reached);
    if (reached && !this.#reached) announce(this, 'say', say('player.reached', {words: this.done}));
    this.#reached = reached;
  }

  render() {
    const verdicts = this.verdicts;
    const reached = verdicts.length > 0 && verdicts.every(({holds}) => holds);
    return html`<ul>${verdicts.map(
      ({
        words,
        holds,
      }) => html`<li class=${holds ? 'yes' : ''}><span class="mark" aria-hidden="true">${holds ? '✓' : '○'}</span>
      <span>${words} <span class="muted">${say(holds ? 'player.is_reached' : holds === false ? 'player.is_missed' : 'player.is_open')}</span></span></li>`,
    )}</ul>
      ${reached ? html`<p>${this.done}</p>` : nothing}`;
  }
}

customElements.define('challenge-goal', ChallengeGoal);
