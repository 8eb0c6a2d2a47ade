/** What came of an exercise. */
export interface Result {
  /** 0 to 1; null: nothing was done yet. */
  score: number | null;
  /** All goals are reached and all questions answered. */
  completed: boolean;
  /** At most 4,000 characters, nothing of which a reader typed: `restore` takes it. */
  state: string;
}

/** How far a model is. Losses of texts are in nats per character. */
export interface ModelProgress {
  name: string;
  state: string;
  step: number;
  loss: number | null;
  val_loss: number | null;
  val_accuracy: number | null;
  val_exact: number | null;
  seconds: number;
}

export interface Progress {
  state: string;
  models: ModelProgress[];
}

/** The answer to a command: how far it is, and what the frame shows; never a text of the reader's own. */
export interface State extends Progress {
  experiment: Record<string, unknown>;
  view: Record<string, unknown>;
  shape: {hide: string[]; lock: string[]; open: string[]};
  text: Record<string, unknown>;
}

/** message is a sentence for people. */
export interface Failure {
  code: string;
  key: string;
  message: string;
  where: string;
}

export interface UnrolledLabEvents {
  'unrolled-ready': CustomEvent<Progress>;
  'unrolled-started': CustomEvent<Progress>;
  'unrolled-progress': CustomEvent<Progress>;
  'unrolled-done': CustomEvent<Progress>;
  'unrolled-state': CustomEvent<State>;
  'unrolled-result': CustomEvent<Result>;
  'unrolled-height': CustomEvent<{height: number}>;
  'unrolled-error': CustomEvent<Failure>;
  'unrolled-message': CustomEvent<{type: string; data: unknown}>;
}

export type Command = 'start' | 'pause' | 'reset' | 'getState' | 'setState' | 'present';

/**
 * `<unrolled-lab>`. Attributes: exercise (or state), chapter, hide, lock, theme, lang, title, height, v, base; a change of one but title and
 * height loads the frame anew.
 */
export interface UnrolledLab extends HTMLElement {
  /** What came of the exercise so far; null: nothing was said yet. */
  readonly result: Result | null;
  /** Sends a command to the frame and waits for nothing. */
  send(command: Command, data?: object, id?: number | null): void;
  /** The same, and its answer; rejects with what the frame says against it. */
  ask(command: Command, data?: object): Promise<State>;
  getState(): Promise<State>;
  /** Goes on with what was done before: `state` of a result. May be called before the frame is there. */
  restore(state: string): void;
  addEventListener<K extends keyof UnrolledLabEvents>(
    type: K,
    listener: (this: UnrolledLab, event: UnrolledLabEvents[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'unrolled-lab': UnrolledLab;
  }
}
