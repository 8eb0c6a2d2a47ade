// What the models of a race learn from, and what they are looked at and judged on.
import {isText, viewOf} from '../state/task_kinds.js';
import {plain} from './alone.js';
import {Excerpt} from './excerpt.js';
import {FloorLines} from './floors.js';
import {Planner} from './planner.js';
import {Recorded} from './recorded.js';
import {TextSource} from './text_source.js';

/** How many held-out examples are shown at a time. @type {Record<import('./types').View, number>} */
const EXAMPLES = {text: 0, pairs: 6, labels: 6, positions: 5, waves: 3, images: 10, sets: 6};

export class Studied extends Recorded {
  /** The data, for the race alone. */
  source;
  /** Counting a novel takes seconds, for which no other question should wait. */
  #counter;
  #excerpt = new Excerpt();
  /** Which held-out example is looked at where the task is no text. */
  #example = 0;
  #floors;

  /**
   * @param {import('./types').Surroundings} surroundings @param {import('./types').Experiment} experiment with every option spelt out
   * @param {{module: (name: import('./types').ModuleName) => Promise<import('./types').EngineModule | null>, createWorker: () => Promise<import('./types').WorkerLike>}} needs
   */
  constructor(surroundings, experiment, needs) {
    super(experiment, surroundings.describe, {
      createWorker: () => surroundings.createWorker(),
      module: (name) => needs.module(name),
      text: (task) => this.source.other(task),
    });
    this.corpora = surroundings.corpora;
    this.source = new TextSource(surroundings, () => this.changed());
    this.#counter = new Planner({...needs, module: () => needs.module('strict')}, 0);
    this.#floors = new FloorLines(this.#counter, () => this.changed());
    this.#showFirst();
  }

  /** @returns {import('./types').TextState} */
  get text() {
    return this.source.state;
  }

  /** The data that it learned from, while that is not here: nothing trains before it is given. */
  get awaited() {
    return this.source.awaited;
  }

  /** Whether it is to learn from data of the reader's own that are not here. */
  get lacksData() {
    return this.text.corpus === 'own' && this.text.state !== 'ready';
  }

  /** What the looks inside are taken on: a held-out passage until somebody types another, or a held-out example's number. */
  get excerpt() {
    return this.readsText ? this.#excerpt.text : String(this.#example);
  }

  get floors() {
    return this.#floors.state;
  }

  /** Whether the models learn to continue a text; only then are there floors, an excerpt and vocabularies to count. */
  get readsText() {
    return isText(this.experiment.task, this.describe);
  }

  /** @returns {import('./types').View} how results are shown */
  get view() {
    return viewOf(this.experiment.task, this.describe);
  }

  /** The passage that the looks inside are taken on; '' goes back to the held-out one. @param {string} text */
  async setExcerpt(text) {
    this.#excerpt.choose(text, this.experiment.task, this.text.title);
    await this.load();
    for (const runner of this.runners) runner.sendWatch();
    this.changed();
  }

  /** The held-out example that the looks inside are taken on, where the task is no text. @param {number} index */
  setExample(index) {
    this.#example = Math.max(0, index);
    for (const runner of this.runners) runner.sendWatch();
    this.changed();
  }

  /** The losses of count models on the same held-out text; computed once a task. */
  async computeFloors() {
    if (!this.readsText || this.awaited) return;
    await this.#floors.compute(plain(this.experiment, this.describe), () => this.load());
  }

  /** The data, in UTF-8 where it is text, the same array each time; and with its first arrival the excerpt. */
  async load() {
    const {task} = this.experiment;
    const bytes = await this.source.load(task);
    if (task === this.experiment.task && this.readsText) this.#excerpt.offer(bytes);
    return bytes;
  }

  /** The first examples of the task, as many as its view has room for. */
  #showFirst() {
    this.shown = /** @type {import('./types').Shown} */ ({set: 'val', first: 0, count: EXAMPLES[this.view]});
  }

  /** Another task, or other data. */
  forgetSubject() {
    this.#showFirst();
    this.#excerpt.forget(this.experiment.task, this.text.title);
    this.#example = 0;
    this.#floors.forget();
  }

  close() {
    for (const runner of this.runners) runner.close();
    this.beginnings.close();
    this.#counter.close();
  }
}
