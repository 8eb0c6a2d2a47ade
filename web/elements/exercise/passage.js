// What an exercise says at some length: formatted, as its author typed it; nothing where it says nothing.
import {html, nothing} from 'lit';
import {course} from '../learn/course_words.js';
import './rich_text.js';

/** @param {import('../../learn/types').Lesson} lesson @param {string} name @param {string} [how] a class */
export function passage(lesson, name, how = '') {
  const source = course(lesson, name);
  return source ? html`<rich-text class=${how} .source=${source}></rich-text>` : nothing;
}
