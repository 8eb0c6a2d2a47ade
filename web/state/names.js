// Names for the models of a race, such as "LSTM 128" or "Transformer 2×64".
import {say} from '../words/words.js';
import {optionsOnly} from './runs.js';

/** @typedef {import('../runtime/types').ModelJson} ModelJson */
/** @typedef {import('../runtime/types').Description} Description */

/** @param {ModelJson} model @param {Description} describe */
export function kindTitle(model, describe) {
  return describe.models.find(({kind}) => kind === model.kind)?.title ?? model.kind;
}

/**
 * One name a model; models of the same kind and size are told apart by the first option in which they differ.
 * @param {ModelJson[]} models @param {Description} describe @returns {string[]}
 */
export function modelNames(models, describe) {
  const plain = models.map((model) => sized(kindTitle(model, describe), model));
  return plain.map((name, i) => {
    const twins = models.filter((_, j) => plain[j] === name);
    if (twins.length === 1) return name;
    const difference = firstDifference(models[i], twins);
    const same = twins.filter((twin) => firstDifference(twin, twins) === difference);
    const told = difference ? say('name.differs', {name, difference}) : name;
    return same.length > 1 ? say('name.numbered', {name: told, number: same.indexOf(models[i]) + 1}) : told;
  });
}

/** @param {string} kind @param {ModelJson} model */
function sized(kind, {num_layers, hidden_size, d_model, channels, growth, order}) {
  const width = hidden_size ?? d_model ?? channels ?? growth ?? order;
  if (width === undefined) return kind;
  const sizes = {kind, width: String(width), layers: String(num_layers)};
  return say(Number(num_layers) > 1 ? 'name.deep' : 'name.sized', sizes);
}

/** @param {ModelJson} model @param {ModelJson[]} twins */
function firstDifference(model, twins) {
  const mine = traits(model);
  const theirs = twins.map(traits);
  const option = Object.keys(mine).find((name) => theirs.some((twin) => twin[name] !== mine[name]));
  if (!option) return '';
  const title = option.replaceAll('_', ' ');
  const value = mine[option];
  if (typeof value === 'boolean') return value ? title : say('name.not', {option: title});
  return value === 'none'
    ? say('name.without', {option: title})
    : say('name.option', {option: title, value: String(value)});
}

/** What may tell a model apart, by one name each: its options, and what of its run is its own. @param {ModelJson} model */
function traits(model) {
  const {train, start} = model;
  return {...optionsOnly(model), ...flat(train), ...(start !== undefined && {[say('name.pretrained')]: true})};
}

/** An optimizer goes by its kind. @param {unknown} train @returns {Record<string, unknown>} */
function flat(train) {
  if (typeof train !== 'object' || train === null) return {};
  const entries = Object.entries(train).flatMap(([name, value]) => {
    if (typeof value !== 'object' || value === null) return [[name, value]];
    const {kind, ...options} = value;
    return [...(kind === undefined ? [] : [[name, kind]]), ...Object.entries(options)];
  });
  return Object.fromEntries(entries.filter(([, value]) => typeof value !== 'object'));
}
