// Where a source says something: say('a.key', {...}), {key: 'a.key', values: {...}}, or a key on its way to one of them.
import {literal, nameOf, parsed, walk} from './source.mjs';

/** @typedef {import('./source.mjs').Node} Node */
/**
 * @typedef {object} Use
 * @property {number} line
 * @property {string[]} keys one of them is said; a star stands for what is put together as the page runs
 * @property {Set<string> | null} values the names of what is given; null: that cannot be told
 * @property {boolean} sure whether this is a key without doubt, or a text that may be one
 */

const KEY = /^[a-z]\w*(\.[\w*-]+)+$/i;
const FUNCTION = /Function|Program/;

/**
 * @param {string} text of a module @param {{bare?: boolean}} [about] bare: a saying without values has none, rather than
 *     getting them later
 * @returns {Use[]}
 */
export function usesIn(text, {bare = false} = {}) {
  const {tree, lineOf} = parsed(text);
  /** @type {Use[]} */
  const uses = [];
  /** @type {Set<unknown>} */
  const seen = new Set();
  walk(tree, (node, above) => {
    if (seen.has(node)) return true;
    const found = said(node, above) ?? saying(node, above, bare) ?? loose(node);
    if (!found?.keys.length) return false;
    const {from, ...use} = found;
    seen.add(from);
    uses.push({line: lineOf(node), ...use});
    return false;
  });
  return uses;
}

/** @typedef {Omit<Use, 'line'> & {from: Node | undefined}} Found from: where the key stands */

/** say(key, values). @param {Node} node @param {Node[]} above @returns {Found | null} */
function said({type, callee, arguments: handed}, above) {
  if (type !== 'CallExpression' || (callee.name ?? callee.property?.name) !== 'say') return null;
  const keys = keysIn(handed[0]).filter((key) => KEY.test(key));
  return {keys, values: handed[1] ? namesIn(handed[1], above) : new Set(), sure: true, from: handed[0]};
}

/** {key, values}. @param {Node} node @param {Node[]} above @param {boolean} bare @returns {Found | null} */
function saying({type, properties}, above, bare) {
  if (type !== 'ObjectExpression') return null;
  const property = (/** @type {string} */ name) => properties.find((/** @type {Node} */ one) => nameOf(one) === name);
  const from = property('key')?.value;
  const keys = keysIn(from).filter((key) => KEY.test(key));
  const values = property('values')?.value;
  return {keys, values: values ? namesIn(values, above) : bare ? new Set() : null, sure: true, from};
}

/** Any text that could be a key. @param {Node} node @returns {Found | null} */
function loose(node) {
  if (node.type !== 'Literal' && node.type !== 'TemplateLiteral') return null;
  return {keys: keysIn(node).filter((key) => KEY.test(key)), values: null, sure: false, from: node};
}

/** The texts that an expression may become. @param {Node | undefined} node @returns {string[]} */
function keysIn(node) {
  switch (node?.type) {
    case 'Literal':
      return [literal(node) ?? '*'];
    case 'ParenthesizedExpression':
      return keysIn(node.expression);
    case 'ConditionalExpression':
      return [...keysIn(node.consequent), ...keysIn(node.alternate)];
    case 'LogicalExpression':
      return [...keysIn(node.left), ...keysIn(node.right)];
    case 'BinaryExpression':
      return joined(keysIn(node.left), keysIn(node.right));
    case 'TemplateLiteral':
      return templateKeys(node);
    default:
      return ['*'];
  }
}

/** @param {Node} template */
function templateKeys({quasis, expressions}) {
  return quasis
    .slice(1)
    .reduce(
      (/** @type {string[]} */ before, /** @type {Node} */ quasi, /** @type {number} */ i) =>
        joined(joined(before, keysIn(expressions[i])), [quasi.value.cooked]),
      [quasis[0].value.cooked],
    );
}

/** @param {string[]} before @param {string[]} after */
const joined = (before, after) => before.flatMap((a) => after.map((b) => a + b));

/** The names in an object, also where it was given a name a few lines above. @param {Node} node @param {Node[]} above @returns {Set<string> | null} */
function namesIn(node, above) {
  if (node.type === 'Identifier') {
    const object = constant(node.name, above);
    return object && namesIn(object, above);
  }
  if (node.type !== 'ObjectExpression') return null;
  const names = node.properties.map((/** @type {Node} */ one) =>
    one.type === 'SpreadElement' ? namesIn(one.argument, above) : nameOf(one) && new Set([nameOf(one)]),
  );
  return names.includes(null) ? null : new Set(names.flatMap((/** @type {Set<string>} */ set) => [...set]));
}

/** What `const name = ...` of the same function says. @param {string} name @param {Node[]} above @returns {Node | null} */
function constant(name, above) {
  const room = above.findLast(({type}) => FUNCTION.test(type));
  /** @type {Node[]} */
  const found = [];
  walk(/** @type {Node} */ (room), (node) => {
    if (node.type === 'VariableDeclarator' && node.id.name === name) found.push(node.init);
  });
  return found.length === 1 && found[0]?.type === 'ObjectExpression' ? found[0] : null;
}
