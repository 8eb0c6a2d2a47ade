// Open edX asks a "Custom JavaScript" problem three things: getGrade, getState, setState. From another site it does so by jschannel
// (messages of JSON text, scope JSInput, a ping and a pong before anything else), from its own by functions of the page. Pure.

/** @typedef {import('../exercise/types').Result} Result */

const SCOPE = 'JSInput::';
/** The platform decodes what it is given once more, as if it were part of an address. */
const PLAIN = /^[\w.~-]*$/;
const CODED = 'b64.';

/** @param {string} state @returns {string} the same in letters that decoding leaves alone */
export function safeState(state) {
  if (PLAIN.test(state) && !state.startsWith(CODED)) return state;
  const bytes = Array.from(new TextEncoder().encode(state), (byte) => String.fromCharCode(byte)).join('');
  return CODED + btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** @param {unknown} said @returns {string} what safeState was given; '' for what it never gave */
export function stateOf(said) {
  if (typeof said !== 'string') return '';
  if (!said.startsWith(CODED)) return PLAIN.test(said) ? said : '';
  try {
    const bytes = atob(said.slice(CODED.length).replaceAll('-', '+').replaceAll('_', '/'));
    return new TextDecoder().decode(Uint8Array.from(bytes, (one) => one.charCodeAt(0)));
  } catch {
    return '';
  }
}

/**
 * The three functions, by the names that a problem gives them.
 * @param {{last: Result | null, state: string, restore: (taken: string) => void}} framed
 */
export const functionsOf = (framed) => ({
  /** Before anything was done there is no score. */
  getGrade: () => JSON.stringify({score: framed.last?.score ?? null, completed: framed.last?.completed ?? false}),
  getState: () => safeState(framed.state),
  setState: (/** @type {unknown} */ said) => {
    const taken = stateOf(said);
    if (taken) framed.restore(taken);
    return true;
  },
});

/**
 * The page's side of jschannel.
 * @param {Record<string, (params: any) => unknown>} functions @param {(text: string) => void} post to the window around
 * @returns {(text: unknown) => void} to be told what that window says
 */
export function speakJsinput(functions, post) {
  const send = (/** @type {object} */ message) => post(JSON.stringify(message));
  send({method: `${SCOPE}__ready`, params: 'ping'});
  return (text) => {
    const {id, method, params} = messageIn(text);
    if (typeof method !== 'string' || !method.startsWith(SCOPE)) return;
    const name = method.slice(SCOPE.length);
    if (name === '__ready') {
      if (params === 'ping') send({method, params: 'pong'});
    } else if (id !== undefined && Object.hasOwn(functions, name)) send({id, result: functions[name](params)});
    else if (id !== undefined) send({id, error: 'unknown', message: name.slice(0, 40)});
  };
}

/** @param {unknown} text @returns {{id?: unknown, method?: unknown, params?: unknown}} */
function messageIn(text) {
  try {
    return (typeof text === 'string' && JSON.parse(text)) || {};
  } catch {
    return {};
  }
}
