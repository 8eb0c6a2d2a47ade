// What a language file has: its messages, and what each wants to be given.
import {FluentResource} from '@fluent/bundle';

/** What a message chooses by, and between. @typedef {{name: string, variants: string[], ordinal: boolean}} Choice */
/**
 * takes: the names of the values in it; offered: more that a comment above it names as $value, for other languages.
 * @typedef {{takes: Set<string>, offered: Set<string>, choices: Choice[]}} Message
 */
/** @typedef {Map<string, Message>} Messages by id */

/**
 * @param {string} text in Fluent's syntax
 * @returns {{messages: Messages, faults: string[]}} faults: what is written there but is no message
 */
export function messagesOf(text) {
  const {body} = new FluentResource(text);
  const ids = [...text.matchAll(/^(-?[a-zA-Z][\w-]*) *=/gm)].map(([, id]) => id);
  const known = new Map(body.map((entry) => [entry.id, entry]));
  const faults = [...new Set(ids)].flatMap((id) => {
    if (!known.has(id)) return [`"${id}" is no message in Fluent's syntax`];
    return ids.filter((other) => other === id).length > 1 ? [`"${id}" stands there twice`] : [];
  });
  const offers = offersIn(text);
  const messages = [...known.values()].filter(({id}) => !id.startsWith('-'));
  const of = (/** @type {any} */ {id, value}) => ({
    takes: takenBy(value, known),
    offered: new Set(offers.get(id)),
    choices: choicesIn(value),
  });
  return {messages: new Map(messages.map((message) => [message.id, of(message)])), faults};
}

/** The values that the comment over a section or a message names. @param {string} text @returns {Map<string, string[]>} */
function offersIn(text) {
  /** @type {string[]} */
  let names = [];
  const lines = text.split('\n').flatMap((line, i, all) => {
    const named = [...line.matchAll(/\$([a-z]\w*)/g)].map(([, name]) => name);
    if (line.startsWith('#')) names = all[i - 1]?.startsWith('#') ? [...names, ...named] : named;
    const id = /^([a-zA-Z][\w-]*) *=/.exec(line)?.[1];
    return id ? [/** @type {[string, string[]]} */ ([id, names])] : [];
  });
  return new Map(lines);
}

/** @param {any} part a pattern or an expression of Fluent's @param {Map<string, any>} known @returns {Set<string>} */
function takenBy(part, known) {
  if (Array.isArray(part)) return new Set(part.flatMap((one) => [...takenBy(one, known)]));
  switch (part?.type) {
    case 'var':
      return new Set([part.name]);
    case 'select':
      return takenBy([part.selector, ...part.variants.map((/** @type {any} */ {value}) => value)], known);
    case 'func':
      return takenBy(part.args, known);
    case 'mesg':
      return takenBy(known.get(part.name)?.value, known);
    default:
      return new Set();
  }
}

/** What is chosen in it, outermost first. @param {any} part a pattern or an expression of Fluent's @returns {Choice[]} */
function choicesIn(part) {
  if (Array.isArray(part)) return part.flatMap(choicesIn);
  if (part?.type !== 'select') return [];
  const {selector, variants} = part;
  const [value, ...how] = selector.type === 'func' ? selector.args : [selector];
  const ordinal = how.some((/** @type {any} */ {name, value: set}) => name === 'type' && set.value === 'ordinal');
  const names = variants.map((/** @type {any} */ {key}) => String(key.value));
  return [
    {name: value.name, variants: names, ordinal},
    ...choicesIn(variants.map((/** @type {any} */ one) => one.value)),
  ];
}
