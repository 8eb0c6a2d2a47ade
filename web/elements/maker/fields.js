// The few kinds of fields that the maker's form has, as templates: a label that stands above, and what is written below it.
import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import {say} from '../../words/words.js';

/** @typedef {{id: string, label: unknown, value: string, write: (value: string) => void, most?: number, note?: unknown, hidden?: boolean}} Written hidden: the label is heard alone */

const heard = (/** @type {any} */ {target}) => target.value;
const labelOf = (/** @type {Written} */ {id, label, hidden}) =>
  html`<label class=${hidden ? 'unseen' : 'over'} for=${id}>${label}</label>`;
const noteOf = (/** @type {Written} */ {id, note}) =>
  note ? html`<p class="muted small" id="${id}-note">${note}</p>` : nothing;

/** @param {Written} of */
export const line = (of) => html`<div class="field">${labelOf(of)}
  <input type="text" id=${of.id} maxlength=${of.most ?? nothing} aria-describedby=${of.note ? `${of.id}-note` : nothing} .value=${live(of.value)} @input=${(/** @type {Event} */ e) => of.write(heard(e))} />${noteOf(of)}</div>`;

/** @param {Written & {rows?: number}} of */
export const lines = (of) => html`<div class="field">${labelOf(of)}
  <textarea id=${of.id} rows=${of.rows ?? 2} maxlength=${of.most ?? nothing} aria-describedby=${of.note ? `${of.id}-note` : nothing} .value=${live(of.value)} @input=${(/** @type {Event} */ e) => of.write(heard(e))}></textarea>${noteOf(of)}</div>`;

/** A number; what is none is not taken up. @param {{id: string, label: unknown, value: number | undefined, write: (value: number | undefined) => void, min?: number, max?: number, unit?: unknown, empty?: boolean, hidden?: boolean, placeholder?: string}} of empty: it may be left out */
export function number({id, label, value, write, min, max, unit, empty = false, hidden = false, placeholder = ''}) {
  const read = (/** @type {any} */ {target}) => {
    const said = target.value === '' ? undefined : Number(target.value);
    if (said === undefined ? empty : Number.isFinite(said)) write(said);
  };
  return html`<label class=${hidden ? 'bare' : ''}><span class=${hidden ? 'unseen' : ''}>${label}</span>
    <input type="number" id=${id} step="any" min=${min ?? nothing} max=${max ?? nothing} placeholder=${placeholder} .value=${value === undefined ? '' : String(value)} @change=${read} />${unit ? html`<span class="muted">${unit}</span>` : nothing}</label>`;
}

/** @typedef {{value: string, title: unknown}} Offered */

/** @param {{id: string, label: unknown, value: string, offered: readonly Offered[], choose: (value: string) => void, hidden?: boolean}} of */
export const choice = ({
  id,
  label,
  value,
  offered,
  choose,
  hidden = false,
}) => html`<label class=${hidden ? 'bare' : ''}><span class=${hidden ? 'unseen' : ''}>${label}</span>
  <select id=${id} @change=${(/** @type {Event} */ e) => choose(heard(e))}>${offered.map((one) => html`<option value=${one.value} .selected=${live(one.value === value)}>${one.title}</option>`)}</select></label>`;

/** @param {{label: unknown, on: boolean, turn: (on: boolean) => void, title?: string}} of */
export const tick = ({label, on, turn, title}) =>
  html`<label title=${title ?? nothing}><input type="checkbox" .checked=${live(on)} @change=${(/** @type {any} */ {target}) => turn(target.checked)} /> ${label}</label>`;

/** Takes one row of a list away. @param {string} what is taken away, for who does not see where it stands @param {() => void} remove */
export const remover = (what, remove) =>
  html`<button class="quiet icon" aria-label=${say('make.remove', {what})} title=${say('make.remove', {what})} @click=${remove}><span aria-hidden="true">×</span></button>`;

/** A list with one item written anew. @template T @param {readonly T[]} list @param {number} i @param {T} item */
export const replaced = (list, i, item) => list.map((one, k) => (k === i ? item : one));
/** A list without one item. @template T @param {readonly T[]} list @param {number} i */
export const without = (list, i) => list.filter((_, k) => k !== i);
