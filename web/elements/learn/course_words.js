// What a chapter says.
import {courseWord} from '../../learn/words.js';
import {told} from '../../words/words.js';

/** Of an exercise it is what its author typed. @param {{id: string, words?: Readonly<Record<string, string>>}} chapter @param {string} name @returns {string} */
export const course = ({id, words}, name) => (words ? (words[name] ?? '') : told(courseWord(id, name)));

/** What a position of its knob is called. @param {import('../../learn/types').Lesson} chapter @param {number} position */
export const settingOf = (chapter, position) => course(chapter, `knob_${chapter.knob?.values[position]?.name}`);

/** The same with numbers and the like in it. @param {{id: string}} chapter @param {string} name @param {import('../../words/words.js').Values} [values] */
export const courseWith = ({id}, name, values) => told({...courseWord(id, name), ...(values && {values})});
