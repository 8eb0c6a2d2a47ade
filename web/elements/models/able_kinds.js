// Which kinds of model an element may offer: asked of the engine once a task, when somebody is about to look.
import {Fetched} from '../parts/late.js';

/** @typedef {import('../../runtime/race.js').Race} Race */

export class AbleKinds {
  #host;
  #race;
  #code = new Fetched(() => import('../../runtime/able.js'));
  /** @type {{task: string, models: Map<string, import('../../runtime/types').ModelJson>} | null} */
  #found = null;
  /** @type {{task: string, asking: Promise<void>} | null} */
  #asked = null;

  /** @param {import('lit').ReactiveElement} host @param {() => Race | null} race */
  constructor(host, race) {
    this.#host = host;
    this.#race = race;
  }

  get #task() {
    return JSON.stringify(this.#race()?.experiment.task);
  }

  /** One of each kind that can do the task of the race; null while nobody knows. */
  get models() {
    return this.#found?.task === this.#task ? this.#found.models : null;
  }

  /** What cannot be found out is the engine's to say when it is chosen. @returns {Promise<void>} */
  ask() {
    const task = this.#task;
    if (this.#asked?.task !== task)
      this.#asked = {task, asking: this.#find(task).catch(() => void (this.#asked = null))};
    return this.#asked.asking;
  }

  /** @param {string} task */
  async #find(task) {
    const race = this.#race();
    const code = await this.#code.coming;
    if (!race || !code) return void (this.#asked = null);
    this.#found = {task, models: await code.ableKinds(race, race.experiment)};
    this.#host.requestUpdate();
  }
}
