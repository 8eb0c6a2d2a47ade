// Images with what the model takes them for.
import {css, html, nothing} from 'lit';
import {say} from '../../words/words.js';
import {percent} from '../parts/format.js';
import {imagesOf} from './given_view.js';
import {isRight, tokens, verdict, writtenOut} from './tokens_view.js';

/** @typedef {import('../../runtime/types').Item} Item */

export const imagesStyles = css`
  .gallery { display: grid; grid-template-columns: repeat(auto-fill, minmax(62px, 1fr)); gap: 8px 4px; }
  .gallery li { display: grid; justify-items: center; gap: 1px; font-size: 12.5px; --size: 46px; }
  .gallery .line { display: flex; align-items: baseline; height: auto; width: auto; }
`;

/** @param {Item[]} items */
export function images(items) {
  return html`<ul class="gallery">${items.map((item) => html`<li>${image(item)}</li>`)}</ul>`;
}

/** @param {Item} item */
function image(item) {
  const right = isRight(item);
  const [picture] = imagesOf(item);
  const sure = item.probabilities ? Math.max(...item.probabilities) : item.probability?.[0];
  return html`${picture ? html`<pixel-image .pixels=${picture.pixels} .columns=${picture.columns}></pixel-image>` : nothing}
    <span class="line">${right === null ? nothing : verdict(right)}${tokens(item.answer.symbols ?? [], {right: item.right})}</span>
    <span class="muted">${right === false ? say('answer.is', {right: writtenOut(item.target?.symbols ?? [])}) : sure === undefined ? nothing : percent(sure)}</span>`;
}
