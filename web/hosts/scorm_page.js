// The script of the small page in a SCORM package: a frame with the exercise, and what comes of it for the platform that launched it.
// It is built into one classic script, hosts/scorm.js.
import {followFrame} from './framed.js';
import {Scorm, findApi} from './scorm.js';

const script = /** @type {HTMLScriptElement} */ (document.currentScript);
const {standard = '1.2', address = '', title = '', sandbox = '', alone = ''} = script.dataset;
const kind = standard === '2004' ? 2004 : 1.2;

const frame = document.createElement('iframe');
frame.title = title;
frame.setAttribute('sandbox', sandbox);
frame.src = address;
const api = findApi(kind, window);
const scorm = api && new Scorm(api, kind);
const framed = followFrame(frame, {result: (result) => scorm?.report(result)});
if (scorm) framed.restore(scorm.begin());
document.body.replaceChildren(frame);
if (!scorm) {
  const said = document.createElement('p');
  said.setAttribute('role', 'status');
  said.textContent = alone;
  document.body.prepend(said);
}
for (const leaving of ['pagehide', 'beforeunload', 'unload']) window.addEventListener(leaving, () => scorm?.finish());
