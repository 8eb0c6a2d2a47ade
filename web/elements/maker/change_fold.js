// The fourth beat as it is made: one thing that can be changed, an option and the values that it may have.
import {html, nothing} from 'lit';
import {LIMITS} from '../../exercise/make/draft.js';
import {knobOf, readValues, turnables, turnedBy, valuesFor, withOwnValue} from '../../exercise/make/knob.js';
import {say, written} from '../../words/words.js';
import {choice, line, remover, replaced, without} from './fields.js';

/** @typedef {import('./desk.js').Desk} Desk @typedef {import('../../exercise/make/knob.js').Turnable} Turnable */
/** @typedef {import('../../exercise/make/knob.js').Knob} Knob */

/** @param {Desk} desk */
export function digest({draft: {exercise}}) {
  const {knob} = exercise;
  return knob
    ? say('make.knob_line', {title: knob.title, values: knob.values.map(({name}) => name).join(' · ')})
    : say('make.no_knob');
}

/** @param {Desk} desk */
export function changeFold(desk) {
  const {draft, describe, names} = desk;
  const {knob} = draft.exercise;
  const all = turnables(describe, draft.experiment);
  const turned = knob && turnedBy(knob);
  const now = all.find(({path}) => path === turned?.path);
  const path = !knob ? '' : (now?.path ?? 'own');
  const offered = [
    {value: '', title: say('make.no_knob')},
    ...(knob && !now ? [{value: 'own', title: say('make.own_knob')}] : []),
    ...all.map((one) => ({value: one.path, title: titleOf(one, names)})),
  ];
  const choose = (/** @type {string} */ wanted) =>
    wanted !== 'own' &&
    take(
      desk,
      all.find((one) => one.path === wanted),
    );
  return html`<p class="muted small">${say('make.change_what')}</p>
    ${choice({id: 'knob', label: say('make.knob'), value: path, offered, choose})}
    ${
      knob
        ? html`${line({id: 'knob-title', label: say('make.knob_title'), value: knob.title, most: LIMITS.knob, write: (title) => desk.write({knob: {...knob, title}})})}
      ${now ? valuesOf(desk, now, knob) : nothing}${positions(desk, knob)}`
        : nothing
    }`;
}

/** "LSTM: Hidden size" @param {Turnable} turnable @param {string[]} names */
function titleOf({path, option, group}, names) {
  const [place, index] = path.split('.');
  const of = place === 'models' ? names[Number(index)] : group;
  const title = option.title ?? option.name;
  return of ? say('make.option_of', {of, title}) : title;
}

/** @param {Turnable} turnable @returns {(value: unknown) => string} */
const nameOf =
  ({option}) =>
  (value) => {
    const [title] = (option.choices ?? []).filter((one) => one.value === value).map((one) => one.title);
    if (typeof value === 'boolean') return say(value ? 'make.yes' : 'make.no');
    return typeof value === 'number' ? written(value, {maximumSignificantDigits: 6}) : (title ?? String(value));
  };

/** @param {Desk} desk @param {Turnable | undefined} turnable */
function take({draft, write, change}, turnable) {
  if (!turnable) return write({knob: undefined});
  const title = say('make.knob_asks', {title: turnable.option.title ?? turnable.option.name});
  const knob = knobOf(
    turnable,
    withOwnValue(valuesFor(turnable), turnable.value).slice(0, LIMITS.values),
    title,
    nameOf(turnable),
  );
  change({exercise: {...draft.exercise, knob}, position: knob.begin});
}

/** The values: those of a choice are ticked, numbers are typed. @param {Desk} desk @param {Turnable} turnable @param {Knob} knob */
function valuesOf(desk, turnable, knob) {
  const values = turnedBy(knob)?.values ?? [];
  const set = (/** @type {unknown[]} */ wanted) => {
    const all = withOwnValue(wanted, turnable.value);
    if (all.length < 2) return;
    const made = knobOf(turnable, all.slice(0, LIMITS.values), knob.title, nameOf(turnable));
    desk.change({
      exercise: {...desk.draft.exercise, knob: made},
      position: Math.min(desk.draft.position, made.values.length - 1),
    });
  };
  if (turnable.option.type === 'choice') {
    const titles = turnable.option.choices ?? [];
    return html`<div class="row" role="group" aria-label=${say('make.values')}><span>${say('make.values')}</span>${titles.map(({value, title}) => html`<label><input type="checkbox" .checked=${values.includes(value)} ?disabled=${value === turnable.value} @change=${(/** @type {any} */ {target}) => set(target.checked ? [...values, value] : values.filter((one) => one !== value))} /> ${title}</label>`)}</div>`;
  }
  if (turnable.option.type === 'boolean') return nothing;
  return html`<div class="field"><label class="over" for="knob-values">${say('make.values')}</label>
    <input type="text" id="knob-values" inputmode="decimal" .value=${values.join(', ')} aria-describedby="knob-values-note" @change=${(/** @type {any} */ {target}) => set(readValues(turnable.option, target.value))} />
    <p class="muted small" id="knob-values-note">${say('make.values_what', {min: String(turnable.option.min ?? '−∞'), max: String(turnable.option.max ?? '∞')})}</p></div>`;
}

/** @param {Desk} desk @param {Knob} knob */
function positions({write, draft, change}, knob) {
  const one = (/** @type {Knob['values'][number]} */ value, /** @type {number} */ i) => html`<li class="option">
      ${line({id: `position-${i}`, label: say('make.position', {number: i + 1}), hidden: true, value: value.name, most: LIMITS.position, write: (name) => write({knob: {...knob, values: replaced(knob.values, i, {...value, name})}})})}
      <div class="row"><label><input type="radio" name="begin" .checked=${i === knob.begin} @change=${() => write({knob: {...knob, begin: i}})} /> ${say('make.begins')}</label>
      ${knob.values.length > 2 && i !== knob.begin ? remover(value.name, () => change({exercise: {...draft.exercise, knob: {...knob, values: without(knob.values, i), begin: knob.begin - Number(i < knob.begin)}}, position: 0})) : nothing}</div></li>`;
  return html`<div role="group" aria-labelledby="positions"><h3 id="positions">${say('make.positions')}</h3><ul class="rows">${knob.values.map(one)}</ul></div>`;
}
