import type { Day } from '../day.ts';
import type { Span } from '../span.ts';

/** A time as it is written, and whether it speaks of a day, seen from the day it is written on. */
export interface SaidTime extends Span {
  speaksOf(day: Day, today: Day): boolean;
  /** A part of the day, from one hour to another. */
  hours?: readonly [number, number];
  /** Where the words contradict themselves: a weekday that the date is not. */
  isImpossible?: true;
  /** How long it is, where it is said in days, weeks or months. */
  days?: number;
  /** A day of the week alone, from Sunday, which is 0. */
  weekday?: number;
  /** So many days lie between two things that happened. */
  isApart?: true;
  /** A few days, whichever. */
  isVague?: true;
  /** Today and the like, which are also said of the letter itself. */
  isOfNow?: true;
}

/** What a time speaks of, wherever it stands. */
export type TimeValue = Omit<SaidTime, 'start' | 'end'>;
