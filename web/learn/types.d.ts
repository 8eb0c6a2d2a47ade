// A chapter as data: what the player (web/elements/learn) leads through, whoever wrote it. The shipped ones stand in folders
// beside this file; a teacher's exercise is to be the same object. Words are keys: course.<id>.<name>, in web/words/course.
import type {Experiment, ModelJson} from '../runtime/types';
import type {Predicate} from '../facts/types';
import type {Axis, Item, View as Form} from '../runtime/types';
import type {View} from '../state/view.js';

/** What the player can lead through: a chapter, or an exercise (web/exercise/chapter_of.js). Stages that it does not have are skipped. */
export interface Lesson {
  /** Of an exercise, what it says by the names of a chapter's words, as its author typed it: nothing of it is looked up, what it lacks is not
   *  said. Some of it is formatted (web/exercise/rich_text.js). */
  words?: Readonly<Record<string, string>>;
  /** Those that it has, in their order; all, where this is left out. */
  stages?: readonly import('./beats.js').Stage[];
  /** Of its folder, its address (#chapter=<id>, learn/<id>.html) and its words. */
  id: string;
  /** How long reading and doing takes. */
  minutes?: number;
  /** Strict; two models. Where one has a start, that is the first of two acts: first_act says what it does there, and
   *  first_act_goes what happens meanwhile. */
  experiment: Experiment;
  /** Of the first act: which of its first eight held-out examples is shown. */
  first_example?: number;
  /** One metric, the axis, and so on: how the race is watched. */
  view: Partial<View>;
  /** Of the metric: chance and best, between which the curves are drawn; left out: as far as they go. */
  range?: [number, number];
  /** Index of the held-out example with which the task is shown and answered live; of a text the place, among all its characters, of one
   *  that is asked for: the passage before it is what is given. */
  example: number;
  /** How many places before its last answer stands what is asked for there, where nothing in the example marks it. It is marked in the
   *  untrained networks, whose ways there are not lit: how far they lead is what is to be predicted. */
  back?: number;
  /** An example with every number shown, before anything is predicted: one of WORKED in web/elements/learn/worked.js. Its words
   *  are worked and worked_<name>, those that words.js lists. */
  worked?: 'rnn';
  /** What the curves may be drawn along, by the reader's choice, the first to begin with; along the steps where it is left out. */
  axes?: Axis[];
  /** What a symbol has cost each model here is told beneath the curves. */
  costs?: true;
  /** Of a text: in the last beat the models go on from a beginning of the reader's own. */
  prompts?: true;
  /** Others that are too slow to run beside them: `make learn` trains them, and they are drawn as ghosts that say that they were recorded.
   *  What each is called: rival_<id>. */
  rivals?: Rival[];
  /** What may be predicted: each wrong one is a misconception that somebody is known to have, and has a reply of its own
   *  (choice_<id>, reply_<id>). The player adds "not sure" (reply_unsure). */
  choices: Choice[];
  /** Without a picture the curves stand alone. */
  why?: Look | {picture?: undefined};
  /** What the models are asked in place of the picture of the cause, again and again; that stands in exercises made of it.
   *  shuffle: the members of the example in other orders. */
  asks?: 'shuffle';
  knob?: Knob;
  challenge: Challenge;
  /** Questions on earlier chapters, before the prediction; scored. */
  recall?: Recall[];
  /** For who wants to know more: two paragraphs (background_1, background_2), the formulas that stand below each as TeX, and what to
   *  read, by the names of papers.json. */
  background?: {formulas: [string[], string[]]; papers: string[]};
  /** The idea on another surface: a question (transfer), scored (transfer_<id>, transfer_reply_<id>). */
  transfer?: {choices: Choice[]};
  /** Experiments of the lab that go on from here, by their ids: each with a sentence (door_<id>). */
  doors?: string[];
  /** Where a measurement is watched, and no training: nothing is trained on the page, and what is recorded is no more than a beginning. What
   *  is claimed is counted, never timed, and stands in tests/learning/claims. */
  measures?: Cost;
  /** What it shows, proved for five seeds (make learn): the models of the experiment by their index. */
  claims?: Predicate[];
}

