// A whole exercise to begin with, from a race or a chapter: everything is filled in, so that a teacher changes only what they like.
// The words are those of the page's language: from here on they are the teacher's.
import {courseWord} from '../../learn/words.js';
import {NO_SHAPE} from '../../shape/shape.js';
import {presetOf} from '../../state/presets.js';
import {inStrict} from '../../state/tier.js';
import {withoutText} from '../../state/experiment.js';
import {partialView} from '../../state/view.js';
import {say, told} from '../../words/words.js';
import {outcome, proposedGoal} from './aim.js';
import {HEIGHT, LIMITS} from './draft.js';

/** @typedef {import('../../learn/types').Chapter} Chapter @typedef {import('../../facts/types').Facts} Facts */
/** @typedef {import('./types').Draft} Draft @typedef {import('../types').Option} Option @typedef {import('../types').Exercise} Exercise */
/** @typedef {import('../../runtime/types').Description} Description @typedef {import('../../runtime/types').Experiment} Experiment */
/** What somebody has on screen. travels: whether the data fits into a link
 *  @typedef {{experiment: Experiment, view: import('../../state/view.js').View, shape: import('../../shape/shape.js').Shape, title?: string, names: string[], facts: Facts, describe: Description}} Shown */

/** The pictures in which the cause of something shows, by what the models are; the first that all of a race can have is proposed. */
const PICTURE_OF = {recurrent: 'reach', attention: 'look', other: 'network'};
const RECURRENT = ['rnn', 'lstm', 'gru', 'state_space'];
const ATTENTIVE = ['transformer'];

/** Of a race of the lab. @param {Shown} shown @returns {Draft} */
export function fromRace({experiment, view, shape, title, names, facts, describe}) {
  const metric = metricFor({experiment, view, facts, describe});
  const strict = inStrict(experiment);
  const preset = presetOf(experiment, describe);
  const task = describe.tasks.find(({kind}) => kind === experiment.task.kind)?.title ?? experiment.task.kind;
  return {
    experiment: strict,
    view: partialView({
      ...view,
      metric: /** @type {any} */ (metric.replace('val_', '')),
      pacing: 'steps',
      patience: 0,
      goal: '',
    }),
    shape,
    exercise: {
      v: 1,
      title: (title || (preset ? say(`preset.${preset.id}.title`) : task)).slice(0, LIMITS.title),
      question: questionOf(names, metric).slice(0, LIMITS.question),
      ...(preset && {lead: firstSentence(say(`preset.${preset.id}.story`))}),
      choices: choicesOf(names, metric, facts),
      why: {picture: pictureFor(experiment)},
      goal: [proposedGoal(facts, metric)],
      seed: 'fixed',
    },
    lang: '',
    height: HEIGHT,
    position: 0,
  };
}

/** Of what is said of a preset: what follows tells what came of it, and often of other models. @param {string} story */
export const firstSentence = (story) => /^.*?[.?!](?=\s|$)/.exec(story)?.[0] ?? story;

/** What is looked at; else what tells most of what was measured; else what such a task is judged by. @param {Pick<Shown, 'experiment' | 'view' | 'facts' | 'describe'>} shown */
function metricFor({experiment, view, facts, describe}) {
  if (view.metric) return `val_${view.metric}`;
  if (facts.models.some(({scores}) => scores[facts.main]?.latest)) return facts.main;
  const shows = describe.tasks.find(({kind}) => kind === experiment.task.kind)?.view ?? 'text';
  return {text: 'val_loss', waves: 'val_loss', pairs: 'val_exact'}[/** @type {'text'} */ (shows)] ?? 'val_accuracy';
}

/** @param {string[]} names @param {string} metric */
function questionOf(names, metric) {
  const how = metric === 'val_loss' ? 'loss' : 'share';
  if (names.length === 2) return say(`make.question_two_${how}`, {a: names[0], b: names[1]});
  return say(names.length === 1 ? 'make.question_one' : 'make.question_many', {a: names[0]});
}

