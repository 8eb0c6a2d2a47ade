// What the chapters ask, with the answers, and as files for question banks.
import {html} from 'lit';
import {questionsOf} from '../../learn/teach/quiz.js';
import {say, spoken} from '../../words/words.js';
import {linkTo} from './overview.js';

/** @typedef {import('./overview.js').Desk} Desk */

/** @param {Desk} desk */
export function questions(desk) {
  const {chapters, root} = desk;
  return html`<p class="notice">${say('teach.public')}</p>
    <div class="row"><button @click=${() => save('gift', desk)}>${say('teach.gift')}</button><button @click=${() => save('qti', desk)}>${say('teach.qti')}</button></div>
    <p class="muted small">${say('teach.files')}</p>
    ${chapters.map((chapter) => html`<details><summary>${say(`course.${chapter.id}.title`)}</summary><p class="small">${linkTo(root, chapter.id)}</p>${questionsOf(chapter).map(asked)}</details>`)}`;
}

/** @param {import('../../learn/teach/quiz.js').Question} question */
function asked({text, answers}) {
  return html`<p>${text}</p><ul class="answers">${answers.map(
    (one) =>
      html`<li><span class=${one.right ? 'right' : ''}>${one.right ? '✓ ' : ''}${one.text}</span>${one.right ? html` <span class="unseen">${say('teach.right')}</span>` : ''}<br /><span class="muted">${one.reply}</span></li>`,
  )}</ul>`;
}

/** What makes the files is fetched when one is wanted. @param {'gift' | 'qti'} form @param {Desk} desk */
async function save(form, {chapters, say: tell}) {
  const [{questionFile}, {download}] = await Promise.all([
    import('../../learn/teach/question_files.js'),
    import('../save/download.js'),
  ]);
  const {blob, name} = await questionFile(form, chapters.flatMap(questionsOf), spoken());
  download(blob, name);
  tell(say('teach.saved', {name}));
}
