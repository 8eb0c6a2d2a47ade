// A chapter in a frame: opened as in the page, but that it trains only in view, keeps nothing of its own, and talks with the page around it.
import '../elements/home/chapter_frame.js';
import '../elements/learn/chapter_player.js';
import {CHAPTERS, entryOf} from '../learn/index.js';
import {openChapter} from '../learn/open.js';
import {READS} from '../learn/reads.js';
import {Progress} from '../learn/progress.js';
import {encodeLink} from '../shape/link.js';
import {chapterShape, hashOf, themeIn, withChapter} from '../shape/where.js';
import '../words/course.js';
import '../words/course_more.js';
import '../words/guide.js';
import {atLength} from '../words/described.js';
import {say} from '../words/words.js';
import {speakInFrame} from './frame.js';

/** @typedef {import('../runtime/types').Surroundings} Surroundings @typedef {import('../runtime/race.js').Race} Race */
/** @typedef {import('../learn/open.js').Player & HTMLElement & {progress: Progress, compact: boolean}} Player */

/** @param {Element} place what stands there is for when no script may run @param {Surroundings} surroundings @param {string} id @param {{texts?: boolean}} [how] texts: whether this file holds any */
export async function openChapterFrame(place, surroundings, id, {texts = true} = {}) {
  const frame = /** @type {import('../elements/home/chapter_frame.js').ChapterFrame} */ (
    document.createElement('chapter-frame')
  );
  frame.theme = themeIn(location.hash);
  frame.shape = chapterShape(location.hash);
  frame.addEventListener('chapter-wanted', (event) => {
    history.replaceState(null, '', withChapter(location.hash, /** @type {CustomEvent} */ (event).detail));
    location.reload(); // a frame stands for one chapter: the page around it has heard of this one's race
  });
  place.replaceWith(frame);
  if (READS[id] && !texts) sendOn(frame, id);
  else await show(frame, surroundings, id);
}

/** The file with everything lies beside this one. @param {import('../elements/home/chapter_frame.js').ChapterFrame} frame @param {string} id */
function sendOn(frame, id) {
  frame.notice = say('frame.reads');
  [frame.chapter, frame.elsewhere] = [id, `embed.html${hashOf({room: 'chapter', id})}`];
}

/** @param {import('../elements/home/chapter_frame.js').ChapterFrame} frame @param {Surroundings} surroundings @param {string} id */
async function show(frame, surroundings, id) {
  const entry = entryOf(id);
  if (!entry) {
    frame.notice = say('frame.no_chapter', {chapters: CHAPTERS.map((one) => one.id).join(', ')});
    return;
  }
  const player = /** @type {Player} */ (document.createElement('chapter-player'));
  player.progress = new Progress();
  player.compact = true;
  [frame.chapter, frame.player] = [id, player];
  document.title = say(`course.${id}.title`);
  const race = await openChapter(player, surroundings, await entry.load(), {shape: frame.shape});
  atLength(race.describe);
  frame.addEventListener('lab-wanted', () => openLabOf(race, player));
  speakInFrame(race, player, {chapter: true});
}

/** The full lab lies beside this file. It trains the same experiment anew: what was learned stays in the frame. @param {Race} race @param {Player} player */
async function openLabOf({experiment, describe}, {view}) {
  const opened = window.open('', '_blank'); // at once, or the browser takes it for none of the reader's
  if (!opened) return;
  const hash = await encodeLink({experiment, arithmetic: describe.arithmetic, view}).catch(() => hashOf({room: 'lab'}));
  opened.opener = null;
  opened.location.href = new URL(`./${hash}`, location.href.split('#')[0]).href;
}
