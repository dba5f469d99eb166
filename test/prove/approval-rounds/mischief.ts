import type { DecisionRequest } from '#contracts/approval.ts';
import type { Person } from '#contracts/person.ts';
import { composeDecide } from '#governance/approvals/compose-decide.ts';
import { decisionKeysFolder } from '#governance/foundation.ts';
import { loadDecisionSigner } from '#governance/keys/index.ts';
import { type Database, openDatabase } from '#platform/database/client.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import { eventually } from '#test/stack/eventually.ts';
import { filledIn } from '#test/stack/filled-in.ts';
import type { Stack } from '#test/stack/open-stack.ts';
import { definePausePoint } from '#test/stack/pause-points.ts';
import { openTcpGate } from '#test/stack/tcp-gate.ts';
import { waiting } from './contests.ts';
import type { Round } from './round.ts';
import { mustBe } from './witness.ts';

const approval = { decision: 'approve' } as const;

/** Where what was shown is not what the row holds, nobody can decide; once it is as it was, they can. */
export const changedBeforeDecision: Round = async (parts) => {
  const { stack, people, witness, tampering } = parts;
  const { runId, task } = await waiting(parts);
  const put = (sealed: Uint8Array) =>
    stack.db.query('update approval set action_sealed = $2 where id = $1', [task.id, sealed]);
  await put(await tampering.seal(task, { text: 'What nobody saw.' }));
  mustBe(await witness.decide(task, 'ada', approval), 'refused');
  await put(task.actionSealed);
  mustBe(await witness.decide(task, 'ada', approval), 'taken');
  await people.outcome(runId);
};

/** The recipient, or the text, is another one by the time the decision is acted on: people are asked again. */
export const changedAfterDecision: Round = async (parts) => {
  const { stack, people, witness, tampering, random } = parts;
  const { runId, task } = await waiting(parts);
  const change = random.chance(0.5) ? { to: 'friend@evil.example' } : { text: 'What nobody approved.' };
  await tampering.onDecision(task, { sealed: await tampering.seal(task, change) });
  mustBe(await witness.decide(task, 'ada', approval), 'taken');
  const { approval: tasks, run } = stack.database.direct;
  const asked = await eventually('people to be asked again, or the run to be over', async () => {
    const closed = await run.findFirst({ where: { id: runId, status: 'closed' } });
    return closed ? 'over' : tasks.findFirst({ where: { runId, state: 'open' } });
  });
  if (asked !== 'over') await witness.decide(asked, 'bob', { decision: 'reject' });
  await people.outcome(runId);
};

/** Somebody who lost their roles is refused. */
export const removedBeforeDecision: Round = async (parts) => {
  const { stack, people, witness } = parts;
  const { runId, task } = await waiting(parts);
  const decide = await decideIn(stack);
  const without = { ...personCalled(stack, 'ada'), roles: [], teams: [] };
  mustBe(await witness.decide(task, 'ada', approval, () => decide(task, without)), 'refused');
  mustBe(await witness.decide(task, 'bob', approval), 'taken');
  await people.outcome(runId);
};

/** The vote of somebody who has left does not count towards a quorum any more. */
export const removedAfterVote: Round = async (parts) => {
  const { stack, people, witness } = parts;
  const { runId, task } = await waiting(parts, 'complaint');
  mustBe(await witness.decide(task, 'ada', approval), 'taken');
  const decide = await decideIn(stack, { without: 'ada' });
  for (const name of ['bob', 'lee'])
    mustBe(await witness.decide(task, name, approval, () => decide(task, personCalled(stack, name))), 'taken');
  await people.outcome(runId);
  const row = await stack.database.direct.approval.findUnique({ where: { id: task.id } });
  if (row?.decidedWith.join() !== 'bob') throw new Error(`${task.id} was decided with ${row?.decidedWith.join()}`);
};

/** The database is lost between the write and the answer; the same click again hears what became of it. */
export const cutOffFromDatabase: Round = async (parts) => {
  const { stack, people, witness, random } = parts;
  const { runId, task } = await waiting(parts);
  const url = new URL(stack.db.url);
  const gate = await openTcpGate(url.host);
  url.host = gate.address;
  const database = openDatabase(url.href, { connections: 1 });
  const decide = await decideIn(stack, { database });
  const hold = await decided.get(stack)?.hold(runId);
  if (!hold) throw new Error('no pause point was prepared');
  const attempt = witness.decide(task, 'ada', approval, () => decide(task, personCalled(stack, 'ada')));
  await hold.reached();
  if (random.chance(0.5)) await hold.cutOff();
  await gate.shut();
  await hold.release().catch(() => undefined);
  mustBe(await attempt, 'unanswered');
  await database.close().catch(() => undefined);
  mustBe(await witness.decide(task, 'ada', approval), 'taken');
  await people.outcome(runId);
};

const decided = new WeakMap<Stack, Awaited<ReturnType<typeof definePausePoint>>>();

/** The place where a decision is written and not yet answered. */
export async function prepareCutOff(stack: Stack): Promise<void> {
  const when = "new.state = 'approved'";
  decided.set(
    stack,
    await definePausePoint(stack.db, { table: 'approval', operation: 'update', when, moment: 'commit' }),
  );
}

type Decide = (task: ApprovalRow, by: Person) => Promise<unknown>;

/** Approving in another situation than the doors are in: a database of its own, or somebody gone. */
async function decideIn(stack: Stack, changes: { database?: Database; without?: string } = {}): Promise<Decide> {
  const { config, foundation } = stack;
  const current = foundation.registrySource.current();
  const person = (id: string) => (id === changes.without ? undefined : current.person(id));
  const decide = composeDecide({
    database: changes.database ?? stack.database,
    foundation: {
      ...foundation,
      registrySource: { ...foundation.registrySource, current: () => ({ ...current, person }) },
    },
    signer: await loadDecisionSigner(decisionKeysFolder(config.keysFolder)),
    mailFrom: config.mail.from,
  });
  const request = (task: ApprovalRow): DecisionRequest => ({
    ...approval,
    ...filledIn(task, approval.decision),
    digest: task.digest,
  });
  return (task, by) => decide({ approvalId: task.id, by, request: request(task) });
}

function personCalled({ foundation }: Stack, id: string): Person {
  const person = foundation.registry.person(id);
  if (!person) throw new Error(`the registry knows no ${id}`);
  return person;
}
