import {LitElement, css, html, nothing} from 'lit';
import {hides, locks, NO_SHAPE} from '../../shape/shape.js';
import {base, controls} from '../../styles/base.js';
import {say} from '../../words/words.js';
import {Follow, announce} from '../parts/follow.js';
import {listed} from '../parts/format.js';
import '../parts/menu_button.js';
import {goesAlone} from './going_alone.js';
import {hidesOwn, locksOwn} from './own_shape.js';

/** @typedef {import('../../runtime/race.js').Race} Race */
/** @typedef {import('../../runtime/runner.js').Runner} Runner */

const MOST = 6; // models of a race
/** What takes the place of the whole race. */
const WHOLE = new Set(['seeds', 'rates']);

/**
 * What can be done with a model, and what of it would lose something, said before it is lost. Its question takes a row of its host's.
 * @prop race @prop runner @prop shape @fires model-action - detail: {id, runner}; model_actions.js does it
 */
export class ModelMenu extends LitElement {
  static properties = {
    race: {attribute: false},
    runner: {attribute: false},
    shape: {attribute: false},
    _asked: {state: true},
  };
  static styles = [
    base,
    controls,
    css`
    :host { display: contents; }
    .notice { flex: 1 0 100%; display: grid; gap: 8px; font-size: 13px; }
  `,
  ];

  constructor() {
    super();
    /** @type {Race | null} */
    this.race = null;
    /** @type {Runner | null} */
    this.runner = null;
    this.shape = NO_SHAPE;
    /** The action that waits for a yes. */
    this._asked = '';
    new Follow(this, () => this.race, {change: () => this.requestUpdate()});
  }

  render() {
    const {race, runner} = this;
    if (!race || !runner) return nothing;
    return html`<menu-button ?disabled=${locks(this.shape, 'model_menu')} label=${say('menu.more', {name: runner.name})} .items=${this.#items(race, runner)} @menu-choice=${this.#act}></menu-button>
      ${this.#question(race, runner)}`;
  }

  /** @param {Race} race @param {Runner} runner */
  #items(race, runner) {
    const {runners, kept} = race;
    const {
      refused,
      info,
      model: {kind},
    } = runner;
    const {shape} = this;
    const [full, single] = [runners.length >= MOST, runners.length < 2];
    const barred = (/** @type {string} */ option) => locksOwn(shape, kind, option) || hidesOwn(shape, kind, option);
    const counts = info?.flops_per_step === 0;
    const [adopt, cannot] = adoption(kept, kind, counts);
    const more = goesAlone(race, runner, shape);
    const stays = race.started && race.safe();
    return [
      ...(more ? [{id: 'more', title: more.title}] : []),
      {id: 'copy', title: say('menu.copy'), disabled: full, apart: more !== null},
      {id: 'change', title: say('menu.change'), disabled: full || hides(shape, 'model_editor')},
      {id: 'seed', title: say('menu.seed'), disabled: full || barred('seed')},
      {
        id: 'seeds',
        title: say(stays ? 'menu.seeds_kept' : 'menu.seeds'),
        disabled: refused || barred('seed'),
        apart: true,
      },
      {id: 'rates', title: say(stays ? 'menu.rates_kept' : 'menu.rates'), disabled: refused || barred('optimizer.lr')},
      {id: 'match', title: say('menu.match'), disabled: single || locks(shape, 'models.*'), apart: true},
      {id: 'keep', title: say(counts ? 'menu.keep_counts' : 'menu.keep'), disabled: refused || counts},
      {id: 'adopt', title: adopt, disabled: cannot || refused},
      {id: 'remove', title: say('menu.remove'), disabled: single, apart: true},
    ];
  }

  /** What an action would lose, said before it is lost. @param {Race} race @param {Runner} runner */
  #question(race, {name, step}) {
    if (!this._asked) return nothing;
    const others = this.#learned(race).map((other) => other.name);
    const [words, yes] = WHOLE.has(this._asked)
      ? [say('replace.lost', {title: say(`menu.five_${this._asked}`, {model: name})}), say('replace.yes')]
      : this._asked === 'remove'
        ? [say('menu.ask_remove', {steps: step}), say('menu.yes_remove', {name})]
        : this._asked === 'adopt'
          ? [say('menu.ask_adopt', {steps: step}), say('menu.yes_adopt')]
          : [say('menu.ask_match', {names: listed(others)}), say('menu.yes_match')];
    return html`<div class="notice warning" role="alert"><p>${words}</p>
      <div class="row"><button class="primary" @click=${() => this.#do(this._asked)}>${yes}</button><button @click=${() => (this._asked = '')}>${say('menu.no')}</button></div></div>`;
  }

  /** Others that have learned something. @param {Race} race */
  #learned({runners}) {
    return runners.filter((other) => other !== this.runner && other.step > 0);
  }

  /** @param {CustomEvent<string>} event */
  #act(event) {
    event.stopPropagation();
    const id = event.detail;
    const own = (id === 'remove' || id === 'adopt') && (this.runner?.step ?? 0) > 0;
    const others = id === 'match' && this.race && this.#learned(this.race).length > 0;
    const all = WHOLE.has(id) && this.race?.started;
    if ((own || others || all) && !this.race?.safe()) this._asked = id;
    else this.#do(id);
  }

  /** @param {string} id */
  #do(id) {
    this._asked = '';
    announce(this, 'model-action', {id, runner: this.runner});
  }
}

/** What is offered, and whether it cannot be: weights fit a model of their own kind. @param {Race['kept']} kept @param {string} kind @param {boolean} counts @returns {[string, boolean]} */
function adoption(kept, kind, counts) {
  if (!kept) return [say('menu.adopt'), true];
  const name = kept.from;
  if (counts || kept.kind !== kind) return [say('menu.adopt_other', {name}), true];
  return [say('menu.adopt_from', {name}), false];
}

customElements.define('model-menu', ModelMenu);
