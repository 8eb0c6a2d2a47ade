// A module for notebooks and MyST pages (anywidget, {anywidget}): one file, default export {render}. What it shows stands in the model:
// exercise (a link or its hash) or chapter, hide, lock, theme, lang, v, height to start with, base. What comes of it is written there: score, completed, state.
import {ALLOW, SANDBOX} from '../embed/rights.js';
import {followFrame} from './framed.js';

/** @typedef {{get: (name: string) => any, set: (name: string, value: unknown) => void, save_changes: () => void}} Model */

const HEIGHT = 760; // CSS pixels, until the frame says better
const HEIGHT_LIMIT = 4000;
const READABLE = ['theme', 'lang', 'hide', 'lock', 'v'];
const TITLE = 'Unrolled: sequence models that learn in this page';

/** Where embed.html lies: said by the model, else beside this file. @param {string | undefined} base */
const placeOf = (base) => new URL('embed.html', base ?? import.meta.url);

/** @param {Model} model */
export function addressOf(model) {
  const said = (/** @type {string} */ name) => model.get(name) ?? '';
  const address = placeOf(said('base') || undefined);
  const readable = READABLE.filter((name) => said(name) !== '').map((name) => `${name}=${said(name)}`);
  const chapter = said('chapter');
  address.hash = [...readable, chapter ? `chapter=${chapter}` : said('exercise').replace(/^#/, '')].join('&');
  return address.href;
}

/** A page without a kernel cannot keep it. @param {Model} model @param {import('../exercise/types').Result} result */
function write(model, {score, completed, state}) {
  try {
    for (const [name, value] of Object.entries({score, completed, state})) model.set(name, value);
    model.save_changes();
  } catch {
    // The reader's browser has it all the same.
  }
}

/** @param {{model: Model, el: HTMLElement}} shown @returns {() => void} takes it away again */
function render({model, el}) {
  const frame = document.createElement('iframe');
  frame.title = model.get('title') ?? TITLE;
  frame.width = '100%';
  frame.height = String(model.get('height') || HEIGHT);
  frame.setAttribute('frameborder', '0');
  frame.setAttribute('sandbox', SANDBOX);
  frame.setAttribute('credentialless', '');
  frame.allow = ALLOW;
  const framed = followFrame(frame, {
    result: (result) => write(model, result),
    height: (height) => (frame.height = String(Math.min(HEIGHT_LIMIT, height))),
  });
  framed.restore(model.get('state') ?? '');
  frame.src = addressOf(model);
  el.replaceChildren(frame);
  return () => (framed.close(), frame.remove());
}

export default {render};
