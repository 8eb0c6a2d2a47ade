// What a teacher is making, before it is packed into a link.
import type {Experiment} from '../../runtime/types';
import type {Facts} from '../../facts/types';
import type {View} from '../../state/view.js';
import type {Shape} from '../../shape/shape.js';
import type {Exercise} from '../types';

/** Everything of the one object, whole, with what only the maker needs. */
export interface Draft {
  experiment: Experiment;
  view: Partial<View>;
  shape: Shape;
  exercise: Exercise;
  /** The language that a student's link asks for; '' for the reader's own. */
  lang: string;
  /** Of the frame, in CSS pixels. */
  height: number;
  /** The chapter that it was made of: its picture stands where no script may run. */
  from?: string;
  /** The position of the knob with which the goal is tried. */
  position: number;
}

/** What a seed came to: plain data, kept when its race is closed. */
export interface Tried {
  seed: number;
  facts: Facts;
  /** By the index of the model: the best score of any head, by the name of the score. */
  heads: Record<number, Record<string, number>>;
}
