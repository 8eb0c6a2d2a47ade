// TeX that somebody else typed, as MathML: what Temml makes of it is taken apart, and of that an allow-list of elements and attributes is
// kept. Nothing of it has an address, a style, a colour or a script. Pure.
import {seen} from './plain.js';

/** An element of MathML. @typedef {{tag: string, attributes: Record<string, string>, of: (Node | string)[]}} Node */

const named = (/** @type {string} */ names) => new Set(names.split(','));
const ELEMENTS = named(
  'math,mrow,mi,mn,mo,ms,mtext,mspace,mfrac,msqrt,mroot,msub,msup,msubsup,munder,mover,munderover,mmultiscripts,mprescripts,none,mtable,mtr,mtd,mstyle,mpadded,menclose',
);
const ATTRIBUTES = named(
  'mathvariant,linethickness,stretchy,fence,separator,symmetric,largeop,movablelimits,form,accent,accentunder,displaystyle,scriptlevel,lspace,rspace,width,height,depth,minsize,maxsize,notation,display,columnalign',
);
/** How the columns of aligned formulas stand. */
const CLASSES = named('tml-left,tml-right');
const WORD = /^[a-z]{1,24}( [a-z]{1,24}){0,3}$/;
const LENGTH = /^(-?\d{0,2}(?:\.\d{1,6})?)(em|ex|px|pt|mu|%)?$/;
/** So far may a length go, in its unit: no formula stands over the words around it. @type {Readonly<Record<string, number>>} */
const FARTHEST = {em: 3, ex: 6, px: 48, pt: 36, mu: 54, '%': 99};
const LONGEST = 2000; // characters
const MOST = 2000; // elements and texts
const DEEPEST = 60;

/** How Temml reads it: nothing that leads anywhere, no macro without end. @param {boolean} display */
const options = (display) => ({
  displayMode: display,
  annotate: false,
  throwOnError: true,
  trust: false,
  maxSize: /** @type {[number, number]} */ ([3, 20]),
  maxExpand: 200,
});

/**
 * @param {Pick<typeof import('temml').default, '__renderToMathMLTree'>} temml @param {string} tex @param {boolean} display
 * @returns {Node | null} null: it cannot be shown
 */
export function formulaOf(temml, tex, display) {
  if (tex.length > LONGEST) return null;
  try {
    const budget = {left: MOST};
    const [math] = allowed(temml.__renderToMathMLTree(tex, options(display)), budget, 0);
    if (typeof math !== 'object' || math.tag !== 'math') return null;
    return display ? {...math, attributes: {...math.attributes, display: 'block'}} : math;
  } catch {
    return null; // no TeX, or too much of it
  }
}

/** What is kept of a node; of one that is not allowed what is in it. @param {any} node @param {{left: number}} budget @param {number} depth @returns {(Node | string)[]} */
function allowed(node, budget, depth) {
  if (--budget.left < 0 || depth > DEEPEST) throw new RangeError('formula');
  if (typeof node?.text === 'string') return [seen(node.text)];
  const of = (node?.children ?? []).flatMap((/** @type {any} */ child) => allowed(child, budget, depth + 1));
  if (!ELEMENTS.has(node?.type)) return of;
  return [{tag: node.type, attributes: attributesOf(node), of}];
}

/** @param {{attributes?: Record<string, unknown>, classes?: string[]}} node */
function attributesOf({attributes = {}, classes = []}) {
  const kept = Object.entries(attributes).filter(([name, value]) => ATTRIBUTES.has(name) && isHarmless(String(value)));
  const known = classes.filter((name) => CLASSES.has(name));
  return Object.fromEntries([
    ...kept.map(([name, value]) => [name, String(value)]),
    ...(known.length ? [['class', known.join(' ')]] : []),
  ]);
}

/** A word or two, or a length within bounds. @param {string} value */
function isHarmless(value) {
  if (WORD.test(value)) return true;
  const [, size = '', unit = 'em'] = LENGTH.exec(value) ?? [];
  return size !== '' && Math.abs(Number(size)) <= FARTHEST[unit];
}
