// What comes after the prediction: fetched when it is made.
import '../../words/course_more.js';
import '../../words/story.js';
import * as watch from './watch_part.js';
import * as why from './why_part.js';
import * as change from './change_part.js';
import * as challenge from './challenge_part.js';
import * as question from './question_part.js';
import * as end from './end_part.js';

export * as turning from './turning.js';
export const LATER = {watch, why, change, challenge, question, end};