/** One that is shipped has all of them. */
export interface Chapter extends Lesson {
  minutes: number;
  range: [number, number];
  why: Look;
  knob: {values: {name: string; change: Change; claims: Predicate[]}[]; begin: number};
  challenge: {goal: Predicate[]; reached_with: string[]};
  background: NonNullable<Lesson['background']>;
  transfer: NonNullable<Lesson['transfer']>;
  claims: Predicate[];
}

/** What papers.json has of each, by its name: the family name of its first author and its year. */
export interface Paper {
  authors: string;
  year: number;
  title: string;
  /** The journal, conference or archive. */
  where: string;
  /** By its identifier, wherever it has one. */
  url: string;
}

/** What the models take to read one example, forward, by how long that is: timed on the reader's machine (elements/learn/cost_figure.js). The
 *  growth of the operations of a symbol, from the least length to the greatest, is the metric measured.growth of its goal. */
export interface Cost {
  /** The options of the task that say how long its one sequence is. */
  options: string[];
  /** Ascending. */
  lengths: number[];
}

/** Its words: recall_<id>, and of each choice recall_<id>_<choice>, recall_<id>_reply_<choice>. */
export interface Recall {
  id: string;
  /** The chapter that it comes from. */
  of: string;
  choices: Choice[];
}

export interface Choice {
  id: string;
  right?: true;
}

/** Learns what the models of the chapter learn, with a training of its own. */
export interface Rival {
  id: string;
  model: ModelJson;
  train: Record<string, unknown>;
}

/** The one picture in which the cause shows, opened where it shows. */
export interface Look {
  /** A picture of web/charts/compare by its id. */
  picture: string;
  /** What is chosen on it, by the name of the control: an index, or a selector that the picture knows. */
  choice?: Record<string, number>;
  /** What is marked on it, by a selector that the picture knows ("farthest", "best_induction_head"): never an index. */
  mark?: string;
  /** Of which models, by their index; all where it is left out. */
  models?: number[];
  /** Where it is its course over training that tells: the steps after which the recorded run was measured, 0 among them. */
  course?: number[];
}

/** One thing that can be changed; the curve from before stays as a ghost. */
export type Knob = {
  /** What each position is called: course.<id>.knob_<name>. claims: what it shows, proved as the chapter's own, beside the goal of
   *  the challenge where it is reached here. */
  values: {name: string; change: Change; claims?: Predicate[]}[];
  /** The position that the experiment has as it stands. */
  begin: number;
};

/** Merged into the experiment; `model` is added to its models. */
export interface Change {
  task?: Record<string, unknown>;
  train?: Record<string, unknown>;
  models?: Record<string, unknown>[];
  add?: ModelJson;
}

/** What the reader tries to reach by the knob, or in the lab; the page judges it (facts and predicates). */
export interface Challenge {
  goal: Predicate[];
  /** Positions of the knob with which it is reached: proved like the claims. */
  reached_with?: string[];
}

/** What `make learn` leaves beside a chapter (recorded.json), so that it can be shown before anything runs. */
export interface Recorded {
  /** Of the strict run with the seed as it stands: SHA-256 of the weights of each model after its last step. */
  hashes: string[];
  /** The example of the chapter as the engine gives it, once a model, each with what that model answered at the end; of a text a passage,
   *  and what follows it. */
  example: {view: Form; items: Item[]};
  /** What `measure anatomy` says of each model (options {"time": false}); null: it counts, and has nothing inside. */
  anatomies: (RecordedMeasure | null)[];
  /** Of each model: what the picture of the cause measured after the steps of `why.course`, where there are any. */
  course?: RecordedMeasure[][];
  /** Of each model: the metric of the chapter by step. */
  curves: RecordedCurve[];
  /** Of the chapter's rivals, in their order. */
  rivals?: RecordedRival[];
}

/** As measure() gives it; null is a number that is not known. */
export interface RecordedMeasure {
  step: number;
  arrays: {
    name: string;
    axes: {name: string; count: number; at?: number[]; names?: string[]}[];
    shape: number[];
    data: (number | null)[];
  }[];
  numbers: Record<string, number>;
}

export interface RecordedCurve {
  step: number[];
  value: number[];
}

export interface RecordedRival extends RecordedCurve {
  /** Of the experiment that it is the run of (tools/chapters/rivals.mjs), and of its weights after the last step. */
  of: string;
  hash: string;
  /** What a step takes in a page, on one thread of this processor. */
  seconds: number;
  processor: string;
  /** Symbols and floating-point operations a step. */
  tokens: number;
  flops: number;
}
