// The page's entry, that of every chapter's file, and that of embed-files.html, which is the same in a frame.
import description from '../build/describe.json';
import corpora from '../build/corpora/index.json';
import births from '../build/corpora/births.csv?packed';
import digits from '../build/corpora/digits.bin?packed';
import mobyDick from '../build/corpora/moby-dick.txt?packed';
import names from '../build/corpora/names.txt?packed';
import fast from '../build/wasm/engine_fast.wasm?packed';
import measures from '../build/wasm/engine_measures.wasm?packed';
import strict from '../build/wasm/engine_strict.wasm?packed';
import {scriptUrl} from './embed/script_url.js';
import {browserSurroundings} from './runtime/surroundings.js';
import InlineWorker from './runtime/worker.js?worker&inline';
import workerFile from './runtime/worker.js?worker&url';
import {Rooms} from './rooms/rooms.js';
import {speakAsWanted} from './shape/language.js';

const surroundings = browserSurroundings({
  describe: /** @type {any} */ (description), // TypeScript reads its JSON as something narrower
  corpora,
  texts: {'moby-dick': mobyDick, names, births, digits},
  engines: {strict, fast, measures},
  workers: [() => new InlineWorker(), () => new Worker(scriptUrl(workerFile))],
});

/** Not where nobody looks: that would be work for nobody. @type {import('./runtime/types').WarmUp} */
async function warm(means, experiment, models, idle) {
  const seen = () => document.visibilityState === 'visible';
  if (!seen()) return;
  const code = await import('./runtime/warm_up.js').catch(() => null); // nothing is lost without it
  await code?.warmUp(means, experiment, models, () => idle() && seen());
}

const frame = document.querySelector('unrolled-app');
if (frame) {
  Promise.all([import('./embed/open_frame.js'), speakAsWanted()]).then(([{openFrame}]) =>
    openFrame(frame, surroundings),
  );
} else {
  const place = /** @type {HTMLElement} */ (document.querySelector('#page'));
  const {home = '', chapter = null, desk = chapter} = place.dataset; // in a file of its own: where the home is, and of what it is
  const [root] = new URL(home || location.href, location.href).href.split('#');
  const rooms = new Rooms(place, {surroundings, warm, root}, desk);
  void rooms
    .begin()
    .then(() => import('./offline/start.js'))
    .then(({storePage}) => storePage(root, scriptUrl, () => rooms.stored()));
}
