// A chapter by itself: #forgets opens that one; a test hands others to show().
import description from '../../../build/describe.json';
import corpora from '../../../build/corpora/index.json';
import measures from '../../../build/wasm/engine_measures.wasm?packed';
import strict from '../../../build/wasm/engine_strict.wasm?packed';
import mobyDick from '../../../build/corpora/moby-dick.txt?packed';
import names from '../../../build/corpora/names.txt?packed';
import {LitElement, css, html} from 'lit';
import InlineWorker from '../../../web/runtime/worker.js?worker&inline';
import '../../../web/elements/learn/chapter_player.js';
import {entryOf} from '../../../web/learn/index.js';
import {openChapter} from '../../../web/learn/open.js';
import {Progress} from '../../../web/learn/progress.js';
import {browserSurroundings} from '../../../web/runtime/surroundings.js';
import {base} from '../../../web/styles/base.js';
import {adoptPageStyles} from '../../../web/styles/page.js';
import {tokens} from '../../../web/styles/tokens.js';
import {speakIn} from '../../../web/words/languages.js';

const surroundings = browserSurroundings({
  describe: /** @type {any} */ (description),
  corpora,
  texts: {names, 'moby-dick': mobyDick},
  engines: {strict, fast: strict, measures},
  workers: [() => new InlineWorker()],
});

/** Gives the player what the page around it gives: colours, and a little room. */
class ChapterStand extends LitElement {
  static properties = {compact: {type: Boolean}};
  static styles = [
    tokens,
    base,
    css`:host { background: var(--paper); min-height: 100vh; } main { padding: 12px clamp(12px, 2.4vw, 36px); } h1 { font-size: 20px; }`,
  ];

  constructor() {
    super();
    this.compact = false;
    this.progress = new Progress();
  }

  render() {
    adoptPageStyles(document);
    return html`<main><h1>Unrolled</h1><chapter-player ?compact=${this.compact} .progress=${this.progress}></chapter-player></main>`;
  }

  get player() {
    return /** @type {any} */ (this.renderRoot.querySelector('chapter-player'));
  }
}
customElements.define('chapter-stand', ChapterStand);

/** @param {import('../../../web/learn/types').Chapter} chapter @param {import('../../../web/learn/types').Recorded} [recorded] */
async function show(chapter, recorded) {
  const stand = /** @type {ChapterStand} */ (document.querySelector('chapter-stand'));
  await stand.updateComplete;
  stand.player.race?.close();
  const race = await openChapter(stand.player, surroundings, chapter, {recorded});
  Object.assign(globalThis, {race});
  race.preload({eager: true});
}
Object.assign(globalThis, {show, speak: speakIn});

const entry = entryOf(location.hash.slice(1) || 'forgets');
if (entry) entry.load().then((chapter) => show(chapter));
