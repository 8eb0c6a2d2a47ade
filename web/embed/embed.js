// The lab inside a frame: the page's own element in its compact form, with everything it needs in one file.
import description from '../../build/describe.json';
import corpora from '../../build/corpora/index.json';
import births from '../../build/corpora/births.csv?packed';
import digits from '../../build/corpora/digits.bin?packed';
import mobyDick from '../../build/corpora/moby-dick.txt?packed';
import names from '../../build/corpora/names.txt?packed';
import fast from '../../build/wasm/engine_fast.wasm?packed';
import strict from '../../build/wasm/engine_strict.wasm?packed';
import {browserSurroundings} from '../runtime/surroundings.js';
import '../elements/lab/lab_link.js';
import InlineWorker from '../runtime/worker.js?worker&inline';
import {openLab} from '../lab.js';
import {speakFor} from './messages.js';

const surroundings = browserSurroundings({
  describe: /** @type {any} */ (description), // TypeScript reads its JSON as something narrower
  corpora,
  texts: {'moby-dick': mobyDick, names, births, digits},
  engines: {strict, fast},
  workers: [() => new InlineWorker()],
});

const app = /** @type {import('../lab.js').AppElement} */ (document.querySelector('unrolled-app'));
openLab(app, surroundings).then((race) => {
  const {parent} = window;
  const voice = speakFor(race, app, {
    // The host's origin is unknown to a frame that may be put anywhere; only numbers of the race are sent.
    post: (message) => parent.postMessage(message, '*'),
    listen: (receive) => window.addEventListener('message', (event) => event.source === parent && receive(event.data)),
    now: () => performance.now(),
    height: () => Math.ceil(document.documentElement.getBoundingClientRect().height),
  });
  new ResizeObserver(() => voice.resized()).observe(document.documentElement);
});
