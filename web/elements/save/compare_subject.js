// A picture that compares models, as it is shown, to be saved.
import {told, toldAll} from '../../words/words.js';
import {captionOf, runLine} from './caption.js';
import {inFile} from './colours_of_file.js';

/** @typedef {import('../compare/picture_frame.js').PictureFrame} PictureFrame @typedef {import('./saving.js').Subject} Subject */

/** Of the paper that it is drawn for, in CSS pixels. */
const WIDTH = 800;

/** @param {PictureFrame} element @returns {Subject | null} null where nothing is shown */
export function compareSubject(element) {
  const {race} = element;
  const {picture, runs: shown, runners, options: seen} = element.drawn;
  if (!race || !picture || !shown.length) return null;
  const options = {...seen, width: WIDTH, colours: inFile(seen.colours), cursor: null, still: true};
  const runs = shown.map((run) => ({...run, ...inFile({colour: run.colour})}));
  const step = Math.max(...runs.map(({found}) => found.step));
  const {found} = picture.describe(runs, options);
  return {
    name: ['compare', picture.meta.id, race.experiment.name ?? race.experiment.task.kind, 'step', step],
    table: () => {
      const {columns, rows} = picture.table(runs, options);
      return {head: columns.map(({id}) => id), rows};
    },
    picture: () => ({
      ...sheetOf(picture, runs, options),
      caption: captionOf(told(picture.meta.title), [runLine(race, runners, step), ...found.map(told)]),
      description: toldAll(picture.meta.how),
    }),
  };
}

/** @param {PictureFrame['drawn']['picture'] & {}} picture @param {PictureFrame['drawn']['runs']} runs @param {PictureFrame['drawn']['options']} options */
function sheetOf(picture, runs, options) {
  const draw = (/** @type {CanvasRenderingContext2D} */ ctx) => {
    picture.draw(ctx, runs, options);
    return picture.scene(runs, options).height;
  };
  return {width: WIDTH, colours: options.colours, paper: options.colours.paper, draw};
}
