import '../../words/exercise.js';
import '../../words/late.js';
import {LitElement, html, nothing} from 'lit';
import {isFind} from '../../exercise/taken.js';
import {facts} from '../../facts/facts.js';
import {said} from '../../facts/said.js';
import {percent} from '../../words/numbers.js';
import {base, controls} from '../../styles/base.js';
import {inStrict, isFast} from '../../state/tier.js';
import {say, told} from '../../words/words.js';
import {Cadence, Follow, announce} from '../parts/follow.js';
import {takingStyles} from './taking_styles.js';

/** @typedef {import('../../exercise/types').Find} Find */

/** What is to be reached, and what of it was, in one run. @prop taking @prop race @fires say - once all is reached */
export class ExerciseGoals extends LitElement {
  static properties = {taking: {attribute: false}, race: {attribute: false}};
  static styles = [base, controls, takingStyles];

  #reached = false;

  constructor() {
    super();
    /** @type {import('../../exercise/taking.js').Taking | null} */
    this.taking = null;
    /** @type {import('../../runtime/race.js').Race | null} */
    this.race = null;
    const look = new Cadence(this, () => this.requestUpdate(), 250);
    new Follow(this, () => this.taking, {change: () => look.request()});
    new Follow(this, () => this.race, {change: () => look.request()});
  }

  /** All of it. */
  get reached() {
    return this.taking?.taken.goals.every(Boolean) ?? false;
  }

  updated() {
    if (this.reached && !this.#reached) announce(this, 'say', say('taking.all_reached'));
    this.#reached = this.reached;
  }

  /** @param {Find} find */
  #find({score, model, at_least}) {
    const name = this.race?.runners[model]?.name ?? String(model + 1);
    return say(`taking.find_${score}`, {model: name, share: percent(at_least)});
  }

  render() {
    const {taking, race} = this;
    if (!taking || !race) return nothing;
    const known = facts(race);
    const {goal} = taking.exercise;
    return html`<ul class="goals">${goal.map((one, i) => this.#goal(isFind(one) ? this.#find(one) : told(said(one, known)), i))}</ul>
      ${this.reached ? html`<p><b>${say('taking.all_reached')}</b></p>` : nothing}${fastNotice(race)}`;
  }

  /** @param {string} words @param {number} i */
  #goal(words, i) {
    const reached = this.taking?.taken.goals[i];
    return html`<li class=${reached ? 'yes' : ''}><span class="mark" aria-hidden="true">${reached ? '✓' : '○'}</span>
      <span>${words} <span class="muted">${reached ? say('taking.reached_in', {run: reached.run + 1}) : say('taking.open')}</span></span></li>`;
  }
}

/** That runs in the fast tier count for nothing, with a way out. @param {import('../../runtime/race.js').Race} race */
export function fastNotice(race) {
  if (!isFast(race.experiment)) return nothing;
  const again = async () => {
    await race.setExperiment(inStrict(race.experiment));
    race.train();
  };
  return html`<div class="notice warning part"><p>${say('taking.fast')}</p><div class="line"><button @click=${again}>${say('taking.strict')}</button></div></div>`;
}

customElements.define('exercise-goals', ExerciseGoals);
