// SPLICE (cssplice.org), by which an exercise in a frame gives its score and its state to a course page: Runestone, PreTeXt and its
// SCORM packages, OpenDSA. Nothing depends on an answer: where nobody speaks it, these are messages that nobody hears.

/** @typedef {import('../exercise/types').Result} Result */

const PREFIX = 'SPLICE.';
/** Under this name the state stands in the object that hosts keep: they want one, and look into it for names of their own. */
const MINE = 'unrolled';

/**
 * @param {{post: (message: object) => void, listen: (receive: (message: any) => void) => void, restore: (taken: string) => void, name?: string}} host
 *     post and listen reach the page around alone; restore: what was done before, as a result said it; name: of this conversation
 */
export function speakSplice({post, listen, restore, name = `unrolled-${Math.random().toString(36).slice(2)}`}) {
  /** What the host has of us. */
  let kept = {score: /** @type {number | null} */ (null), state: '', completed: false};
  let asked = true;
  /** @param {string} subject @param {object} [more] */
  const tell = (subject, more) => post({subject: PREFIX + subject, ...more});
  listen((message) => {
    const {subject} = message ?? {};
    if (subject === 'SPLICE.getState.response' && asked && answers(message, name)) {
      asked = false;
      const taken = stateIn(message.state);
      if (!taken) return;
      kept.state = taken;
      restore(taken);
    }
    if (subject !== 'SPLICE.flushState') return;
    if (kept.score !== null) tell('reportScoreAndState', {score: kept.score, state: {[MINE]: kept.state}});
    tell('flushState.response', {message_id: message.message_id, success: true});
  });
  tell('getState', {message_id: name});
  return {
    /** A host hears a score when there is one, and no score for what is only kept. @param {Result} result */
    result({score, completed, state}) {
      if (score === null) return;
      asked = false; // what comes now would take the place of what was just done
      if (score === kept.score && state === kept.state) return;
      const ended = completed && !kept.completed;
      const resumed = kept.score === null && state === kept.state; // the host has it: it said so itself
      kept = {score, state, completed};
      if (resumed) return;
      tell('reportScoreAndState', {score, state: {[MINE]: state}});
      if (ended) tell('sendEvent', {name: 'completed', data: {score}});
    },
  };
}

/** Whether this is the answer to what was asked; some hosts call the name otherwise, or leave it out. @param {any} message @param {string} name */
function answers(message, name) {
  const said = message.message_id ?? message.messageId;
  return said === undefined || said === null || said === name;
}

/** Hosts give back the object, or the same as JSON. @param {unknown} state @returns {string} '' where nothing was kept */
function stateIn(state) {
  try {
    const object = typeof state === 'string' ? JSON.parse(state) : state;
    const taken = object?.[MINE];
    return typeof taken === 'string' ? taken : '';
  } catch {
    return '';
  }
}
