// The chapters alone inside a frame, with everything they need in one file: neither texts nor the fast arithmetic, which none of them has.
import description from '../../build/describe.json';
import corpora from '../../build/corpora/index.json';
import strict from '../../build/wasm/engine_measures.wasm?packed'; // one for both: a frame fetches nothing
import {browserSurroundings} from '../runtime/surroundings.js';
import InlineWorker from '../runtime/worker.js?worker&inline';
import {speakAsWanted} from '../shape/language.js';
import {whereOf} from '../shape/where.js';
import {openChapterFrame} from './chapter_frame.js';
import {heedAddress} from './notice.js';

const surroundings = browserSurroundings({
  describe: /** @type {any} */ (description), // TypeScript reads its JSON as something narrower
  corpora,
  texts: {},
  engines: {strict, fast: strict, measures: strict},
  workers: [() => new InlineWorker()],
});

const where = whereOf(location.hash);
const place = /** @type {Element} */ (document.querySelector('unrolled-app'));
speakAsWanted().then(() => {
  if (!heedAddress(place, location.hash)) return undefined;
  return openChapterFrame(place, surroundings, where.room === 'chapter' ? where.id : '', {texts: false});
});
