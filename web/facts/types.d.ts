// What facts are made of, and what they are.
import type {Baseline, Floors, Message, Scores, View} from '../runtime/types';

/** `loss` is of the training examples, all others of held-out ones. Losses in nats, the rest shares of 1. */
export type Score = 'loss' | keyof Scores;
/** What was measured along the way, in whatever unit its measure has. */
export type Measured = `measured.${string}`;

/**
 * A value at some steps, ascending, one column each; where a value is not finite, nothing is known. Columns of a race are
 * views of what it keeps: valid until its next progress event. As JSON, and as a structured clone, they are copies.
 */
export interface Curve {
  step: ArrayLike<number>;
  value: ArrayLike<number>;
}
export interface Point {
  step: number;
  value: number;
}

/** What facts are computed from, whoever trained: a race in the page, or the command. */
export interface History {
  state: 'idle' | 'training' | 'paused' | 'done';
  /** How results are shown, '' where that is not known: it decides which score tells most. */
  view: View | '';
  models: ModelHistory[];
  baselines: Baseline[];
  floors: Floors['levels'];
}
export interface ModelHistory {
  name: string;
  kind: string;
  /** The same for models that differ in their seed alone. */
  sameness: string;
  seed: number | null;
  state: string;
  /** The engine said no to it for this task. */
  refused: boolean;
  /** It will not go on by itself: it has arrived, or failed. */
  over: boolean;
  /** The loss is still a number. */
  finite: boolean;
  /** What its card says of trouble. */
  message: Message | null;
  /** Why it is done before its last step; null where it is not. */
  ended: import('../words/words.js').Saying | null;
  step: number;
  /** How many there will be; null: not known. */
  steps: number | null;
  /** Of training alone; null: not known. */
  seconds: number | null;
  parameters: number | null;
  /** It counts: steps teach it nothing, and a seed changes nothing. */
  counts: boolean;
  /** How many held-out examples its scores are over; null: not known. */
  held_out: number | null;
  clip_norm: number | null;
  curves: Partial<Record<Score | Measured | 'seconds', Curve>>;
  /** The training loss step by step, where more of it is known than the means in `curves.loss`. */
  losses: Curve | null;
  /** Of some steps: the norm of the gradient before clipping, and the learning rate. */
  signals: {step: ArrayLike<number>; grad_norm: ArrayLike<number>; lr: ArrayLike<number>} | null;
}

/** Facts: plain data that JSON can carry; null where something is not known. */
export interface Facts {
  state: History['state'];
  view: History['view'];
  /** The score that tells most of this task. */
  main: Score;
  models: ModelFacts[];
  /** Lines to compare with: baselines of the task, and floors as "order_0", "order_1" … */
  lines: Baseline[];
  /** Indices of models by their latest value, best first; those with the same value share a place. */
  order: Partial<Record<Score, number[][]>>;
  /** Of the latest values over all models. */
  spread: Partial<Record<Score, Spread>>;
  /** Models that differ in their seed alone, where there are at least two such. */
  repeats: Repeats[];
}
export interface ModelFacts extends Pick<
  ModelHistory,
  | 'name'
  | 'kind'
  | 'seed'
  | 'state'
  | 'refused'
  | 'over'
  | 'finite'
  | 'message'
  | 'ended'
  | 'step'
  | 'steps'
  | 'seconds'
  | 'parameters'
  | 'counts'
  | 'held_out'
  | 'curves'
> {
  index: number;
  /** 0 to 1; 0 where the number of steps is not known. */
  progress: number;
  scores: Partial<Record<Score, ScoreFacts>>;
  lines: LineFacts[];
  signals: SignalFacts;
}

export interface ScoreFacts {
  /** At the newest test; null where that gave no number. */
  latest: Point | null;
  /** The lowest loss, the highest share; the first step with it. */
  best: Point | null;
  /** At the end of a run that has arrived; null until then. */
  final: Point | null;
  plateaus: Plateau[];
  fastest: Fastest | null;
  /** At its last tests; null: there are too few of them. */
  trend: Trend | null;
}

/** Whether it was still getting better over the last tests: see trend.js. */
export interface Trend {
  from: number;
  to: number;
  /** How much better it got meanwhile; negative: worse. */
  gain: number;
  /** More so than it scatters. */
  better: boolean;
}

/** A stretch of training in which nothing moved: see shapes.js. */
export interface Plateau {
  from: number;
  to: number;
  value: number;
  /** Whether it lasts until now. */
  ongoing: boolean;
  /** The line closest to it, of those in the same measure, and how far above that line it is. */
  near: {name: string; title: string; gap: number} | null;
}
/** Where a score got better fastest. */
export interface Fastest {
  from: number;
  to: number;
  /** How much better it got in between, and so much a step: positive. */
  gain: number;
  per_step: number;
}

/** How a model stands to one line. */
export interface LineFacts {
  name: string;
  score: Score;
  /** The line's own. */
  value: number;
  /** Latest value minus the line's. */
  gap: number | null;
  /** Whether the latest value is better than the line's. */
  beyond: boolean;
  /** The first step at which it was. */
  since: number | null;
}

export interface SignalFacts {
  finite: boolean;
  grad_norm: number | null;
  lr: number | null;
  /** Sudden rises of the training loss: how many, and at which step the last one began. See shapes.js. */
  spikes: {count: number; last: number | null};
  /** Share of the steps looked at whose gradient was longer than clip_norm. */
  clipped: number | null;
}

export interface Spread {
  count: number;
  min: number;
  median: number;
  max: number;
}
export interface Repeats {
  name: string;
  models: number[];
  seeds: (number | null)[];
  spread: Facts['spread'];
}

/** What is aimed at, or claimed, of a race: data that a link can carry. See predicates.js. */
export interface Predicate {
  model: Whom;
  metric: string;
  op: '<' | '<=' | '>' | '>=' | 'within';
  value: number | [number, number] | Against;
  by_step?: number;
  from_step?: number;
  never?: true;
}
export type Whom = number | {kind: string} | 'all' | 'any';
export interface Against {
  /** Whose; 'others': of every other model. */
  model: number | {kind: string} | 'others';
  /** The predicate's own, unless told. */
  metric?: string;
  /** The bound is times * theirs + plus. */
  plus?: number;
  times?: number;
}

export interface Verdict {
  /** null: not known yet. */
  holds: boolean | null;
  /** What decided, or what there is so far. */
  value: number | null;
  /** Of `value`; of a bound that is to be reached: the first step there, null until then. */
  step: number | null;
  /** What it was compared with, where that is another model's: as it is, without `times` and `plus`. */
  other: number | null;
  /** Index of the model that decided. */
  model: number | null;
  /** Nothing that may still come changes any of this. */
  settled: boolean;
}
