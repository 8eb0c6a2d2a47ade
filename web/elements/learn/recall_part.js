// Before a chapter's own question: short ones on earlier chapters, scored. Nobody has to answer them.
import '../../words/story.js';
import {html, nothing} from 'lit';
import {isRight} from '../../learn/beats.js';
import {say} from '../../words/words.js';
import {choiceButtons, choicesMade} from './choices.js';
import {course} from './course_words.js';

/** @typedef {import('./scene.js').Scene} Scene @typedef {import('../../learn/types').Recall} Recall */

/** @param {Scene} scene */
export const says = ({chapter: {recall = []}}) =>
  html`<h3 tabindex="-1">${say('recall.title')}</h3><p class="muted">${say('recall.lead', {count: recall.length})}</p>`;

/** What is asked is not of this chapter's task. */
export const figure = () => nothing;

/** @param {Scene} scene */
export const act = (scene) =>
  html`<div class="recall">${(scene.chapter.recall ?? []).map((asked) => question(scene, asked))}</div>`;

/** @param {Scene} scene @param {Recall} asked */
function question({chapter, story, recall, open}, {id, of, choices}) {
  const offered = choices.map((one) => ({
    id: one.id,
    title: course(chapter, `recall_${id}_${one.id}`),
    right: isRight(choices, one.id),
  }));
  const said = story.recalled[id];
  const latest = id === Object.keys(story.recalled).at(-1);
  const reply =
    () => html`<div class="reply ${isRight(choices, said) ? 'so' : 'otherwise'}" tabindex="-1" id=${latest ? 'reply' : nothing}>
    <p>${course(chapter, `recall_${id}_reply_${said}`)}</p>
    <p class="small"><button class="quiet" @click=${() => open(of)}>${say('recall.from', {title: course({id: of}, 'title')})}</button></p></div>`;
  return html`<section aria-labelledby="recall-${id}"><p class="transfer" id="recall-${id}">${course(chapter, `recall_${id}`)}</p>${
    said === undefined
      ? choiceButtons(offered, (one) => recall(id, one), `recall-${id}`)
      : html`${choicesMade(offered, said)}${reply()}`
  }</section>`;
}
