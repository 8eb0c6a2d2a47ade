// What the buttons above a text do to it: the marks of rich_text.js go round what is selected. Pure.

/** @typedef {'strong' | 'em' | 'code' | 'list' | 'link' | 'formula'} Format */
/** @typedef {{text: string, from: number, to: number}} Selected of a text, from which character to which */

/** @type {readonly Format[]} */
export const FORMATS = ['strong', 'em', 'code', 'list', 'link', 'formula'];
const ROUND = {strong: ['**', '**'], em: ['*', '*'], code: ['`', '`'], formula: ['$', '$'], link: ['[', '](https://)']};

/** @param {Selected} selected @param {Format} format @returns {Selected} what was selected stays so, that one may go on */
export function formattedAs({text, from, to}, format) {
  if (format === 'list') return listed({text, from, to});
  const [before, after] = ROUND[format];
  const inner = text.slice(from, to);
  const made = text.slice(0, from) + before + inner + after + text.slice(to);
  return {text: made, from: from + before.length, to: to + before.length};
}

/** Whole lines become points. @param {Selected} selected @returns {Selected} */
function listed({text, from, to}) {
  const begin = text.lastIndexOf('\n', from - 1) + 1;
  const end = text.indexOf('\n', to) < 0 ? text.length : text.indexOf('\n', to);
  const made = text.slice(begin, end).split('\n').map((one) => `- ${one.replace(/^- /, '')}`).join('\n'); // prettier-ignore
  return {text: text.slice(0, begin) + made + text.slice(end), from: begin, to: begin + made.length};
}
