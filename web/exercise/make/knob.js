// The knob as a teacher makes it: one option of the experiment and the values that it may have. Pure.

/** @typedef {import('../../runtime/types').Description} Description @typedef {import('../../runtime/types').Experiment} Experiment */
/** @typedef {import('../../runtime/types').Option} Option @typedef {import('../../learn/types').Change} Change */
/** @typedef {NonNullable<import('../types').Exercise['knob']>} Knob */
/** index: of a model. @typedef {{path: string, option: Option, group: string, value: unknown}} Turnable */

/** Every option of the experiment that can be turned, with the value that it has. @param {Description} describe @param {Experiment} experiment @returns {Turnable[]} */
export function turnables({tasks, train, models}, experiment) {
  const task = tasks.find(({kind}) => kind === experiment.task.kind);
  const optimizer = train.optimizers.find(({kind}) => kind === experiment.train.optimizer?.kind);
  const all = [
    ...of('task', task?.options ?? [], task?.title ?? '', experiment.task),
    ...of('train', train.options, '', experiment.train),
    ...of('train.optimizer', optimizer?.options ?? [], optimizer?.title ?? '', experiment.train.optimizer ?? {}),
    ...experiment.models.flatMap((model, i) => {
      const kind = models.find((one) => one.kind === model.kind);
      return of(`models.${i}`, kind?.options ?? [], kind?.title ?? model.kind, model);
    }),
  ];
  return all.filter(({path, option}) => path !== 'train.seed' && path !== 'train.tier' && option.type !== 'text');
}

/** @param {string} place @param {readonly Option[]} options @param {string} group @param {Record<string, any>} values @returns {Turnable[]} */
const of = (place, options, group, values) =>
  options.map((option) => ({
    path: `${place}.${option.name}`,
    option,
    group,
    value: values[option.name] ?? option.default,
  }));

/** A change of one option to one value. @param {string} path "task.length", "train.optimizer.lr", "models.0.hidden_size" @param {unknown} value @returns {Change} */
export function changeOf(path, value) {
  const [place, first, second] = path.split('.');
  if (place === 'task') return {task: {[first]: value}};
  if (place === 'train') return {train: second === undefined ? {[first]: value} : {[first]: {[second]: value}}};
  const models = Array.from({length: Number(first) + 1}, (_, i) => (i === Number(first) ? {[second]: value} : {}));
  return {models};
}

/** The option that a knob turns; null: its changes are not of one option. @param {Knob} knob @returns {{path: string, values: unknown[]} | null} */
export function turnedBy({values}) {
  const each = values.map(({change}) => flat(change));
  const paths = new Set(each.flatMap((pairs) => pairs.map(([path]) => path)));
  const [path] = paths;
  if (paths.size !== 1 || each.some(({length}) => length !== 1)) return null;
  return {path, values: each.map(([[, value]]) => value)};
}

/** @param {Change} change @returns {[string, unknown][]} */
function flat({task = {}, train = {}, models = [], add}) {
  const within = (/** @type {string} */ place, /** @type {object} */ values) =>
    Object.entries(values).map(([name, value]) => /** @type {[string, unknown]} */ ([`${place}.${name}`, value]));
  const optimizer = /** @type {object} */ (train.optimizer ?? {});
  const plain = Object.fromEntries(Object.entries(train).filter(([name]) => name !== 'optimizer'));
  return [
    ...within('task', task),
    ...within('train', plain),
    ...within('train.optimizer', optimizer),
    ...models.flatMap((model, i) => within(`models.${i}`, model)),
    ...(add ? [/** @type {[string, unknown]} */ (['add', add])] : []),
  ];
}

/** Values to begin with: a choice has all of its own; a number half, itself and double, within what the option allows. @param {Turnable} turnable @returns {unknown[]} */
export function valuesFor({option: {type, choices = [], min = -Infinity, max = Infinity}, value}) {
  if (type === 'boolean') return [false, true];
  if (type === 'choice') return choices.map((choice) => choice.value);
  const now = Number(value);
  const round = (/** @type {number} */ one) => (type === 'integer' ? Math.round(one) : Number(one.toPrecision(2)));
  const all = now === 0 ? [0, round(Math.min(max, 1))] : [round(now / 2), now, round(now * 2)];
  return [...new Set(all.map((one) => Math.max(min, Math.min(max, one))))];
}

/** What was typed, as values of an option. @param {Option} option @param {string} text "4, 12 50" @returns {number[]} in the order in which they stand; what is no number within its range is left out */
export function readValues({type, min = -Infinity, max = Infinity}, text) {
  const each = text
    .split(/[,;\s]+/)
    .filter(Boolean)
    .map(Number);
  const fit = each.filter((one) => one >= min && one <= max && (type !== 'integer' || Number.isInteger(one)));
  return [...new Set(fit)];
}

/** @param {Turnable} turnable @param {unknown[]} values @param {string} title @param {(value: unknown) => string} told what a value is called @returns {Knob} */
export function knobOf({path, value}, values, title, told) {
  const begin = Math.max(
    0,
    values.findIndex((one) => one === value),
  );
  return {title, values: values.map((one) => ({name: told(one), change: changeOf(path, one)})), begin};
}

/** The same with the value that the experiment has among them, at its place by size. @param {unknown[]} values @param {unknown} own */
export function withOwnValue(values, own) {
  if (values.includes(own)) return values;
  const all = [...values, own];
  return all.every((one) => typeof one === 'number') ? all.sort((a, b) => Number(a) - Number(b)) : all;
}
