import '../../words/late.js';
import {LitElement, css, html, nothing} from 'lit';
import {facts} from '../../facts/facts.js';
import {holds} from '../../facts/predicates.js';
import {said} from '../../facts/said.js';
import {base} from '../../styles/base.js';
import {say, told} from '../../words/words.js';
import {growthOf} from '../../learn/cost.js';
import {Cadence, Follow, announce} from '../parts/follow.js';
import {measuringOf} from './measuring.js';

/** @typedef {import('../../facts/types').Predicate} Predicate */

/** What is to be reached, and whether it is. @prop race @prop goal - predicates @prop done - what is said once all hold @prop cost - where something is measured in place of a race @fires say - when that is so */
export class ChallengeGoal extends LitElement {
  static properties = {
    race: {attribute: false},
    goal: {attribute: false},
    done: {attribute: false},
    cost: {attribute: false},
  };
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
    /** @type {import('../../learn/types').Cost | undefined} */
    this.cost = undefined;
    const look = new Cadence(this, () => this.requestUpdate(), 250);
    new Follow(this, () => this.race, {progress: () => look.request(), change: () => look.request()});
    new Follow(this, () => this.race && this.cost && measuringOf(this.race), {change: () => look.request()});
  }

  /** @returns {{words: string, holds: boolean | null}[]} null: not known yet */
  get verdicts() {
    if (!this.race) return [];
    const known = this.cost ? withGrowth(facts(this.race), this.race, this.cost) : facts(this.race);
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

/** With the growth of each model's operations as a measure of what it begins with. @param {import('../../facts/types').Facts} known
 *  @param {import('../../runtime/race.js').Race} race @param {import('../../learn/types').Cost} cost */
function withGrowth(known, race, cost) {
  const counted = measuringOf(race).each(race.experiment, cost, 'operations');
  const models = known.models.map((model, k) => ({
    ...model,
    curves: {...model.curves, 'measured.growth': {step: [0], value: [growthOf(counted[k] ?? [])]}},
  }));
  return {...known, models};
}

customElements.define('challenge-goal', ChallengeGoal);
