// Held-out examples and what all models answer to them, where these are pictures, to be saved.
import {drawImages, drawWaves} from '../../charts/answer_pictures.js';
import {say} from '../../words/words.js';
import {imagesOf} from '../answers/given_view.js';
import {isRight, writtenOut} from '../answers/tokens_view.js';
import {coloursOf} from '../parts/colours.js';
import {fixed, percent} from '../parts/format.js';
import {answersHead, answersRows} from './answers_csv.js';
import {captionOf, runLine} from './caption.js';
import {inFile} from './colours_of_file.js';

/** @typedef {import('../answers/examples_bar.js').ExamplesBar} ExamplesBar @typedef {import('./saving.js').Subject} Subject */
/** @typedef {import('../../runtime/types').Item} Item @typedef {import('../../runtime/types').Examples} Examples */
/** @typedef {{runner: import('../../runtime/runner.js').Runner, examples: Examples}} Answering */

const WIDTH = 800;

/** @param {ExamplesBar} element @returns {Subject | null} */
export function answersSubject(element) {
  const {race} = element;
  const answering = (race?.runners ?? []).flatMap((runner) => {
    const {examples} = runner;
    return examples?.items.length && !runner.refused ? [{runner, examples}] : [];
  });
  if (!race || !answering.length) return null;
  const {first, items, set} = answering[0].examples;
  const step = Math.max(...answering.map(({examples}) => examples.step));
  const range = {first: first + 1, last: first + items.length};
  const waves = race.view === 'waves';
  const lines = [
    runLine(
      race,
      answering.map(({runner}) => runner),
      step,
    ),
    say('save.examples', range),
  ];
  if (waves) lines.push(say('save.waves'));
  if (set === 'longer') lines.push(say('answer.longer'));
  return {
    name: [race.experiment.name ?? race.experiment.task.kind, 'answers', 'step', step],
    table: () => ({head: answersHead(waves), rows: answersRows(answering, waves)}),
    picture: () => ({
      ...sheetOf(element, answering, waves),
      caption: captionOf(say('shown.unseen'), lines),
      description: '',
    }),
  };
}

/** @param {ExamplesBar} element @param {Answering[]} answering @param {boolean} waves */
function sheetOf(element, answering, waves) {
  const colours = inFile(coloursOf(element));
  const models = answering.map(({runner}) => ({name: runner.name, colour: colours.runs[runner.colour] ?? colours.ink}));
  const table = {width: WIDTH, models, colours};
  const draw = (/** @type {CanvasRenderingContext2D} */ ctx) =>
    waves
      ? drawWaves(ctx, {...table, rows: rowsOf(answering, waveRow), number: (v) => fixed(v, 2)})
      : drawImages(ctx, {...table, rows: rowsOf(answering, imageRow)});
  return {width: WIDTH, colours, paper: colours.paper, draw};
}

/**
 * A row for each example that all of them are shown; models may be a moment apart.
 * @template Row @param {Answering[]} answering @param {(items: (Item | undefined)[], number: number) => Row} row @returns {Row[]}
 */
function rowsOf(answering, row) {
  const {first, items} = answering[0].examples;
  const of = (/** @type {Examples} */ examples, /** @type {number} */ i) => examples.items[first + i - examples.first];
  return items.map((_, i) =>
    row(
      answering.map(({examples}) => of(examples, i)),
      first + i + 1,
    ),
  );
}

/** @param {(number | null)[][] | undefined} numbers */
const column = (numbers) => (numbers ?? []).map(([value]) => value ?? NaN);

/** @param {(Item | undefined)[]} items @param {number} number @returns {import('../../charts/answer_pictures.js').WaveRow} */
function waveRow(items, number) {
  const first = items.find(Boolean);
  return {
    name: String(number),
    right: column(first?.target?.numbers ?? first?.given.values),
    said: items.map((item) => column(item?.answer.numbers)),
  };
}

/** @param {(Item | undefined)[]} items @returns {import('../../charts/answer_pictures.js').ImageRow} */
function imageRow(items) {
  const first = /** @type {Item} */ (items.find(Boolean));
  const [image = {pixels: [], columns: 1}] = imagesOf(first);
  const right = say('answer.right_is', {right: writtenOut(first.target?.symbols ?? [])});
  return {...image, right, answers: items.map((item) => (item ? answerOf(item) : {text: '', right: null}))};
}

/** @param {Item} item */
function answerOf(item) {
  const right = isRight(item);
  const sure = item.probabilities ? Math.max(...item.probabilities) : item.probability?.[0];
  const mark = right === null ? '' : right ? '✓ ' : '✗ ';
  return {
    text: `${mark}${writtenOut(item.answer.symbols ?? [])}${sure === undefined ? '' : `  ${percent(sure)}`}`,
    right,
  };
}
