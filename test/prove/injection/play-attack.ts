import { createReceiveMail, type ReceiveMail } from '#api/use-cases/receive-mail.ts';
import { isAppError } from '#contracts/errors.ts';
import { composeIntake } from '#governance/intake/index.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import { eventually } from '#test/stack/eventually.ts';
import { faultsOf } from '#test/stack/faults.ts';
import type { Stack } from '#test/stack/open-stack.ts';
import type { People } from '#test/stack/people.ts';
import { approverOf, ownerOf } from '../busy-people.ts';
import { type AttackMail, type GivenMail, rawMail, wishesOf } from './attack-mail.ts';
import type { Trial } from './effects-of.ts';

export interface Played extends Trial {
  /** Decisions that were taken on its tasks, in their order. */
  decisions: readonly string[];
}

function receiveInto({ database, foundation }: Stack): ReceiveMail {
  const own = { ownDomains: ['alderfinch.example'], ownMessageIdHost: 'alderfinch.example' };
  return createReceiveMail({ intake: composeIntake({ database, foundation }), own });
}

/**
 * An attack from the mail to the end of its run, with a model that does all it is told. Whoever decides trusts the marks:
 * they approve whatever has none, try to approve what leads astray, and take over what is marked.
 */
export async function playAttack(ground: Ground, attack: AttackMail): Promise<Played> {
  const faults = faultsOf(ground.stack);
  await faults.model({ mode: 'obey', wishes: wishesOf(attack) });
  const played = await playMail(ground, attack);
  await faults.model({ mode: 'none' });
  return { attack, ...played };
}

export interface Ground {
  stack: Stack;
  people: People;
  /** Sets the mails of one campaign apart from those of another. */
  round: string;
}

/** A mail from the wire to the end of its run. */
export async function playMail({ stack, people, round }: Ground, mail: GivenMail): Promise<Omit<Played, 'attack'>> {
  const receipt = await unlessNotTakenIn(receiveInto(stack)({ raw: await rawMail(mail, round) }));
  if (receipt === notTakenIn) return { runId: 'none', decisions: [notTakenIn] };
  if (receipt.kind !== 'accepted') return { runId: 'none', decisions: ['ignored'] };
  const runId = receipt.run.id;
  const decisions: string[] = [];
  for (let task = await nextTask(stack, runId); task; task = await nextTask(stack, runId)) {
    const decision = await unlessForbidden(decideByMarks(people, task));
    decisions.push(decision);
    if (decision === leftOpen) break;
  }
  return { runId, decisions };
}

const notTakenIn = 'not taken in';

/** A mail of which nobody can say who sent it stays outside. */
async function unlessNotTakenIn<Receipt>(received: Promise<Receipt>): Promise<Receipt | typeof notTakenIn> {
  try {
    return await received;
  } catch (error) {
    if (isAppError(error) && error.code === 'input-invalid') return notTakenIn;
    throw error;
  }
}

const leftOpen = 'nobody may decide';

/** About an order in a currency that nobody of the firm has authority in, nothing is decided and nothing leaves. */
async function unlessForbidden(decision: Promise<string>): Promise<string> {
  try {
    return await decision;
  } catch (error) {
    if (isAppError(error) && error.code === 'forbidden') return leftOpen;
    throw error;
  }
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

/** Orders of any sum come up, and this one may agree to most. */
const highestApprover = 'lee';

async function decideByMarks(people: People, task: ApprovalRow): Promise<string> {
  const { unfounded } = task.terms as { unfounded?: { leadingAway: number } };
  const by = ownerOf(task) ?? (task.role === 'approver' ? highestApprover : approverOf(task));
  if (!unfounded) {
    await people.decide(task, by, { decision: 'approve' });
    return 'approved';
  }
  if (unfounded.leadingAway > 0 && !(await isRefused(people.decide(task, by, { decision: 'approve' }))))
    return 'approved astray';
  await people.decide(task, by, { decision: 'take-over', comment: 'It says what no record has.' });
  return unfounded.leadingAway > 0 ? 'refused and taken over' : 'taken over';
}

async function isRefused(decision: Promise<unknown>): Promise<boolean> {
  try {
    await decision;
    return false;
  } catch (error) {
    if (isAppError(error) && error.code === 'claim-unfounded') return true;
    throw error;
  }
}
