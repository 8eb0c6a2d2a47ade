// The third beat as it is made: the picture in which the cause shows, of which models, and two sentences.
import {html, nothing} from 'lit';
import {LIMITS} from '../../exercise/make/draft.js';
import {PICTURES} from '../../exercise/limits.js';
import {say} from '../../words/words.js';
import {choice, tick} from './fields.js';
import {formatted} from './formatted.js';

/** @typedef {import('./desk.js').Desk} Desk */

/** What a picture is called where it is asked for in the lab. @param {string} id */
const titleOf = (id) => say(id === 'network' ? 'compare.network_title' : `compare.${id}.title`);

/** @param {Desk} desk */
export const digest = ({draft: {exercise}}) =>
  exercise.why?.picture ? titleOf(exercise.why.picture) : say('make.no_picture');

/** @param {Desk} desk */
export function whyFold({draft: {exercise}, names, write}) {
  const {why} = exercise;
  const offered = [
    {value: '', title: say('make.no_picture')},
    ...PICTURES.map((id) => ({value: id, title: titleOf(id)})),
  ];
  const choose = (/** @type {string} */ picture) =>
    write({why: picture ? {picture, ...(why?.text && {text: why.text})} : undefined});
  return html`<p class="muted small">${say('make.why_what')}</p>
    ${choice({id: 'picture', label: say('make.picture'), value: why?.picture ?? '', offered, choose})}
    ${
      why
        ? html`<div class="row" role="group" aria-label=${say('make.of_models')}><span>${say('make.of_models')}</span>${names.map((name, i) => tick({label: name, on: why.models?.includes(i) ?? true, turn: (on) => write({why: {...why, models: turned(why.models, names.length, i, on)}})}))}</div>
        ${formatted({id: 'why', label: say('make.why_text'), value: why.text ?? '', most: LIMITS.why, rows: 3, write: (text) => write({why: {...why, text}})})}`
        : nothing
    }`;
}

/** All of them is left unsaid; none is not possible. @param {number[] | undefined} chosen @param {number} count @param {number} i @param {boolean} on */
function turned(chosen, count, i, on) {
  const before = chosen ?? Array.from({length: count}, (_, k) => k);
  const after = on ? [...before, i].sort((a, b) => a - b) : before.filter((k) => k !== i);
  return after.length === count || !after.length ? undefined : after;
}