/** Model A, model B, both, neither; the right one as it came out. @param {string[]} names @param {string} metric @param {Facts} facts @returns {Option[]} */
function choicesOf(names, metric, facts) {
  if (names.length === 1) return [{text: say('make.choice_yes')}, {text: say('make.choice_no')}];
  if (names.length > 2) return [...names.slice(0, 5), say('make.choice_none')].map((text) => ({text}));
  const told = metric === 'val_loss' ? ['make.choice_same'] : ['make.choice_both', 'make.choice_neither'];
  const choices = [...names, ...told.map((key) => say(key))].map((text) => ({text}));
  return withRight(choices, outcome(facts, metric));
}

/** The choice that an outcome makes the right one, where that is known: a, b, both, neither. @param {Option[]} choices @param {import('./aim.js').Outcome | null} found @returns {Option[]} */
export function withRight(choices, found) {
  const right = found === null ? -1 : typeof found === 'number' ? found : found === 'both' ? 2 : 3;
  return choices.map(({right: _, ...choice}, i) => (i === right ? {...choice, right: true} : choice));
}

/** @param {Experiment} experiment */
function pictureFor({models, task}) {
  const all = (/** @type {string[]} */ kinds) => models.every(({kind}) => kinds.includes(kind));
  if (task.kind !== 'text' && all(RECURRENT)) return PICTURE_OF.recurrent;
  return all(ATTENTIVE) ? PICTURE_OF.attention : PICTURE_OF.other;
}

/** Of a chapter: its own words, its picture, its knob, its goal. @param {Chapter} chapter @returns {Draft} */
export function fromChapter(chapter) {
  const {id, experiment, view, knob, why, challenge} = chapter;
  const words = (/** @type {string} */ name) => told(courseWord(id, name));
  const reached = knob.values.findIndex(({name}) => challenge.reached_with.includes(name));
  return {
    experiment: inStrict(withoutText(experiment)),
    view: {...view, pacing: 'steps', ...(chapter.axes && {axis: chapter.axes[0]})},
    shape: NO_SHAPE,
    exercise: {
      ...wordsOf(chapter, words),
      knob: knobOf(chapter, words),
      goal: challenge.goal,
      seed: 'fixed',
      why: lookOf(why, words('why')),
    },
    lang: '',
    height: HEIGHT,
    from: id,
    position: Math.max(0, reached),
  };
}

/** Its course over training is known of the chapter's own run alone. @param {Chapter['why']} why @param {string} text @returns {NonNullable<Exercise['why']>} */
const lookOf = ({course: _, ...look}, text) => ({...look, text});

/** @param {Chapter} chapter @param {(name: string) => string} words */
function wordsOf({choices, transfer}, words) {
  const option = (
    /** @type {string} */ choice,
    /** @type {string} */ reply,
    /** @type {boolean | undefined} */ right,
  ) => ({
    text: words(choice).slice(0, LIMITS.choice),
    ...(right && /** @type {const} */ ({right: true})),
    reply: words(reply).slice(0, LIMITS.reply),
  });
  const asked = transfer.choices.map(({id, right}) => option(`transfer_${id}`, `transfer_reply_${id}`, right));
  return {
    v: /** @type {const} */ (1),
    title: words('title').slice(0, LIMITS.title),
    question: words('question').slice(0, LIMITS.question),
    lead: words('lead'),
    choices: choices.map(({id, right}) => option(`choice_${id}`, `reply_${id}`, right)),
    goal_text: words('challenge'),
    asks: [/** @type {const} */ ({kind: 'choice', text: words('transfer').slice(0, LIMITS.ask), choices: asked})],
    remember: words('remember'),
  };
}

/** @param {Chapter} chapter @param {(name: string) => string} words @returns {NonNullable<Exercise['knob']>} */
function knobOf({knob: {values, begin}}, words) {
  const named = values.map(({name, change}) => ({name: words(`knob_${name}`).slice(0, LIMITS.position), change}));
  return {title: words('knob').slice(0, LIMITS.knob), values: named, begin};
}
