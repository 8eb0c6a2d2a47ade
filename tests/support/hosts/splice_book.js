// A book that speaks SPLICE, as Runestone and PreTeXt do: it keeps what a frame reports, and hands back the state when it is asked. One
// function without imports, so that a page can have it.

/**
 * @param {Window} view the page of the book @param {{score?: unknown, state?: any} | null} kept by an earlier visit
 * @param {{mute?: boolean}} [how] mute: it answers nothing
 * @returns {{reports: {score: unknown, state: any}[], events: any[], asked: () => number, heights: number[]}}
 */
export function spliceBook(view, kept, {mute = false} = {}) {
  const reports = /** @type {{score: unknown, state: any}[]} */ ([]);
  const events = /** @type {any[]} */ ([]);
  const heights = /** @type {number[]} */ ([]);
  let asked = 0;
  view.addEventListener('message', ({source, data}) => {
    const {subject, message_id, score, state} = data ?? {};
    if (subject === 'SPLICE.getState') {
      asked++;
      const answer = {subject: 'SPLICE.getState.response', message_id, state: kept?.state ?? null};
      if (!mute) /** @type {Window} */ (source).postMessage(answer, '*');
    }
    if (subject === 'SPLICE.reportScoreAndState') reports.push({score, state});
    if (subject === 'SPLICE.sendEvent') events.push({name: data.name, data: data.data});
    if (subject === 'lti.frameResize') heights.push(data.height);
  });
  return {reports, events, heights, asked: () => asked};
}
