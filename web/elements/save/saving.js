// Whatever can be saved, as the file that was asked for. What it is, its element's name says.
import '../../words/late.js';
import {say} from '../../words/words.js';
import {answersSubject} from './answers_subject.js';
import {chartSubject} from './chart_subject.js';
import {compareSubject} from './compare_subject.js';
import {csv} from './csv.js';
import {download, maySave} from './download.js';
import {fileName} from './file_name.js';
import {lookSubject} from './look_subject.js';
import {pngOf, svgOf} from './picture_file.js';

/** @typedef {'csv' | 'png' | 'svg'} Ending */
/**
 * @typedef {object} Subject what is to be saved, as it is at this moment
 * @property {(string | number)[]} name parts of the file's name
 * @property {() => {head: string[], rows: Iterable<import('./csv.js').Cell[]>}} table
 * @property {() => import('./picture_file.js').Picture} picture
 */

/** @type {Record<string, (element: any) => Subject | null>} */
const SUBJECTS = {
  'loss-chart': chartSubject,
  'view-frame': lookSubject,
  'picture-frame': compareSubject,
  'examples-bar': answersSubject,
};

/** @type {Record<Ending, (subject: Subject) => Blob | Promise<Blob>>} */
const FILES = {
  csv: ({table}) => {
    const {head, rows} = table();
    return new Blob([csv(head, rows)], {type: 'text/csv;charset=utf-8'});
  },
  svg: (subject) => new Blob([svgOf(subject.picture())], {type: 'image/svg+xml'}),
  png: (subject) => pngOf(subject.picture()),
};

/**
 * @param {Element} element @param {Ending} ending
 * @returns {Promise<[string, string]>} what is to be said of it, and the file's name where there is one
 */
export async function save(element, ending) {
  const subject = SUBJECTS[element.localName]?.(element);
  const may = maySave(window);
  if (!subject || may === 'no') return [subject ? say('save.refused') : '', ''];
  const name = fileName(subject.name, ending);
  download(await FILES[ending](subject), name);
  return [may === 'yes' ? '' : say('save.perhaps'), name];
}
