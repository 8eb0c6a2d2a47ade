import '../../words/guide.js';
import {LitElement, css, html, nothing} from 'lit';
import * as network from '../../charts/network/picture.js';
import {base} from '../../styles/base.js';
import {say, told, toldAll} from '../../words/words.js';
import {placesOfRace} from '../compare/places_of_race.js';
import {prepared} from '../inside/prepared.js';
import {ThemeWatch, coloursOf} from '../parts/colours.js';
import {Cadence} from '../parts/follow.js';
import {firstMarked, wantedPlace} from './marked_place.js';
import {measuredAgain} from './recorded_course.js';
import {DASHES} from '../../state/palette.js';

/** @typedef {import('../../charts/compare/runs.js').Run} Run @typedef {import('../../charts/compare/runs.js').Measured} Measured */

/** The models of a race unrolled, before anything of them runs: drawn from what was measured of their like. @prop race @prop anatomies - one a model
 *  @prop item - the example that is shown above: the ways begin where it is marked first @prop back - or so many places before its end */
export class NetworkStrip extends LitElement {
  static properties = {
    race: {attribute: false},
    anatomies: {attribute: false},
    item: {attribute: false},
    back: {attribute: false},
  };
  static styles = [base, css`:host { min-width: 0; } canvas { width: 100%; }`];

  #draw = new Cadence(this, () => this.#paint());
  #sizes = new ResizeObserver(([{contentRect}]) => {
    this.#width = Math.round(contentRect.width);
    this.#draw.request();
  });
  #width = 0;
  /** Nothing is trained yet, whatever they were measured on; kept, since much is reckoned from each. null: it has nothing inside. @type {(Measured | null)[]} */
  #found = [];

  constructor() {
    super();
    /** @type {import('../../runtime/race.js').Race | null} */
    this.race = null;
    /** @type {import('../../learn/types').Recorded['anatomies']} */
    this.anatomies = [];
    /** @type {import('../../runtime/types').Item | undefined} */
    this.item = undefined;
    /** @type {number | undefined} */
    this.back = undefined;
    new ThemeWatch(this, () => this.#draw.request());
  }

  connectedCallback() {
    super.connectedCallback();
    this.#sizes.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#sizes.disconnect();
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('anatomies')) this.#found = this.anatomies.map((one) => one && {...measuredAgain(one), step: 0});
  }

  /** At once, since nothing below is to move when it is drawn. */
  updated() {
    this.#width = Math.round(this.clientWidth);
    this.#paint();
  }

  /** @returns {Run[]} */
  #runs() {
    const {runs} = coloursOf(this);
    return (this.race?.runners ?? []).flatMap(({name, colour, dash}, i) => {
      const found = this.#found[i];
      if (!found) return [];
      const causal = causalBySettings(this.race?.experiment.models[i]);
      return [{name, colour: runs[colour] ?? 'gray', dash: DASHES[dash] ?? [], found, course: [], ...causal}];
    });
  }

  /** Where only the place is known, the way to it is what is asked. */
  get #isUnlit() {
    return this.back !== undefined && firstMarked(this.item) < 0;
  }

  /** @param {Run[]} runs @param {number} width @returns {import('../../charts/compare/runs.js').Options} */
  #options(runs, width) {
    const places = this.race ? placesOfRace(this.race) : {};
    const unlit = this.#isUnlit;
    const options = {width, colours: coloursOf(this), say: told, cursor: null, choice: {}, still: true, unlit, places};
    const index = wantedPlace(this.item, this.back);
    return {...options, picked: index < 0 ? null : network.at(runs, options, {stream: 'input', index})};
  }

  #paint() {
    const canvas = this.renderRoot.querySelector('canvas');
    const runs = this.#runs();
    if (!canvas || !runs.length || !this.#width) return;
    const options = this.#options(runs, this.#width);
    network.draw(prepared(canvas, this.#width, network.scene(runs, options).height), runs, options);
  }

  render() {
    const runs = this.#runs();
    if (!runs.length) return nothing;
    const found = network
      .describe(runs, this.#options(runs, this.#width || 640))
      .found.map((one) => asKnown(one, this.#isUnlit ? 'networks_wanted' : 'networks_begin'));
    return html`<div role="img" aria-label=${say('player.networks', {found: toldAll(found)})}><canvas></canvas></div>`;
  }
}

/** An encoder sees what comes later, which the last answer alone does not tell. @param {import('../../runtime/types').ModelJson | undefined} model */
export const causalBySettings = (model) => (model?.topology === 'encoder' ? {causal: false} : {});

/** The same network twice is drawn once. @param {(import('../../learn/types').RecordedMeasure | null)[]} all */
export function different(all) {
  const [first, ...others] = all;
  const other = others.some((one) => JSON.stringify(one?.arrays) !== JSON.stringify(first?.arrays));
  return first && !other ? [first] : all;
}

/** Nobody picked it here. @param {import('../../charts/grid.js').Saying} saying @param {string} why */
const asKnown = (saying, why) =>
  saying.key === 'compare.network_begins_picked' ? {...saying, key: `player.${why}`} : saying;

customElements.define('network-strip', NetworkStrip);
