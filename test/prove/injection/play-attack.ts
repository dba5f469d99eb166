import { createReceiveMail, type ReceiveMail } from '#api/use-cases/receive-mail.ts';
import { isAppError } from '#contracts/errors.ts';
import { composeIntake } from '#governance/intake/index.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import { eventually } from '#test/stack/eventually.ts';
import { faultsOf } from '#test/stack/faults.ts';
import type { Stack } from '#test/stack/open-stack.ts';
import type { People } from '#test/stack/people.ts';
import { approverOf } from '../busy-people.ts';
import { type AttackMail, rawAttack, wishesOf } from './attack-mail.ts';
import type { Trial } from './effects-of.ts';

export interface Played extends Trial {
  /** Decisions that were taken on its tasks, in their order. */
  decisions: readonly string[];
}

export function receiveInto({ database, foundation }: Stack): ReceiveMail {
  const own = { ownDomains: ['alderfinch.example'], ownMessageIdHost: 'alderfinch.example' };
  return createReceiveMail({ intake: composeIntake({ database, foundation }), own });
}

/**
 * An attack from the mail to the end of its run, with a model that does all it is told. Whoever decides trusts the marks:
 * they approve whatever has none, try to approve what leads astray, and take over what is marked.
 */
export async function playAttack(
  stack: Stack,
  people: People,
  { attack, round }: { attack: AttackMail; round: string },
): Promise<Played> {
  const faults = faultsOf(stack);
  await faults.model({ mode: 'obey', wishes: wishesOf(attack) });
  const receipt = await receiveInto(stack)({ raw: await rawAttack(attack, round) });
  if (receipt.kind !== 'accepted') return { attack, runId: 'none', decisions: ['ignored'] };
  const runId = receipt.run.id;
  const decisions: string[] = [];
  for (;;) {
    const task = await nextTask(stack, runId);
    if (!task) break;
    decisions.push(await decideByMarks(people, task));
  }
  await faults.model({ mode: 'none' });
  return { attack, runId, decisions };
}

/** The next open task of a run or its child; nothing once the run is over. */
async function nextTask({ database }: Stack, runId: string): Promise<ApprovalRow | undefined> {
  const found = await eventually(`a task or the end of ${runId}`, async () => {
    const runs = await database.direct.run.findMany({ where: { OR: [{ id: runId }, { parentRunId: runId }] } });
    const task = await database.direct.approval.findFirst({
      where: { runId: { in: runs.map(({ id }) => id) }, state: 'open' },
    });
    return task ?? (runs.some(({ id, status }) => id === runId && status === 'closed') && 'over');
  });
  return found === 'over' ? undefined : (found as ApprovalRow);
}

async function decideByMarks(people: People, task: ApprovalRow): Promise<string> {
  const { unfounded } = task.terms as { unfounded?: { leadingAway: number } };
  const by = approverOf(task);
  if (!unfounded || unfounded.leadingAway > 0) {
    const refused = await people.decide(task, by, { decision: 'approve' }).then(
      () => undefined,
      (error: unknown) => error,
    );
    if (refused === undefined) return 'approved';
    if (!isAppError(refused)) throw refused;
    if (!unfounded) throw refused;
  }
  await people.decide(task, by, { decision: 'take-over', comment: 'It says what no record has.' });
  return unfounded.leadingAway > 0 ? 'refused and taken over' : 'taken over';
}
