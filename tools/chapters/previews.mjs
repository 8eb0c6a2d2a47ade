// What a link to a chapter is shown with elsewhere, where few take drawings: its question beside its picture, as pixels of
// 1200 by 630 (https://ogp.me), drawn by Chromium. Of what each was made previews.json keeps, so that a test finds one that is out of date.
//   node tools/chapters/previews.mjs        after the chapters' thumbnails or questions have changed (part of make learn)
import {createHash} from 'node:crypto';
import {writeFileSync} from 'node:fs';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {chromium} from 'playwright-core';
import {LAUNCH} from '../../tests/support/chromium.js';
import {CHAPTERS} from '../../web/learn/index.js';
import {courseWord} from '../../web/learn/words.js';
import {told} from '../../web/words/words.js';
import {thumbnailOf} from '../chapter_pages.mjs';

const learn = fileURLToPath(new URL('../../web/learn', import.meta.url));
const [WIDTH, HEIGHT] = [1200, 630];

/** @param {string} id */
const sourceOf = (id) => ({question: told(courseWord(id, 'question')), svg: thumbnailOf(id) ?? ''});

/** Of what a chapter's preview is made. @param {string} id */
export const keyOf = (id) =>
  createHash('sha256')
    .update(JSON.stringify(sourceOf(id)))
    .digest('hex')
    .slice(0, 16);

/** @param {string} id */
function pageOf(id) {
  const {question, svg} = sourceOf(id);
  const text = question.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<!doctype html><style>
    body { margin: 0; width: ${WIDTH}px; height: ${HEIGHT}px; display: grid; grid-template-columns: 1fr 600px; gap: 40px; padding: 56px; box-sizing: border-box;
      align-items: center; background: #faf9f6; color: #1c1e22; font-family: 'Liberation Sans', Arial, sans-serif; }
    h1 { font: 400 54px/1.15 'Liberation Serif', Georgia, serif; margin: 0; text-wrap: balance; }
    p { font-size: 28px; font-weight: 700; margin: 0 0 28px; }
    svg { width: 600px; height: 375px; border: 1px solid #dcd9d2; border-radius: 12px; }
  </style><div><p>Unrolled</p><h1>${text}</h1></div>${svg}`;
}

async function write() {
  const browser = await chromium.launch(LAUNCH);
  const page = await browser.newPage({viewport: {width: WIDTH, height: HEIGHT}});
  for (const {id} of CHAPTERS) {
    await page.setContent(pageOf(id));
    await page.screenshot({path: `${learn}/${id}/preview.png`});
  }
  await browser.close();
  const keys = Object.fromEntries(CHAPTERS.map(({id}) => [id, keyOf(id)]));
  writeFileSync(`${learn}/previews.json`, `${JSON.stringify(keys, null, 2)}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await write();
