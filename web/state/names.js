// Names for the models of a race, such as "LSTM 128" or "Transformer 2×64".
import {say} from '../words/words.js';
import {isObject} from './objects.js';
import {optionsOnly} from './runs.js';
import {optionWords, trainingWords} from './trait_words.js';

/** @typedef {import('../runtime/types').ModelJson} ModelJson */
/** @typedef {import('../runtime/types').Description} Description */

/** @param {ModelJson} model @param {Description} describe */
export function kindTitle(model, describe) {
  return describe.models.find(({kind}) => kind === model.kind)?.title ?? model.kind;
}

/**
 * One name a model; models of the same kind and size are told apart by the first options in which they differ, and those
 * that differ in none by a number. A rate of its own that is not the race's is said in any case.
 * @param {ModelJson[]} models @param {Description} describe @param {import('../runtime/types').Train} [train] of the race @returns {string[]}
 */
export function modelNames(models, describe, train) {
  const plain = models.map((model) => ({
    name: sized(kindTitle(model, describe), model),
    traits: [...traits(model, describe), ...ownTraits(model, describe)],
    said: [],
  }));
  const told = toldApart(toldApart(toldApart(plain))).map((one) => withRate(one, train));
  return told.map((one) => {
    const same = told.filter(({name}) => name === one.name);
    return same.length > 1 ? say('name.numbered', {name: one.name, number: same.indexOf(one) + 1}) : one.name;
  });
}

/** What may tell a model apart: what it is, and how it is added to a name. @typedef {{id: string, value: unknown, key: string, difference: string}} Trait */
/** said: which of them are in the name @typedef {{name: string, traits: Trait[], said: string[]}} Named */

/** Each that has twins, with the first trait that one of them has not. @param {Named[]} named @returns {Named[]} */
function toldApart(named) {
  return named.map(({name, traits, said}) => {
    const twins = named.filter((other) => other.name === name);
    const lacks = (/** @type {Named} */ twin, /** @type {Trait} */ {id, value}) =>
      twin.traits.find((trait) => trait.id === id)?.value !== value;
    const trait = traits.find((one) => twins.some((twin) => lacks(twin, one)));
    return trait ? withTrait({name, traits, said}, trait) : {name, traits, said};
  });
}

/** @param {Named} one @param {Trait} trait @returns {Named} */
function withTrait({name, traits, said}, {id, key, difference}) {
  return {name: say(key, {name, difference}), traits, said: [...said, id]};
}

/** @param {Named} one @param {import('../runtime/types').Train | undefined} train */
function withRate(one, train) {
  const rate = one.traits.find(({id}) => id === 'train.lr');
  const apart = typeof rate?.value === 'number' && train?.optimizer && rate.value !== train.optimizer.lr;
  const told = one.said.some((id) => id === 'train.lr' || id === 'train.optimizer'); // another optimizer's rate is no match for it
  return rate && apart && !told ? withTrait(one, rate) : one;
}

/** @param {string} kind @param {ModelJson} model */
function sized(kind, {num_layers, hidden_size, d_model, channels, growth, order}) {
  const width = hidden_size ?? d_model ?? channels ?? growth ?? order;
  if (width === undefined) return kind;
  const sizes = {kind, width: String(width), layers: String(num_layers)};
  return say(Number(num_layers) > 1 ? 'name.deep' : 'name.sized', sizes);
}

/** Where models differ in this one, it is named before all others. */
const MAIN = 'attention';

/** The options of its kind, and whether it begins with weights from elsewhere. @param {ModelJson} model @param {Description} describe @returns {Trait[]} */
function traits(model, describe) {
  const inOrder = Object.entries(optionsOnly(model)).sort(([a], [b]) => Number(b === MAIN) - Number(a === MAIN));
  const options = inOrder.map(([id, value]) => ({
    id,
    value,
    key: 'name.differs',
    difference: optionWords(model.kind, id, value, describe),
  }));
  const begun = {id: 'start', value: true, key: 'name.differs', difference: say('name.pretrained')};
  return model.start === undefined ? options : [...options, begun];
}

/** How it is trained in its own way; an optimizer goes by its kind. @param {ModelJson} model @param {Description} describe @returns {Trait[]} */
function ownTraits({train}, describe) {
  if (!isObject(train)) return [];
  const flat = Object.entries(train).flatMap(([name, value]) =>
    isObject(value) ? inside(name, value) : [[name, value]],
  );
  return flat.flatMap(([id, value]) =>
    isObject(value)
      ? []
      : [{id: `train.${id}`, value, key: 'name.own', difference: trainingWords(id, value, describe)}],
  );
}

/** @param {string} name @param {Record<string, unknown>} part @returns {[string, unknown][]} */
function inside(name, {kind, ...options}) {
  return [.../** @type {[string, unknown][]} */ (kind === undefined ? [] : [[name, kind]]), ...Object.entries(options)];
}
