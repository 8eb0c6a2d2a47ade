// The five beats, always in the same place: those that were reached can be gone back to, the others are only named.
import {html, nothing} from 'lit';
import {BEATS, beatOf, stageOf} from '../../learn/beats.js';
import {say} from '../../words/words.js';

/** @param {import('../../learn/beats.js').Story} story @param {(stage: import('../../learn/beats.js').Stage) => void} go */
export function beatsRow(story, go) {
  return html`<nav aria-label=${say('player.beats')}><ol class="beats">${BEATS.filter((beat) =>
    story.stages.some((stage) => beatOf(stage) === beat),
  ).map((beat, i) => {
    const stage = stageOf(story, beat);
    const current = beat === beatOf(story.stage) ? 'step' : nothing;
    const name = html`<span class="number" aria-hidden="true">${i + 1}</span>${say(`player.beat_${beat}`)}`;
    return html`<li>${stage ? html`<button aria-current=${current} @click=${() => go(stage)}>${name}</button>` : html`<span>${name}</span>`}</li>`;
  })}</ol></nav>`;
}
