// Questions as GIFT, which Moodle and others import as text (https://docs.moodle.org/en/GIFT_format): one block a question, its right
// answer behind "=", the others behind "~", each with what is said to it behind "#".

/** @typedef {import('./quiz.js').Question} Question */

/** What means something in GIFT is written with a backslash. @param {string} text */
const plain = (text) => text.replace(/[\\~=#{}:]/g, '\\$&').replace(/\s*\n\s*/g, ' ');

/** @param {Question[]} questions @returns {string} */
export const gift = (questions) => questions.map(block).join('\n');

/** @param {Question} question */
function block({id, title, text, answers}) {
  const lines = answers.map((one) => `  ${one.right ? '=' : '~'}${plain(one.text)}#${plain(one.reply)}`);
  return `::${plain(`${title} (${id})`)}::[plain]${plain(text)} {\n${lines.join('\n')}\n}\n`;
}
