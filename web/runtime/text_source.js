// The text that a race learns: a built-in corpus, fetched once, or the reader's own.
import {isText} from '../state/task_kinds.js';
import {say} from '../words/words.js';
import {failureOf, RuntimeError} from './protocol.js';

/** @typedef {import('./types').TextState} TextState */
/** @typedef {import('./types').Experiment} Experiment */

/** Own text up to this many characters travels in a link, as `task.text`. */
export const TRAVELLING_CHARACTERS = 20_000;

const NONE = new Uint8Array(0);

/** @type {TextState} */
const EMPTY = {
  state: 'idle',
  corpus: '',
  title: '',
  loaded: 0,
  total: 0,
  characters: 0,
  vocab_size: 0,
  replaced: 0,
  travels: true,
  failure: null,
};

/** What there is to say of data that is no text. @param {Uint8Array} bytes */
export function tableFacts(bytes) {
  return {characters: new TextDecoder().decode(bytes).length, vocab_size: 0, replaced: 0};
}

export class TextSource {
  /** @type {TextState} */
  state = EMPTY;
  /** What the race on the page learned from, while that is not here: other data of the reader's are not meant. @type {import('./kept').Awaited | null} */
  awaited = null;
  #surroundings;
  #onChange;
  /** @type {Map<string, Promise<Uint8Array>>} */
  #corpora = new Map();
  /** By kind of task; `text` only where it travels in the experiment. @type {Map<string, {bytes: Uint8Array, title: string, text?: string}>} */
  #own = new Map();

  /** @param {import('./types').Surroundings} surroundings @param {() => void} onChange */
  constructor(surroundings, onChange) {
    this.#surroundings = surroundings;
    this.#onChange = onChange;
  }

  /** Describes the text of a task without fetching it. @param {Experiment['task']} task */
  choose(task) {
    if (task.corpus === 'own') return this.#chooseOwn(task);
    const corpus = this.#surroundings.corpora.find(({id}) => id === task.corpus);
    if (task.corpus === this.state.corpus && this.state.state !== 'failed') return;
    this.#set({
      ...EMPTY,
      corpus: String(task.corpus ?? ''),
      title: corpus?.title ?? '',
      total: corpus?.bytes ?? 0,
      characters: corpus?.characters ?? 0,
      vocab_size: corpus?.vocab_size ?? 0,
    });
  }

  /** It is called as the language of the page has it. */
  retitle() {
    const corpus = this.#surroundings.corpora.find(({id}) => id === this.state.corpus);
    if (corpus) this.#set({...this.state, title: corpus.title});
  }

  /**
   * @param {string} kind of the task that reads it
   * @param {Uint8Array} bytes @param {string} title @param {{characters: number, vocab_size: number, replaced: number}} info
   * @returns {string | undefined} the text itself where it is short enough to travel in a link
   */
  setOwn(kind, bytes, title, info) {
    const text = info.characters <= TRAVELLING_CHARACTERS ? new TextDecoder().decode(bytes) : undefined;
    this.#own.set(kind, {bytes, title, text});
    const {characters, vocab_size, replaced} = info;
    const size = {loaded: bytes.length, total: bytes.length, characters, vocab_size, replaced};
    this.#set({...EMPTY, ...size, state: 'ready', corpus: 'own', title, travels: text !== undefined});
    return text;
  }

  /** The whole text in UTF-8, the same array each time. @param {Experiment['task']} task @returns {Promise<Uint8Array>} */
  async load(task) {
    if (!('corpus' in task)) return NONE;
    if (task.corpus === 'own') return this.#ownBytes(task);
    try {
      const bytes = await this.#fetch(String(task.corpus));
      if (this.state.corpus === task.corpus && this.state.state !== 'ready') this.#set({...this.state, state: 'ready'});
      return bytes;
    } catch (error) {
      const failure = failureOf(error);
      if (this.state.corpus === task.corpus) this.#set({...this.state, state: 'failed', failure});
      throw error;
    }
  }

  /** The reader's data that a task would learn from now; null where it would not, or there is none. @param {Experiment['task']} task */
  own({kind, corpus}) {
    return (corpus === 'own' && !this.awaited && this.#own.get(kind)) || null;
  }

  /** Whether `state` is of what a task learns from. @param {Experiment['task']} task */
  describes({kind, text}) {
    return !text || text === this.#own.get(kind)?.text;
  }

  /** The text of another race, which is not described. @param {Experiment['task']} task @returns {Promise<Uint8Array>} */
  async other(task) {
    if (!('corpus' in task)) return NONE;
    if (task.corpus !== 'own') return this.#fetch(String(task.corpus));
    if (typeof task.text === 'string' && task.text) return new TextEncoder().encode(task.text);
    throw new RuntimeError('no_text', 'begin.no_text');
  }

  /** @param {string} id */
  #fetch(id) {
    let fetching = this.#corpora.get(id);
    if (!fetching) {
      if (this.state.corpus === id) this.#set({...this.state, state: 'loading', loaded: 0, failure: null});
      fetching = this.#surroundings.loadText(id, (loaded, total) => {
        if (this.state.corpus === id && this.state.state === 'loading') this.#set({...this.state, loaded, total});
      });
      fetching.catch(() => this.#corpora.delete(id));
      this.#corpora.set(id, fetching);
    }
    return fetching;
  }

  /** @param {Experiment['task']} task */
  #chooseOwn({kind, text}) {
    if (this.awaited) return this.#chooseAwaited(kind, this.awaited);
    const own = this.#own.get(kind);
    const travels = typeof text === 'string' && text !== '';
    if (travels && own?.text !== text) {
      const bytes = new TextEncoder().encode(text);
      this.setOwn(kind, bytes, this.#ownTitle(kind), {characters: [...text].length, vocab_size: 0, replaced: 0});
    } else if (!own) this.#set({...EMPTY, corpus: 'own', title: this.#ownTitle(kind), travels: false});
    else if (this.state.corpus !== 'own' || this.state.title !== own.title)
      this.#set({...EMPTY, corpus: 'own', title: own.title, state: 'ready', travels: own.text !== undefined});
  }

  /** @param {string} kind of task @param {import('./kept').Awaited} awaited */
  #chooseAwaited(kind, {title, vocab_size}) {
    this.#set({...EMPTY, corpus: 'own', title: title || this.#ownTitle(kind), vocab_size, travels: false});
  }

  /** @param {string} kind of task */
  #ownTitle(kind) {
    return say(isText({kind}, this.#surroundings.describe) ? 'data.own_text' : 'data.own_table');
  }

  /** @param {Experiment['task']} task */
  #ownBytes(task) {
    this.#chooseOwn(task);
    const own = this.own(task);
    if (own) return own.bytes;
    const error = new RuntimeError('no_text', 'trouble.own_missing', {where: 'task.text'});
    if (!this.awaited) this.#set({...this.state, state: 'failed', failure: failureOf(error)});
    throw error;
  }

  /** @param {TextState} state */
  #set(state) {
    this.state = state;
    this.#onChange();
  }
}
