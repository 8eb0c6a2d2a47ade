// The script of hosts/jsinput.html: a frame with the exercise that this page's address names, between it and Open edX.
import {SANDBOX} from '../embed/rights.js';
import {followFrame} from './framed.js';
import {functionsOf, speakJsinput} from './jsinput.js';

const frame = document.createElement('iframe');
frame.title = document.title;
frame.setAttribute('sandbox', SANDBOX);
/** On the page's own site the frame lies above; among the files of a course, which have no folders, beside. */
const file = /\/hosts\/[^/]*$/.test(location.pathname) ? '../embed.html' : 'embed.html';
frame.src = new URL(file + location.hash, location.href).href;
const framed = followFrame(frame, {});
document.body.replaceChildren(frame);

const functions = functionsOf(framed);
Object.assign(window, functions); // for a problem that has this file among its own
// Whose course it is this page cannot know; it hears numbers of the exercise alone.
const hear = speakJsinput(functions, (text) => window.parent.postMessage(text, '*'));
window.addEventListener('message', ({source, data}) => source === window.parent && hear(data));
