// The maker of exercises as a room. What it begins with is what somebody had on screen: the race of the lab, a chapter, or an exercise that is to
// be changed. The address always opens what is made again.
import '../elements/maker/exercise_maker.js';
import {part} from '../elements/parts/late.js';
import {HEIGHT} from '../exercise/make/draft.js';
import {readTeacher} from '../exercise/make/hand_out.js';
import {fromChapter, fromRace} from '../exercise/make/proposal.js';
import {keptFacts} from '../exercise/make/tried.js';
import {decodeExercise} from '../exercise/link.js';
import {facts} from '../facts/facts.js';
import {entryOf} from '../learn/index.js';
import {plainNames} from '../learn/plain_names.js';
import {loadOnce} from '../runtime/modules.js';
import {Race} from '../runtime/race.js';
import {isLiteral} from '../shape/page.js';
import {readings} from '../shape/written.js';
import {DEFAULT_EXPERIMENT} from '../state/defaults.js';
import {withoutLanguage} from '../shape/where.js';
import {atLength} from '../words/described.js';
import '../words/course.js';
import '../words/guide.js';
import '../words/lab.js';
import {say} from '../words/words.js';

/** @typedef {import('./rooms.js').Means} Means @typedef {import('./lab_room.js').LabRoom} LabRoom */
/** @typedef {import('../exercise/make/types').Draft} Draft @typedef {import('../runtime/types').Experiment} Experiment */

export class MakeRoom {
  element = /** @type {import('../elements/maker/exercise_maker.js').ExerciseMaker} */ (
    document.createElement('exercise-maker')
  );
  /** Nothing trains but the trial, which rests while something else is on screen. */
  race = /** @type {Race} */ (
    /** @type {unknown} */ ({setPresent: (/** @type {boolean} */ present) => this.element.setPresent(present)})
  );
  #means;
  #lab;
  /** The hash under which what is made stands. */
  #written = '';
  #surroundings;

  /** @param {Means} means @param {() => LabRoom | null} lab whose race it may be made of */
  constructor(means, lab) {
    this.#means = means;
    this.#lab = lab;
    const {surroundings} = means;
    this.#surroundings = {
      ...surroundings,
      modelNames: plainNames,
      loadModule: loadOnce((name) => surroundings.loadModule(name)),
    };
    this.element.root = means.root;
    this.element.describe = atLength(surroundings.describe);
    this.element.makeRace = (experiment) => this.#makeRace(experiment);
    this.element.addEventListener('made', (event) => this.#write(/** @type {CustomEvent} */ (event).detail.hash));
  }

  title() {
    return say('home.title_chapter', {title: say('make.title')});
  }

  focus() {
    this.element.focus();
  }

  /** One of many that train in turn: what only somebody who looks at a race would want is left out. @param {Experiment} experiment */
  #makeRace(experiment) {
    const race = new Race(this.#surroundings, experiment);
    race.computeFloors = async () => {};
    return race;
  }

  /** @param {string} hash */
  #write(hash) {
    if (!this.element.isConnected || this.element.hidden) return;
    history.replaceState(null, '', this.#means.root + hash);
    this.#written = location.hash;
  }

  /** @param {import('../shape/where.js').Where} where */
  async show(where) {
    if (location.hash === this.#written) return;
    const id = 'id' in where ? where.id : '';
    this.element.facts = null;
    this.element.notice = '';
    this.element.draft = id ? await this.#ofChapter(id) : ((await this.#ofAddress()) ?? (await this.#ofRace()));
  }

  /** @param {string} id @returns {Promise<Draft>} */
  async #ofChapter(id) {
    const entry = entryOf(id);
    const words = part(() => import('../words/course_more.js'));
    const chapter = entry && (await part(() => entry.load()));
    await words;
    return chapter && !chapter.measures ? fromChapter(chapter) : this.#ofRace();
  }

  /** An exercise that is to be changed; null where the address holds none. @returns {Promise<Draft | null>} */
  async #ofAddress() {
    const hash = withoutLanguage(location.hash);
    const [{parameters}] = readings(hash);
    if (!parameters.has('x')) return null;
    const {experiment, start, shape, exercise, error, notice} = await decodeExercise(
      hash,
      this.#means.surroundings.describe,
    );
    this.element.notice = error || notice;
    if (!experiment) return null;
    const {lang, height, from, position} = readTeacher(parameters);
    if (!exercise) return {...this.#of(experiment), shape};
    return {experiment, view: start, shape, exercise, lang, height: height || HEIGHT, ...(from && {from}), position};
  }

  /** The race of the lab as it stands there, with what is written and not applied yet; or the one that the lab would begin with. @returns {Promise<Draft>} */
  async #ofRace() {
    const lab = this.#lab();
    if (!lab?.race) return this.#of(DEFAULT_EXPERIMENT);
    const {race, element} = lab;
    await race.settle();
    if (race.waiting) this.element.notice = say('make.not_settled');
    this.element.facts = race.started ? keptFacts(facts(race)) : null;
    const {text, shape} = element.page;
    const title = (isLiteral(text) && text.title) || undefined;
    if (race.text.corpus === 'own' && !race.text.travels) this.element.notice = say('make.data_stays');
    return fromRace({...this.#about(race), view: element.view, shape, title});
  }

  /** @param {Race} race */
  #about(race) {
    const {experiment, describe} = race;
    return {
      experiment,
      describe,
      facts: keptFacts(facts(race)),
      names: plainNames(experiment.models, describe, experiment.train),
    };
  }

  /** @param {Experiment} experiment that nobody trained @returns {Draft} */
  #of(experiment) {
    const race = this.#makeRace(experiment);
    const draft = fromRace({
      ...this.#about(race),
      view: /** @type {any} */ ({metric: ''}),
      shape: {hide: [], lock: [], open: []},
    });
    race.close();
    return draft;
  }
}
