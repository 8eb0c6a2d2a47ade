// What the chapters ask, as plain questions with their answers: for the teacher's page, and for question banks elsewhere.
import {told} from '../../words/words.js';
import {courseWord} from '../words.js';

/** @typedef {{text: string, right: boolean, reply: string}} Answer */
/** id: letters, digits and "_". @typedef {{id: string, chapter: string, title: string, text: string, answers: Answer[]}} Question */

/** Its prediction, what it asks of earlier chapters, and its question on another surface. @param {import('../types').Chapter} chapter @returns {Question[]} */
export function questionsOf(chapter) {
  const {id, choices, recall = [], transfer} = chapter;
  const say = (/** @type {string} */ name) => told(courseWord(id, name));
  const asked = (
    /** @type {string} */ name,
    /** @type {string} */ text,
    /** @type {string} */ prefix,
    /** @type {import('../types').Choice[]} */ offered,
    /** @type {string} */ first = 'choice_',
  ) => ({
    id: `${id}_${name}`,
    chapter: id,
    title: say('title'),
    text,
    answers: offered.map((choice) => ({
      text: say(`${prefix}${first}${choice.id}`),
      right: choice.right === true,
      reply: say(`${prefix}reply_${choice.id}`),
    })),
  });
  return [
    asked('predict', `${say('lead')} ${say('question')}`, '', choices),
    ...recall.map((one) => asked(`recall_${one.id}`, say(`recall_${one.id}`), `recall_${one.id}_`, one.choices, '')),
    asked('transfer', say('transfer'), 'transfer_', transfer.choices, ''),
  ];
}
