// What a chapter says.
import {courseWord} from '../../learn/words.js';
import {told} from '../../words/words.js';

/** @param {{id: string}} chapter @param {string} name @returns {string} */
export const course = ({id}, name) => told(courseWord(id, name));
