// What the panel of the task says of data, and of models that had to make room.
import {html} from 'lit';
import {say} from '../../words/words.js';
import {byteSize, inWords, listed} from '../parts/format.js';

/** @typedef {import('../../runtime/race.js').Race} Race */

/** What data are called where one chooses them. @param {Race} race @param {string} id @param {string} title */
export function dataTitle({corpora, text, experiment}, id, title) {
  if (id === 'own') return experiment.task.corpus === 'own' && text.title ? text.title : say('data.bring', {title});
  const about = corpora.find((corpus) => corpus.id === id);
  return about ? say('data.of_size', {title: about.title, size: byteSize(about.bytes)}) : title;
}

/** @param {Race} race */
export function dataSize({text}) {
  if (!text.characters) return '';
  const counts = {distinct: text.vocab_size || 0, rare: text.replaced || 0};
  const size = say('data.characters', {characters: inWords(text.characters), ...counts});
  return text.corpus === 'own' && !text.travels ? `${size} ${say('data.too_long')}` : size;
}

/** Which models had to go. @param {string[]} left kinds @param {string} title of the task @param {import('../../runtime/types').Description} describe */
export function leftInWords(left, title, {models}) {
  const names = [...new Set(left)].map((kind) => models.find((one) => one.kind === kind)?.title ?? kind);
  return say('task.left', {left: listed(names), title});
}

/** @param {{words: string, title: string}} before @param {{busy: boolean, back: () => void}} how */
export function wayBack({words, title}, {busy, back}) {
  return html`<div class="notice" role="status"><p>${words}</p>
      <div class="row"><button ?disabled=${busy} @click=${back}>${say('task.back', {title})}</button></div></div>`;
}

/** What another task would lose. @param {string} title @param {{busy: boolean, yes: () => void, no: () => void}} how */
export function replaces(title, {busy, yes, no}) {
  return html`<div class="notice" role="alert"><p>${say('replace.lost', {title})}</p>
        <div class="row"><button class="primary" ?disabled=${busy} @click=${yes}>${say('replace.yes')}</button>
          <button @click=${no}>${say('restart.keep')}</button></div></div>`;
}

/** @param {Race['text']} text @param {boolean} isText */
export function loading({loaded, total}, isText) {
  return html`<progress max=${total || 1} .value=${loaded} aria-label=${say(isText ? 'data.loading_text' : 'data.loading_data')}></progress>
        <p class="small muted">${say('data.loading', {loaded: byteSize(loaded), total: byteSize(total)})}</p>`;
}
