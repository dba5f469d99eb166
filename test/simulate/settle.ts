import { setTimeout as pause } from 'node:timers/promises';
import type { Stack } from '#test/stack/open-stack.ts';
import type { Delivery } from './play/postman.ts';
import type { Finding } from './reconcile/finding.ts';
import { readRecords } from './reconcile/read-records.ts';
import { reconcile } from './reconcile/reconcile.ts';
import type { Records } from './reconcile/records.ts';

/** Gives what is still on its way the time to arrive; what is wrong for good stays wrong. */
export async function settleMonth(
  stack: Stack,
  deliveries: readonly Delivery[],
  withinMs = 15_000,
): Promise<{ records: Records; findings: readonly Finding[] }> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const records = await readRecords(stack, deliveries);
    const findings = reconcile(records);
    if (findings.length === 0 || Date.now() > deadline) return { records, findings };
    await pause(500);
  }
}
