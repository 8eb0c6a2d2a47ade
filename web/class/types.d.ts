// What the class view works with. Pure data: nothing of it is kept, and nothing leaves the page.
import type {Exercise, Run, Taken} from '../exercise/types';
import type {ModelHistory} from '../facts/types';
import type {Baseline, Experiment, Measured} from '../runtime/types';
import type {Saying} from '../words/words.js';

/** Something that was dropped, chosen or pasted. */
export interface Arrival {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** A code stands for a receipt, with rounded numbers and the beginnings of hashes. */
  code?: true;
}

/** One receipt that was read. */
export interface Student {
  id: number;
  /** What it came in: the name of a file, or the beginning of a code. */
  source: string;
  code: boolean;
  experiment: Experiment;
  exercise: Exercise;
  taken: Taken;
  /** Names of what the exercise's link locks; without the link, what the receipt says of it. */
  lock: readonly string[];
  /** What was learned from; null where the task makes its examples. */
  data: {corpus: string; sha256: string; bytes: number} | null;
  /** Of the engine that trained. */
  arithmetic: number;
  /** Of the exercise (web/exercise/canonical.js). */
  hash: string;
  /** Of what was done: the same twice is one. */
  digest: string;
  /** Whether its checksum fits, which guards against accidents alone. */
  intact: boolean;
}

/** What could not be read, and why, in a sentence. */
export interface Unread {
  source: string;
  why: Saying;
}

/** A training: one model of one run, to the step at which it was left. */
export interface Job {
  key: string;
  /** That model alone. */
  experiment: Experiment;
  step: number;
  data: Student['data'];
  /** Whether somebody pointed at one of its heads. */
  heads: boolean;
}

/** What training again gave. */
export interface Trained {
  step: number;
  scores: Record<string, number>;
  weights_sha256: string;
  seconds: number;
  /** As facts are made of it. */
  history: ModelHistory;
  baselines: Baseline[];
  /** By the measure `heads`, where somebody pointed at one. */
  heads?: Measured;
}

/** waits: it has not been trained again yet; claimed: it cannot be. */
export type Standing = 'waits' | 'trains' | 'proved' | 'refuted' | 'claimed';

export interface Checked {
  standing: Standing;
  /** What of it does not fit, or why it cannot be trained again. */
  why: Saying[];
  /** How many of its trainings are done, of how many. */
  done: number;
  of: number;
}

/** One line of the table. */
export interface Row {
  student: Student;
  name: string;
  prediction: {index: number | 'unsure' | null; right: boolean | null};
  /** Goals reached, of how many. */
  reached: number;
  goals: number;
  /** Trained again it did not come out so: what it says it reached counts for nothing. */
  refuted: boolean;
  outcome: {name: string; value: number}[];
  runs: number;
  steps: number;
  seconds: number;
  /** Of those that can be judged. */
  right: number;
  judged: number;
  answered: number;
  asked: number;
  hints: number;
}

/** Runs of the class with the same settings. */
export interface Setting {
  key: string;
  position: number | null;
  changes: Record<string, unknown>;
  /** The last of each student's. */
  runs: {student: Student; run: Run; index: number}[];
}
