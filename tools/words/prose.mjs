// What is written for people where it stands, rather than in web/words.
import {HOLE, partsOf} from './markup.mjs';
import {childrenOf, literal, nameOf, parsed, walk} from './source.mjs';

/** @typedef {import('./source.mjs').Node} Node */
/** @typedef {{line: number, fault: string}} Finding */
/** A place and what is written there. @typedef {{at: {start: number}, text: string}} Text */

/** Attributes, and properties of objects and elements, that people read. */
const READ = new Set([
  ...['title', 'alt', 'placeholder', 'label', 'caption', 'summary', 'description', 'hint', 'message'],
  ...['textContent', 'innerText', 'ariaLabel'],
  ...['aria-label', 'aria-description', 'aria-valuetext', 'aria-roledescription'],
]);
const LETTER = /\p{L}/u;
const KEY = /^[a-z]\w*(\.[\w\u0001-]+)+$/;
/** Two words beside each other, one beside something that is put in, or one alone that begins as a sentence does. */
const PROSE = new RegExp(
  [
    String.raw`\p{L}[\p{L}’'-]*[,;:.!?)”]*\s+[(“]?\p{L}{2,}`,
    String.raw`\p{L}{2,}[,;:.)]*\s${HOLE}`,
    String.raw`${HOLE}[,;:.)]*\s\p{L}`,
    String.raw`^\p{Lu}\p{Ll}+[.…:!?]?$`,
  ].join('|'),
  'u',
);

/** What has words and blanks, but is not for people. */
const NO_PROSE = [
  /^[.#[(:*>]/, // selectors and media queries
  /[\d\u0001](px|em|fr|deg)\b/, // fonts and other values of style sheets
  /sans-serif|monospace/, // lists of fonts
  /^[\w\s,:-]+\{|^[a-z-]+: ?\u0001?;/, // rules of style sheets
  /^<[a-z-]+/, // markup that is handed on as code
  /\\[a-z]/, // formulas in TeX
  /^(Enter|Escape|Home|End)$/, // keys of the keyboard
  /^(Canvas|Highlight)$/, // colours of the system
  /^estimate \u0001$|^unrolled worker /, // names of errands and locks
  /^The whale $/, // a prompt: text for a model
  /^no hello$/, // a failure that is caught beside where it is thrown
];

/** @param {string} text of a module @returns {Finding[]} */
export function proseIn(text) {
  const {tree, lineOf} = parsed(text);
  /** @type {Map<number, string>} */
  const found = new Map();
  /** @type {Set<unknown>} */
  const unread = new Set();
  walk(tree, (node) => {
    if (isOfMachines(node)) return true;
    styled(node).forEach((one) => unread.add(one));
    if (unread.has(node)) return false;
    for (const {at, text: said} of [...marked(node), ...named(node), ...prose(node)])
      if (!found.has(at.start)) found.set(at.start, said);
    return false;
  });
  const inOrder = [...found].sort(([a], [b]) => a - b);
  return inOrder.map(([start, said]) => ({
    line: lineOf(/** @type {Node} */ ({start})),
    fault: `written for people: ${shortened(said)}`,
  }));
}

/** Paths of modules and style sheets. @param {Node} node */
function isOfMachines({type, tag, source}) {
  return (
    (type === 'TaggedTemplateExpression' && tag.name === 'css') ||
    type === 'ImportDeclaration' ||
    !!(source && type.startsWith('Export'))
  );
}

/** The markup itself, and names of classes: looked at apart, or not at all. @param {Node} node @returns {unknown[]} */
function styled(node) {
  if (!isMarkup(node)) return [];
  const classes = partsIn(node).filter(({attribute}) => attribute === 'class' || attribute === 'style');
  const strings = classes.flatMap(({holes}) => holes.flatMap((hole) => shown(node.quasi.expressions[hole])));
  return [node.quasi, ...strings.map(({at}) => at)];
}

/** @param {Node} node */
const isMarkup = ({type, tag}) => type === 'TaggedTemplateExpression' && ['html', 'svg'].includes(tag.name);

/** @param {Node} node */
const partsIn = ({quasi}) => partsOf(quasi.quasis.map((/** @type {Node} */ {value}) => value.cooked));

/** What markup writes itself, and what its expressions put where people read. @param {Node} node @returns {Text[]} */
function marked(node) {
  if (!isMarkup(node)) return [];
  const template = node.quasi;
  const read = partsIn(node).filter(({attribute}) => !attribute || READ.has(attribute.replace(/^[.?]/, '')));
  return read.flatMap(({text, holes, quasi, offset}) => [
    ...(LETTER.test(text) ? [{at: {start: template.quasis[quasi].start + offset}, text}] : []),
    ...holes.flatMap((hole) => shown(template.expressions[hole])),
  ]);
}

/** The texts that an expression may put there. @param {Node | null | undefined} node @returns {Text[]} */
function shown(node) {
  switch (node?.type) {
    case 'Literal':
    case 'TemplateLiteral': {
      const text = textOf(node);
      return text !== null && LETTER.test(text) && !KEY.test(text) ? [{at: node, text}] : [];
    }
    case 'ConditionalExpression':
      return [node.consequent, node.alternate].flatMap(shown);
    case 'LogicalExpression':
    case 'BinaryExpression':
      return /^[=!<>]/.test(node.operator) ? [] : [node.left, node.right].flatMap(shown);
    case 'ParenthesizedExpression':
    case 'ArrayExpression':
      return childrenOf(node).flatMap(shown);
    case 'CallExpression':
      return node.callee.property?.name === 'map' ? shown(node.arguments[0]?.body) : [];
    default:
      return [];
  }
}

/** What gets a name that people read: {title: 'Loss'}, element.title = 'Loss', setAttribute('title', 'Loss'). @param {Node} node @returns {Text[]} */
function named(node) {
  if (READ.has(nameOf(node) ?? '')) return shown(node.value);
  if (node.type === 'AssignmentExpression' && READ.has(node.left.property?.name)) return shown(node.right);
  if (node.callee?.property?.name !== 'setAttribute') return [];
  return READ.has(literal(node.arguments[0]) ?? '') ? shown(node.arguments[1]) : [];
}

/** @param {Node} node @returns {Text[]} */
function prose(node) {
  const text = textOf(node);
  return text !== null && PROSE.test(text) && !NO_PROSE.some((pattern) => pattern.test(text)) ? [{at: node, text}] : [];
}

/** What is written in a string, a hole where something is put in. @param {Node} node @returns {string | null} */
function textOf(node) {
  if (node.type !== 'TemplateLiteral') return literal(node);
  return node.quasis.map((/** @type {Node} */ {value}) => value.cooked).join(HOLE);
}

/** @param {string} text */
function shortened(text) {
  const plain = text.replaceAll(HOLE, '…').replace(/\s+/g, ' ').trim();
  return JSON.stringify(plain.length > 70 ? `${plain.slice(0, 69)}…` : plain);
}
