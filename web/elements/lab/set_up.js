// Task, training and models: a column beside the chart that folds to a line while models train, or a fold of its own where
// there is no room beside it.
import {html, nothing} from 'lit';
import {hides, locks, opens} from '../../shape/shape.js';
import {say} from '../../words/words.js';
import {taskLine, trainLine} from './race_lines.js';

/** @typedef {import('../../runtime/race.js').Race} Race */
/** @typedef {import('../../shape/shape.js').Shape} Shape */
/** @typedef {{race: Race, view: import('../../state/view.js').View | null, shape: Shape, hasData: boolean, onView: (event: any) => void}} About */

/** Whether it is open: as the reader left it, or as long as nothing was trained. */
export class SetUp {
  #host;
  /** What the reader chose since the race last began or was set back; null: nothing. @type {boolean | null} */
  #chosen = null;
  #started = false;
  /** Whether its parts begin open; from then on that is the reader's affair, however the window is turned. */
  #roomy;

  /** @param {import('lit').ReactiveElement} host @param {import('./areas.js').Areas} areas */
  constructor(host, areas) {
    this.#host = host;
    this.areas = areas;
    this.#roomy = areas.beside;
  }

  /** @param {Race} race @param {Shape} shape */
  isOpen({started}, shape) {
    if (started !== this.#started) this.#chosen = null;
    this.#started = started;
    const asked = ['task', 'training'].some((part) => opens(shape, part));
    return !this.areas.beside || (this.#chosen ?? (!started || asked));
  }

  /** @param {boolean} open */
  open(open) {
    this.#chosen = open;
    this.#host.requestUpdate();
    return this.#host.updateComplete;
  }

  /** The line that it folds to. @param {Race} race @param {Shape} shape */
  line(race, shape) {
    if (!this.areas.beside || hidesSetUp(shape)) return nothing;
    const open = this.isOpen(race, shape);
    return html`<button class="line" aria-expanded=${open} aria-controls="set-up" @click=${() => this.open(!open)}>${say('lab.setup')} <span class="muted small">${say('lab.setup_line', {task: taskLine(race), training: trainLine(race)})}</span></button>`;
  }

  /** @param {About} about */
  column(about) {
    const {race, shape} = about;
    if (hidesSetUp(shape)) return nothing;
    return html`<aside id="set-up" aria-label=${say('lab.setup')} ?hidden=${!this.isOpen(race, shape)}>${task(about, this.#roomy)} ${training(about, this.#roomy)} ${models(about)}</aside>`;
  }
}

/** Without task and training there is no column: a model is then added where the models are. @param {Shape} shape */
export const hidesSetUp = (shape) => hides(shape, 'task') && hides(shape, 'training');

/** @param {About} about @param {boolean} roomy */
function task({race, shape, hasData}, roomy) {
  if (hides(shape, 'task')) return nothing;
  return html`<details ?open=${roomy || opens(shape, 'task')}><summary><h2>${say('lab.task')}</h2><span class="muted small">${taskLine(race)}</span></summary><task-panel .race=${race} .shape=${shape} ?kept=${hasData}></task-panel></details>`;
}

/** @param {About} about @param {boolean} roomy */
function training({race, shape, view, onView}, roomy) {
  if (hides(shape, 'training')) return nothing;
  const pace = html`<pace-select class="narrow" .race=${race} ?locked=${locks(shape, 'pace')} @view-change=${onView}></pace-select>`;
  return html`<details ?open=${roomy || opens(shape, 'training')}><summary><h2>${say('lab.training')}</h2><span class="muted small">${trainLine(race)}</span></summary>${hides(shape, 'pace') ? nothing : pace}<train-panel .race=${race} .shape=${shape}></train-panel><early-options .view=${view} .shape=${shape}></early-options></details>`;
}

/** @param {About} about */
function models({race, shape}) {
  if (hides(shape, 'models')) return nothing;
  return html`<section class="added"><h2>${say('lab.models', {count: race.runners.length})}</h2>
    <ul>${race.runners.map(({name, colour}) => html`<li><svg viewBox="0 0 10 10" aria-hidden="true"><circle cx="5" cy="5" r="5" fill="var(--run-${colour})" /></svg> ${name}</li>`)}</ul>
    ${adding(race, shape)}</section>`;
}

/** @param {Race} race @param {Shape} shape */
export function adding(race, shape) {
  if (hides(shape, 'add_model')) return nothing;
  return html`<add-model .race=${race} ?locked=${locks(shape, 'add_model')}></add-model>`;
}
