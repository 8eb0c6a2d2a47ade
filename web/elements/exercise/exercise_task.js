import '../../words/exercise.js';
import {LitElement, css, html, nothing} from 'lit';
import {base} from '../../styles/base.js';
import {givenStyles} from '../answers/given_view.js';
import {tokenStyles} from '../answers/tokens_view.js';
import {taskPicture, taskStyles} from '../learn/task_picture.js';
import {Follow} from '../parts/follow.js';

/** The task of a race as a picture, before anything trains: an example as the engine makes it, once it is seen. A text is none.
 *  @prop race @prop example - its number among those held out */
export class ExerciseTask extends LitElement {
  static properties = {race: {attribute: false}, example: {attribute: false}};
  static styles = [
    base,
    tokenStyles,
    givenStyles,
    taskStyles,
    css`:host { display: block; min-width: 0; container-type: inline-size; } .room { min-height: 110px; } @container (max-width: 620px) { .room { min-height: 66px; } }`,
  ];

  #screen = new IntersectionObserver((entries) => {
    this.#seen = entries.some((entry) => entry.isIntersecting);
    this.#ask();
  });
  #seen = false;
  /** Of which race somebody was asked. @type {import('../../runtime/race.js').Race | null} */
  #asked = null;

  constructor() {
    super();
    /** @type {import('../../runtime/race.js').Race | null} */
    this.race = null;
    this.example = 0;
    new Follow(this, () => this.race, {change: () => this.#hear(), progress: () => this.#hear()});
  }

  connectedCallback() {
    super.connectedCallback();
    this.#screen.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#screen.disconnect();
  }

  #hear() {
    this.#ask();
    this.requestUpdate();
  }

  /** One of them is opened, which trains nothing; one that is away from the screen comes back first. */
  #ask() {
    const {race, example} = this;
    const able = race?.runners.find(({refused, away}) => !refused && !away);
    if (!race || !able || !this.#seen || this.#asked === race || race.readsText) return;
    this.#asked = race;
    race.setExample(example);
    race.setShown({set: 'val', first: example, count: 1});
    void able.prepare();
  }

  render() {
    if (!this.race || this.race.readsText) return nothing;
    const known = this.race.runners.find(({examples}) => examples?.first === this.example)?.examples?.items[0];
    return html`<div class="room">${known ? taskPicture(known) : nothing}</div>`;
  }
}

customElements.define('exercise-task', ExerciseTask);
