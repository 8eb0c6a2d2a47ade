// What `make learn` leaves beside a chapter: its strict run with the seed as it stands, as the page's engine gives it.
import {PICTURES} from '../../web/charts/compare/index.js';
import {testedLines} from '../learn_engine.mjs';
import {passage} from './passage.mjs';
import {recordedRivals} from './rivals.mjs';
import {THUMBNAILS, drawn} from './thumbnails.mjs';

/** @import {Chapter, Recorded, RecordedMeasure} from '../../web/learn/types' */
/** @typedef {{hash: string, examples: any, anatomy: Recorded['anatomies'][number], curve: Recorded['curves'][number],
 *  course: RecordedMeasure[], seen: any[]}} Trained one model */

/** Drawn numbers need no more. @param {number} value */
const short = (value) => (Number.isFinite(value) ? Number(value.toPrecision(4)) : null);

/** @param {Chapter} chapter @param {string} [command] for rivals @returns {Promise<{recorded: Recorded, thumbnail: string}>} */
export async function record(chapter, command = 'build/native/unrolled') {
  /** @type {Trained[]} */
  const models = [];
  for (const k of chapter.experiment.models.keys()) models.push(await trainedModel(chapter, k));
  const hashes = models.map(({hash}) => hash);
  const [{examples}] = models;
  const recorded = {
    hashes,
    example: {view: examples.view, items: models.map(({examples}) => examples.items[0])},
    anatomies: models.map(({anatomy}) => anatomy),
    ...(chapter.why.course && {course: models.map(({course}) => course)}),
    curves: models.map(({curve}) => curve),
    ...(chapter.rivals && {rivals: await recordedRivals(chapter, command)}),
  };
  return {
    recorded,
    thumbnail: drawn(
      chapter,
      models.map(({seen}) => seen),
      hashes,
    ),
  };
}

/** @param {Chapter} chapter @param {number} k @returns {Promise<Trained>} */
async function trainedModel(chapter, k) {
  const {experiment, view, example, id, why} = chapter;
  const {steps} = experiment.train;
  const {at = [steps], see} = THUMBNAILS[id];
  const curve = /** @type {{step: number[], value: number[]}} */ ({step: [], value: []});
  /** @type {any[]} */
  const seen = [];
  /** @type {RecordedMeasure[]} */
  const course = [];
  let last = /** @type {any} */ (null);
  const tested = (/** @type {any} */ session, /** @type {number} */ step) => {
    if (at.includes(step)) seen.push(see(session, example));
    if (why.course?.includes(step)) course.push(pictured(session, why.picture));
    if (step === steps) last = endOf(session, experiment.task, example);
  };
  for await (const line of testedLines({...experiment, models: [experiment.models[k]]}, {}, tested)) {
    if (!('step' in line)) break;
    curve.step.push(Number(line.step));
    curve.value.push(/** @type {number} */ (short(Number(/** @type {any} */ (line)[`val_${view.metric}`]))));
  }
  return {...last, curve, course, seen};
}

/** @param {any} session @param {Chapter['experiment']['task']} task @param {number} example */
function endOf(session, {kind, corpus}, example) {
  const inside = session.measures().some((/** @type {{kind: string}} */ one) => one.kind === 'anatomy');
  return {
    hash: session.weightsSha256(),
    examples:
      kind === 'text'
        ? passage(session, String(corpus), example)
        : session.examples({set: 'val', first: example, count: 1}),
    anatomy: inside ? measured(session, 'anatomy', {time: false}) : null,
  };
}

/** What a picture measures, under the measure's own name. @param {any} session @param {string} picture */
function pictured(session, picture) {
  const found = PICTURES.find(({meta}) => meta.id === picture);
  if (!found) throw new Error(`no picture ${picture}`);
  const {measure, options} = found.meta;
  const {arrays, ...all} = measured(session, measure, options ?? {});
  return {...all, arrays: arrays.filter(({name}) => name.startsWith(measure))};
}

/** @param {any} session @param {string} kind @param {object} options @returns {RecordedMeasure} */
function measured(session, kind, options) {
  const {arrays, numbers, step} = session.measure({kind, options});
  const plain = arrays.map((/** @type {any} */ array) => ({...array, data: Array.from(array.data, short)}));
  return {step, arrays: plain, numbers};
}

/** As it is committed: a line a part. @param {Recorded} recorded */
export function written(recorded) {
  const lines = Object.entries(recorded).map(([name, part]) => `${JSON.stringify(name)}: ${JSON.stringify(part)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}
