import type { Stack } from '#test/stack/open-stack.ts';
import type { People } from '#test/stack/people.ts';
import type { Random } from '../random.ts';
import type { Tampering } from './tampering.ts';
import type { Witness } from './witness.ts';

export interface RoundParts {
  stack: Stack;
  people: People;
  witness: Witness;
  tampering: Tampering;
  random: Random;
  /** Names what the run is about, once in the campaign. */
  token: string;
}

/** The life of one task with something that may go wrong; over once its run is. */
export type Round = (parts: RoundParts) => Promise<void>;
