// What a page around a frame knows of the exercise in it: its result when that changes, and how what was done before is handed back.
// Used by the pages that stand between a frame and a course platform (scorm_page.js, jsinput_page.js) and by the notebook's widget.

/** @typedef {import('../exercise/types').Result} Result */

/** Characters; a frame says at most 4,000. */
const STATE_LIMIT = 64_000;

/** What a frame said of its exercise, or null: it is not what frames say. @param {any} data @returns {Result | null} */
export function resultIn(data) {
  if (typeof data !== 'object' || data === null) return null;
  const {score, completed, state} = data;
  if (score !== null && !Number.isFinite(score)) return null;
  if (typeof state !== 'string' || state.length > STATE_LIMIT) return null;
  return {score: score === null ? null : Math.min(1, Math.max(0, score)), completed: completed === true, state};
}

/**
 * @param {HTMLIFrameElement} frame
 * @param {{result?: (result: Result) => void, height?: (height: number) => void, view?: Window}} told
 *     result: what came of it so far, each time that changes; height: of what the frame shows, in CSS pixels
 */
export function followFrame(frame, {result = () => {}, height = () => {}, view = window}) {
  /** @type {Result | null} */
  let last = null;
  let wanted = '';
  let ready = false;
  const restore = () => {
    const taken = last?.state ?? wanted;
    // A sandboxed frame has no origin that could be named; it is told what it once said itself.
    if (ready && taken)
      frame.contentWindow?.postMessage({type: 'unrolled:setState', v: 1, id: null, data: {taken}}, '*');
  };
  /** @param {MessageEvent} event */
  const hear = ({source, data: message}) => {
    if (source !== frame.contentWindow || typeof message?.type !== 'string') return;
    if (message.type === 'unrolled:height' && message.data?.height > 0) height(Math.ceil(message.data.height));
    if (message.type === 'unrolled:result') {
      const said = resultIn(message.data);
      if (said) result((last = said));
    } else if (message.type === 'unrolled:state') {
      last = resultIn(message.data?.result) ?? last; // it goes on where it was
    } else if (message.type === 'unrolled:ready') {
      ready = true;
      restore(); // also where the frame was loaded anew
    }
  };
  view.addEventListener('message', hear);
  return {
    /** What came of it so far. */
    get last() {
      return last;
    },
    /** With which it can be gone on with: what was handed in, until the frame says something. */
    get state() {
      return last?.state ?? wanted;
    },
    /** @param {string} taken as a frame said it before, perhaps before this one is there */
    restore(taken) {
      [wanted, last] = [taken, null];
      restore();
    },
    close: () => view.removeEventListener('message', hear),
  };
}
