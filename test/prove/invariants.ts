import type { Stack } from '#test/stack/open-stack.ts';
import { checkDecisions } from './invariants/decisions.ts';
import { checkDispatch } from './invariants/dispatch.ts';
import { checkEffects } from './invariants/effects.ts';
import { checkLedger } from './invariants/ledger.ts';
import { checkQuestions } from './invariants/questions.ts';
import { checkRuns } from './invariants/runs.ts';
import { checkSwitches } from './invariants/switches.ts';
import { readWorld, type World } from './read-world.ts';

export interface Findings {
  /** What must never be, each in a sentence; empty when all holds. */
  violations: readonly string[];
  world: World;
}

const checks = [checkRuns, checkDispatch, checkEffects, checkDecisions, checkQuestions, checkSwitches, checkLedger];

/** Compares what is written down with what happened outside, once all is quiet. */
export async function checkInvariants(stack: Stack): Promise<Findings> {
  const world = await readWorld(stack);
  return { violations: checks.flatMap((check) => check(world)), world };
}
