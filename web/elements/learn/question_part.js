// The idea on another surface: one question, scored.
import {html, nothing} from 'lit';
import {isRight} from '../../learn/beats.js';
import {say} from '../../words/words.js';
import {choiceButtons, choicesMade} from './choices.js';
import {course} from './course_words.js';
import {raceFigure as figure} from './race_figure.js';

export {figure};

/** @typedef {import('./scene.js').Scene} Scene */

/** @param {Scene} scene */
export function says({chapter}) {
  return html`<h3 tabindex="-1">${say('player.question')}</h3><p class="transfer" id="transfer">${course(chapter, 'transfer')}</p>`;
}

/** @param {Scene} scene */
export function act({chapter, story, answer}) {
  const choices = chapter.transfer?.choices ?? [];
  const offered = choices.map(({id}) => ({id, title: course(chapter, `transfer_${id}`), right: isRight(choices, id)}));
  if (story.answered === null) return choiceButtons(offered, answer, 'transfer');
  const right = isRight(choices, story.answered);
  return html`${choicesMade(offered, story.answered)}<div class="reply ${right ? 'so' : 'otherwise'}" tabindex="-1" id="reply"><p>${course(chapter, `transfer_reply_${story.answered}`)}</p></div>${nothing}`;
}
