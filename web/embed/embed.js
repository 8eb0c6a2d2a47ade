// The lab or a chapter inside a frame, with everything it needs in one file.
import description from '../../build/describe.json';
import corpora from '../../build/corpora/index.json';
import births from '../../build/corpora/births.csv?packed';
import digits from '../../build/corpora/digits.bin?packed';
import mobyDick from '../../build/corpora/moby-dick.txt?packed';
import names from '../../build/corpora/names.txt?packed';
import fast from '../../build/wasm/engine_fast.wasm?packed';
import strict from '../../build/wasm/engine_measures.wasm?packed'; // one for both: a frame fetches nothing
import {browserSurroundings} from '../runtime/surroundings.js';
import InlineWorker from '../runtime/worker.js?worker&inline';
import {speakAsWanted} from '../shape/language.js';
import {openFrame} from './open_frame.js';

const surroundings = browserSurroundings({
  describe: /** @type {any} */ (description), // TypeScript reads its JSON as something narrower
  corpora,
  texts: {'moby-dick': mobyDick, names, births, digits},
  engines: {strict, fast, measures: strict},
  workers: [() => new InlineWorker()],
});

const place = /** @type {Element} */ (document.querySelector('unrolled-app'));
speakAsWanted().then(() => openFrame(place, surroundings));
