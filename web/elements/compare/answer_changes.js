import '../../words/late.js';
import {LitElement, css, html, nothing} from 'lit';
import {base} from '../../styles/base.js';
import {say, told} from '../../words/words.js';
import {fixed, listed} from '../parts/format.js';
import {Cadence, Follow} from '../parts/follow.js';
import {tokenStyles, verdict, writtenOut} from '../answers/tokens_view.js';
import {changesOf, rightOf, testsOf} from './answers_before.js';

/** @typedef {import('../../runtime/race.js').Race} Race @typedef {import('../../runtime/runner.js').Runner} Runner */
/** @typedef {import('../../runtime/types').Item} Item @typedef {import('../../runtime/types').Content} Content @typedef {import('../../runtime/types').Examples} Examples */
/** @typedef {{runner: Runner, before: Examples, now: Examples, changes: import('./answers_before.js').Change[]}} Seen */

/** Which of the shown held-out answers changed from one test to the next, by all models beside each other. @prop race */
export class AnswerChanges extends LitElement {
  static properties = {race: {attribute: false}, hidden: {type: Boolean, reflect: true}, _seen: {state: true}};
  static styles = [
    base,
    tokenStyles,
    css`
    :host { display: block; min-width: 0; }
    :host([hidden]) { display: none; }
    h3 { font-size: 14px; margin: 8px 0 4px; }
    ul { display: grid; gap: 4px; max-width: 92ch; }
    .scroll { overflow-x: auto; margin-top: 8px; }
    table { border-collapse: collapse; font-size: 13px; }
    th, td { text-align: start; vertical-align: top; padding: 3px 14px 3px 0; }
    th { font-weight: 600; white-space: nowrap; }
    tbody th { font-weight: 400; }
    td .tokens { white-space: nowrap; }
    .asked { color: var(--muted); display: block; max-width: 34ch; overflow: hidden; text-overflow: ellipsis; }
  `,
  ];

  constructor() {
    super();
    /** @type {Race | null} */
    this.race = null;
    this.hidden = false;
    this._seen = 0;
    const redraw = new Cadence(this, () => this._seen++, 240);
    const heard = () => redraw.request();
    new Follow(this, () => this.race, {progress: heard, change: heard});
  }

  /** @returns {Seen[]} models with two tests whose answers are right or wrong */
  get #all() {
    return (this.race?.runners ?? []).flatMap((runner) => {
      const tests = testsOf(runner.record);
      if (!tests?.now.items.some((item) => rightOf(item) !== null)) return [];
      return [{runner, ...tests, changes: changesOf(tests)}];
    });
  }

  render() {
    const all = this.hidden ? [] : this.#all;
    if (!all.length) return nothing;
    return html`<h3>${say('compare.changed.title')}</h3>
      <ul>${all.map((one) => html`<li>${this.#sentence(one)}</li>`)}</ul>
      ${all.some(({changes}) => changes.some(Boolean)) ? this.#table(all) : nothing}
      <p class="small muted">${say('compare.changed.how')}</p>`;
  }

  /** @param {Seen} seen */
  #sentence({runner: {name}, before, now, changes}) {
    const count = (/** @type {string} */ of) => changes.filter((change) => change === of).length;
    const values = {name, from: before.step, to: now.step, count: changes.length};
    const counted = ['right', 'wrong', 'other'].filter((change) => count(change) > 0);
    if (!counted.length) return say('compare.changed.none', values);
    const what = counted.map((change) => say(`compare.changed.${change}`, {n: count(change)}));
    return say('compare.changed.found', {...values, what: listed(what)});
  }

  /** Only what changed in some model. @param {Seen[]} all */
  #table(all) {
    const most = Math.max(...all.map(({changes}) => changes.length));
    const rows = Array.from({length: most}, (_, i) => i).filter((i) => all.some(({changes}) => changes[i]));
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${say('compare.changed.title')}><table>
      <thead><tr><th scope="col">${say('compare.changed.example')}</th>${all.map(({runner}) => html`<th scope="col">${runner.name}</th>`)}</tr></thead>
      <tbody>${rows.map((i) => html`<tr><th scope="row">${this.#asked(all[0].now, i)}</th>${all.map((one) => html`<td>${this.#cell(one, i)}</td>`)}</tr>`)}</tbody></table></div>`;
  }

  /** @param {Examples} examples @param {number} i */
  #asked({first, items}, i) {
    const text = items[i]?.given.symbols ? writtenOut(items[i].given.symbols ?? []) : '';
    return html`${first + i + 1}${text ? html` <span class="asked tokens" lang="">${text}</span>` : nothing}`;
  }

  /** @param {Seen} seen @param {number} i */
  #cell({before, now, changes}, i) {
    const change = changes[i];
    const [was, is] = [before.items[i], now.items[i]];
    if (!was || !is) return nothing;
    if (!change) return html`<span class="muted">${this.#answer(is)}</span>`;
    return html`${this.#answer(was)} <span class="muted" aria-hidden="true">→</span> ${this.#answer(is)}
      <span class="unseen">${told({key: `compare.changed.now_${change}`})}</span>`;
  }

  /** With whether it is right. @param {Item} item */
  #answer(item) {
    const right = rightOf(item);
    return html`<span class="tokens" lang="">${contentOf(item.answer)}</span>${right === null ? nothing : verdict(right)}`;
  }
}

/** @param {Content} content */
function contentOf({symbols, numbers}) {
  if (symbols) return writtenOut(symbols) || '–';
  const plain = (/** @type {(number | null)[]} */ row) => listed(row.map((v) => (v === null ? '–' : fixed(v, 2))));
  return numbers?.length ? plain(numbers[numbers.length - 1]) : '–';
}

customElements.define('answer-changes', AnswerChanges);
