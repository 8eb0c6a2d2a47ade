// What the models of an experiment would cost, with the vocabulary of its text. The engine refuses here first.
import {isText} from '../state/task_kinds.js';
import {optionsOnly} from '../state/runs.js';
import {alone, renumbered} from './alone.js';
import {failureOf, RuntimeError} from './protocol.js';

/** @typedef {import('./types').Experiment} Experiment */

const USUAL_VOCABULARY = 80; // characters of an English text

export class Estimates {
  #planner;
  #text;
  #corpora;
  #describe;

  /**
   * @param {import('./planner.js').Planner} planner @param {import('./text_source.js').TextSource} text
   * @param {import('./types').Surroundings} surroundings
   */
  constructor(planner, text, {corpora, describe}) {
    this.#describe = describe;
    this.#planner = planner;
    this.#text = text;
    this.#corpora = corpora;
  }

  /** How many different characters the models of a task tell apart. @param {Experiment['task']} task */
  async vocabSize(task) {
    const corpus = this.#corpora.find(({id}) => id === task.corpus);
    if (corpus) return corpus.vocab_size;
    if (!('corpus' in task)) return 0;
    const {state} = this.#text;
    if (state.corpus === 'own' && state.vocab_size && this.#text.describes(task)) return state.vocab_size;
    if (!isText(task, this.#describe)) return USUAL_VOCABULARY; // the data itself may know better
    try {
      return (await this.#planner.textInfo(await this.#text.load(task))).vocab_size;
    } catch (error) {
      if (failureOf(error).code === 'no_text') return USUAL_VOCABULARY; // the text may still come
      throw error;
    }
  }

  /** Tells runners what they cost, or why they cannot be. @param {Experiment} experiment @param {import('./runner.js').Runner[]} runners of the race */
  async fill(experiment, runners) {
    const fillOne = async (/** @type {import('./runner.js').Runner} */ runner, /** @type {number} */ i) => {
      if (runner.info) return;
      try {
        const info = await this.one(experiment, i, await this.vocabSize(experiment.task));
        runner.info ??= info;
      } catch (refusal) {
        // Without memory for the question nothing is said of the model.
        if (runner === runners[i] && failureOf(refusal).code !== 'out_of_memory') runner.decline(refusal);
      }
    };
    await Promise.all(runners.map(fillOne));
  }

  /**
   * The same, where a refusal concerns that model alone.
   * @param {Experiment} experiment @param {number[]} models @param {number} [known] how many characters they tell apart
   * @returns {Promise<{info?: import('./types').Info, error?: any}[]>}
   */
  async settled(experiment, models, known) {
    const vocab = known || (await this.vocabSize(experiment.task));
    const ask = (/** @type {number} */ i) => this.one(experiment, i, vocab);
    return Promise.all(
      models.map((i) =>
        ask(i).then(
          (info) => ({info}),
          (error) => ({error}),
        ),
      ),
    );
  }

  /** @param {Experiment} experiment @param {number} model @param {number} vocab @returns {Promise<import('./types').Info>} */
  one(experiment, model, vocab) {
    return this.#planner.estimate(alone(experiment, model), 0, vocab).catch((refusal) => {
      throw renumbered(refusal, model);
    });
  }

  /** The same, for an editor that asks at every keystroke. @param {Experiment} experiment @param {number} model */
  async soon(experiment, model) {
    const vocab = await this.vocabSize(experiment.task);
    return this.#planner.settle(`estimate ${model}`, () => this.one(experiment, model, vocab));
  }

  /**
   * The models of an experiment, all resized to about as many parameters as model `index` has.
   * @param {Experiment} experiment @param {number} index
   * @returns {Promise<import('./types').ModelJson[]>} those that fit already are the same objects
   */
  async matched(experiment, index) {
    const sizes = await this.settled(experiment, [...experiment.models.keys()]);
    const {info, error} = sizes[index];
    if (!info) throw error;
    const {parameters} = info;
    if (parameters === 0) throw new RuntimeError('invalid', 'size.counts', {where: `models[${index}]`});
    const vocab = await this.vocabSize(experiment.task);
    const resized = experiment.models.map(async (model, i) => {
      // A model that counts has no size to change, and one that cannot do the task is not in the race.
      if (i === index || !sizes[i].info?.parameters) return model;
      const match = await this.#planner.match(alone(experiment, i), 0, parameters, vocab).catch((refusal) => {
        throw renumbered(refusal, i);
      });
      const size = optionsOnly(match);
      return JSON.stringify(size) === JSON.stringify(optionsOnly(model)) ? model : {...model, ...size};
    });
    return Promise.all(resized);
  }
}
