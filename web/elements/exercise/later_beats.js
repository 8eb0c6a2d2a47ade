// What comes after the first beat of an exercise: fetched while that is read.
import '../../words/story.js';
import * as changing from '../learn/change_part.js';
import {causeFigure} from './cause_figure.js';
import * as challenge from './challenge_part.js';
import * as end from './end_part.js';
import * as watch from './watch_part.js';
import * as why from './why_part.js';

export {withTaking} from './taking_parts.js';
const change = {...changing, figure: causeFigure};
export const LATER = {watch, why, change, challenge, end};
