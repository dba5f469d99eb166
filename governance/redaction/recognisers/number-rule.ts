import type { PersonalType } from '#contracts/redaction.ts';
import type { Reading } from './reading.ts';

/** What a kind of number with check digits looks like. */
export interface NumberRule {
  type: PersonalType;
  /** How many letters and digits it has. */
  lengths: readonly number[];
  form: RegExp;
  /** Asked last: the checks of the packages take their time to say no. */
  isValid: (compact: string, written: string) => boolean;
  /** Whether it can hardly be something else as it is written; otherwise words have to say what it is. */
  isClear: (reading: Reading, written: string) => boolean;
  /** Any of these words; kinds that share them share the pattern, so that it is asked once. */
  said: readonly RegExp[];
  /** Words right before it that say that it is something else. */
  denied?: RegExp;
}
