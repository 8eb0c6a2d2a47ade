// Open edX's side of a Custom JavaScript problem, as its jsinput.js and jschannel do it: a ping when the channel is made, calls that wait
// for a pong, answers that are decoded once more as parts of an address are. One function without imports, so that a page can have it.

/**
 * @param {Window} view the problem's page @param {Window} frame @param {string} origin of the frame
 * @param {string} [stored] what was stored at the last submission: JSON of {answer, state}
 * @returns {{submit: () => Promise<string>, ready: () => boolean}} submit: what is stored, and given to the grader
 */
export function edxProblemPage(view, frame, origin, stored) {
  let ready = false;
  let next = 41;
  const waiting = /** @type {string[]} */ ([]);
  /** @type {Map<number, (value: any) => void>} */
  const asked = new Map();
  const post = (/** @type {object} */ message, force = false) => {
    const text = JSON.stringify(message);
    if (force || ready) frame.postMessage(text, origin);
    else waiting.push(text);
  };
  view.addEventListener('message', ({source, origin: from, data}) => {
    if (source !== frame || from !== origin || typeof data !== 'string') return;
    const {id, method, params, result} = JSON.parse(data);
    if (method === 'JSInput::__ready' && !ready) {
      ready = true;
      if (params === 'ping') post({method, params: 'pong'});
      for (const text of waiting.splice(0)) frame.postMessage(text, origin);
    } else if (method === undefined && asked.has(id)) {
      asked.get(id)?.(result);
      asked.delete(id);
    }
  });
  view.setTimeout(() => post({method: 'JSInput::__ready', params: 'ping'}, true), 0);
  const call = (/** @type {string} */ name, /** @type {unknown} */ params = '') =>
    new Promise((done) => {
      asked.set(next, done);
      post({id: next++, method: `JSInput::${name}`, params});
    });
  if (stored) void call('setState', JSON.parse(stored).state);
  return {
    ready: () => ready,
    async submit() {
      const answer = decodeURI(String(await call('getGrade')));
      const state = decodeURI(String(await call('getState')));
      return JSON.stringify({answer, state});
    },
  };
}
