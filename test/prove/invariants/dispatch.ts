import type { World } from '../read-world.ts';

/** Every order left or was given up, and those of one run left in the order they were given. */
export function checkDispatch({ dispatch, ledger }: World): string[] {
  return dispatch.flatMap((order, index) => {
    const name = `order ${order.sequence} (${order.kind}) of ${order.runId}`;
    if (!order.finishedAt) return [`${name} is still ${order.state}`];
    const before = dispatch[index - 1];
    const problems: string[] = [];
    if (before?.runId === order.runId && before.finishedAt && before.finishedAt > order.finishedAt)
      problems.push(`${name} left before order ${before.sequence}`);
    const recorded = ledger.some((entry) => entry.kind === 'dispatch-undeliverable' && entry.runId === order.runId);
    if (order.state === 'undeliverable' && !recorded) problems.push(`${name} was given up and nobody wrote it down`);
    return problems;
  });
}
