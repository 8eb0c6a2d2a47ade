// What the menu of a card does to the race, and what is said of it.
import {modelNames} from '../../state/names.js';
import {atFiveRates, nextSeed, withFiveSeeds, withSeed} from '../../state/variants.js';
import {refusal} from '../../words/refusals.js';
import {say} from '../../words/words.js';
import {announce} from '../parts/follow.js';
import {part} from '../parts/late.js';
import {goesAlone} from './going_alone.js';

/** @typedef {import('../../runtime/race.js').Race} Race */
/** @typedef {import('../../runtime/types').Experiment} Experiment */
/** @typedef {import('../../lab.js').AppElement} App */
/** @typedef {{race: Race, index: number, name: string, app: App}} Where */

/** Each says afterwards what happened; '' where that is seen and heard by itself. @type {Record<string, (where: Where) => Promise<string>>} */
const ACTIONS = {
  more: goOnAlone,
  copy: ({race, index}) => race.copyModel(index).then(() => ''),
  seed: addSeed,
  change: copyToChange,
  seeds: (where) => replace(where, 'menu.five_seeds', withFiveSeeds),
  rates: (where) => replace(where, 'menu.five_rates', (now, k) => atFiveRates(now, k, optionOf(where.race, 'lr'))),
  match: ({race, index, name}) => race.matchParameters(index).then(() => say('menu.matched', {name})),
  keep: ({race, index}) => race.keepWeights(index).then(() => say('menu.keeping', {name: race.kept?.from ?? ''})),
  adopt: ({race, index}) => race.adoptWeights(index).then(() => ''),
  remove,
};
/** After these nobody else trains who did not before: nothing began, one alone, or somebody is about to change it. */
const STILL = new Set(['more', 'keep', 'change']);

export class ModelActions {
  #app;
  /** What went wrong the last time. */
  #failed = '';

  /** @param {App} app */
  constructor(app) {
    this.#app = app;
  }

  /** @param {{id: string, runner: import('../../runtime/runner.js').Runner}} action */
  async act({id, runner}) {
    const {race} = this.#app;
    const index = race?.runners.indexOf(runner) ?? -1;
    if (index < 0) return;
    const training = race.state === 'training';
    this.#complain('');
    try {
      const happened = await ACTIONS[id]({race, index, name: runner.name, app: this.#app});
      if (training && !STILL.has(id)) race.train();
      if (happened) announce(this.#app, 'say', happened);
    } catch (error) {
      this.#complain(refusal(error, race));
    }
  }

  /** At the top of the page, where what others say there stays. @param {string} failed */
  #complain(failed) {
    if (failed || this.#app.notice === this.#failed) this.#app.notice = failed;
    this.#failed = failed;
    if (failed) this.#show();
  }

  /** Whoever opened a card's menu may be far below. */
  async #show() {
    await this.#app.updateComplete;
    this.#app.renderRoot.querySelector('.notice[role=alert]')?.scrollIntoView({block: 'center'});
  }
}

/** @param {Race} race @param {'seed' | 'lr'} name */
function optionOf({describe: {train}}, name) {
  const options = name === 'lr' ? train.optimizers[0].options : train.options;
  return options.find((option) => option.name === name) ?? {};
}

/** @param {Where} where */
async function goOnAlone({race, index, name, app}) {
  const runner = race.runners[index];
  const offer = goesAlone(race, runner, app.page.shape);
  if (!offer) return '';
  await race.trainAlone(runner, offer.count, offer.lr);
  return say('menu.goes_on', {name, count: offer.count});
}

/** @param {Where} where */
async function addSeed({race, index}) {
  const seed = nextSeed(race.experiment, index, optionOf(race, 'seed'));
  await race.addModel(withSeed(race.experiment.models[index], seed));
  return say('menu.joined', {name: race.names.at(-1) ?? ''});
}

/**
 * Five copies of one model in the place of all that was there.
 * @param {Where} where @param {string} key of what the race is called then
 * @param {(now: Experiment, k: number) => Experiment} make
 */
async function replace({race, index}, key, make) {
  const {experiment, train_now: train, describe} = race;
  const [model] = modelNames([experiment.models[index]], describe);
  const name = say(key, {model});
  await race.setExperiment({...make({...experiment, train}, index), name});
  return say('menu.race_is', {name});
}

/** A copy whose options are open, with the focus in them, and which begins when they are applied. @param {Where} where */
async function copyToChange({race, index, app}) {
  await race.copyModel(index);
  await app.updateComplete;
  const card = [...app.renderRoot.querySelectorAll('model-card')].at(-1);
  if (card) await edit(/** @type {import('./model_card.js').ModelCard} */ (card));
  return say('menu.copied', {name: race.names.at(-1) ?? ''});
}

/** @param {import('./model_card.js').ModelCard} card */
async function edit(card) {
  card.editing = true;
  await Promise.all([card.updateComplete, part(() => import('./model_editor.js'))]); // seen or not
  const editor = card.renderRoot.querySelector('model-editor');
  await /** @type {import('./model_editor.js').ModelEditor | null} */ (editor)?.updateComplete;
  /** @type {HTMLElement | null} */ (editor)?.focus();
}

/** The focus goes where another model could be added, rather than nowhere. @param {Where} where */
async function remove({race, index, app}) {
  await race.removeModel(index);
  const next = app.renderRoot.querySelector('add-model') ?? app.renderRoot.querySelector('#models');
  /** @type {HTMLElement | null} */ (next)?.focus();
  return '';
}
