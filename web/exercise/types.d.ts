// An exercise: a chapter that a teacher wrote. It travels as the part `exercise` of the one object {experiment, view, shape, text,
// exercise} (docs/shape.md), in a link or an embed; the player (web/elements/learn) leads through it as through any chapter.
// Texts are literal: what a teacher typed, in whatever language. Those called "formatted" may have what rich_text.js allows.
import type {Change} from '../learn/types';
import type {Predicate} from '../facts/types';

export interface Exercise {
  v: 1;
  /** At most 120 characters. */
  title: string;
  /** What is to be predicted, or found out; at most 300. */
  question: string;
  /** Before the prediction; formatted, at most 4,000. */
  lead?: string;
  /** What may be predicted: none, or 2 to 6. "Not sure" is added by the player. None: the button says Train. */
  choices: Option[];
  /** The picture in which the cause shows; left out: the beat has the curves alone. text: formatted. One of the two there is. */
  why?: {picture?: string; choice?: Record<string, number>; mark?: string; models?: number[]; text?: string};
  /** One thing that can be changed. */
  knob?: {title: string; values: {name: string; change: Change}[]; begin: number};
  /** What is to be reached; 1 to 6 of them; all of them. A find is reached by pointing at a place of a picture. */
  goal: Goal[];
  /** In words, formatted; left out: what the predicates say. */
  goal_text?: string;
  /** Shown one after the other, when asked for; formatted; at most 5. */
  hints?: string[];
  /** Questions at the end, at most 8. */
  asks?: Ask[];
  /** What to remember; formatted. */
  remember?: string;
  /** 'name': the seed of the race follows from the student's name (seed_of_name.js). */
  seed: 'fixed' | 'name';
  /** What twenty seeds gave when it was handed out: reached in `reached` of `tried`. */
  tried?: {reached: number; tried: number};
}

export interface Option {
  /** At most 200. */
  text: string;
  right?: true;
  /** Said after it was chosen; formatted, at most 1,000. */
  reply?: string;
}

export type Goal = Predicate | Find;

/** The reader points at a head of model `model` whose score of the measure `heads` is at least `at_least`. */
export interface Find {
  find: 'head';
  model: number;
  score: 'previous_token' | 'prefix_match' | 'copy_alignment';
  at_least: number;
}

export type Ask =
  | {kind: 'choice'; text: string; choices: Option[]}
  /** Right within ± tolerance. */
  | {kind: 'number'; text: string; value: number; tolerance: number; unit?: string}
  /** Free text: kept and handed in, judged by nobody. */
  | {kind: 'text'; text: string};

/** What somebody did with it: kept in this browser, and handed in with the receipt. */
export interface Taken {
  /** SHA-256 of the canonical JSON of {experiment, exercise}: hex. */
  exercise: string;
  name: string;
  /** Index of the choice, 'unsure', or null: nothing yet. */
  prediction: number | 'unsure' | null;
  /** By the index of the ask. */
  answers: (number | string | null)[];
  /** Where a find was pointed at: by the index of the goal. */
  found: Record<number, {layer: number; head: number}>;
  /** Every run that got anywhere: newest last, at most 20. */
  runs: Run[];
  /** Whether each goal was ever reached, and by which run (index) at which step. */
  goals: ({run: number; step: number | null; value: number | null} | null)[];
  hints: number;
  /** When it was begun (ms since 1970), and seconds that the page was looked at. */
  begun: number;
  seconds: number;
  finished: boolean;
}

export interface Run {
  /** Position of the knob; null: the reader's own settings (allowed where they are not locked). */
  position: number | null;
  /** What differs from the experiment of the exercise, by paths: {"train.steps": 800}. */
  changes: Record<string, unknown>;
  seed: number;
  models: {name: string; step: number; scores: Record<string, number>; weights_sha256: string | null}[];
}

/** What a host is told (web/exercise/result.js). */
export interface Result {
  /** 0 to 1: goals reached, right prediction not counted, answers that can be judged; null: nothing was done yet, so a host is sent none. */
  score: number | null;
  /** All goals reached and all asks answered. */
  completed: boolean;
  /** Of Taken, packed: at most 4,000 characters; restores it. */
  state: string;
}
