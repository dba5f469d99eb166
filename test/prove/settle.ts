import { setTimeout as pause } from 'node:timers/promises';
import type { Stack } from '#test/stack/open-stack.ts';
import { checkInvariants, type Findings } from './invariants.ts';

/** Gives what is still on its way the time to arrive; what is wrong for good stays wrong. */
export async function settle(stack: Stack, withinMs = 15_000): Promise<Findings> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const findings = await checkInvariants(stack);
    if (findings.violations.length === 0 || Date.now() > deadline) return findings;
    await pause(250);
  }
}
