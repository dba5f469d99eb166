import { deadlineOf } from '#governance/approvals/due-in.ts';
import type { Task, World } from '../read-world.ts';

/** At most one decision a task, signed, in time, and written down; a task without one was closed once. */
export function checkDecisions(world: World): string[] {
  return world.tasks.flatMap((task) => checkTask(world, task));
}

function checkTask({ ledger }: World, { row, decision }: Task): string[] {
  const of = (kind: string) => ledger.filter((entry) => entry.kind === kind && entry.body.approval === row.id).length;
  const made = of('decision-made');
  const closed = of('approval-closed');
  const problems: string[] = [];
  const say = (what: string) => problems.push(`task ${row.id} (${row.state}) of ${row.runId} ${what}`);
  switch (decision.kind) {
    case 'void':
      if (row.state !== 'void' || of('decision-void') !== 1)
        say(`carries a decision that proves nothing: ${decision.code}`);
      break;
    case 'open':
      if (made + closed > 0) say('is open, and the ledger says it is over');
      break;
    case 'expired':
    case 'withdrawn':
      if (made > 0 || closed !== 1) say(`was closed ${closed} times and decided ${made} times`);
      break;
    default:
      if (made !== 1 || closed > 0) say(`was decided ${made} times and closed ${closed} times`);
      if (row.decidedAt && row.decidedAt >= deadlineOf(row)) say('was decided after its time');
  }
  return problems;
}
