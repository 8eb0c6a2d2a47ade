// A little formatting, as a plain tree of what is allowed and nothing else: paragraphs, lists, *stressed*, **strong**, `code`,
// [a link](https://…), $TeX$, and $$TeX$$ on lines of its own. Whatever is none of these is text, markup of any other kind too. Pure.
import {plain} from './plain.js';

/** @typedef {{kind: 'text', text: string} | {kind: 'code', text: string} | {kind: 'em', of: Inline[]} | {kind: 'strong', of: Inline[]} | {kind: 'link', href: string, host: string, of: Inline[]} | {kind: 'formula', tex: string}} Inline host: where a link leads */
/** @typedef {{kind: 'paragraph', of: Inline[]} | {kind: 'list', ordered: boolean, items: Inline[][]} | {kind: 'display', tex: string}} Block */

const DEEPEST = 4;
const FORMULA = /\$\$([^$]+)\$\$/;
const ITEM = /^ *(?:[-*•]|(\d{1,3})[.)]) +(?=\S)/;

/** What may stand at a place of a line, the first that fits. @type {readonly [RegExp, (found: RegExpExecArray, depth: number) => Inline | null][]} */
const RULES = [
  [/\\([\\*`$[\]])/y, ([, text]) => ({kind: 'text', text})],
  [/`([^`\n]+)`/y, ([, text]) => ({kind: 'code', text})],
  [/\$(?!\s)([^$]*[^$\s\\])\$(?!\d)/y, ([, tex]) => ({kind: 'formula', tex})],
  [/\*\*(?!\s)([^]+?)(?<!\s)\*\*(?!\*)/y, ([, text], depth) => ({kind: 'strong', of: inline(text, depth)})],
  [/\*(?![\s*])([^*]+?)(?<!\s)\*/y, ([, text], depth) => ({kind: 'em', of: inline(text, depth)})],
  [/\[([^[\]\n]+)\]\(([^()\s]+)\)/y, ([, text, address], depth) => link(text, address, depth)],
];

/** @param {string} source @returns {Block[]} */
export function richText(source) {
  return plain(source)
    .split(FORMULA)
    .flatMap((part, i) => (i % 2 ? [{kind: /** @type {const} */ ('display'), tex: part.trim()}] : blocks(part)));
}

/** Paragraphs have an empty line between them, items of a list a line each. @param {string} text @returns {Block[]} */
function blocks(text) {
  /** @type {Block[]} */
  const all = [];
  for (const paragraph of text.split(/\n\s*\n/)) {
    /** @type {string[]} */
    let lines = [];
    const end = () => {
      const words = lines.join('\n').trim();
      if (words) all.push({kind: 'paragraph', of: inline(words, 0)});
      lines = [];
    };
    for (const line of paragraph.split('\n')) {
      const item = ITEM.exec(line);
      if (!item) lines.push(line);
      else (end(), addItem(all, item[1] !== undefined, line.slice(item[0].length), line === paragraph.split('\n')[0]));
    }
    end();
  }
  return all;
}

/** To the list before it, where that is of its kind. @param {Block[]} all @param {boolean} ordered @param {string} text @param {boolean} apart an empty line stands before it */
function addItem(all, ordered, text, apart) {
  const last = all.at(-1);
  const items = last?.kind === 'list' && last.ordered === ordered && !apart ? last.items : [];
  if (!items.length) all.push({kind: 'list', ordered, items});
  items.push(inline(text.trim(), 0));
}

/** @param {string} text @param {number} depth @returns {Inline[]} */
function inline(text, depth) {
  /** @type {Inline[]} */
  const all = [];
  for (let at = 0; at < text.length;) {
    const [found, length] = depth < DEEPEST ? ruled(text, at, depth + 1) : [null, 0];
    const last = all.at(-1);
    if (found) all.push(found);
    else if (last?.kind === 'text') last.text += text[at];
    else all.push({kind: 'text', text: text[at]});
    at += found ? length : 1;
  }
  return all;
}

/** @param {string} text @param {number} at @param {number} depth @returns {[Inline | null, number]} */
function ruled(text, at, depth) {
  if (!'\\`$*['.includes(text[at])) return [null, 0];
  for (const [rule, make] of RULES) {
    rule.lastIndex = at;
    const found = rule.exec(text);
    const made = found && make(found, depth);
    if (made) return [made, found[0].length];
  }
  return [null, 0];
}

/** Only to where its host says, by https; anything else stays as it was typed. @param {string} text @param {string} address @param {number} depth @returns {Inline | null} */
function link(text, address, depth) {
  if (!/^https:\/\//i.test(address) || !URL.canParse(address)) return null;
  const {protocol, username, password, host, href} = new URL(address);
  if (protocol !== 'https:' || username || password || !host) return null;
  return {
    kind: 'link',
    href,
    host,
    of: inline(text, Math.max(depth, DEEPEST - 1)).filter((one) => one.kind !== 'link'),
  };
}
