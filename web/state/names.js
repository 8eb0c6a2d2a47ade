// Names for the models of a race, such as "LSTM 128" or "Transformer 2×64".

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
  const plain = models.map((model) => `${kindTitle(model, describe)}${size(model)}`);
  return plain.map((name, i) => {
    const twins = models.filter((_, j) => plain[j] === name);
    if (twins.length === 1) return name;
    const difference = firstDifference(models[i], twins);
    const same = twins.filter((twin) => firstDifference(twin, twins) === difference);
    const number = same.length > 1 ? ` #${same.indexOf(models[i]) + 1}` : '';
    return `${name}${difference && ` ${difference}`}${number}`;
  });
}

/** @param {ModelJson} model */
function size({num_layers, hidden_size, d_model, channels, growth, order}) {
  const width = hidden_size ?? d_model ?? channels ?? growth ?? order;
  if (width === undefined) return '';
  return Number(num_layers) > 1 ? ` ${num_layers}×${width}` : ` ${width}`;
}

/** @param {ModelJson} model @param {ModelJson[]} twins */
function firstDifference(model, twins) {
  const option = Object.keys(model).find((name) => twins.some((twin) => twin[name] !== model[name]));
  if (!option) return '';
  const title = option.replaceAll('_', ' ');
  const value = model[option];
  if (typeof value === 'boolean') return value ? title : `not ${title}`;
  return value === 'none' ? `no ${title}` : `${title} ${value}`;
}
